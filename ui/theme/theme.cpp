// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <algorithm>

namespace zab {

namespace {

struct InkColor {
    Ink ink;
    const char* light;
    const char* dark;
};

// States and packets keep their hue in both themes (Okabe and Ito), so that a recording and a live lesson agree.
// The text on green, vermilion and purple is dark: white misses 4.5:1 on all three.
constexpr InkColor kColors[] = {
    {Ink::Window, "#F3F5F8", "#14181D"},
    {Ink::Surface, "#FFFFFF", "#1C2127"},
    {Ink::Raised, "#F6F8FA", "#252B33"},
    {Ink::Border, "#D9DFE6", "#39424D"},
    {Ink::Line, "#D8DEE5", "#38424D"},
    {Ink::LineStrong, "#B3BDC8", "#5A6675"},
    {Ink::Text, "#1B1F24", "#ECEFF3"},
    {Ink::TextSoft, "#56606D", "#A9B4C0"},
    {Ink::Accent, "#0B62A4", "#7CC3F2"},
    {Ink::OnAccent, "#FFFFFF", "#0B1620"},
    {Ink::Looking, "#E69F00", "#E69F00"},
    {Ink::OnLooking, "#1D1400", "#1D1400"},
    {Ink::LookingText, "#835A00", "#F2B431"},
    {Ink::Following, "#0072B2", "#0072B2"},
    {Ink::OnFollowing, "#FFFFFF", "#FFFFFF"},
    {Ink::FollowingText, "#00629A", "#6FBCEB"},
    {Ink::Leading, "#009E73", "#009E73"},
    {Ink::OnLeading, "#00140D", "#00140D"},
    {Ink::LeadingText, "#00704F", "#3FCBA0"},
    {Ink::Observing, "#56B4E9", "#56B4E9"},
    {Ink::OnObserving, "#04121C", "#04121C"},
    {Ink::ObservingText, "#1A6A98", "#86CBF2"},
    {Ink::Down, "#D55E00", "#D55E00"},
    {Ink::OnDown, "#140800", "#140800"},
    {Ink::DownText, "#A84A00", "#F58F45"},
    {Ink::DownSurface, "#F6F3F1", "#262321"},
    {Ink::DownHatch, "#E9DFD8", "#383029"},
    {Ink::Vote, "#E69F00", "#E69F00"},
    {Ink::OnVote, "#1D1400", "#1D1400"},
    {Ink::Sync, "#B0609A", "#B0609A"},
    {Ink::OnSync, "#0A0208", "#0A0208"},
    {Ink::SyncText, "#8E4179", "#DB96C8"},
    {Ink::Proposal, "#0072B2", "#0072B2"},
    {Ink::OnProposal, "#FFFFFF", "#FFFFFF"},
    {Ink::Ack, "#009E73", "#009E73"},
    {Ink::OnAck, "#00140D", "#00140D"},
    {Ink::Commit, "#37414E", "#DCE3EA"},
    {Ink::OnCommit, "#FFFFFF", "#14181D"},
    {Ink::Ping, "#EDF0F3", "#2B323A"},
    {Ink::OnPing, "#5F6975", "#9AA5B1"},
    {Ink::Client, "#E9E3F6", "#3A3154"},
    {Ink::OnClient, "#3E2C73", "#DDD2F8"},
    {Ink::Stale, "#FFFFFF", "#1C2127"},
    {Ink::OnStale, "#A84A00", "#F58F45"},
    {Ink::LogCell, "#0072B2", "#3C97D0"},
    {Ink::OnLogCell, "#FFFFFF", "#04121C"},
    {Ink::LogHatch, "#A9C9DF", "#3A6382"},
    {Ink::Track, "#E6EAEF", "#343C46"},
    {Ink::Bubble, "#FFF6E2", "#37301F"},
    {Ink::OnBubble, "#2A1F06", "#FBEFD3"},
    {Ink::BubbleBorder, "#E3C47B", "#8A6E2E"},
    {Ink::Highlight, "#FFF0C9", "#463A18"},
};
static_assert(std::size(kColors) == static_cast<std::size_t>(Ink::Count_), "every ink has its colours, in order");

struct FontSpec {
    FontRole role;
    double pixels;
    QFont::Weight weight;
    bool mono;
};
constexpr FontSpec kFonts[] = {
    {FontRole::Title, 16, QFont::DemiBold, false}, {FontRole::Id, 20, QFont::Bold, false},
    {FontRole::State, 13.5, QFont::Bold, false},   {FontRole::Body, 13, QFont::Normal, false},
    {FontRole::Strong, 13, QFont::DemiBold, false}, {FontRole::Mono, 13, QFont::Normal, true},
    {FontRole::MonoStrong, 13.5, QFont::Bold, true}, {FontRole::Small, 11, QFont::Normal, false},
    {FontRole::SmallStrong, 11, QFont::DemiBold, false},
};
static_assert(std::size(kFonts) == static_cast<std::size_t>(FontRole::Count_), "every role has its font, in order");

const FontSpec& spec(FontRole role) {
    return kFonts[static_cast<std::size_t>(role)];
}

Ink onInk(Ink surface) {
    switch (surface) {
        case Ink::Looking: return Ink::OnLooking;
        case Ink::Following: return Ink::OnFollowing;
        case Ink::Leading: return Ink::OnLeading;
        case Ink::Observing: return Ink::OnObserving;
        case Ink::Down: return Ink::OnDown;
        case Ink::Vote: return Ink::OnVote;
        case Ink::Sync: return Ink::OnSync;
        case Ink::Proposal: return Ink::OnProposal;
        case Ink::Ack: return Ink::OnAck;
        case Ink::Commit: return Ink::OnCommit;
        case Ink::Ping: return Ink::OnPing;
        case Ink::Client: return Ink::OnClient;
        default: return Ink::Text;
    }
}

}  // namespace

Theme::Theme(bool dark, bool projector) : m_dark(dark), m_projector(projector) {
    for (const InkColor& c : kColors) set(c.ink, dark ? c.dark : c.light);
    if (!projector) return;
    // Projectors wash out: lines and soft text come closer to the ink.
    set(Ink::TextSoft, dark ? "#C6CFD9" : "#414A55");
    set(Ink::Line, dark ? "#414B57" : "#D0D7DE");
    set(Ink::LineStrong, dark ? "#7A8796" : "#8C98A5");
    set(Ink::Border, dark ? "#4B5663" : "#C2CAD3");
}

Theme Theme::light(bool projector) {
    return Theme(false, projector);
}

Theme Theme::dark(bool projector) {
    return Theme(true, projector);
}

void Theme::set(Ink ink, const char* color) {
    m_colors[static_cast<std::size_t>(ink)] = QColor(QLatin1String(color));
}

Ink Theme::serverInk(ServerLife life, ServerState state) {
    if (life == ServerLife::Down || life == ServerLife::Refused || life == ServerLife::Exited) return Ink::Down;
    switch (state) {
        case ServerState::Looking: return Ink::Looking;
        case ServerState::Following: return Ink::Following;
        case ServerState::Leading: return Ink::Leading;
        case ServerState::Observing: return Ink::Observing;
    }
    return Ink::Looking;
}

Ink Theme::packetInk(MessageType type) {
    switch (type) {
        case MessageType::Notification: return Ink::Vote;
        case MessageType::FollowerInfo:
        case MessageType::ObserverInfo:
        case MessageType::LeaderInfo:
        case MessageType::AckEpoch:
        case MessageType::Diff:
        case MessageType::Trunc:
        case MessageType::Snap:
        case MessageType::NewLeader:
        case MessageType::UpToDate: return Ink::Sync;
        case MessageType::Proposal: return Ink::Proposal;
        case MessageType::Ack: return Ink::Ack;
        case MessageType::Commit:
        case MessageType::Inform: return Ink::Commit;
        case MessageType::None:
        case MessageType::Ping:
        case MessageType::ClientPing:
        case MessageType::Connect:
        case MessageType::Disconnect:
        case MessageType::Count_: return Ink::Ping;
        case MessageType::Request:
        case MessageType::Revalidate:
        case MessageType::Sync:
        case MessageType::ClientConnect:
        case MessageType::ClientConnected:
        case MessageType::ClientRequest:
        case MessageType::ClientReply:
        case MessageType::ClientWatchEvent:
        case MessageType::EurekaRegister:
        case MessageType::EurekaRenew:
        case MessageType::EurekaCancel:
        case MessageType::EurekaFetch:
        case MessageType::EurekaBatch:
        case MessageType::EurekaResponse:
        case MessageType::HttpReset:
        case MessageType::ServiceCall:
        case MessageType::ServiceAnswer: return Ink::Client;
    }
    return Ink::Ping;
}

const QColor& Theme::onServer(ServerLife life, ServerState state) const {
    return color(onInk(serverInk(life, state)));
}

const QColor& Theme::onPacket(MessageType type) const {
    return color(onInk(packetInk(type)));
}

double Theme::fontPixels(FontRole role) const {
    return spec(role).pixels;
}

QFont Theme::font(FontRole role, double scale) const {
    static const QStringList sans{QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("Segoe UI"),
                                  QStringLiteral("SF Pro Text"), QStringLiteral("Helvetica Neue"), QStringLiteral("DejaVu Sans"),
                                  QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei"),
                                  QStringLiteral("PingFang SC"), QStringLiteral("WenQuanYi Micro Hei")};
    static const QStringList mono{QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"), QStringLiteral("Cascadia Mono"),
                                  QStringLiteral("SF Mono"), QStringLiteral("Menlo"), QStringLiteral("DejaVu Sans Mono"),
                                  QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")};
    const FontSpec& s = spec(role);
    QFont font;
    font.setFamilies(s.mono ? mono : sans);
    font.setStyleHint(s.mono ? QFont::Monospace : QFont::SansSerif);
    font.setWeight(s.weight);
    font.setPixelSize(std::max(1, qRound(s.pixels * scale)));
    return font;
}

QPalette Theme::palette() const {
    QPalette p;
    p.setColor(QPalette::Window, color(Ink::Window));
    p.setColor(QPalette::WindowText, color(Ink::Text));
    p.setColor(QPalette::Base, color(Ink::Surface));
    p.setColor(QPalette::AlternateBase, color(Ink::Raised));
    p.setColor(QPalette::Text, color(Ink::Text));
    p.setColor(QPalette::PlaceholderText, color(Ink::TextSoft));
    p.setColor(QPalette::Button, color(Ink::Raised));
    p.setColor(QPalette::ButtonText, color(Ink::Text));
    p.setColor(QPalette::BrightText, color(Ink::DownText));
    p.setColor(QPalette::Highlight, color(Ink::Accent));
    p.setColor(QPalette::HighlightedText, color(Ink::OnAccent));
    p.setColor(QPalette::Link, color(Ink::Accent));
    p.setColor(QPalette::LinkVisited, color(Ink::SyncText));
    p.setColor(QPalette::ToolTipBase, color(Ink::Raised));
    p.setColor(QPalette::ToolTipText, color(Ink::Text));
    p.setColor(QPalette::Light, color(Ink::Surface));
    p.setColor(QPalette::Midlight, color(Ink::Raised));
    p.setColor(QPalette::Mid, color(Ink::Border));
    p.setColor(QPalette::Dark, color(Ink::LineStrong));
    p.setColor(QPalette::Shadow, QColor(0, 0, 0));
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, color(Ink::LineStrong));
    return p;
}

const std::vector<InkPair>& textPairs() {
    static const std::vector<InkPair> pairs = [] {
        std::vector<InkPair> all;
        for (Ink text : {Ink::Text, Ink::TextSoft, Ink::Accent, Ink::LookingText, Ink::FollowingText, Ink::LeadingText,
                         Ink::ObservingText, Ink::DownText, Ink::SyncText})
            for (Ink ground : {Ink::Window, Ink::Surface, Ink::Raised}) all.push_back({text, ground});
        for (Ink surface : {Ink::Looking, Ink::Following, Ink::Leading, Ink::Observing, Ink::Down, Ink::Vote, Ink::Sync,
                            Ink::Proposal, Ink::Ack, Ink::Commit, Ink::Ping, Ink::Client})
            all.push_back({onInk(surface), surface});
        const InkPair rest[] = {{Ink::OnAccent, Ink::Accent},   {Ink::OnStale, Ink::Stale},       {Ink::OnLogCell, Ink::LogCell},
                                {Ink::OnBubble, Ink::Bubble},   {Ink::Text, Ink::DownSurface},    {Ink::TextSoft, Ink::DownSurface},
                                {Ink::DownText, Ink::DownSurface}, {Ink::Text, Ink::Highlight},   {Ink::Text, Ink::Track}};
        all.insert(all.end(), std::begin(rest), std::end(rest));
        return all;
    }();
    return pairs;
}

}  // namespace zab
