// SPDX-License-Identifier: GPL-3.0-or-later
// The counted nodes of a PersistentMap: what can be done with one node and its neighbour. The map does the rest.
#pragma once

#include <array>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace zab {

/// An order-preserving summary of a key: a < b implies of(a) <= of(b). Keys with a member `orderRank()` use that (it has to
/// agree with the map's Compare); other types may specialize this.
template <class Q>
struct OrderRank {
    static std::uint64_t of(const Q& q) {
        if constexpr (requires {
                          { q.orderRank() } -> std::same_as<std::uint64_t>;
                      }) {
            return q.orderRank();
        } else if constexpr (std::signed_integral<Q>) {
            return static_cast<std::uint64_t>(static_cast<std::int64_t>(q)) ^ (std::uint64_t{1} << 63);
        } else if constexpr (std::unsigned_integral<Q>) {
            return q;
        } else if constexpr (std::is_convertible_v<const Q&, std::string_view>) {
            const std::string_view s = q;  // the first eight bytes, most significant first
            std::uint64_t r = 0;
            for (std::size_t i = 0; i < 8; ++i) r = r << 8 | (i < s.size() ? static_cast<unsigned char>(s[i]) : 0U);
            return r;
        } else {
            return 0;
        }
    }
};

template <class K, class V, class Compare>
struct PersistentMapNodes {
    static constexpr int kFanout = 16;
    static constexpr int kMinFill = kFanout / 4;  ///< below this a node is merged with a neighbour

    using value_type = std::pair<const K, V>;

    struct Counted {
        std::atomic<std::uint32_t> refs{1};
    };
    struct Entry : Counted {
        template <class Q, class... Args>
        explicit Entry(Q&& key, Args&&... args)
            : item(std::piecewise_construct, std::forward_as_tuple(std::forward<Q>(key)),
                   std::forward_as_tuple(std::forward<Args>(args)...)) {}
        value_type item;
    };
    struct Separator : Counted {
        explicit Separator(const K& k) : key(k) {}
        const K key;
    };
    struct Node : Counted {
        explicit Node(int l) : level(static_cast<std::uint16_t>(l)) {}
        std::uint16_t count = 0;
        const std::uint16_t level;  ///< 0 = leaf
        std::array<std::uint64_t, kFanout> rank;
    };
    struct Leaf : Node {
        Leaf() : Node(0) {}
        std::array<Entry*, kFanout> entry;
    };
    /// child[i] holds what is not less than the bound (rank[i], separator[i]); the bound of child[0] counts for nothing.
    /// No separator: the rank alone is the bound. So keys are copied only where two neighbours tie.
    struct Inner : Node {
        using Node::Node;
        std::array<Node*, kFanout> child;
        std::array<Separator*, kFanout> separator;
    };
    struct Bound {
        std::uint64_t rank = 0;
        Separator* separator = nullptr;
    };
    static Leaf* leaf(Node* n) { return static_cast<Leaf*>(n); }
    static const Leaf* leaf(const Node* n) { return static_cast<const Leaf*>(n); }
    static Inner* inner(Node* n) { return static_cast<Inner*>(n); }
    static const Inner* inner(const Node* n) { return static_cast<const Inner*>(n); }

    /// The built-in ranks follow `<`; with another order only keys that bring their own rank have one.
    template <class Q>
    static std::uint64_t rankOf(const Q& q) {
        constexpr bool ownRank = requires { q.orderRank(); };
        constexpr bool plainOrder = std::is_same_v<Compare, std::less<>> || std::is_same_v<Compare, std::less<K>>;
        if constexpr (ownRank || plainOrder) return OrderRank<Q>::of(q);
        return 0;
    }

