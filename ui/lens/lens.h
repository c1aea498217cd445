// SPDX-License-Identifier: GPL-3.0-or-later
// The one object that says what is being looked at. Views read it and ask it for changes; it tells once a frame.
#pragma once

#include "engine/base/types.h"

#include <QFlags>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <set>
#include <string>

namespace zab {

/// A thing that can be clicked. Only the fields that its kind needs are set.
struct Selection {
    enum class Kind : std::uint8_t { None, Server, Client, Link, Packet, Proposal, Event, Znode, RecipePart, Property, Variant } kind = Kind::None;
    ServerId server, other;       ///< Server; Link: both ends; Proposal: the leader; Znode: whose tree
    ClientId client;
    std::uint64_t packet = 0;     ///< sequence in the pending list
    Zxid zxid;                    ///< Proposal
    EventId event = kNoEvent;
    std::string path;             ///< Znode; RecipePart: the recipe's (with `client`); Property, Variant: its name
    bool operator==(const Selection&) const = default;

    static Selection ofServer(ServerId s) { Selection r; r.kind = Kind::Server; r.server = s; return r; }
    static Selection ofClient(ClientId c) { Selection r; r.kind = Kind::Client; r.client = c; return r; }
    static Selection ofLink(ServerId a, ServerId b) { Selection r; r.kind = Kind::Link; r.server = a; r.other = b; return r; }
    static Selection ofPacket(std::uint64_t sequence, EventId sent) { Selection r; r.kind = Kind::Packet; r.packet = sequence; r.event = sent; return r; }
    static Selection ofProposal(ServerId leader, Zxid zxid) { Selection r; r.kind = Kind::Proposal; r.server = leader; r.zxid = zxid; return r; }
    static Selection ofEvent(EventId e) { Selection r; r.kind = Kind::Event; r.event = e; return r; }
    static Selection ofZnode(ServerId s, std::string path) { Selection r; r.kind = Kind::Znode; r.server = s; r.path = std::move(path); return r; }
    static Selection ofRecipePart(ClientId c, std::string recipe) { Selection r; r.kind = Kind::RecipePart; r.client = c; r.path = std::move(recipe); return r; }
    /// By its id (engine/check).
    static Selection ofProperty(std::string id) { Selection r; r.kind = Kind::Property; r.path = std::move(id); return r; }
    /// A rule that is switched off, or a defect: by its name in a script.
    static Selection ofVariant(std::string name) { Selection r; r.kind = Kind::Variant; r.path = std::move(name); return r; }
};

/// Which events the list shows.
struct EventFilter {
    enum class Topic : std::uint8_t { All, Election, Recovery, Broadcast, Packets, Disk, Clients, Decisions } topic = Topic::All;
    ServerId server;              ///< 0 = all
    bool hideNoise = true;        ///< pings and timers
    bool operator==(const EventFilter&) const = default;
};

class Lens : public QObject {
    Q_OBJECT

public:
    enum Change { SelectionChange = 1, TreeServerChange = 2, FilterChange = 4 };
    Q_DECLARE_FLAGS(Changes, Change)

    explicit Lens(QObject* parent = nullptr);

    const Selection& selection() const { return m_selection; }
    ServerId treeServer() const { return m_treeServer; }
    const EventFilter& filter() const { return m_filter; }

    void select(const Selection& selection);
    void setTreeServer(ServerId server);
    void setFilter(const EventFilter& filter);

signals:
    /// What is looked at has changed; everything since the last frame in one signal.
    void changed(zab::Lens::Changes what);

private:
    void note(Change what);
    void tell();

    Selection m_selection;
    ServerId m_treeServer{1};
    EventFilter m_filter;
    Changes m_pending;
    QTimer* m_frame;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Lens::Changes)

}  // namespace zab
