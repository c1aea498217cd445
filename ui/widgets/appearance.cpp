// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/appearance.h"

#include "ui/widgets/style.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>

namespace zab {

Appearance::Appearance(QObject* parent) : QObject(parent), m_systemDark(systemIsDark()), m_theme(Theme::light()) {
    m_texts.use(m_language);   // English has its singulars to load
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    qApp->installEventFilter(this);
    apply();
}

bool Appearance::systemIsDark() const {
    const QPalette system = QApplication::palette();
    return system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
}

Appearance::Mode Appearance::modeByName(const QString& name) {
    if (name == QLatin1String("light")) return Mode::Light;
    if (name == QLatin1String("dark")) return Mode::Dark;
    return Mode::System;
}

void Appearance::setMode(Mode mode) {
    if (mode == m_mode) return;
    m_mode = mode;
    apply();
}

void Appearance::setProjector(bool on) {
    if (on == m_projector) return;
    m_projector = on;
    apply();
}

void Appearance::apply() {
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
    m_theme = dark ? Theme::dark(m_projector) : Theme::light(m_projector);
    QApplication::setPalette(m_theme.palette());
    // The texts around the stage keep their size in projector mode: they are hidden there.
    QApplication::setFont(Theme::light().font(FontRole::Body));
    qApp->setStyleSheet(styleSheet(m_theme));
    emit themeChanged();
}

void Appearance::setLanguage(const QString& language) {
    if (language == m_language) return;
    m_language = language;
    m_texts.use(language);
    emit languageChanged();
}

bool Appearance::eventFilter(QObject* watched, QEvent* event) {
    // The desktop's own switch between light and dark arrives as a new palette of the platform, before ours covers it.
    if (watched == qApp && event->type() == QEvent::ThemeChange && m_mode == Mode::System) {
        QApplication::setPalette(QPalette());
        m_systemDark = systemIsDark();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace zab
