// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QBuffer>
#include <QFile>
#include <QHash>
#include <QImageReader>

namespace zab {

namespace {

QByteArray svgSource(const QString& name) {
    static QHash<QString, QByteArray> read;
    const auto known = read.constFind(name);
    if (known != read.constEnd()) return *known;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray data;
    if (file.open(QIODevice::ReadOnly)) data = file.readAll();
    read.insert(name, data);
    return data;
}

}  // namespace

QPixmap iconPixmap(const QString& name, const QColor& color, double pixels, double devicePixelRatio) {
    QByteArray svg = svgSource(name);
    if (svg.isEmpty()) return {};
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QBuffer buffer(&svg);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "svg");
    const int side = qMax(1, qRound(pixels * devicePixelRatio));
    reader.setScaledSize(QSize(side, side));
    reader.setBackgroundColor(Qt::transparent);
    QPixmap pixmap = QPixmap::fromImage(reader.read());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon themedIcon(const QString& name, const Theme& theme, Ink ink) {
    QIcon icon;
    for (int side : {16, 20, 24, 32, 48}) {
        for (double ratio : {1.0, 2.0}) {
            icon.addPixmap(iconPixmap(name, theme.color(ink), side, ratio), QIcon::Normal);
            icon.addPixmap(iconPixmap(name, theme.color(Ink::LineStrong), side, ratio), QIcon::Disabled);
        }
    }
    return icon;
}

QIcon themedIcon(const QString& name, const Theme& theme) {
    return themedIcon(name, theme, Ink::Text);
}

}  // namespace zab
