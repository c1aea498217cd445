// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/client/recipes/recipe_context.h"

namespace zab {

std::string makeUuid(Prng& random, bool hyphens) {
    constexpr char digits[] = "0123456789abcdef";
    std::uint64_t words[2] = {random.next(), random.next()};
    words[0] = (words[0] & ~std::uint64_t{0xf000}) | 0x4000;                       // version 4: random
    words[1] = (words[1] & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);  // variant of RFC 4122
    std::string out;
    for (int i = 0; i < 32; ++i) {
        if (hyphens && (i == 8 || i == 12 || i == 16 || i == 20)) out += '-';
        out += digits[(words[i / 16] >> (60 - i % 16 * 4)) & 15];
    }
    return out;
}

std::int64_t sequenceNumber(std::string_view name) {
    constexpr std::size_t kDigits = 10;
    if (name.size() < kDigits) return -1;
    std::int64_t n = 0;
    for (const char c : name.substr(name.size() - kDigits)) {
        if (c < '0' || c > '9') return -1;
        n = n * 10 + (c - '0');
    }
    return n;
}

std::string joined(const std::string& path, std::string_view name) { return (path == "/" ? "" : path) + "/" + std::string(name); }

std::string_view nameIn(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string localAddress(ClientId client) { return "10.0.0." + std::to_string(client.value); }

std::string serviceAddress(ClientId client) { return localAddress(client) + ":8080"; }

}  // namespace zab
