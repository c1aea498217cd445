// SPDX-License-Identifier: GPL-3.0-or-later
// The longer texts of the Help menu, as HTML in the language of the moment.
#pragma once

#include <QString>

namespace zab {

QString keysText();
QString aboutText();

}  // namespace zab
