// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a text is, and what of it fits. Measures with the theme's fonts; GUI thread only.
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

namespace zab {

/// Width in pixels; remembered, so asking again costs a look-up.
double textWidth(FontRole role, int pixels, const QString& text);
/// Height of a line.
double lineHeight(FontRole role, int pixels);

struct FittedText {
    QString text;
    int pixels = 0;
    bool elided = false;
};
/// Makes the text smaller, down to `minPixels`, and then shorter until it fits into `width`.
FittedText fitText(FontRole role, int pixels, int minPixels, const QString& text, double width);

/// The text, or its beginning and its end where it does not fit: of a path the number at the end tells the most.
QString fitMiddle(FontRole role, int pixels, const QString& text, double width);

/// Breaks at spaces (and between Chinese characters) into at most `maxLines` lines; the last one is elided if there is more.
struct WrappedText {
    QStringList lines;
    bool elided = false;
    double width = 0;   ///< of the widest line
};
WrappedText wrapText(FontRole role, int pixels, const QString& text, double width, int maxLines);

}  // namespace zab
