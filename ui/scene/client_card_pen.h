// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an opened client's card: head and threads (client_card.cpp), list of servers (client_servers.cpp), watches
// (client_watches.cpp).
#pragma once

#include "ui/scene/client_card.h"

namespace zab {

/// Nominal sizes at scale 1.
namespace client_card_size {
constexpr double kHead = 30, kRow = 18, kLeastRow = 15.5, kLabel = 66;
constexpr double kRows = 16, kBetween = 61;   // so many rows are wanted, and what stands between them
}

/// A watch in the card: one that stands in the client's maps, or one that has been used up.
struct ClientWatchLine {
    WatchRegistration watch;
    bool stands = false;
    std::vector<std::string> watchers;   ///< "" = the default watcher
    std::string key() const { return watchKey(watch.kind, watch.path); }
};

QString momentWord(SimTime t);                                       ///< "9.2180 s"
/// "w1, w2, default" or as many of them as `width` holds, and how many more there are: "w1 +2".
QString watchersWord(const std::vector<std::string>& watchers, FontRole role, int pixels, double width);

/// Draws one card, from top to bottom.
class ClientCardPen {
public:
    ClientCardPen(std::vector<ShapeGroup>& groups, const ClusterView& view, const ClientView* client, ClientId id, const QRectF& card, const ShapeBuilder& draw,
            const StageOptions& options);

    void paint();

private:
    struct Look {
        QString word;
        Ink fill, on;
        bool gone = false, frozen = false, dashed = false;
    };
    Look look() const;
    HitTarget target(HitKind kind) const {
        HitTarget t;
        t.kind = kind;
        t.client = m_id;
        return t;
    }
    void header(const Look& look);
    void identity(const QRectF& row);
    /// A thread's box with its title, from now on m_lane; returns the room for its rows.
    QRectF thread(double& y, int rows, const QString& title, const QString& note, std::uint64_t number);
    QString sendNote() const;
    void calls(const QRectF& row, const QString& label, std::int64_t size, const std::vector<ClientCallView>& calls, bool written);
    /// The list of servers in the order of the client (§7.4).
    void hosts(const QRectF& row);
    ShapeGroup hostCell(const QRectF& r, std::size_t index, std::size_t now, std::size_t next) const;
    void auth(const QRectF& row);
    void waiting(const QRectF& row);
    void callback(const QRectF& row);
    void watches(double y);
    void watchRow(const QRectF& row, const ClientWatchLine& line, bool chosen);
    void steps(const QRectF& box, const ClientWatchLine& line, bool watchers);
    void lamp(ShapeGroup& g, const QRectF& disc, int step, bool on);
    double rowLabel(ShapeGroup& g, const QRectF& row, const QString& label, std::int64_t number);
    /// "+7" at the right end of a row.
    void more(ShapeGroup& g, const QRectF& row, std::int64_t count);
    void cell(ShapeGroup& g, const QRectF& r, const QString& text, Ink fill, Ink on, bool outlined) const;
    void ring(ShapeGroup& g, const QRectF& r) const;
    QColor ground() const { return m_draw.ink(Ink::Surface); }
    TextStyle small(Ink ink, const QColor& on) const { return {FontRole::Small, m_draw.ink(ink), on}; }

    std::vector<ShapeGroup>& m_groups;
    const ClusterView& m_view;
    const ClientView* m_client;
    ClientId m_id;
    QRectF m_card;
    const ShapeBuilder& m_draw;
    const StageOptions& m_options;
    double m_s, m_row, m_cell;             ///< scale, height of a row and of a cell in it
    std::size_t m_whole = 0, m_lane = 0;   ///< where in m_groups: the card, the thread being drawn
    ClientStory m_none;
    const ClientStory* m_story = &m_none;
};

}  // namespace zab
