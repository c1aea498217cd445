// SPDX-License-Identifier: GPL-3.0-or-later
// How well colours can be told apart: WCAG contrast, and what viewers with one kind of cone missing see.
#pragma once

#include <QColor>

namespace zab {

/// WCAG 2.1 contrast ratio, 1..21.
double contrastRatio(const QColor& a, const QColor& b);

enum class Vision { Normal, Protan, Deutan, Tritan };
/// The colour as a dichromat sees it (Viénot, Brettel and Mollon's planes in linear RGB).
QColor seenBy(Vision vision, const QColor& color);

/// CIE76 distance in L*a*b*; 2.3 is just noticeable, 10 is plain at a glance.
double colorDistance(const QColor& a, const QColor& b);

}  // namespace zab