    // Reference counts
    static void retain(Counted* c) { c->refs.fetch_add(1, std::memory_order_relaxed); }
    static bool dropped(Counted* c) { return c->refs.fetch_sub(1, std::memory_order_acq_rel) == 1; }
    static bool shared(const Counted* c) { return c->refs.load(std::memory_order_acquire) != 1; }
    static void release(Separator* s) {
        if (s && dropped(s)) delete s;
    }
    static void release(Entry* e) {
        if (dropped(e)) delete e;
    }
    static void release(Node* n) {
        if (!dropped(n)) return;
        if (n->level == 0) {
            for (int i = 0; i < n->count; ++i) release(leaf(n)->entry[i]);
            delete leaf(n);
            return;
        }
        for (int i = 0; i < n->count; ++i) {
            release(inner(n)->child[i]);
            release(inner(n)->separator[i]);
        }
        delete inner(n);
    }
    static Node* clone(const Node* n) {
        if (n->level == 0) {
            auto* c = new Leaf;
            c->count = n->count;
            for (int i = 0; i < n->count; ++i) {
                c->rank[i] = n->rank[i];
                retain(c->entry[i] = leaf(n)->entry[i]);
            }
            return c;
        }
        auto* c = new Inner(n->level);
        c->count = n->count;
        for (int i = 0; i < n->count; ++i) {
            c->rank[i] = n->rank[i];
            retain(c->child[i] = inner(n)->child[i]);
            if ((c->separator[i] = inner(n)->separator[i])) retain(c->separator[i]);
        }
        return c;
    }
    /// The node in the slot, cloned first if others look at it too.
    static Node* ownSlot(Node*& slot) {
        if (shared(slot)) {
            Node* c = clone(slot);
            release(slot);
            slot = c;
        }
        return slot;
    }

    // Searching in one node
    static int lowerRank(const std::uint64_t* ranks, int count, std::uint64_t rank) {
        if (count == 0) return 0;
        const std::uint64_t* p = ranks;
        while (count > 1) {  // without branches: what is compared is not predictable
            const int half = count / 2;
            p += half * static_cast<int>(p[half - 1] < rank);
            count -= half;
        }
        return static_cast<int>(p - ranks) + (*p < rank ? 1 : 0);
    }
    /// The first index from `first` whose rank is not `rank`.
    static int endOfTie(const Node* n, int first, std::uint64_t rank) {
        while (first < n->count && n->rank[first] == rank) ++first;
        return first;
    }
    template <class Q>
    static int childIndex(const Inner* n, std::uint64_t rank, const Q& q) {
        int lo = 1 + lowerRank(n->rank.data() + 1, n->count - 1, rank);
        int hi = endOfTie(n, lo, rank);
        while (lo < hi) {
            const int mid = (lo + hi) / 2;
            const Separator* s = n->separator[mid];
            if (s && Compare{}(q, s->key))
                hi = mid;
            else
                lo = mid + 1;
        }
        return lo - 1;
    }
    template <class Q>
    static int leafIndex(const Leaf* n, std::uint64_t rank, const Q& q, bool& found) {
        int lo = lowerRank(n->rank.data(), n->count, rank);
        const int end = endOfTie(n, lo, rank);
        int hi = end;
        while (lo < hi) {
            const int mid = (lo + hi) / 2;
            if (Compare{}(n->entry[mid]->item.first, q))
                lo = mid + 1;
            else
                hi = mid;
        }
        found = lo < end && !Compare{}(q, n->entry[lo]->item.first);
        return lo;
    }
    template <class F>
    static void visit(const Node* n, F& f) {
        for (int i = 0; i < n->count; ++i) {
            if (n->level)
                visit(inner(n)->child[i], f);
            else
                f(std::as_const(leaf(n)->entry[i]->item.first), std::as_const(leaf(n)->entry[i]->item.second));
        }
    }

