// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contest_plan.h"

#include "engine/script/script.h"
#include "engine/tree/paths.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace zab {
namespace {

struct Contest {
    Q_DECLARE_TR_FUNCTIONS(Contest)
};

QString clients(int first, int count) {
    return count == 1 ? QStringLiteral("C%1").arg(first) : QStringLiteral("C%1-C%2").arg(first).arg(first + count - 1);
}

QString quoted(QString text) {
    return QStringLiteral("\"%1\"").arg(text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\"")));
}

QString pathWord(const QString& path) {
    const bool plain = std::none_of(path.begin(), path.end(), [](QChar c) { return c.isSpace() || QStringLiteral("\"|()[]#").contains(c); });
    return plain ? path : quoted(path);
}

bool isThere(const QString& path, const ClusterView& view) {
    return std::any_of(view.servers.begin(), view.servers.end(), [&](const ServerView& s) { return s.serving && s.tree.find(path.toStdString()); });
}

class Lines {
public:
    Lines(const ContestPlan& plan, const ClusterView& view) : m_plan(plan), m_view(view), m_path(pathWord(plan.path)) {}

    QStringList make() {
        const QString library = m_plan.kazoo ? QStringLiteral(" like kazoo") : QString();
        const QString guard = m_plan.isProtected ? QString() : QStringLiteral(" unprotected");
        QString hold;
        if (m_plan.holdMs > 0) hold = QStringLiteral(" hold %1ms").arg(m_plan.holdMs) + (m_plan.turns > 1 ? QStringLiteral(" times %1").arg(m_plan.turns) : QString());
        const int first = m_plan.first, count = m_plan.count;
        if (m_plan.kind == RecipeKind::Barrier && m_plan.prepare && !isThere(m_plan.path, m_view)) putUp();
        connectThem(first, count);
        switch (m_plan.kind) {
            case RecipeKind::Lock: all(QStringLiteral("lock"), (m_plan.naive ? QStringLiteral(" naive") : QString()) + library + guard + hold); break;
            case RecipeKind::Election: all(QStringLiteral("elect"), library + guard + hold); break;
            case RecipeKind::ReadWriteLock: readersAndWriters(library + guard + hold); break;
            case RecipeKind::Barrier: all(QStringLiteral("barrier"), {}); break;
            case RecipeKind::DoubleBarrier: all(QStringLiteral("enter"), QStringLiteral(" count %1").arg(m_plan.needed)); break;
            case RecipeKind::Queue: queue(library); break;
            case RecipeKind::Group: all(QStringLiteral("join"), m_plan.text.isEmpty() ? QString() : QLatin1Char(' ') + quoted(m_plan.text)); break;
            case RecipeKind::Config:
                if (m_plan.prepare && !isThere(m_plan.path, m_view)) create(m_plan.text, false);
                all(QStringLiteral("configure"), {});
                break;
            case RecipeKind::Service: {
                const int givers = std::min(m_plan.givers, count);
                part(first, givers, QStringLiteral("provide"), m_plan.text.isEmpty() ? QString() : QLatin1Char(' ') + quoted(m_plan.text));
                part(first + givers, count - givers, QStringLiteral("discover"), {});
                break;
            }
            case RecipeKind::Count_: break;
        }
        if (m_plan.goOn) m_lines << QStringLiteral("run until quiet within 30s");
        return m_lines;
    }

private:
    void part(int first, int count, const QString& word, const QString& options) {
        if (count > 0) m_lines << QStringLiteral("%1 %2 %3%4").arg(clients(first, count), word, m_path, options);
    }
    void all(const QString& word, const QString& options) { part(m_plan.first, m_plan.count, word, options); }

