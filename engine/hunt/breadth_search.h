// SPDX-License-Identifier: GPL-3.0-or-later
// Level by level, in batches: all threads expand, then each takes in the new states of its shards. What comes out does not depend on
// how many threads there are: the order within a level is that of the shards, and within a shard that of the states before.
#pragma once

#include "engine/hunt/explore.h"
#include "engine/hunt/stage.h"
#include "engine/hunt/state_space.h"
#include "engine/hunt/visited.h"

#include <array>
#include <atomic>
#include <barrier>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace zab {

class BreadthSearch {
public:
    using Progress = std::function<bool(const ExploreProgress&)>;
    BreadthSearch(const Stage& stage, const ExploreOptions& options, Shared& shared, ExploreResult& result, const Progress& progress);
    /// The violated property and the shortest way to it; nothing if there is none, and result.end says why.
    std::optional<Property> run(std::vector<Move>& path);

private:
    static constexpr std::size_t kBatch = 8192;
    /// States found by one thread that belong to one shard: flat, for the sake of the cache.
    struct Found {
        std::vector<Digest128> digests;
        std::vector<std::uint32_t> parents;   ///< their numbers
        std::vector<Move> moves;
        std::vector<std::uint32_t> states;    ///< slots of each
        void clear() { digests.clear(), parents.clear(), moves.clear(), states.clear(); }
    };
    struct Bad {
        std::uint32_t parent = UINT32_MAX, order = 0;   ///< the lowest wins
        Move move;
        Property property{};
    };
    struct Worker {
        Worker(Shared& shared, const World& world, std::optional<Property> property) : space(shared, world, property) {}
        StateSpace space;
        std::array<Found, Visited::kShards> found;
        std::optional<Bad> bad;
        std::uint64_t generated = 0;
    };
    struct Link {
        std::uint32_t parent;
        Move move;
    };

    void work(std::size_t worker);
    void batch();
    void expand(std::size_t worker);
    void takeIn(std::size_t worker);
    void place(std::size_t worker);
    void arrange();
    void settleBatch();
    void tell();
    bool mayGoOn();
    std::uint64_t bytes() const;

    const ExploreOptions& m_options;
    ExploreResult& m_result;
    const Progress& m_progress;
    Shared& m_shared;
    Visited m_visited;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::barrier<> m_barrier;
    std::size_t m_slots;
    std::vector<std::uint32_t> m_level, m_next;   ///< states, flat
    std::vector<Link> m_links;                    ///< of every state, by number
    std::size_t m_from = 0, m_to = 0;             ///< the batch within the level
    std::uint32_t m_firstNumber = 0;              ///< of the level
    std::array<std::vector<std::pair<std::uint32_t, std::uint32_t>>, Visited::kShards> m_fresh;   ///< by shard: worker, place
    std::array<std::size_t, Visited::kShards + 1> m_offset{};
    std::size_t m_nextCount = 0;
    std::uint64_t m_told = 0;
    std::atomic<bool> m_cancelled{false};
    bool m_done = false;
};

}  // namespace zab
