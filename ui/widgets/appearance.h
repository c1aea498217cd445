// SPDX-License-Identifier: GPL-3.0-or-later
// Theme and language of the whole program, switched at run time and remembered.
#pragma once

#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

namespace zab {

class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit Appearance(QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; }
    Mode mode() const { return m_mode; }
    bool projector() const { return m_projector; }
    /// "en" or "zh_CN"; what the texts are in now.
    QString language() const { return m_language; }
    static Mode modeByName(const QString& name);

    void setMode(Mode mode);
    void setProjector(bool on);
    void setLanguage(const QString& language);

signals:
    void themeChanged();
    void languageChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    bool systemIsDark() const;

    Mode m_mode = Mode::System;
    bool m_projector = false;
    bool m_systemDark = false;
    QString m_language = QStringLiteral("en");
    Theme m_theme;
    Language m_texts;
};

}  // namespace zab
