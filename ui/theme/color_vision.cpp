// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/color_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace zab {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double toLinear(double v) {
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double toGamma(double v) {
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

Triple linear(const QColor& c) {
    return {toLinear(c.redF()), toLinear(c.greenF()), toLinear(c.blueF())};
}

Triple product(const Matrix& m, const Triple& v) {
    Triple r{};
    for (std::size_t i = 0; i < 3; ++i) r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return r;
}

double luminance(const QColor& c) {
    const Triple v = linear(c);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

Triple lab(const QColor& c) {
    static const Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = product(toXyz, linear(c));
    const Triple white{0.95047, 1.0, 1.08883};
    Triple f{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = xyz[i] / white[i];
        f[i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

}  // namespace

double contrastRatio(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor seenBy(Vision vision, const QColor& color) {
    if (vision == Vision::Normal) return color;
    // Projections onto the plane of colours that the dichromat distinguishes, linear sRGB to linear sRGB.
    static const Matrix protan{{{0.11238, 0.88762, 0.0}, {0.11238, 0.88762, 0.0}, {0.00401, -0.00401, 1.0}}};
    static const Matrix deutan{{{0.29275, 0.70725, 0.0}, {0.29275, 0.70725, 0.0}, {-0.02234, 0.02234, 1.0}}};
    static const Matrix tritan{{{1.0, 0.14461, -0.14461}, {0.0, 0.85924, 0.14076}, {0.0, 0.85924, 0.14076}}};
    const Matrix& m = vision == Vision::Protan ? protan : vision == Vision::Deutan ? deutan : tritan;
    const Triple v = product(m, linear(color));
    return QColor::fromRgbF(static_cast<float>(toGamma(v[0])), static_cast<float>(toGamma(v[1])), static_cast<float>(toGamma(v[2])));
}

double colorDistance(const QColor& a, const QColor& b) {
    const Triple x = lab(a), y = lab(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

}  // namespace zab
