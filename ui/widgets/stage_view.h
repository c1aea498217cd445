// SPDX-License-Identifier: GPL-3.0-or-later
// The stage: shows one ClusterView, lets a person click, drag and cut things, and says what was asked for by signals.
#pragma once

#include "engine/lab/cluster_view.h"
#include "engine/world/command.h"
#include "ui/scene/stage_options.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>
#include <vector>

class QMenu;

namespace zab {

class StageView : public QWidget {
    Q_OBJECT

public:
    explicit StageView(QWidget* parent = nullptr);
    ~StageView() override;

    /// Shows that moment. Packets of the moment before glide to where they are now unless the run changed or time went back.
    void setView(std::shared_ptr<const ClusterView> view);
    std::shared_ptr<const ClusterView> view() const;
    void setTheme(const Theme& theme);
    /// Newest first; at most one bubble per server is shown.
    void setDecisions(std::vector<StageDecision> decisions);
    /// Why servers refused to start or ended, by id.
    void setReasons(std::map<int, QString> reasons);
    /// The broken seals of the run.
    void setVariants(std::vector<StageVariant> variants);
    /// What the trace tells of the opened clients, by id.
    void setStories(std::map<int, ClientStory> stories);
    /// Clients whose cards are open, in the order of opening.
    const std::vector<ClientId>& openedClients() const;
    /// Opens a client's card, or brings it forward where there is no room for all.
    void openClient(ClientId client);
    void closeClient(ClientId client);
    void closeClients();
    void setPingsVisible(bool visible);
    bool pingsVisible() const;
    /// Off: every view is shown at once and nothing glides (tests, screenshots, people who prefer it so).
    void setAnimated(bool on);
    /// What the rest of the window has selected; emits nothing.
    void setSelection(const HitTarget& target);
    HitTarget selection() const;
    /// The znode that is selected somewhere in the window, for what its menus do with one; empty = none.
    void setZnode(const std::string& path);
    /// The next drag over the stage draws a partition line, wherever it starts.
    void setPartitionMode(bool on);
    bool partitionMode() const;
    /// Dragged servers, to be remembered with the window's layout; fractions of the stage.
    std::map<int, QPointF> movedServers() const;
    void setMovedServers(std::map<int, QPointF> moved);

    /// The picture as it stands, in neutral shapes (tests, accessibility, export).
    const StageScene& scene() const;
    /// Finishes every running glide.
    void settle();
    /// The menu that a right click or Enter on that thing opens; the caller owns it. nullptr if there is nothing to do.
    QMenu* menuFor(const HitTarget& target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void resetLayout();

signals:
    /// A fault or an action a person asked for.
    void commandRequested(const zab::Command& command);
    /// Show why and what in the inspector.
    void inspectRequested(const zab::HitTarget& target);
    /// Show the part in a recipe that it belongs to.
    void recipeRequested(const zab::HitTarget& target);
    /// Every click on a thing (also emitted with kind None for a click on the empty stage), then one of the next ones.
    void targetClicked(const zab::HitTarget& target);
    void serverClicked(zab::ServerId server);
    void packetClicked(quint64 sequence, zab::EventId sent);
    void linkClicked(zab::ServerId a, zab::ServerId b);
    void proposalClicked(zab::ServerId leader, zab::Zxid zxid, zab::EventId reason);
    void logCellClicked(zab::ServerId server, zab::Zxid zxid);
    void voteClicked(zab::ServerId server, zab::ServerId heardFrom);
    void clientClicked(zab::ClientId client);
    void decisionClicked(zab::EventId event);
    /// A line was drawn across the stage. commandRequested(Partition) follows.
    void partitionDrawn(const std::vector<zab::ServerId>& left, const std::vector<zab::ServerId>& right);
    void partitionModeChanged(bool on);
    /// What a click here will do, for the status line; empty when the pointer leaves.
    void hinted(const QString& text);
    /// The pointer is over this thing now; none when it leaves.
    void pointedAt(const zab::HitTarget& target);
    void serversMoved();
    void openedClientsChanged();

protected:
    bool event(QEvent* e) override;
    void paintEvent(QPaintEvent* e) override;
    void resizeEvent(QResizeEvent* e) override;
    void mousePressEvent(QMouseEvent* e) override;
    void mouseMoveEvent(QMouseEvent* e) override;
    void mouseReleaseEvent(QMouseEvent* e) override;
    void mouseDoubleClickEvent(QMouseEvent* e) override;
    void leaveEvent(QEvent* e) override;
    void keyPressEvent(QKeyEvent* e) override;
    void focusInEvent(QFocusEvent* e) override;
    void focusOutEvent(QFocusEvent* e) override;
    void contextMenuEvent(QContextMenuEvent* e) override;
    void changeEvent(QEvent* e) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
    friend struct StageViewAccess;   // the accessibility tree reads the same things
};

}  // namespace zab
