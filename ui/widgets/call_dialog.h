// SPDX-License-Identifier: GPL-3.0-or-later
// What a client is to ask its server for: a znode, and for a write what is to stand in it.
#pragma once

#include "engine/world/command.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace zab {

class CallDialog : public QDialog {
    Q_OBJECT

public:
    /// `op` is GetData, SetData or Sync; `path` stands there at first.
    CallDialog(ClientId client, OpCode op, const std::string& path, QWidget* parent = nullptr);

signals:
    void chosen(const zab::ClientCall& call);

private:
    void check();   ///< OK only with a path that the client library takes (§5.8); else the sentence why not

    ClientCall m_call;
    QLineEdit* m_path;
    QLineEdit* m_data;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

}  // namespace zab
