// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the scripts named on the command line and prints a line for each: digest, number of events, name.
// Built twice, with and without optimisation, for tst_builds.
#include "engine/lab/lab.h"
#include "engine/script/script.h"

#include <cinttypes>
#include <cstdio>
#include <fstream>
#include <iterator>

namespace {

bool play(const char* path) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto parsed = zab::parseScript(text, path);
    if (const auto* error = std::get_if<zab::ScriptError>(&parsed)) {
        std::fprintf(stderr, "%s\n", error->text().c_str());
        return false;
    }
    auto& script = std::get<zab::Script>(parsed);
    zab::Lab lab(script.scenario);
    zab::ScriptRunner runner(std::move(script), lab);
    while (!runner.atEnd() && runner.step()) {
    }
    std::printf("%016" PRIx64 " %lld %s\n", lab.trace().digest(), static_cast<long long>(lab.trace().size()), path);
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    bool good = argc > 1;
    for (int i = 1; i < argc; ++i) good = play(argv[i]) && good;
    return good ? 0 : 1;
}
