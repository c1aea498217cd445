// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tree/paths.h"

#include <bit>
#include <cstring>

namespace zab {

namespace {

/// The bytes as a little-endian number, on every machine.
template <class Number>
std::uint64_t load(const char* p) {
    Number v = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&v, p, sizeof v);
    } else {
        for (std::size_t i = sizeof v; i-- > 0;) v = static_cast<Number>(v << 8 | static_cast<unsigned char>(p[i]));
    }
    return v;
}

/// One to seven bytes; they may overlap in the number, the length goes into the hash on its own.
std::uint64_t loadShort(const char* p, std::size_t n) {
    if (n >= 4) return load<std::uint32_t>(p) | load<std::uint32_t>(p + n - 4) << 32;
    return load<std::uint8_t>(p) | load<std::uint8_t>(p + n / 2) << 8 | load<std::uint8_t>(p + n - 1) << 16;
}

std::uint64_t rankOf(std::string_view parent, std::string_view name) { return firstChildRank(parent) | hashBytes(name) >> 32; }

/// The next character of UTF-8 text; 0xfffd for what is none, as Java decodes it.
char32_t nextCharacter(std::string_view s, std::size_t& i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
    const unsigned first = byte(i++);
    if (first < 0x80) return first;
    const int more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0 ? 1 : 0;
    if (more == 0) return 0xfffd;
    char32_t c = first & (0x3fU >> more);
    for (int k = 0; k < more; ++k) {
        if (i >= s.size() || (byte(i) & 0xc0U) != 0x80) return 0xfffd;
        c = c << 6 | (byte(i++) & 0x3fU);
    }
    return c;
}

bool isInvalidCharacter(char32_t c) {
    return (c > 0 && c <= 0x1f) || (c >= 0x7f && c <= 0x9f) || (c >= 0xd800 && c <= 0xf8ff) || (c >= 0xfff0 && c <= 0xffff) || c > 0xffff;
}

/// Printable ASCII that no rule speaks of.
bool isPlain(char c) { return c >= ' ' && c < 0x7f && c != '/' && c != '.'; }

struct Problem {
    const char* reason = nullptr;
    std::size_t position = 0;  ///< in UTF-16 units
};

/// Looks at the path behind its first slash; it neither is "/" nor ends with a slash.
Problem problemInside(std::string_view path) {
    std::size_t unit = 1;
    for (std::size_t i = 1; i < path.size(); ++unit) {
        const std::size_t at = i;
        if (isPlain(path[i])) {
            ++i;
            continue;
        }
        const char32_t c = nextCharacter(path, i);
        if (c == 0) return {"null character not allowed", unit};
        if (c == '/' && path[at - 1] == '/') return {"empty node name specified", unit};
        const bool endsComponent = i == path.size() || path[i] == '/';
        if (c == '.' && endsComponent) {
            const bool one = path[at - 1] == '/';
            const bool two = path[at - 1] == '.' && path[at - 2] == '/';
            if (one || two) return {"relative paths not allowed", unit};
        }
        if (isInvalidCharacter(c)) return {"invalid character", unit};
    }
    return {};
}

}  // namespace

std::uint64_t hashBytes(std::string_view bytes) {
    std::uint64_t h = 0x243f6a8885a308d3U ^ bytes.size() * 0xff51afd7ed558ccdU;
    const char* p = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 8; left -= 8, p += 8) h = mixHash(h, load<std::uint64_t>(p));
    if (left > 0) h = mixHash(h, loadShort(p, left));
    h *= 0xff51afd7ed558ccdU;
    return h ^ (h >> 29);
}

std::string_view parentPath(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos || path.size() == 1) return {};
    return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

std::string_view baseName(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string joinPath(std::string_view parent, std::string_view name) {
    std::string path(parent == "/" ? std::string_view() : parent);
    path += '/';
    path += name;
    return path;
}

bool isSpecialPath(std::string_view path) {
    return path == "/" || path == "/zookeeper" || path == "/zookeeper/quota" || path == "/zookeeper/config";
}

std::string pathProblem(std::string_view path) {
    if (path.empty()) return "Path length must be > 0";
    if (path.front() != '/') return "Path must start with / character";
    if (path.size() == 1) return {};
    if (path.back() == '/') return "Path must not end with / character";
    const Problem p = problemInside(path);
    if (!p.reason) return {};
    return "Invalid path string \"" + std::string(path) + "\" caused by " + p.reason + " @" + std::to_string(p.position);
}

bool isValidPath(std::string_view path) {
    if (path.empty() || path.front() != '/') return false;
    return path.size() == 1 || (path.back() != '/' && !problemInside(path).reason);
}

std::uint64_t pathRank(std::string_view path) { return rankOf(parentPath(path), baseName(path)); }

std::uint64_t firstChildRank(std::string_view parent) { return hashBytes(parent) & 0xffffffff00000000U; }

}  // namespace zab
