// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legend_dialog.h"

#include "ui/scene/card_scene.h"
#include "ui/scene/stage_words.h"
#include "ui/widgets/lamp_strip.h"
#include "ui/widgets/stage_painter.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace zab {
namespace {

constexpr int kSignWidth = 132, kSignHeight = 24;

/// A picture of neutral shapes, sharp on every screen.
template <typename Draw>
QPixmap picture(const QSize& size, double ratio, Draw draw) {
    QPixmap out(size * ratio);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<ShapeGroup> groups;
    draw(groups);
    StagePainter().paint(painter, groups);
    return out;
}

}  // namespace

LegendDialog::LegendDialog(const Theme& theme, QWidget* parent) : QDialog(parent), m_theme(theme), m_grid(new QGridLayout) {
    setWindowTitle(tr("Legend"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    auto* page = new QWidget;
    page->setLayout(m_grid);
    m_grid->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;   // a small screen, or large letters
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(scroll);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(5);
    addStates();
    addLog();
    addProperties();
    m_row = 0;
    m_column = 3;
    m_grid->setColumnMinimumWidth(2, 18);
    addPackets();
    addLamps();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    scroll->setWidget(page);
    const QSize room = screen()->availableSize() - QSize(16, 48);   // for the frame
    const int width = m_grid->minimumSize().width() + scroll->verticalScrollBar()->sizeHint().width();
    scroll->setMinimumWidth(std::min(width, room.width() - 24));
    resize(QSize(width + 24, m_grid->heightForWidth(width) + buttons->sizeHint().height() + 40).boundedTo(room));
}

void LegendDialog::addHeading(const QString& text) {
    auto* label = new QLabel(text);
    label->setFont(m_theme.font(FontRole::Strong));
    label->setContentsMargins(0, m_row ? 10 : 0, 0, 2);
    m_grid->addWidget(label, m_row++, m_column, 1, 2);
}

void LegendDialog::addRow(const QPixmap& sign, const QString& text) {
    auto* image = new QLabel;
    image->setPixmap(sign);
    m_grid->addWidget(image, m_row, m_column);
    auto* label = new QLabel(text);
    const int half = screen()->availableSize().width() / 2 - kSignWidth - 60;   // of two columns, on a small screen or with large letters
    if (const int widest = std::min(fontMetrics().averageCharWidth() * 52, half); label->sizeHint().width() > widest) {
        label->setWordWrap(true);
        label->setMinimumWidth(widest);
    }
    m_grid->addWidget(label, m_row++, m_column + 1);
}

QPixmap LegendDialog::pill(const QString& word, Ink fill, Ink ink) const {
    return picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
        const ShapeBuilder draw(m_theme, 1);
        ShapeGroup g;
        const QRectF r(1, 2, kSignWidth - 2, kSignHeight - 4);
        draw.rect(g, r, r.height() / 2, m_theme.color(fill), fill == Ink::Stale ? m_theme.color(Ink::Down) : QColor(), 1.4);
        draw.label(g, r, word, {FontRole::MonoStrong, m_theme.color(ink), m_theme.color(fill), Qt::AlignCenter});
        groups.push_back(std::move(g));
    });
}

void LegendDialog::addStates() {
    addHeading(tr("A server"));
    addRow(pill(QStringLiteral("LOOKING"), Ink::Looking, Ink::OnLooking), tr("looks for a leader: votes and counts votes"));
    addRow(pill(QStringLiteral("FOLLOWING"), Ink::Following, Ink::OnFollowing), tr("follows a leader, votes and acknowledges"));
    addRow(pill(QStringLiteral("LEADING"), Ink::Leading, Ink::OnLeading), tr("leads, or is elected and about to; wears a crown"));
    addRow(pill(QStringLiteral("OBSERVING"), Ink::Observing, Ink::OnObserving), tr("learns what is committed, has no vote"));
    addRow(pill(StageText::tr("DOWN"), Ink::Down, Ink::OnDown), tr("does not run; below stands what its disk keeps"));
    const auto eureka = [&](bool preserving) {
        return picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
            ClusterView view;
            view.cap.eureka = true;
            CapServerView& at = view.cap.servers.emplace_back();
            at.id = ServerId{1};
            at.eureka = true;
            at.selfPreserving = preserving;
            at.leases.resize(2);
            ServerView server;
            server.id = at.id;
            CardPlace place;
            place.eureka = QRectF(0, 1, kSignWidth, kSignHeight - 2);
            const StageLayout layout;
            const StageOptions options;
            addEureka(groups, {view, server, place, layout, options, ShapeBuilder(m_theme, 1)});
        });
    };
    addRow(eureka(false), tr("the Eureka server beside it: up, with so many leases"));
    addRow(eureka(true), tr("the same in self-preservation: nothing is evicted"));
}

void LegendDialog::addLog() {
    addHeading(tr("A transaction in its log"));
    const std::pair<LogLook, QString> looks[] = {{LogLook::Queued, tr("waits for the disk")},
                                                 {LogLook::Appended, tr("appended, not yet safe: a crash may lose it")},
                                                 {LogLook::Fsynced, tr("on disk: fsync has returned, so it may be acknowledged")},
                                                 {LogLook::Committed, tr("committed: a quorum has it on disk")},
                                                 {LogLook::Applied, tr("applied: clients of this server see it")}};
    for (const auto& [look, text] : looks) {
        const QPixmap sign = picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&, look = look](std::vector<ShapeGroup>& groups) {
            const ClusterView view;
            ServerView server;
            server.log = {{Zxid::make(1, 7), look}};
            const CardPlace place;
            const StageLayout layout;
            const StageOptions options;
            addLogStrip(groups, {view, server, place, layout, options, ShapeBuilder(m_theme, 1)}, QRectF(kSignWidth / 2.0 - 13, 1, 26, 22), 1);
        });
        addRow(sign, text);
    }
}

