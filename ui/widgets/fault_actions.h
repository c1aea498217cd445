// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do to the ensemble, acting on what is selected; where nothing fits, a menu asks which one.
#pragma once

#include "engine/lab/cluster_view.h"
#include "engine/world/command.h"
#include "ui/lens/lens.h"
#include "ui/widgets/workbench.h"

#include <QAction>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

class QMenu;
class QWidget;

namespace zab {

class FaultActions : public QObject {
    Q_OBJECT

public:
    FaultActions(const Workbench& bench, QWidget* window);

    QAction *crash, *crashKeep, *restart, *freeze, *timeout, *cut, *partition, *sides, *healAll, *drop, *delay, *duplicate, *deliver;

    /// Where a menu that asks "which one?" opens; the toolbar sets it before it triggers.
    void setMenuPlace(const QPoint& global) { m_place = global; }
    void retranslate();

signals:
    /// The stage is to wait for a line across it.
    void partitionModeRequested(bool on);

private:
    using ServerTest = std::function<bool(const ServerView&)>;
    void connectActions();
    void applyTheme();
    void update();
    void onServer(const QString& question, const ServerTest& fits, const std::function<Command(ServerId)>& make);
    std::optional<ServerId> selectedServer(const ServerTest& fits) const;
    void cutLink();
    void askLink();
    void onPacket(const std::function<Command(std::uint64_t)>& make);
    void execute(const Command& command);
    void popUp(QMenu* menu);

    Workbench m_bench;
    QWidget* m_window;
    QPoint m_place;
};

}  // namespace zab
