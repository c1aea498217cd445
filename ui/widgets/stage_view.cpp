// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stage_view.h"

#include "ui/scene/packet_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/widgets/stage_private.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zab {

namespace {
constexpr double kGlideMs = 240;        // a step glides for at most that long
constexpr double kSmoothMs = 40;        // views that come faster than this are shown as they are
constexpr std::size_t kMostPlaces = 400;   // decisions whose bubbles are remembered
}  // namespace

StageView::StageView(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this)) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    d->frame.setTimerType(Qt::PreciseTimer);
    d->frame.setInterval(16);
    connect(&d->frame, &QTimer::timeout, this, [this] { d->tick(); });
    installStageAccess();
}

StageView::~StageView() = default;

// --- what is shown ----------------------------------------------------------------------------------------------------

void StageView::setView(std::shared_ptr<const ClusterView> view) {
    if (!view) return;
    if (d->next) d->show(std::move(d->next));   // the glide before this one is over
    const double pause = d->sinceView.isValid() ? static_cast<double>(d->sinceView.elapsed()) : 1e9;
    d->sinceView.start();
    const bool sameRun = d->view && d->view->run == view->run && view->step >= d->view->step && view->now > d->now;
    // Packets fly on to where they are at the new moment; only then the servers show what has come of it.
    if (!sameRun || !d->animated || !isVisible() || (view->playing && pause < kSmoothMs)) {
        d->show(std::move(view));
        return;
    }
    const bool playing = view->playing && d->view->playing;
    d->next = std::move(view);
    d->startGlide(playing ? std::min(kGlideMs, pause * 0.9) : kGlideMs);
}

void StageView::Private::show(std::shared_ptr<const ClusterView> shown) {
    next.reset();
    frame.stop();
    if (view && view->run != shown->run) options.clientHomes.clear();
    view = std::move(shown);
    now = view->now;
    for (const ClientView& client : view->clients)
        if (client.server) options.clientHomes[client.id.value] = client.server.value;
    changed();
}

void StageView::Private::startGlide(double ms) {
    glideFrom = now;
    glideMs = std::max(1.0, ms);
    glide.start();
    // Nothing in flight, nothing to wait for.
    const bool flies = std::any_of(view->packets.begin(), view->packets.end(), [&](const PacketView& p) {
        return isShown(p, options) && p.departs < next->now && !p.held;
    });
    if (!flies) return show(std::move(next));
    frame.start();
}

void StageView::Private::tick() {
    if (!next) return frame.stop();
    const double t = static_cast<double>(glide.elapsed()) / glideMs;
    if (t >= 1) return show(std::move(next));
    const double eased = next->playing ? t : t * t * (3 - 2 * t);
    now = {glideFrom.us + static_cast<std::int64_t>(eased * static_cast<double>(next->now.us - glideFrom.us))};
    rebuild();
    updatePackets(scene, *view, layout, theme, now, options);
    q->update();
}

void StageView::settle() {
    if (d->next) d->show(std::move(d->next));
    d->rebuild();
}

std::shared_ptr<const ClusterView> StageView::view() const {
    return d->next ? d->next : d->view;
}

void StageView::setAnimated(bool on) {
    d->animated = on;
    if (!on) settle();
}

void StageView::setTheme(const Theme& theme) {
    d->theme = theme;
    d->painter.clear();
    d->changed();
}

void StageView::setDecisions(std::vector<StageDecision> decisions) {
    d->options.decisions = std::move(decisions);
    d->changed();
}

void StageView::setReasons(std::map<int, QString> reasons) {
    d->options.reasons = std::move(reasons);
    d->changed();
}

void StageView::setVariants(std::vector<StageVariant> variants) {
    if (d->options.variants == variants) return;
    d->options.variants = std::move(variants);
    d->changed();
}

void StageView::setStories(std::map<int, ClientStory> stories) {
    if (d->options.stories == stories) return;
    d->options.stories = std::move(stories);
    d->changed();
}

void StageView::setZnode(const std::string& path) { d->znode = path; }

const std::vector<ClientId>& StageView::openedClients() const {
    return d->options.opened;
}

void StageView::openClient(ClientId client) {
    std::erase(d->options.opened, client);
    d->options.opened.push_back(client);
    d->changed();
    emit openedClientsChanged();
}

