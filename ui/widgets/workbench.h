// SPDX-License-Identifier: GPL-3.0-or-later
// What every panel works with: where commands go, where facts come from, what is looked at, how things look.
#pragma once

namespace zab {

class LabClient;
class TraceFeed;
class Lens;
class Appearance;

struct Workbench {
    LabClient& client;
    TraceFeed& feed;
    Lens& lens;
    Appearance& appearance;
};

}  // namespace zab
