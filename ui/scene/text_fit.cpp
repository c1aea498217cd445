// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/text_fit.h"

#include <QFontMetricsF>
#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <map>

namespace zab {

namespace {

struct Measured {
    explicit Measured(const QFont& f) : metrics(f) {}
    QFontMetricsF metrics;
    QHash<QString, double> widths;
};

Measured& measured(FontRole role, int pixels) {
    static std::map<std::pair<int, int>, Measured> known;
    const std::pair<int, int> key{static_cast<int>(role), pixels};
    const auto it = known.find(key);
    if (it != known.end()) return it->second;
    static const Theme theme = Theme::light();   // fonts are the same in every theme
    return known.emplace(key, Measured(theme.font(role, pixels / theme.fontPixels(role)))).first->second;
}

}  // namespace

double textWidth(FontRole role, int pixels, const QString& text) {
    Measured& m = measured(role, std::max(1, pixels));
    const auto it = m.widths.constFind(text);
    if (it != m.widths.constEnd()) return *it;
    if (m.widths.size() > 4000) m.widths.clear();   // labels with running numbers must not grow it for ever
    const double width = m.metrics.horizontalAdvance(text);
    m.widths.insert(text, width);
    return width;
}

double lineHeight(FontRole role, int pixels) {
    return measured(role, std::max(1, pixels)).metrics.height();
}

FittedText fitText(FontRole role, int pixels, int minPixels, const QString& text, double width) {
    FittedText fitted{text, pixels, false};
    while (fitted.pixels > minPixels && textWidth(role, fitted.pixels, text) > width) --fitted.pixels;
    if (textWidth(role, fitted.pixels, text) <= width) return fitted;
    fitted.text = measured(role, fitted.pixels).metrics.elidedText(text, Qt::ElideRight, std::max(0.0, width));
    fitted.elided = true;
    return fitted;
}

QString fitMiddle(FontRole role, int pixels, const QString& text, double width) {
    return measured(role, std::max(1, pixels)).metrics.elidedText(text, Qt::ElideMiddle, std::max(0.0, width));
}

WrappedText wrapText(FontRole role, int pixels, const QString& text, double width, int maxLines) {
    WrappedText result;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    int start = 0;
    while (start < text.size()) {
        int end = start;
        finder.setPosition(start);
        for (int next = static_cast<int>(finder.toNextBoundary()); next > 0; next = static_cast<int>(finder.toNextBoundary())) {
            const QString piece = text.mid(start, next - start).trimmed();
            if (end > start && textWidth(role, pixels, piece) > width) break;
            end = next;
        }
        if (end == start) end = static_cast<int>(text.size());
        QString line = text.mid(start, end - start).trimmed();
        const bool last = result.lines.size() + 1 == maxLines;
        if (last && end < text.size()) line = text.mid(start).trimmed();
        if (textWidth(role, pixels, line) > width) {
            line = measured(role, pixels).metrics.elidedText(line, Qt::ElideRight, width);
            result.elided = true;
        }
        result.lines << line;
        result.width = std::max(result.width, textWidth(role, pixels, line));
        if (last) break;
        start = end;
    }
    return result;
}

}  // namespace zab
