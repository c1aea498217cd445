// SPDX-License-Identifier: GPL-3.0-or-later
// A broken promise of our own code. Always on; the desktop program catches it, keeps its window and offers the run.
#pragma once

#include <stdexcept>
#include <string>

namespace zab {

class BrokenPromise : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] inline void brokenPromise(const char* what, const char* file, int line) {
    throw BrokenPromise(std::string(what) + " (" + file + ":" + std::to_string(line) + ")");
}

}  // namespace zab

#define ZAB_CHECK(condition) \
    do { if (!(condition)) ::zab::brokenPromise(#condition, __FILE__, __LINE__); } while (false)
