// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of StageView share: the picture, the glide, and what hand and keyboard are doing.
#pragma once

#include "ui/scene/stage_scene.h"
#include "ui/widgets/stage_painter.h"
#include "ui/widgets/stage_view.h"

#include <QElapsedTimer>
#include <QLineF>
#include <QTimer>

namespace zab {

struct StageView::Private {
    explicit Private(StageView* view) : q(view), theme(Theme::light()) {}

    StageView* q;
    Theme theme;
    StageOptions options;
    bool animated = true;
    bool partitioning = false;               ///< the next drag draws a partition line

    // What is shown: `view` at the virtual time `now`. While gliding, `next` is shown once `now` has reached it.
    std::shared_ptr<const ClusterView> view, next;
    SimTime now, glideFrom;
    QElapsedTimer sinceView, glide;
    double glideMs = 0;
    QTimer frame;

    StageLayout layout;
    QString key;                             ///< layoutKey of `layout`
    StageScene scene;
    bool stillDirty = true;                  ///< scene.still and its picture are out of date
    QPixmap still;
    QColor stillTheme;                       ///< the ground it was painted on
    StagePainter painter;

    // Hand
    enum class Drag { None, Pressed, Server, Line } drag = Drag::None;
    HitTarget pressed;
    QPointF pressAt, grabOffset;
    QLineF cut;

    std::string znode;                       ///< the selected one; empty = none
    std::string lastPath;                    ///< of the last call that a person asked for

    // Keyboard
    bool keyboard = false;                   ///< the selection was made by keys: show its frame, keep the arrow keys

    void show(std::shared_ptr<const ClusterView> view);
    void startGlide(double ms);
    void tick();
    void paintStill(const std::vector<QRectF>& areas);   ///< only those; empty = everything
    void rebuild();                          ///< scene and still picture, if they are out of date
    void changed();                          ///< something but time: rebuild and repaint
    void rememberPlaces();
    void paintCut(QPainter& painter) const;
    void paintFocus(QPainter& painter) const;

    const ServerView* server(ServerId id) const;
    const LinkView* link(ServerId a, ServerId b) const;
    const PacketView* packet(std::uint64_t sequence) const;
    QString hint(const ShapeGroup* group) const;
    void hover(QPointF at);
    void announce(const ShapeGroup& group);  ///< the signals of a click, and what the stage itself does on it
    bool announceOpened(const HitTarget& target);   ///< the same for an opened client and its parts; false: it is something else
    void toggleClient(ClientId client);
    bool pressesSelected();                  ///< Enter on a client or a part of it: as a click; false: it opens a menu
    void select(const HitTarget& target);

    void sides(const QLineF& line, std::vector<ServerId>& left, std::vector<ServerId>& right) const;
    void finishLine();
    void dragServer(QPointF to);

    /// What Tab walks through, in reading order.
    std::vector<const ShapeGroup*> stops() const;
    bool moveFocus(bool next);
    void moveFocus(QPointF direction);

    void fillServerMenu(QMenu* menu, const ServerView& server);
    void fillLinkMenu(QMenu* menu, const LinkView& link);
    void fillPacketMenu(QMenu* menu, const PacketView& packet);
    void fillClientMenu(QMenu* menu, ClientId client);
    void fillCallMenu(QMenu* menu, const ClientView& client);   ///< what it can ask its server for
    void fillPileMenu(QMenu* menu, ServerId server);   ///< the clients that are drawn as one, each to be opened
    void fillStageMenu(QMenu* menu);
    QAction* add(QMenu* menu, const char* icon, const QString& text, const Command& command);
    void addInspect(QMenu* menu, const HitTarget& target);
};

/// Lets the accessibility tree read the picture.
struct StageViewAccess {
    static StageView::Private& of(StageView& view) { return *view.d; }
};

/// Once per program: makes StageView readable for screen readers.
void installStageAccess();
/// Tells screen readers that the object with the keyboard's frame has changed.
void tellStageFocus(StageView& view, const HitTarget& target);

}  // namespace zab
