// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/stage_words.h"

#include <QStringList>

#include <algorithm>

namespace zab {

namespace {

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

bool carriesZxid(MessageType type) {
    switch (type) {
        case MessageType::Proposal:
        case MessageType::Ack:
        case MessageType::Commit:
        case MessageType::Inform:
        case MessageType::Trunc:
        case MessageType::Diff:
        case MessageType::Snap: return true;
        default: return false;
    }
}

/// Of protocol words only; all others are words of a language (packetWord).
const char* shortName(MessageType type) {
    switch (type) {
        case MessageType::FollowerInfo: return "FINFO";
        case MessageType::ObserverInfo: return "OINFO";
        case MessageType::LeaderInfo: return "LINFO";
        case MessageType::AckEpoch: return "ACKEP";
        case MessageType::NewLeader: return "NEWL";
        case MessageType::UpToDate: return "UPTO";
        case MessageType::Proposal: return "P";
        case MessageType::Ack: return "A";
        case MessageType::Commit: return "C";
        case MessageType::Inform: return "I";
        case MessageType::Request: return "REQ";
        case MessageType::Revalidate: return "REVAL";
        default: return nullptr;
    }
}

}  // namespace

QString zxidWord(Zxid zxid) {
    return QString::fromStdString(toString(zxid));
}

QString serverWord(ServerId id) {
    return id ? QStringLiteral("S%1").arg(id.value) : QStringLiteral("–");
}

QString clientWord(ClientId id) {
    return QStringLiteral("C%1").arg(id.value);
}

QString durationWord(SimTime t) {
    if (t.us < 1000) return StageText::tr("%1 µs").arg(t.us);
    if (t.us < 1000000) return StageText::tr("%1 ms").arg(static_cast<double>(t.us) / 1000, 0, 'g', 3);
    return StageText::tr("%1 s").arg(static_cast<double>(t.us) / 1e6, 0, 'f', 2);
}

QString sessionsWord(int sessions) {
    return StageText::tr("%n sessions", nullptr, sessions);
}

QString stateWord(const ServerView& server) {
    switch (server.life) {
        case ServerLife::Down: return StageText::tr("DOWN");
        case ServerLife::Frozen: return StageText::tr("FROZEN");
        case ServerLife::Refused: return StageText::tr("REFUSED");
        case ServerLife::Exited: return StageText::tr("EXITED");
        case ServerLife::Up: break;
    }
    return latin(stateName(server.state));
}

QString phaseWord(const ServerView& server) {
    const QString phase = latin(phaseName(server.phase));
    if (server.phase != Phase::Synchronization || server.sync == SyncMode::None) return phase;
    return phase + QStringLiteral(" · ") + latin(syncName(server.sync));
}

QString epochWord(const ServerView& server) {
    if (server.acceptedEpoch == server.currentEpoch) return StageText::tr("epoch %1").arg(server.currentEpoch);
    return StageText::tr("accepted %1 · current %2").arg(server.acceptedEpoch).arg(server.currentEpoch);
}

QString diskWord(const ServerView& server) {
    if (server.diskLast.counter() == 0) return StageText::tr("nothing logged");
    if (server.diskFirst == server.diskLast) return zxidWord(server.diskLast);
    return zxidWord(server.diskFirst) + QStringLiteral(" – ") + zxidWord(server.diskLast);
}

QString logLookWord(LogLook look) {
    switch (look) {
        case LogLook::Queued: return StageText::tr("waits for the disk");
        case LogLook::Appended: return StageText::tr("appended, not yet synced");
        case LogLook::Fsynced: return StageText::tr("on disk");
        case LogLook::Committed: return StageText::tr("committed");
        case LogLook::Applied: return StageText::tr("applied");
    }
    return {};
}

QString packetWord(const PacketView& packet) {
    if (packet.type == MessageType::Notification) {
        const QString vote = StageText::tr("vote %1").arg(serverWord(packet.voteLeader));
        return packet.stale ? StageText::tr("%1 · stale round %2").arg(vote).arg(packet.voteRound) : vote;
    }
    switch (packet.type) {
        case MessageType::Connect: return StageText::tr("open");
        case MessageType::Disconnect: return StageText::tr("close");
        case MessageType::ClientConnect: return StageText::tr("connect");
        case MessageType::ClientConnected: return StageText::tr("welcome");
        case MessageType::ClientRequest: return StageText::tr("request");
        case MessageType::ClientReply: return StageText::tr("reply");
        case MessageType::ClientPing: return StageText::tr("ping");
        case MessageType::ClientWatchEvent: return StageText::tr("watch");
        default: break;
    }
    const QString name = latin(messageName(packet.type));
    return carriesZxid(packet.type) ? name + QLatin1Char(' ') + zxidWord(packet.zxid) : name;
}

QString packetShortWord(const PacketView& packet) {
    if (packet.type == MessageType::Notification) return StageText::tr("v %1", "short for vote").arg(serverWord(packet.voteLeader));
    const char* name = shortName(packet.type);
    if (!name) return packetWord(packet);
    const QString word = QString::fromLatin1(name);
    return word.size() == 1 ? word + QLatin1Char(' ') + zxidWord(packet.zxid) : word;
}

QString packetName(const PacketView& packet) {
    return StageText::tr("%1 from %2 to %3")
        .arg(packetWord(packet), QString::fromStdString(toString(packet.from)), QString::fromStdString(toString(packet.to)));
}

QString packetTip(const PacketView& packet, SimTime now) {
    QStringList lines{packetName(packet)};
    if (packet.held) lines << StageText::tr("The link is cut: it waits.");
    else if (packet.departs > now) lines << StageText::tr("In the queue; leaves in %1.").arg(durationWord(packet.departs - now));
    else lines << StageText::tr("On its way; arrives in %1.").arg(durationWord({std::max<std::int64_t>(0, packet.due.us - now.us)}));
    if (packet.type == MessageType::Notification) lines << StageText::tr("Vote for %1 of round %2.").arg(serverWord(packet.voteLeader)).arg(packet.voteRound);
    if (packet.stale) lines << StageText::tr("The receiver is in a newer round: it will not count.");
    return lines.join(QLatin1Char('\n'));
}

QString serverStateSentence(const ServerView& server) {
    QStringList parts{stateWord(server)};
    if (server.life == ServerLife::Frozen) parts << latin(stateName(server.state));
    if (server.observer) parts << StageText::tr("observer");
    if (server.life == ServerLife::Up || server.life == ServerLife::Frozen) {
        parts << phaseWord(server) << epochWord(server) << StageText::tr("zxid %1").arg(zxidWord(server.lastProcessed));
        if (server.state == ServerState::Looking) {
            parts << StageText::tr("round %1").arg(server.round) << StageText::tr("votes for %1").arg(serverWord(server.vote.leader))
                  << StageText::tr("%1 votes, needs %2").arg(server.tally).arg(server.needed);
        } else {
            if (server.leader && server.leader != server.id) parts << StageText::tr("follows %1").arg(serverWord(server.leader));
            parts << sessionsWord(server.sessions);
        }
    } else {
        parts << StageText::tr("the disk keeps %1").arg(diskWord(server));
    }
    return parts.join(QStringLiteral(", "));
}

QString linkStateSentence(const LinkView& link) {
    QStringList parts;
    if (link.cutAB && link.cutBA) parts << StageText::tr("cut");
    else if (link.cutAB) parts << StageText::tr("cut from %1 to %2").arg(serverWord(link.a), serverWord(link.b));
    else if (link.cutBA) parts << StageText::tr("cut from %1 to %2").arg(serverWord(link.b), serverWord(link.a));
    if (link.connected) parts << StageText::tr("connected");
    parts << (link.slow ? StageText::tr("slow, %1").arg(durationWord(link.latency)) : StageText::tr("latency %1").arg(durationWord(link.latency)));
    if (link.jitter.us > 0) parts << StageText::tr("jitter %1").arg(durationWord(link.jitter));
    if (link.lossPpm > 0) parts << StageText::tr("loses %1 %").arg(static_cast<double>(link.lossPpm) / 10000, 0, 'g', 3);
    if (link.duplicatePpm > 0) parts << StageText::tr("duplicates %1 %").arg(static_cast<double>(link.duplicatePpm) / 10000, 0, 'g', 3);
    return parts.join(QStringLiteral(", "));
}

QString clientStateSentence(const ClientView& client) {
    QStringList parts;
    if (!client.alive) parts << StageText::tr("dead");
    else if (client.expired) parts << StageText::tr("session expired");
    else if (client.connected) parts << StageText::tr("connected to %1").arg(serverWord(client.server));
    else if (client.server) parts << StageText::tr("connecting to %1").arg(serverWord(client.server));
    else parts << StageText::tr("not connected");
    if (client.frozen) parts.prepend(StageText::tr("frozen"));
    if (client.at) parts << StageText::tr("stands beside %1 and is cut off with it").arg(serverWord(client.at));
    parts << StageText::tr("has seen %1").arg(zxidWord(client.lastZxid));
    if (client.outstanding > 0) parts << StageText::tr("replies it waits for: %1").arg(client.outstanding);
    if (!client.lastCall.empty()) parts << QString::fromStdString(client.lastCall);
    if (!client.lastReply.empty()) parts << QString::fromStdString(client.lastReply);
    return parts.join(QStringLiteral(", "));
}

}  // namespace zab