void StageView::closeClient(ClientId client) {
    if (std::erase(d->options.opened, client) == 0) return;
    d->changed();
    emit openedClientsChanged();
}

void StageView::closeClients() {
    if (d->options.opened.empty()) return;
    d->options.opened.clear();
    d->options.watches.clear();
    d->changed();
    emit openedClientsChanged();
}

void StageView::setPingsVisible(bool visible) {
    d->options.hidePings = !visible;
    d->changed();
}

bool StageView::pingsVisible() const {
    return !d->options.hidePings;
}

void StageView::setSelection(const HitTarget& target) {
    if (d->options.selected == target) return;
    d->options.selected = target;
    d->keyboard = false;
    d->changed();
}

HitTarget StageView::selection() const {
    return d->options.selected;
}

void StageView::setPartitionMode(bool on) {
    if (d->partitioning == on) return;
    d->partitioning = on;
    if (!on && d->drag == Private::Drag::Line) d->drag = Private::Drag::None;
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
    emit partitionModeChanged(on);
}

bool StageView::partitionMode() const {
    return d->partitioning;
}

std::map<int, QPointF> StageView::movedServers() const {
    return d->options.moved;
}

void StageView::setMovedServers(std::map<int, QPointF> moved) {
    d->options.moved = std::move(moved);
    d->changed();
}

void StageView::resetLayout() {
    if (d->options.moved.empty()) return;
    d->options.moved.clear();
    d->changed();
    emit serversMoved();
}

const StageScene& StageView::scene() const {
    d->rebuild();
    return d->scene;
}

QSize StageView::sizeHint() const {
    return {1060, 690};
}

QSize StageView::minimumSizeHint() const {
    return {300, 96};   // of a window of 960x540 above a panel and a long narration
}

// --- the picture ------------------------------------------------------------------------------------------------------

void StageView::Private::changed() {
    stillDirty = true;
    q->update();
}

void StageView::Private::rebuild() {
    if (!view || q->width() < 2 || q->height() < 2) return;
    const QString wanted = layoutKey(*view, theme, q->size(), options);
    if (wanted != key) {
        key = wanted;
        layout = layoutStage(*view, theme, q->size(), options);
        options.bubblePlaces.clear();
        options.decisionPlaces.clear();
        stillDirty = true;
    }
    const QSize pixels = q->size() * q->devicePixelRatioF();
    if (!stillDirty && still.size() == pixels) return;
    const std::vector<ShapeGroup> before = std::move(scene.still);
    scene = buildStill(*view, layout, theme, now, options);
    rememberPlaces();
    stillDirty = false;
    if (still.size() == pixels && stillTheme == theme.color(Ink::Surface)) {
        const std::vector<QRectF> areas = changedAreas(before, scene.still);
        if (!areas.empty()) paintStill(areas);
        return;
    }
    still = QPixmap(pixels);
    still.setDevicePixelRatio(q->devicePixelRatioF());
    stillTheme = theme.color(Ink::Surface);
    paintStill({});
}

void StageView::Private::paintStill(const std::vector<QRectF>& areas) {
    QPainter p(&still);
    QRegion region;
    for (const QRectF& area : areas) region += area.toAlignedRect();
    if (areas.empty()) region = q->rect();
    else p.setClipRegion(region);
    for (const QRect& r : region) p.fillRect(r, theme.color(Ink::Surface));
    p.setRenderHint(QPainter::Antialiasing);
    for (const ShapeGroup& group : scene.still)
        if (areas.empty() || region.intersects(group.extent().toAlignedRect())) painter.paint(p, group);
}

void StageView::Private::rememberPlaces() {
    options.bubblePlaces.clear();
    for (const ShapeGroup& g : scene.bubbles) {
        options.bubblePlaces[g.target.server ? g.target.server.value : -g.target.client.value] = g.bounds;
        options.decisionPlaces.emplace(g.target.event, g.bounds);   // the first place counts, forward and back
    }
    while (options.decisionPlaces.size() > kMostPlaces) options.decisionPlaces.erase(options.decisionPlaces.begin());
}

