// SPDX-License-Identifier: GPL-3.0-or-later
// Paths of znodes: their parts, their rules (§5.8), and the key by which the tree and its shadows store them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zab {

/// 64 bits of `bytes`, the same on every machine. Not cryptographic.
std::uint64_t hashBytes(std::string_view bytes);
/// One more number into a hash.
constexpr std::uint64_t mixHash(std::uint64_t h, std::uint64_t v) {
    h = (h ^ v) * 0x9e3779b97f4a7c15U;
    return h ^ (h >> 32);
}

/// "/" for "/a", "/a" for "/a/b", "" for "/" and for what has no slash. Only cuts; says nothing about validity.
std::string_view parentPath(std::string_view path);
/// What follows the last slash.
std::string_view baseName(std::string_view path);
/// "/a" and "b" make "/a/b", "/" and "b" make "/b".
std::string joinPath(std::string_view parent, std::string_view name);
/// The system's own: /, /zookeeper, /zookeeper/quota, /zookeeper/config. They cannot be deleted.
bool isSpecialPath(std::string_view path);
/// Empty for a valid path, else the sentence of PathUtils.validatePath (§5.8). Positions count UTF-16 units, as in Java.
std::string pathProblem(std::string_view path);
/// pathProblem(path).empty(), without making the sentence.
bool isValidPath(std::string_view path);

/// Where a path stands among all paths: first by parent, then by name, both hashed. So the children of a znode lie side by
/// side, and a look-up compares numbers where it would compare long equal beginnings of strings.
std::uint64_t pathRank(std::string_view path);
/// The least rank that a child of `parent` can have; the upper 32 bits are those of all its children.
std::uint64_t firstChildRank(std::string_view parent);

/// A path to look up.
struct PathRef {
    explicit PathRef(std::string_view p) : path(p), rank(pathRank(p)) {}
    PathRef(std::string_view p, std::uint64_t r) : path(p), rank(r) {}
    std::uint64_t orderRank() const { return rank; }
    std::string_view path;
    std::uint64_t rank;
};

/// A path as a key of a PersistentMap.
struct PathKey {
    explicit PathKey(PathRef ref) : path(ref.path), rank(ref.rank) {}
    std::uint64_t orderRank() const { return rank; }
    bool operator==(const PathKey& o) const { return path == o.path; }
    std::string path;
    std::uint64_t rank;
};

/// By rank, then by path.
struct PathOrder {
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
        if (a.rank != b.rank) return a.rank < b.rank;
        return std::string_view(a.path) < std::string_view(b.path);
    }
};

}  // namespace zab
