// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind `zab explore`.
#include "app/zab_explore.h"

#include "app/zab_options.h"

#include <QCoreApplication>

namespace zab {
namespace {


class Words {
public:
    Words(const QStringList& words, QString& problem) : m_words(words), m_problem(problem) {}

    ExploreWords read() {
        ExploreWords w;
        while (m_at < m_words.size() && m_problem.isEmpty()) {
            const QString word = m_words[m_at++];
            if (word == QLatin1String("--quiet")) w.quiet = true;
            else if (word == QLatin1String("--out")) w.out = value(word);
            else if (word == QLatin1String("--order")) order(w.options, value(word));
            else if (word == QLatin1String("--property")) property(w.options, value(word));
            else if (word == QLatin1String("--memory")) memory(w.options, value(word));
            else if (word == QLatin1String("--jobs")) w.options.jobs = static_cast<int>(count(word, 1, 64));
            else if (word == QLatin1String("--depth")) w.options.maxDepth = static_cast<std::int64_t>(count(word, 0, 1000000));
            else if (word == QLatin1String("--states")) w.options.maxStates = count(word, 1, 1000000000000);
            else if (isBudget(word)) w.budgets[word] = static_cast<int>(count(word, 0, ExploreBudgets::kMost));
            else if (word.startsWith(QLatin1Char('-')) && word != QLatin1String("-"))
                m_problem = QCoreApplication::translate("zab", "The option '%1' is not known; 'zab --help' lists them.").arg(word.left(40));
            else if (w.file.isEmpty()) w.file = word;
            else m_problem = QCoreApplication::translate("zab", "zab explores one file at a time, and '%1' would be the second.").arg(word.left(40));
        }
        if (m_problem.isEmpty() && w.file.isEmpty()) m_problem = QCoreApplication::translate("zab", "Which file? zab explore FILE searches it.");
        if (m_problem.isEmpty() && w.options.jobs > 1 && w.options.order == ExploreOptions::Order::Depth)
            m_problem = QCoreApplication::translate("zab", "Depth first goes one way at a time: --jobs is for --order breadth.");
        return w;
    }

private:
    static bool isBudget(const QString& word) {
        static const QStringList all{"--crashes", "--restarts", "--cuts", "--heals", "--drops", "--timeouts", "--writes", "--elections"};
        return all.contains(word);
    }
    QString value(const QString& option) {
        if (m_at < m_words.size()) return m_words[m_at++];
        m_problem = QCoreApplication::translate("zab", "The option %1 needs a value.").arg(option);
        return {};
    }
    quint64 count(const QString& option, quint64 min, quint64 max) {
        const QString text = value(option);
        bool good = false;
        const quint64 n = text.toULongLong(&good);
        if (m_problem.isEmpty() && (!good || n < min || n > max))
            m_problem = QCoreApplication::translate("zab", "%1 takes a number from %2 to %3, not '%4'.").arg(option).arg(min).arg(max).arg(text.left(40));
        return n;
    }
    void order(ExploreOptions& o, const QString& text) {
        if (text == QLatin1String("depth")) o.order = ExploreOptions::Order::Depth;
        else if (text != QLatin1String("breadth") && m_problem.isEmpty()) m_problem = QCoreApplication::translate("zab", "The order is breadth or depth, not '%1'.").arg(text.left(40));
    }
    void property(ExploreOptions& o, const QString& text) {
        for (int i = 0; i < static_cast<int>(Property::Count_); ++i)
            if (text.toStdString() == propertyInfo(static_cast<Property>(i)).id) o.property = static_cast<Property>(i);
        if (!o.property && m_problem.isEmpty()) m_problem = QCoreApplication::translate("zab", "There is no property '%1'; resources/LANGUAGE.md lists them.").arg(text.left(40));
    }
    void memory(ExploreOptions& o, const QString& text) {
        const QString unit = text.right(1);
        const int shift = unit == QLatin1String("G") ? 30 : unit == QLatin1String("M") ? 20 : 0;
        bool good = false;
        const quint64 n = text.left(text.size() - 1).toULongLong(&good);
        good = good && shift > 0 && n > 0 && n <= 1024;
        if (good) o.memoryBytes = n << shift;
        else if (m_problem.isEmpty()) m_problem = QCoreApplication::translate("zab", "The memory is a number of M or G such as 512M or 2G, not '%1'.").arg(text.left(40));
    }

    QStringList m_words;
    QString& m_problem;
    qsizetype m_at = 0;
};

}  // namespace

QString exploreHelp() {
    return QCoreApplication::translate("zab",
        "  zab explore FILE [--order breadth|depth] [--jobs N] [--memory 2G] [--depth N] [--states N]\n"
        "              [--property NAME] [--out OUT] [--quiet] [--crashes N] [--restarts N] [--cuts N] [--heals N]\n"
        "              [--drops N] [--timeouts N] [--writes N] [--elections N]\n"
        "      lets every input of a small ensemble come in every order, with faults within the budgets of the\n"
        "      'explore' line of FILE or of these options, and checks every property in every state\n"
        "      --out OUT     where the shortest counterexample is written (counterexample.lab)\n");
}

ExploreWords parseExploreWords(const QStringList& words, QString& problem) { return Words(words, problem).read(); }

}  // namespace zab
