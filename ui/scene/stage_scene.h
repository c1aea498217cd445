// SPDX-License-Identifier: GPL-3.0-or-later
// The whole stage as neutral shapes: a pure function of the view, the theme, the size, the moment and the options.
#pragma once

#include "ui/scene/client_places.h"
#include "ui/scene/stage_layout.h"

namespace zab {

/// Everything in one go (tests, exports, still pictures).
StageScene buildStage(const ClusterView& view, const Theme& theme, QSizeF size, SimTime now, const StageOptions& options);

/// The same in parts, for a widget that repaints while only time moves on: all but the packets ...
StageScene buildStill(const ClusterView& view, const StageLayout& layout, const Theme& theme, SimTime now, const StageOptions& options);
/// ... and the packets at `now`.
void updatePackets(StageScene& scene, const ClusterView& view, const StageLayout& layout, const Theme& theme, SimTime now,
                   const StageOptions& options);

/// The line above the stage: "epoch 2 · quorum 3 of 5 · leader S3".
QString headlineText(const ClusterView& view);

}  // namespace zab
