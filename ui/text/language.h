// SPDX-License-Identifier: GPL-3.0-or-later
// The translations of one language: the program's own and Qt's. Needs an application, but no window.
#pragma once

#include <QString>
#include <QTranslator>

namespace zab {

class Language {
public:
    /// "zh_CN" or "en": what the locale asks for and the program has.
    static QString ofSystem();
    static bool exists(const QString& language);

    /// From now on texts are in this language; takes the place of the one before.
    void use(const QString& language);

private:
    QTranslator m_own, m_qt;
};

}  // namespace zab
