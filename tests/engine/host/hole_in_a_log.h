// SPDX-License-Identifier: GPL-3.0-or-later
// A run that violates properties with every rule on: the disks that it begins with cannot come from any run. One log of three
// lacks two transactions in its middle that the others have, which no last zxid tells.
#pragma once

namespace zab {

/// From the start of S2 on, what S2 delivers is not the beginning of what S1 and S3 have delivered.
inline constexpr const char* kHoleInALog = R"(title "a hole in a log"
servers 3
seed 3
disk S1 accepted 1 current 1 log 1.1-1.2 1.5
disk S2 accepted 1 current 1 log 1.1-1.5
disk S3 accepted 1 current 1 log 1.1-1.2 1.5
say "S1 and S3 lack 1.3 and 1.4."
start S1 S3
run until leader
run until quiet
C1 connect S1
run until quiet
C1 create /a "x"
run until commit
run until quiet
say "S2 has them."
start S2
run until quiet
run 2s
say "Nobody noticed."
expect violation PrefixConsistency
)";

}  // namespace zab
