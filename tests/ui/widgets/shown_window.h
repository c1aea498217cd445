// SPDX-License-Identifier: GPL-3.0-or-later
// The real window as the tests of its flows begin with it: shown, of the smallest size that the design is for, nothing in motion.
#pragma once

#include "ui/widgets/appearance.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/stage_view.h"

#include <QtTest>

#include <memory>

namespace zab {

/// Nothing, if it does not come to the screen.
inline std::unique_ptr<MainWindow> shownWindow(Appearance& look) {
    auto window = std::make_unique<MainWindow>(look);
    window->resize(1366, 768);
    window->stage().setAnimated(false);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) window.reset();
    return window;
}

}  // namespace zab