void StageView::paintEvent(QPaintEvent*) {
    QPainter p(this);
    d->rebuild();
    if (!d->view) {
        p.fillRect(rect(), d->theme.color(Ink::Surface));
        p.setPen(d->theme.color(Ink::TextSoft));
        p.setFont(d->theme.font(FontRole::Title));
        p.drawText(rect(), Qt::AlignCenter, tr("No ensemble yet: open a lesson or a scenario"));
        return;
    }
    p.drawPixmap(0, 0, d->still);
    p.setRenderHint(QPainter::Antialiasing);
    p.setRenderHint(QPainter::SmoothPixmapTransform);
    d->painter.paint(p, d->scene.packets);
    d->painter.paint(p, d->scene.bubbles);
    d->paintCut(p);
    d->paintFocus(p);
}

void StageView::Private::paintCut(QPainter& p) const {
    if (drag != Drag::Line && !partitioning) return;
    const QColor ink = theme.color(Ink::Down);
    if (drag == Drag::Line && cut.length() > 2) {
        std::vector<ServerId> left, right;
        sides(cut, left, right);
        QLineF whole = cut;   // it cuts the whole stage, not only where the hand has been
        const double far = q->width() + q->height();
        const QPointF u = (cut.p2() - cut.p1()) / cut.length();
        whole.setPoints(cut.p1() - u * far, cut.p2() + u * far);
        QColor thin = ink;
        thin.setAlpha(120);
        p.setPen(QPen(thin, 1.5, Qt::DashLine));
        p.drawLine(whole);
        p.setPen(QPen(ink, 3.5, Qt::SolidLine, Qt::RoundCap));
        p.drawLine(cut);
        p.setBrush(Qt::NoBrush);
        for (const CardPlace& place : layout.cards) {
            const bool isLeft = std::find(left.begin(), left.end(), place.id) != left.end();
            p.setPen(QPen(theme.color(isLeft ? Ink::Accent : Ink::Down), 3, isLeft ? Qt::SolidLine : Qt::DashLine));
            p.drawRoundedRect(place.card.adjusted(-6, -6, 6, 6), 12, 12);
        }
    }
    if (partitioning && drag != Drag::Line) {
        p.setPen(QPen(ink, 2, Qt::DashLine));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(q->rect()).adjusted(2, 2, -2, -2));
    }
}

void StageView::Private::paintFocus(QPainter& p) const {
    if (!keyboard || !q->hasFocus()) return;
    const ShapeGroup* group = scene.find(options.selected);
    if (!group) return;
    QRectF frame = group->bounds.adjusted(-6, -6, 6, 6);
    if (!group->path.isEmpty()) {
        frame = QRectF(0, 0, 26, 26);
        frame.moveCenter(group->path[group->path.size() / 2]);
    }
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(theme.color(Ink::Accent), 2.5, Qt::DashLine));
    p.drawRoundedRect(frame, 9, 9);
}

void StageView::resizeEvent(QResizeEvent* e) {
    d->changed();
    QWidget::resizeEvent(e);
}

void StageView::changeEvent(QEvent* e) {
    if (e->type() == QEvent::LanguageChange || e->type() == QEvent::FontChange) {
        setAccessibleName(tr("Stage"));
        d->painter.clear();
        d->changed();
    }
    QWidget::changeEvent(e);
}

bool StageView::event(QEvent* e) {
    if (e->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(e);
        const ShapeGroup* group = scene().at(help->pos());
        if (!group) {
            QToolTip::hideText();
            return true;
        }
        const QString text = group->tip.isEmpty() ? group->name + QLatin1Char('\n') + group->state : group->tip;
        QToolTip::showText(help->globalPos(), text, this, group->path.isEmpty() ? group->bounds.toAlignedRect() : QRect());
        return true;
    }
    if (e->type() == QEvent::ShortcutOverride && d->keyboard) {
        // While the frame is on an object, arrows and Enter belong to it and not to the run.
        const int k = static_cast<QKeyEvent*>(e)->key();
        if (k == Qt::Key_Left || k == Qt::Key_Right || k == Qt::Key_Up || k == Qt::Key_Down || k == Qt::Key_Return || k == Qt::Key_Enter ||
            k == Qt::Key_Escape) {
            e->accept();
            return true;
        }
    }
    return QWidget::event(e);
}

}  // namespace zab
