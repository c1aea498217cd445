// SPDX-License-Identifier: GPL-3.0-or-later
// An ordered map as a regular value: a copy is one reference count, copies share what neither has changed since.
//
// A B+ tree with counted nodes. A node that only this map holds is changed in place, a shared one is cloned on the way
// down, so a map that nobody copied pays no cloning. Comparing strings costs a cache miss each; therefore every key
// brings an order-preserving 64-bit rank that lies in the node itself, and keys are looked at only where ranks tie.
// Nothing depends on addresses: same operations, same order of iteration, on every machine.
// Different copies may be read and changed in different threads; one copy is as any other value.
#pragma once

#include "engine/base/check.h"

#include <array>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace zab {

/// An order-preserving summary of a key: a < b implies of(a) <= of(b). Keys with a member `orderRank()` use that (it has to
/// agree with the map's Compare); other types may specialize this.
template <class Q>
struct OrderRank {
    static std::uint64_t of(const Q& q) {
        if constexpr (requires { { q.orderRank() } -> std::same_as<std::uint64_t>; }) {
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

template <class K, class V, class Compare = std::less<>>
class PersistentMap {
    static constexpr int kFanout = 32;
    static constexpr int kMinFill = kFanout / 4;  ///< below this a node is merged with a neighbour
    static constexpr int kMaxLevels = 12;         ///< 8^12 entries

public:
    using value_type = std::pair<const K, V>;

    PersistentMap() = default;
    PersistentMap(const PersistentMap& o) : m_root(o.m_root), m_size(o.m_size) {
        if (m_root) retain(m_root);
    }
    PersistentMap(PersistentMap&& o) noexcept : m_root(std::exchange(o.m_root, nullptr)), m_size(std::exchange(o.m_size, 0)) {}
    PersistentMap& operator=(PersistentMap o) noexcept {
        std::swap(m_root, o.m_root);
        std::swap(m_size, o.m_size);
        return *this;
    }
    ~PersistentMap() {
        if (m_root) release(m_root);  // recursion is as deep as the tree is high
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    void clear() { *this = PersistentMap(); }

    /// nullptr if missing. Q is anything that Compare compares with K and that has the same rank as the equal key.
    template <class Q>
    const V* find(const Q& q) const {
        const value_type* item = findItem(q);
        return item ? &item->second : nullptr;
    }
    template <class Q>
    const value_type* findItem(const Q& q) const {
        if (!m_root) return nullptr;
        const std::uint64_t rank = rankOf(q);
        const Node* node = m_root;
        while (node->level) node = inner(node)->child[childIndex(inner(node), rank, q)];
        bool found = false;
        const int i = leafIndex(leaf(node), rank, q, found);
        return found ? &leaf(node)->entry[i]->item : nullptr;
    }
    template <class Q>
    bool contains(const Q& q) const {
        return findItem(q) != nullptr;
    }

    /// The value for changing, nullptr if missing. Valid until the entry is erased or the map is copied, also while others
    /// are inserted and erased.
    template <class Q>
    V* edit(const Q& q) {
        Path path;
        if (!trace(q, rankOf(q), path)) return nullptr;
        own(path);
        return &ownEntry(path)->item.second;
    }

    /// The value for changing, and true if it was made from `args` just now; an existing one stays as it is.
    template <class... Args>
    std::pair<V*, bool> tryEmplace(K key, Args&&... args) {
        const std::uint64_t rank = rankOf(key);
        Path path;
        if (trace(key, rank, path)) {
            own(path);
            return {&ownEntry(path)->item.second, false};
        }
        auto* entry = new Entry(std::move(key), std::forward<Args>(args)...);
        own(path);
        insertEntry(path, rank, entry);
        ++m_size;
        return {&entry->item.second, true};
    }
    V& insertOrAssign(K key, V value) {
        const auto [v, fresh] = tryEmplace(std::move(key), std::move(value));
        if (!fresh) *v = std::move(value);  // tryEmplace takes its arguments only when it makes an entry
        return *v;
    }
    /// False if there was nothing to erase.
    template <class Q>
    bool erase(const Q& q) {
        Path path;
        if (!trace(q, rankOf(q), path)) return false;
        own(path);
        eraseEntry(path);
        --m_size;
        return true;
    }

    /// Walks forward in order. Valid until the map is changed.
    class Iterator {
    public:
        using value_type = PersistentMap::value_type;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        const value_type& operator*() const { return leaf(m_path.back().node)->entry[m_path.back().index]->item; }
        const value_type* operator->() const { return &**this; }
        Iterator& operator++() {
            ++m_path.back().index;
            settle();
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& o) const {
            if (m_path.depth == 0 || o.m_path.depth == 0) return m_path.depth == o.m_path.depth;
            return m_path.back().node == o.m_path.back().node && m_path.back().index == o.m_path.back().index;
        }

    private:
        friend class PersistentMap;
        /// From behind the end of a leaf to the first entry of the next one; depth 0 is the end of the map.
        void settle() {
            if (m_path.depth == 0 || m_path.back().index < m_path.back().node->count) return;
            do {
                if (--m_path.depth == 0) return;
            } while (++m_path.back().index >= m_path.back().node->count);
            while (m_path.back().node->level) m_path.push(inner(m_path.back().node)->child[m_path.back().index], 0);
        }
        typename PersistentMap::Path m_path;
    };

    Iterator begin() const {
        Iterator it;
        for (Node* n = m_root; n; n = n->level ? inner(n)->child[0] : nullptr) it.m_path.push(n, 0);
        return it;
    }
    Iterator end() const { return {}; }
    /// The first entry that is not less than q.
    template <class Q>
    Iterator lowerBound(const Q& q) const {
        Iterator it;
        trace(q, rankOf(q), it.m_path);
        it.settle();
        return it;
    }
    /// Calls f(key, value) in order.
    template <class F>
    void forEach(F&& f) const {
        if (m_root) visit(m_root, f);
    }
    /// Calls f(key, value) in order from the first entry that is not less than q, until f says false.
    template <class Q, class F>
    void forEachFrom(const Q& q, F&& f) const {
        for (Iterator it = lowerBound(q); it != end(); ++it) {
            if (!f(it->first, it->second)) return;
        }
    }

    bool operator==(const PersistentMap& o) const {
        if (m_root == o.m_root) return true;
        if (m_size != o.m_size) return false;
        for (Iterator a = begin(), b = o.begin(); a != end(); ++a, ++b) {
            if (!(a->first == b->first && a->second == b->second)) return false;
        }
        return true;
    }

private:
    struct Counted {
        std::atomic<std::uint32_t> refs{1};
    };
    struct Entry : Counted {
        template <class... Args>
        explicit Entry(K key, Args&&... args)
            : item(std::piecewise_construct, std::forward_as_tuple(std::move(key)), std::forward_as_tuple(std::forward<Args>(args)...)) {}
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
    struct Step {
        Node* node;
        int index;
    };
    struct Path {
        std::array<Step, kMaxLevels> step;
        int depth = 0;
        void push(Node* n, int i) {
            ZAB_CHECK(depth < kMaxLevels);
            step[static_cast<std::size_t>(depth++)] = {n, i};
        }
        Step& at(int i) { return step[static_cast<std::size_t>(i)]; }
        Step& back() { return step[static_cast<std::size_t>(depth - 1)]; }
        const Step& back() const { return step[static_cast<std::size_t>(depth - 1)]; }
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
    static Node* ownSlot(Node*& slot) {
        if (shared(slot)) {
            Node* c = clone(slot);
            release(slot);
            slot = c;
        }
        return slot;
    }
    void own(Path& path) {
        Node** slot = &m_root;
        for (int i = 0; i < path.depth; ++i) {
            Step& s = path.at(i);
            s.node = ownSlot(*slot);
            if (s.node->level) slot = &inner(s.node)->child[s.index];
        }
    }
    static Entry* ownEntry(const Path& path) {
        Entry*& e = leaf(path.back().node)->entry[path.back().index];
        if (shared(e)) {
            auto* c = new Entry(e->item.first, e->item.second);
            release(e);
            e = c;
        }
        return e;
    }

    // Searching
    static int lowerRank(const std::uint64_t* ranks, int count, std::uint64_t rank) {
        if (count == 0) return 0;
        const std::uint64_t* p = ranks;
        while (count > 1) {  // without branches: what is compared is not predictable
            const int half = count / 2;
            p += (p[half - 1] < rank) ? half : 0;
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
            if (s && Compare{}(q, s->key)) hi = mid;
            else lo = mid + 1;
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
            if (Compare{}(n->entry[mid]->item.first, q)) lo = mid + 1;
            else hi = mid;
        }
        found = lo < end && !Compare{}(q, n->entry[lo]->item.first);
        return lo;
    }
    template <class Q>
    bool trace(const Q& q, std::uint64_t rank, Path& path) const {
        if (!m_root) return false;
        Node* node = m_root;
        while (node->level) {
            const int i = childIndex(inner(node), rank, q);
            path.push(node, i);
            node = inner(node)->child[i];
        }
        bool found = false;
        const int i = leafIndex(leaf(node), rank, q, found);
        path.push(node, i);
        return found;
    }
    template <class F>
    static void visit(const Node* n, F& f) {
        for (int i = 0; i < n->count; ++i) {
            if (n->level) visit(inner(n)->child[i], f);
            else f(std::as_const(leaf(n)->entry[i]->item.first), std::as_const(leaf(n)->entry[i]->item.second));
        }
    }

    // Changing; every node on the path is ours alone by now.
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

    void insertEntry(Path& path, std::uint64_t rank, Entry* e) {
        if (!m_root) path.push(m_root = new Leaf, 0);
        Leaf* at = leaf(path.back().node);
        if (at->count < kFanout) return put(at, path.back().index, rank, e);
        auto* right = new Leaf;
        moveTail(at, kFanout / 2, right);
        const int i = path.back().index;
        if (i <= at->count) put(at, i, rank, e);
        else put(right, i - at->count, rank, e);
        insertChild(path, path.depth - 2, boundBetween(at, right), right);
    }
    /// Puts `child` behind the child that the path takes at `level`, splitting upwards as needed.
    void insertChild(Path& path, int level, Bound bound, Node* child) {
        for (; level >= 0; --level) {
            Inner* at = inner(path.at(level).node);
            const int i = path.at(level).index + 1;
            if (at->count < kFanout) return put(at, i, bound, child);
            auto* right = new Inner(at->level);
            moveTail(at, kFanout / 2, right);
            if (i <= at->count) put(at, i, bound, child);
            else put(right, i - at->count, bound, child);
            bound = liftBound(right);
            child = right;
        }
        auto* root = new Inner(m_root->level + 1);
        put(root, 0, Bound{}, m_root);
        put(root, 1, bound, child);
        m_root = root;
    }

    void eraseEntry(Path& path) {
        Leaf* at = leaf(path.back().node);
        release(at->entry[path.back().index]);
        take(at, path.back().index);
        for (int level = path.depth - 1; level > 0 && path.at(level).node->count < kMinFill; --level) {
            refill(inner(path.at(level - 1).node), path.at(level - 1).index);
        }
        if (m_root->level && m_root->count == 1) {
            Inner* old = inner(std::exchange(m_root, inner(m_root)->child[0]));
            release(old->separator[0]);
            delete old;
        } else if (m_root->count == 0) {
            delete leaf(std::exchange(m_root, nullptr));
        }
    }
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

    Node* m_root = nullptr;
    std::size_t m_size = 0;
};

}  // namespace zab
