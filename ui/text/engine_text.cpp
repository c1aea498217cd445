// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/engine_text.h"

#include "engine/script/script.h"
#include "ui/text/engine_phrases.h"
#include "ui/text/event_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <vector>

namespace zab {
namespace {

/// Only the data of a znode makes a sentence longer; such a one is not looked through.
constexpr std::size_t kLongest = 4000;

/// A phrase cut at its places: pieces[0] %1 pieces[1] %2 ... pieces.back().
struct Form {
    const EnginePhrase* phrase;
    QStringList pieces;
    qsizetype letters = 0;   ///< of all pieces
};

Form formOf(const EnginePhrase& phrase) {
    Form form{&phrase, {QString()}, 0};
    const QString text = QString::fromLatin1(phrase.text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit()) {
            form.pieces << QString();
            ++i;
            continue;
        }
        form.pieces.last() += text[i];
        ++form.letters;
    }
    return form;
}

/// The most specific first, so that "%1 has no reply" comes before "%1 has no %2"; equals stay in the order of the table.
const std::vector<Form>& forms() {
    static const std::vector<Form> all = [] {
        std::vector<Form> list;
        for (const EnginePhrase& phrase : enginePhrases()) list.push_back(formOf(phrase));
        std::stable_sort(list.begin(), list.end(), [](const Form& a, const Form& b) { return a.letters > b.letters; });
        return list;
    }();
    return all;
}

bool isNumber(QStringView s) {
    return !s.isEmpty() && std::all_of(s.begin(), s.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

bool isActor(QStringView s) { return (s.startsWith(QLatin1Char('S')) || s.startsWith(QLatin1Char('C'))) && isNumber(s.mid(1)); }

bool isWord(QStringView s) { return !s.isEmpty() && !s.contains(QLatin1Char(' ')); }

bool areWords(QStringView s) {
    const auto words = s.split(u", ");
    return std::all_of(words.begin(), words.end(), isWord);
}

bool isBetween(QStringView s, char mark) { return s.size() >= 2 && s.front() == QLatin1Char(mark) && s.back() == QLatin1Char(mark); }

bool fits(char place, QStringView s) {
    switch (place) {
        case 'A': return isActor(s);
        case 'N': return isNumber(s);
        case 'P': return s.startsWith(QLatin1Char('/'));
        case 'Q': return isBetween(s, '"');
        case 'K': return areWords(s);
        case 'T': return isBetween(s, '\'');
        case 'W': return isWord(s);
        default: return place == 'V' && !s.isEmpty();
    }
}

std::optional<QString> translated(char group, QStringView english);

/// The text at one place as a person reads it; nothing if it cannot stand there.
std::optional<QString> part(char place, QStringView english) {
    if (place >= 'a' && place <= 'z') return translated(place, english);
    if (fits(place, english)) return english.toString();
    return place == 'T' ? translated('t', english) : std::nullopt;
}

/// Fills `parts` from the place `i` on; `rest` begins where that place begins.
bool matchFrom(const Form& form, qsizetype i, QStringView rest, QStringList& parts) {
    const QString& after = form.pieces[i + 1];
    const char place = form.phrase->places[i];
    if (i + 2 == form.pieces.size()) {   // the last place: all but the end
        if (!rest.endsWith(after)) return false;
        const auto text = part(place, rest.chopped(after.size()));
        if (text) parts << *text;
        return text.has_value();
    }
    for (qsizetype at = rest.indexOf(after); at >= 0; at = rest.indexOf(after, at + 1)) {
        const auto text = part(place, rest.left(at));
        if (!text) continue;
        parts << *text;
        if (matchFrom(form, i + 1, rest.mid(at + after.size()), parts)) return true;
        parts.removeLast();
    }
    return false;
}

bool matches(const Form& form, QStringView english, QStringList& parts) {
    if (form.pieces.size() == 1) return english == form.pieces.front();
    return english.startsWith(form.pieces.front()) && matchFrom(form, 0, english.mid(form.pieces.front().size()), parts);
}

std::optional<QString> translated(char group, QStringView english) {
    for (const Form& form : forms()) {
        QStringList parts;
        if (form.phrase->group == group && matches(form, english, parts))
            return filled(QCoreApplication::translate("Engine", form.phrase->text), parts);
    }
    return std::nullopt;
}

}  // namespace

QString engineSentence(const std::string& english) {
    const QString text = QString::fromStdString(english);
    return english.size() > kLongest ? text : translated('s', text).value_or(text);
}

QString errorText(const ScriptError& error) {
    const std::string whole = error.text();
    return QString::fromStdString(whole.substr(0, whole.size() - error.message.size())) + engineSentence(error.message);
}

bool isKnownEngineSentence(const std::string& english) { return translated('s', QString::fromStdString(english)).has_value(); }

}  // namespace zab
