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
#include "engine/base/persistent_map_nodes.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace zab {

template <class K, class V, class Compare = std::less<>>
class PersistentMap : PersistentMapNodes<K, V, Compare> {
    using Base = PersistentMapNodes<K, V, Compare>;
    using Base::childIndex, Base::inner, Base::kFanout, Base::kMinFill, Base::leaf, Base::leafIndex;
    using Base::liftBound, Base::boundBetween, Base::moveTail, Base::ownSlot, Base::put, Base::rankOf, Base::refill;
    using Base::release, Base::retain, Base::shared, Base::take, Base::visit;
    using typename Base::Bound, typename Base::Entry, typename Base::Inner, typename Base::Leaf, typename Base::Node;
    static constexpr int kMaxLevels = 16;  ///< at the least filling, 4^15 entries

public:
    using typename Base::value_type;

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

    /// The value for changing, and true if it was made from `args` just now; an existing one stays as it is. The key is made
    /// from `q` only if it is missing.
    template <class Q, class... Args>
    std::pair<V*, bool> tryEmplace(Q&& q, Args&&... args) {
        const std::uint64_t rank = rankOf(q);
        Path path;
        if (trace(q, rank, path)) {
            own(path);
            return {&ownEntry(path)->item.second, false};
        }
        auto* entry = new Entry(std::forward<Q>(q), std::forward<Args>(args)...);
        own(path);
        insertEntry(path, rank, entry);
        ++m_size;
        return {&entry->item.second, true};
    }
    V& insertOrAssign(K key, V value) {
        const auto [v, fresh] = tryEmplace(std::move(key), std::move(value));
        if (!fresh) *v = std::move(value);  // nothing was taken from it then
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

    void insertEntry(Path& path, std::uint64_t rank, Entry* e) {
        if (!m_root) path.push(m_root = new Leaf, 0);
        Leaf* at = leaf(path.back().node);
        if (at->count < kFanout) return put(at, path.back().index, rank, e);
        auto* right = new Leaf;
        moveTail(at, kFanout / 2, right);
        const int i = path.back().index;
        if (i <= at->count)
            put(at, i, rank, e);
        else
            put(right, i - at->count, rank, e);
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
            if (i <= at->count)
                put(at, i, bound, child);
            else
                put(right, i - at->count, bound, child);
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

    Node* m_root = nullptr;
    std::size_t m_size = 0;
};

}  // namespace zab
