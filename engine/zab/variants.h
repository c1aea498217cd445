// SPDX-License-Identifier: GPL-3.0-or-later
// How an ensemble may differ from ZooKeeper 3.8: rules of the protocol that are broken on purpose, to see why they exist, and
// defects that a release had (chapter 12).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zab {

/// A set of the values of a small enumeration, as bits.
template <class E>
struct EnumSet {
    std::uint32_t bits = 0;
    constexpr bool has(E e) const { return bits >> static_cast<unsigned>(e) & 1U; }
    constexpr void add(E e) { bits |= std::uint32_t{1} << static_cast<unsigned>(e); }
    constexpr bool empty() const { return bits == 0; }
    bool operator==(const EnumSet&) const = default;
};

/// A rule of the protocol that can be switched off; switched off, its seal is broken.
enum class Seal : std::uint8_t {
    QuorumMajority,         ///< §2.5 quorum is more than half (off: half is enough)
    VoteOrder,              ///< §2.4 the vote compares epoch before zxid before id (off: the id alone)
    ElectionRound,          ///< §2.4 votes of an older round are ignored
    FsyncBeforeAck,         ///< §3.7, §3.10 a proposal is on disk before it is acknowledged
    EpochPromise,           ///< §3.3 a new epoch is larger than any promised one, and the promise is durable
    SyncBeforeServe,        ///< §3.4 a new leader synchronizes its followers before they serve
    TruncateSurplus,        ///< §3.4 what the leader does not have is cut off
    CommitInOrder,          ///< §3.7 the leader commits in the order of zxids
    FifoLinks,              ///< §2.1, §3.1 a connection delivers in the order of sending
    ProposeWhileSyncing,    ///< §3.5 proposals go to everyone who is synchronizing
    NewLeaderQuorum,        ///< §3.5 UPTODATE waits for a quorum that has acknowledged NEWLEADER
    LeaderNeedsQuorum,      ///< §3.8 a leader without a quorum steps down
    ClientNotAhead,         ///< §6, §8.2 a client that is ahead of the server is refused
    LeaderExpires,          ///< §6 only the leader ends sessions
    ApplyOnCommit,          ///< §3.7 followers apply a transaction when COMMIT comes, not before
    Count_
};

struct SealInfo {
    std::string_view id;        ///< as `without` in a script takes it: "fsync-before-ack"
    const char* sentence;       ///< the rule in plain words, translated with context "Seal"
    const char* broken;         ///< what servers do without it, translated with context "Seal"
    std::string_view guards;    ///< the property that falls without it, by its id (engine/check)
    std::string_view section;   ///< of the protocol reference
};
const SealInfo& sealInfo(Seal seal);
std::optional<Seal> sealByName(std::string_view name);

/// A defect of a release of ZooKeeper. In order of their numbers.
enum class Defect : std::uint8_t {
    Zk1154, Zk1277, Zk2355, Zk2845, Zk3023, Zk3104, Zk3911, Zk4394, Zk4643, Zk4646, Zk4685, Zk4785,
    Count_
};

/// A release such as 3.4.11.
struct Release {
    int major = 0, minor = 0, patch = 0;
    auto operator<=>(const Release&) const = default;
};
std::optional<Release> releaseByName(std::string_view name);
std::string toString(Release r);

struct DefectInfo {
    int number;                 ///< of the issue: ZOOKEEPER-number
    std::string_view title;     ///< what it was, English, translated with context "Defect"
    std::string_view breaks;    ///< the property that falls, by its id (engine/check); empty: none by this defect alone
    std::vector<Release> since; ///< the first release of each branch that has it; later branches were born with it
    std::vector<Release> fixed; ///< the first release of each branch without it; empty: none yet
};
const DefectInfo& defectInfo(Defect defect);
/// "ZOOKEEPER-2845".
std::string toString(Defect defect);
std::optional<Defect> defectByName(std::string_view name);
/// Did this release have the defect? A branch without a fix of its own keeps it; one that is younger than a fixed branch was born with the fix.
bool hasDefect(Release release, Defect defect);

/// What an ensemble does otherwise than ZooKeeper 3.8.
struct Variants {
    EnumSet<Seal> broken;
    EnumSet<Defect> defects;
    std::optional<Release> release;   ///< "as in 3.4.11": what the defects are called after
    bool operator==(const Variants&) const = default;
    bool holds(Seal s) const { return !broken.has(s); }
    bool has(Defect d) const { return defects.has(d); }
};

}  // namespace zab