void LegendDialog::addProperties() {
    addHeading(tr("Properties, and rules that are switched off"));
    const auto chip = [&](bool violated) {
        return picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
            const ShapeBuilder draw(m_theme, 1);
            ShapeGroup g;
            const QRectF r((kSignWidth - 34) / 2.0, 1, 34, kSignHeight - 2);
            draw.rect(g, r, 6, m_theme.color(violated ? Ink::Down : Ink::Raised), m_theme.color(Ink::Down), 1.5);
            draw.icon(g, QRectF(r.center().x() - 8, r.center().y() - 8, 16, 16), violated ? QStringLiteral("warning") : QStringLiteral("seal-broken"),
                      m_theme.color(violated ? Ink::OnDown : Ink::DownText));
            groups.push_back(std::move(g));
        });
    };
    addRow(chip(false), tr("a broken seal: this run does without a rule, or has a defect of a release"));
    addRow(chip(true), tr("a property of the protocol is violated"));
    QPixmap lamps(QSize(kSignWidth, kSignHeight) * devicePixelRatioF());
    lamps.setDevicePixelRatio(devicePixelRatioF());
    lamps.fill(Qt::transparent);
    QPainter painter(&lamps);
    paintLamp(painter, QRectF(kSignWidth / 2.0 - 20, 5, 14, 14), true, m_theme);
    paintLamp(painter, QRectF(kSignWidth / 2.0 + 6, 5, 14, 14), false, m_theme);
    painter.end();
    addRow(lamps, tr("at the lower edge of the window: a property that holds, and one that is violated"));
}

void LegendDialog::addPackets() {
    addHeading(tr("A packet, with an arrow to where it goes"));
    addRow(pill(tr("vote S3"), Ink::Vote, Ink::OnVote), tr("a vote, of the election"));
    addRow(pill(tr("vote S3"), Ink::Stale, Ink::OnStale), tr("a vote of an older round than its receiver's"));
    addRow(pill(QStringLiteral("LEADERINFO"), Ink::Sync, Ink::OnSync), tr("discovery and synchronization"));
    addRow(pill(QStringLiteral("PROPOSAL 1.7"), Ink::Proposal, Ink::OnProposal), tr("a transaction to be logged"));
    addRow(pill(QStringLiteral("ACK 1.7"), Ink::Ack, Ink::OnAck), tr("\"it is on my disk\""));
    addRow(pill(QStringLiteral("COMMIT 1.7"), Ink::Commit, Ink::OnCommit), tr("\"apply it\""));
    addRow(pill(QStringLiteral("PING"), Ink::Ping, Ink::OnPing), tr("pings and the ends of connections"));
    addRow(pill(QStringLiteral("REQUEST"), Ink::Client, Ink::OnClient), tr("what clients ask for, and the answers"));
}

void LegendDialog::addLamps() {
    addHeading(tr("Lamps, one for each voter"));
    const auto lamps = [&](Ink fill, Ink ink) {
        return picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
            std::vector<Lamp> row;
            for (int id = 1; id <= 5; ++id) {
                const bool on = id > 2;
                row.push_back({ServerId{id}, m_theme.color(on ? fill : Ink::Surface), m_theme.color(on ? fill : Ink::LineStrong),
                               m_theme.color(on ? ink : Ink::TextSoft), {}, {}, {}, {}});
            }
            zab::addLamps(groups, ShapeBuilder(m_theme, 1), QRectF(8, 1, kSignWidth - 16, 22), row, 0);
        });
    };
    addRow(lamps(Ink::Vote, Ink::OnVote), tr("filled: votes for the same leader; a ring: for another"));
    addRow(lamps(Ink::Ack, Ink::OnAck), tr("who has acknowledged a proposal"));
    const QPixmap steps = picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
        std::vector<Lamp> row;
        for (int step = 1; step <= 3; ++step)
            row.push_back({ServerId{step}, m_theme.color(step < 3 ? Ink::Ack : Ink::Surface), m_theme.color(step < 3 ? Ink::Ack : Ink::LineStrong),
                           m_theme.color(step < 3 ? Ink::OnAck : Ink::TextSoft), {}, {}, {}, {}});
        zab::addLamps(groups, ShapeBuilder(m_theme, 1), QRectF(8, 1, kSignWidth - 16, 22), row, 0);
    });
    addRow(steps, tr("a watch of an opened client: 1 it registers, 2 the server triggers, 3 it calls back"));
    const QPixmap beside = picture({kSignWidth, kSignHeight}, devicePixelRatioF(), [&](std::vector<ShapeGroup>& groups) {
        const ShapeBuilder draw(m_theme, 1);
        const QRectF chip((kSignWidth - 38) / 2.0, 1, 38, 22);
        const QColor edge = m_theme.color(Ink::OnClient), fill = m_theme.color(Ink::Client);
        ShapeGroup& g = groups.emplace_back();
        draw.rect(g, chip, 6, fill, edge, 1.4);
        draw.rect(g, QRectF(chip.right() - 2, chip.top() + 3, 4, chip.height() - 6), 2, edge);
        draw.label(g, chip, QStringLiteral("C1"), {FontRole::SmallStrong, edge, fill, Qt::AlignCenter});
    });
    addRow(beside, tr("a client with a thick edge stands beside that server: it is cut off with it, whoever serves it"));
}

}  // namespace zab
