// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind `zab explore`.
#include "app/zab_explore.h"

#include "app/zab_options.h"
#include "ui/text/property_words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace zab {
namespace {

class Words {
public:
    Words(const QStringList& words, QString& problem) : m_words(words, problem) {}

    ExploreWords read() {
        ExploreWords w;
        while (m_words.hasMore()) {
            const QString word = m_words.take();
            if (word == QLatin1String("--quiet")) w.quiet = true;
            else if (word == QLatin1String("--out")) w.out = m_words.value(word);
            else if (word == QLatin1String("--order")) order(w.options, m_words.value(word));
            else if (word == QLatin1String("--symmetry")) symmetry(w.options, m_words.value(word));
            else if (word == QLatin1String("--property")) property(w.options, m_words.value(word));
            else if (word == QLatin1String("--memory")) memory(w.options, m_words.value(word));
            else if (word == QLatin1String("--jobs")) w.options.jobs = static_cast<int>(m_words.number(word, 1, 64));
            else if (word == QLatin1String("--depth")) w.options.maxDepth = static_cast<std::int64_t>(m_words.number(word, 0, 1000000));
            else if (word == QLatin1String("--states")) w.options.maxStates = m_words.number(word, 1, 1000000000000);
            else if (isBudget(word)) w.budgets[word.mid(2)] = static_cast<int>(m_words.number(word, 0, ExploreBudgets::kMost));
            else if (word.startsWith(QLatin1Char('-')) && word != QLatin1String("-"))
                m_words.unknown(word);
            else if (w.file.isEmpty()) w.file = word;
            else m_words.fail(QCoreApplication::translate("zab", "zab explores one file at a time, and '%1' would be the second.").arg(word.left(40)));
        }
        output(w.out);
        if (w.file.isEmpty()) m_words.fail(QCoreApplication::translate("zab", "Which file? zab explore FILE searches it."));
        if (w.options.jobs > 1 && w.options.order == ExploreOptions::Order::Depth)
            m_words.fail(QCoreApplication::translate("zab", "Depth first goes one way at a time: --jobs is for --order breadth."));
        return w;
    }

private:
    static bool isBudget(const QString& option) {
        return option.startsWith(QLatin1String("--")) &&
               std::any_of(std::begin(kExploreBudgets), std::end(kExploreBudgets), [&](const ExploreBudget& b) { return option.mid(2) == QLatin1String(b.name); });
    }
    void order(ExploreOptions& o, const QString& text) {
        if (text == QLatin1String("depth")) o.order = ExploreOptions::Order::Depth;
        else if (text != QLatin1String("breadth")) m_words.fail(QCoreApplication::translate("zab", "The order is breadth or depth, not '%1'.").arg(text.left(40)));
    }
    void symmetry(ExploreOptions& o, const QString& text) {
        o.symmetry = text == QLatin1String("on");
        if (!o.symmetry && text != QLatin1String("off")) m_words.fail(QCoreApplication::translate("zab", "Symmetry is on or off, not '%1'.").arg(text.left(40)));
    }
    void property(ExploreOptions& o, const QString& text) {
        o.property = propertyByName(text.toStdString());
        if (!o.property) m_words.fail(QCoreApplication::translate("zab", "There is no property '%1'; resources/LANGUAGE.md lists them.").arg(text.left(40)));
        else if (const PropertyGroup group = propertyGroup(*o.property); group == PropertyGroup::Liveness || group == PropertyGroup::Recipes)
            m_words.fail(QCoreApplication::translate("zab", "The explorer knows neither time nor recipes, and %1 is about that: zab chaos and the window judge it.").arg(text));
    }
    /// Known before the search, not behind it.
    void output(const QString& name) {
        const QFileInfo file(name), folder(name.isEmpty() ? QString() : file.absolutePath());
        if (name.isEmpty() || file.isDir() || !folder.isDir() || !folder.isWritable())
            m_words.fail(QCoreApplication::translate("zab", "The file '%1' cannot be written.").arg(name.left(200)));
    }
    void memory(ExploreOptions& o, const QString& text) {
        const QString unit = text.right(1);
        const int shift = unit == QLatin1String("G") ? 30 : unit == QLatin1String("M") ? 20 : 0;
        bool good = false;
        const quint64 n = text.left(text.size() - 1).toULongLong(&good);
        good = good && shift > 0 && n > 0 && n <= 1024;
        if (good) o.memoryBytes = n << shift;
        else m_words.fail(QCoreApplication::translate("zab", "The memory is a number of M or G such as 512M or 2G, not '%1'.").arg(text.left(40)));
    }

    WordReader m_words;
};

}  // namespace

QString exploreHelp() {
    return QCoreApplication::translate("zab",
        "  zab explore FILE [--order breadth|depth] [--jobs N] [--memory 2G] [--depth N] [--states N]\n"
        "              [--property NAME] [--out OUT] [--quiet] [--crashes N] [--restarts N] [--cuts N] [--heals N]\n"
        "              [--drops N] [--timeouts N] [--writes N] [--reads N] [--elections N] [--symmetry on|off]\n"
        "      lets every input of a small ensemble come in every order, with faults within the budgets of the\n"
        "      'explore' line of FILE or of these options, and checks every property of the ensemble and of its clients in every state\n"
        "      --out OUT     where the counterexample is written (counterexample.lab); breadth first it is the shortest\n"
        "      --symmetry off   counts each state by itself; on (as it is): where nothing can fail and no server be\n"
        "                    elected, states that differ by an exchange of followers count once\n");
}

ExploreWords parseExploreWords(const QStringList& words, QString& problem) { return Words(words, problem).read(); }

}  // namespace zab
