// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, fonts and sizes by meaning. No view names a colour: it asks the theme what LOOKING or a COMMIT looks like.
#pragma once

#include "engine/base/event.h"
#include "engine/lab/cluster_view.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace zab {

/// What a colour stands for. A pair Xxx / OnXxx is a filled surface and the text on it.
enum class Ink {
    Window,        ///< behind everything
    Surface,       ///< the stage, a panel, a card's body
    Raised,        ///< a panel that lies on the stage, an empty cell
    Border,        ///< edges of panels
    Line,          ///< an idle link
    LineStrong,    ///< a link that carries a connection
    Text,          ///< main text on Window, Surface and Raised
    TextSoft,      ///< second text on the same
    Accent,        ///< selection, keyboard focus, links
    OnAccent,
    Looking, OnLooking, LookingText,        ///< XxxText: that meaning written on Surface
    Following, OnFollowing, FollowingText,
    Leading, OnLeading, LeadingText,
    Observing, OnObserving, ObservingText,
    Down, OnDown, DownText,
    DownSurface,   ///< body of a card that is down, below the hatch
    DownHatch,
    Vote, OnVote,                           ///< packets
    Sync, OnSync, SyncText,                 ///< discovery and synchronization
    Proposal, OnProposal,
    Ack, OnAck,
    Commit, OnCommit,
    Ping, OnPing,
    Client, OnClient,                       ///< requests and replies of clients
    Stale, OnStale,                         ///< a vote of an older round: outlined
    LogCell, OnLogCell, LogHatch,           ///< the log strip
    Track,         ///< the empty part of a bar
    Bubble, OnBubble, BubbleBorder,         ///< a decision beside a server
    Highlight,     ///< the row or line that is being spoken about
    Count_
};

/// Which kind of text. The size in pixels is the theme's, times the scale of the thing it stands in.
enum class FontRole { Title, Id, State, Body, Strong, Mono, MonoStrong, Small, SmallStrong, Count_ };

class Theme {
public:
    /// Follows nothing: the caller decides (shell: by the system's palette).
    static Theme light(bool projector = false);
    static Theme dark(bool projector = false);

    bool isDark() const { return m_dark; }
    /// Larger texts and thicker lines, for the back row.
    bool projector() const { return m_projector; }

    const QColor& color(Ink ink) const { return m_colors[static_cast<std::size_t>(ink)]; }
    /// Surface colour of a server in that life and state; its text is `onServer`.
    const QColor& server(ServerLife life, ServerState state) const { return color(serverInk(life, state)); }
    const QColor& onServer(ServerLife life, ServerState state) const;
    const QColor& packet(MessageType type) const { return color(packetInk(type)); }
    const QColor& onPacket(MessageType type) const;

    static Ink serverInk(ServerLife life, ServerState state);
    static Ink packetInk(MessageType type);

    /// Height of the text in pixels at scale 1.
    double fontPixels(FontRole role) const;
    /// A font of that role, `scale` times its size; at least 1 px.
    QFont font(FontRole role, double scale = 1.0) const;
    /// For QApplication::setPalette.
    QPalette palette() const;

private:
    Theme(bool dark, bool projector);
    void set(Ink ink, const char* color);

    std::array<QColor, static_cast<std::size_t>(Ink::Count_)> m_colors;
    bool m_dark, m_projector;
};

/// Every pair of text and background that the program draws, for the contrast test.
struct InkPair {
    Ink text, background;
};
const std::vector<InkPair>& textPairs();

}  // namespace zab