    bool isConnected(int client) const {
        return std::any_of(m_view.clients.begin(), m_view.clients.end(), [&](const ClientView& c) { return c.id.value == client && c.connected; });
    }
    void connectThem(int first, int count) {
        for (int c = first; c < first + count;) {
            int end = c;
            while (end < first + count && !isConnected(end) && !m_connecting.contains(end)) m_connecting << end++;
            if (end > c) m_lines << clients(c, end - c) + QStringLiteral(" connect");
            c = std::max(end, c + 1);
        }
    }
    /// The znode and what is missing above it, by the first client.
    void create(const QString& data, bool async) {
        const QString who = clients(m_plan.first, 1);
        for (qsizetype slash = m_plan.path.indexOf(QLatin1Char('/'), 1); slash > 0; slash = m_plan.path.indexOf(QLatin1Char('/'), slash + 1))
            if (const QString above = m_plan.path.left(slash); !isThere(above, m_view)) m_lines << QStringLiteral("%1 create %2").arg(who, pathWord(above));
        m_lines << QStringLiteral("%1 create %2%3%4").arg(who, m_path, data.isEmpty() ? QString() : QLatin1Char(' ') + quoted(data), async ? QStringLiteral(" async") : QString());
    }
    /// Whoever comes before the barrier is up would not wait.
    void putUp() {
        connectThem(m_plan.first, 1);
        create({}, true);
        m_lines << QStringLiteral("run until %1 callback create %2 within 10s").arg(clients(m_plan.first, 1), m_path);
    }
    void readersAndWriters(const QString& options) {
        const int end = m_plan.first + m_plan.count;
        for (int c = m_plan.first; c < end; c += m_plan.readers + 1) {
            part(c, std::min(m_plan.readers, end - c), QStringLiteral("lock"), QStringLiteral(" read") + options);
            if (c + m_plan.readers < end) part(c + m_plan.readers, 1, QStringLiteral("lock"), QStringLiteral(" write") + options);
        }
    }
    void queue(const QString& library) {
        const int givers = std::min(m_plan.givers, m_plan.count);
        for (int c = m_plan.first; c < m_plan.first + givers; ++c)
            for (int e = 1; e <= m_plan.elements; ++e) part(c, 1, QStringLiteral("offer"), QStringLiteral(" \"C%1-%2\"").arg(c).arg(e) + library);
        part(m_plan.first + givers, m_plan.count - givers, QStringLiteral("take"), library + (m_plan.turns > 1 ? QStringLiteral(" times %1").arg(m_plan.turns) : QString()));
    }

    const ContestPlan& m_plan;
    const ClusterView& m_view;
    QString m_path;
    QStringList m_lines;
    QList<int> m_connecting;
};

bool isIn(const ContestPlan& plan, ClientId c) { return c.value >= plan.first && c.value < plan.first + plan.count; }

}  // namespace

QStringList contestLines(const ContestPlan& plan, const ClusterView& view) { return Lines(plan, view).make(); }

QString contestProblem(const ContestPlan& plan, const ClusterView& view, const Scenario& scenario) {
    if (plan.path.isEmpty()) return Contest::tr("A path is missing, such as %1.").arg(usualPath(plan.kind, view));
    if (!isValidPath(plan.path.toStdString()))
        return Contest::tr("%1 is not a path for ZooKeeper: it begins with a slash and does not end with one, and no name in it is empty, . or ..").arg(plan.path);
    if (plan.path == QLatin1String("/")) return Contest::tr("The root is no place for a recipe: take a path such as %1.").arg(usualPath(plan.kind, view));
    for (const QString& line : contestLines(plan, view)) {
        const auto parsed = parseLine(line.toStdString(), scenario);
        if (const auto* error = std::get_if<ScriptError>(&parsed)) return Contest::tr("%1: %2").arg(line, engineSentence(error->message));
    }
    for (const ClientView& c : view.clients)
        if (isIn(plan, c.id) && c.frozen) return Contest::tr("%1 is frozen: let it go on first, or take other clients.").arg(actorText(c.id));
    for (const RecipeView& r : view.recipes) {
        if (r.path != plan.path.toStdString()) continue;
        const bool played = std::any_of(r.parts.begin(), r.parts.end(), [](const RecipePartView& p) { return p.state != RecipeState::Done; });
        if (played && r.kind != plan.kind) return Contest::tr("Another recipe is played at %1 (%2): take another path.").arg(plan.path, recipeKindWord(r));
        for (const RecipePartView& p : r.parts)
            if (isIn(plan, p.client) && p.state != RecipeState::Done && !isDead(p)) return Contest::tr("%1 takes part in %2 already: take other clients.").arg(actorText(p.client), plan.path);
    }
    return {};
}

QString contestWarning(const ClusterView& view) {
    const bool up = std::any_of(view.servers.begin(), view.servers.end(), [](const ServerView& s) { return s.life == ServerLife::Up; });
    if (!up) return Contest::tr("No server is running: they will wait until servers are started.");
    return view.leader ? QString() : Contest::tr("There is no leader: they will wait until there is one.");
}

QString usualPath(RecipeKind kind, const ClusterView& view) {
    static constexpr const char* usual[] = {"/locks/a", "/locks/table", "/election", "/barrier", "/room", "/queue", "/group", "/config", "/services/orders"};
    const QString base = QString::fromLatin1(usual[static_cast<std::size_t>(kind)]);
    QString path = base;
    const auto played = [&] { return std::any_of(view.recipes.begin(), view.recipes.end(), [&](const RecipeView& r) { return r.path == path.toStdString(); }); };
    for (int i = 2; played(); ++i) path = QStringLiteral("%1-%2").arg(base).arg(i);
    return path;
}

int nextClient(const std::string& path, const ClusterView& view) {
    int next = 1;
    for (const RecipeView& r : view.recipes)
        if (r.path == path)
            for (const RecipePartView& p : r.parts) next = std::max(next, p.client.value + 1);
    return std::min(next, 200);
}

}  // namespace zab
