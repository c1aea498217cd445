// SPDX-License-Identifier: GPL-3.0-or-later
// The znode tree of one server, and whether the servers agree.
#pragma once

#include "ui/models/znode_tree_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QTreeView;

namespace zab {

class TreePanel : public Card {
    Q_OBJECT

public:
    explicit TreePanel(const Workbench& bench, QWidget* parent = nullptr);

    ZnodeTreeModel& model() { return m_model; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void retranslate();
    void update(bool otherServer);
    void fillServers();
    void showAgreement();
    void showSelection();

    Workbench m_bench;
    ZnodeTreeModel m_model;
    QComboBox* m_server;
    QTreeView* m_tree;
    QLabel* m_agreement;
    QTimer* m_soon;     ///< a big tree is not compared sixty times a second
    int m_servers = -1;
    bool m_first = true;
};

}  // namespace zab