    // Changing; every node handed in is ours alone.
    static void put(Leaf* n, int at, std::uint64_t rank, Entry* e) {
        for (int i = n->count; i > at; --i) {
            n->rank[i] = n->rank[i - 1];
            n->entry[i] = n->entry[i - 1];
        }
        n->rank[at] = rank;
        n->entry[at] = e;
        ++n->count;
    }
    static void put(Inner* n, int at, Bound b, Node* child) {
        for (int i = n->count; i > at; --i) {
            n->rank[i] = n->rank[i - 1];
            n->separator[i] = n->separator[i - 1];
            n->child[i] = n->child[i - 1];
        }
        n->rank[at] = b.rank;
        n->separator[at] = b.separator;
        n->child[at] = child;
        ++n->count;
    }
    static void take(Leaf* n, int at) {
        --n->count;
        for (int i = at; i < n->count; ++i) {
            n->rank[i] = n->rank[i + 1];
            n->entry[i] = n->entry[i + 1];
        }
    }
    static void take(Inner* n, int at) {
        --n->count;
        for (int i = at; i < n->count; ++i) {
            n->rank[i] = n->rank[i + 1];
            n->separator[i] = n->separator[i + 1];
            n->child[i] = n->child[i + 1];
        }
    }
    /// Appends from[first..] to `to`; the bound of from[0] has to be in place.
    static void moveTail(Leaf* from, int first, Leaf* to) {
        for (int i = first; i < from->count; ++i) put(to, to->count, from->rank[i], from->entry[i]);
        from->count = static_cast<std::uint16_t>(first);
    }
    static void moveTail(Inner* from, int first, Inner* to) {
        for (int i = first; i < from->count; ++i) put(to, to->count, {from->rank[i], from->separator[i]}, from->child[i]);
        from->count = static_cast<std::uint16_t>(first);
    }
    /// What tells the leaves apart: all of `left` is less, nothing of `right` is.
    static Bound boundBetween(const Leaf* left, const Leaf* right) {
        const bool tie = left->rank[left->count - 1] == right->rank[0];
        return {right->rank[0], tie ? new Separator(right->entry[0]->item.first) : nullptr};
    }
    /// Takes the bound in front of a node's first child away from it, for the parent to hold.
    static Bound liftBound(Inner* n) { return {n->rank[0], std::exchange(n->separator[0], nullptr)}; }
    static Bound boundOf(const Leaf* left, const Leaf* right) { return boundBetween(left, right); }
    static Bound boundOf(const Inner*, Inner* right) { return liftBound(right); }
    static Leaf* emptyLike(const Leaf*) { return new Leaf; }
    static Inner* emptyLike(const Inner* n) { return new Inner(n->level); }

    /// Child `i` of `parent` has become too empty: merges it with a neighbour, or shares the neighbour's load.
    static void refill(Inner* parent, int i) {
        const int r = i > 0 ? i : 1;
        Node* left = ownSlot(parent->child[r - 1]);
        Node* right = ownSlot(parent->child[r]);
        if (right->level == 0) {
            release(std::exchange(parent->separator[r], nullptr));
            return balance(parent, r, leaf(left), leaf(right));
        }
        release(inner(right)->separator[0]);
        right->rank[0] = parent->rank[r];
        inner(right)->separator[0] = std::exchange(parent->separator[r], nullptr);
        balance(parent, r, inner(left), inner(right));
    }
    /// The bound of `right` has been taken out of the parent.
    template <class N>
    static void balance(Inner* parent, int r, N* left, N* right) {
        const int total = left->count + right->count;
        if (total <= kFanout) {
            moveTail(right, 0, left);
            delete right;
            take(parent, r);
            return;
        }
        N* rest = emptyLike(right);
        if (left->count > total / 2) {
            moveTail(left, total / 2, rest);
            moveTail(right, 0, rest);
        } else {
            moveTail(right, total / 2 - left->count, rest);
            moveTail(right, 0, left);
        }
        delete right;
        const Bound b = boundOf(left, rest);
        parent->child[r] = rest;
        parent->rank[r] = b.rank;
        parent->separator[r] = b.separator;
    }
};

}  // namespace zab
