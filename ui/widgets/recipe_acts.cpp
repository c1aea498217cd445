// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_acts.h"

#include "engine/script/script.h"
#include "ui/bridge/lab_client.h"
#include "ui/bridge/trace_feed.h"
#include "ui/text/engine_text.h"
#include "ui/text/event_text.h"
#include "ui/text/recipe_words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/appearance.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace zab {
namespace {

constexpr const char* kIcons[] = {"ok", "restart", "disk", "disk", "queue", "deliver", "console", "partition", "heal", "inspect", "crash", "freeze", "fast-forward"};
constexpr double kWatchSeconds = 3;   ///< a session that expires is watched for so long
constexpr EventId kLookBack = 2000000;

QString quoted(QString text) {
    return QStringLiteral("\"%1\"").arg(text.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\"")));
}

/// The word with which a part ends; each recipe has its own.
QString endWord(const RecipeView& recipe, const RecipePartView& part) {
    const std::string_view word = recipeEndWord(recipeEnd(recipe.kind, part.role == "provide" ? RecipeRole::Provide : RecipeRole::None));
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

bool takesPart(const RecipePartView& p) { return p.state != RecipeState::Done && p.state != RecipeState::Lost; }

}  // namespace

RecipeActs::RecipeActs(const Workbench& bench, QWidget* window) : QObject(window), m_bench(bench), m_window(window) {
    for (int i = 0; i < ActCount; ++i) {
        m_actions[static_cast<std::size_t>(i)] = new QAction(this);
        connect(m_actions[static_cast<std::size_t>(i)], &QAction::triggered, this, [this, i] { act(static_cast<Act>(i)); });
    }
}

void RecipeActs::fill(QMenu& menu) const {
    menu.clear();
    for (int i = 0; i < ActCount; ++i) {
        if (i == Crash) menu.addSeparator();
        if (m_actions[static_cast<std::size_t>(i)]->isVisible()) menu.addAction(m_actions[static_cast<std::size_t>(i)]);
    }
}

const ClientView* RecipeActs::client(ClientId id) const {
    const auto& clients = m_bench.feed.view()->clients;
    const auto it = std::find_if(clients.begin(), clients.end(), [&](const ClientView& c) { return c.id == id; });
    return it == clients.end() ? nullptr : &*it;
}

const RecipePartView* RecipeActs::partOf(ClientId id) const {
    if (m_recipe)
        for (const RecipePartView& p : m_recipe->parts)
            if (p.client == id) return &p;
    return nullptr;
}

ClientId RecipeActs::actorFor(const char* role) const {
    const auto can = [&](ClientId id) {
        const ClientView* c = client(id);
        const RecipePartView* p = partOf(id);
        return c && c->alive && !c->expired && (!*role || !p || !takesPart(*p) || p->role == role);
    };
    if (m_subject && can(m_subject)) return m_subject;
    if (m_recipe)
        for (const RecipePartView& p : m_recipe->parts)
            if (can(p.client)) return p.client;
    for (const ClientView& c : m_bench.feed.view()->clients)
        if (can(c.id)) return c.id;
    return {};
}

/// With what options it was asked for last: by that client, or by anybody for 0.
std::optional<RecipeOptions> RecipeActs::newestOptions(ClientId of) const {
    const Trace& trace = m_bench.feed.trace();
    for (EventId id = trace.size() - 1; id >= trace.firstKept() && id > trace.size() - kLookBack; --id) {
        const Event& e = trace.at(id);
        if (e.kind != EventKind::Command || e.text < 0) continue;
        const auto parsed = parseLine(trace.text(e.text), m_bench.client.scenario());
        const auto* statement = std::get_if<Statement>(&parsed);
        const auto* command = statement ? std::get_if<Command>(&statement->what) : nullptr;
        const auto* start = command ? std::get_if<StartRecipe>(command) : nullptr;
        if (!start || start->options.path != m_path) continue;
        const int last = start->last ? start->last.value : start->client.value;
        if (!of || (of.value >= start->client.value && of.value <= last)) return start->options;
    }
    return std::nullopt;
}

double RecipeActs::sessionSeconds(SessionId session) const {
    const ClusterView& view = *m_bench.feed.view();
    for (const ServerView& s : view.servers)
        if (s.serving && (!view.leader || s.id == view.leader))
            if (const auto ms = s.tree.sessionTimeout(session)) return *ms / 1000.0;
    return 0;
}

QString RecipeActs::pathWord() const {
    const QString path = QString::fromStdString(m_path);
    const bool plain = std::none_of(path.begin(), path.end(), [](QChar c) { return c.isSpace() || QStringLiteral("\"|()[]#").contains(c); });
    return plain ? path : quoted(path);
}

// --- what can be done ---------------------------------------------------------------------------------------------------------

void RecipeActs::update(const std::string& path, const RecipeView* recipe, ClientId subject) {
    m_path = path;
    m_recipe.reset();
    if (recipe) {
        m_recipe.emplace();
        m_recipe->kind = recipe->kind;
        m_recipe->path = recipe->path;
        m_recipe->parts = recipe->parts;
    }
    m_subject = subject;
    const RecipePartView* part = partOf(subject);
    const ClientView* c = client(subject);
    const bool alive = part && c && c->alive, frozen = alive && c->frozen, takes = part && takesPart(*part), dead = part && isDead(*part);
    const RecipeKind kind = recipe ? recipe->kind : RecipeKind::Lock;
    const QString who = subject ? actorText(subject) : QString();
    const auto show = [this](Act act, bool visible, bool enabled, const QString& text) {
        QAction* a = m_actions[act];
        a->setVisible(visible);
        a->setEnabled(enabled);
        a->setText(text);
        a->setToolTip(text);
    };
    const auto byActor = [&](Act act, RecipeKind of, const char* role, const QString& text) {
        const ClientId actor = kind == of && recipe ? actorFor(role) : ClientId{};
        show(act, kind == of && recipe, actor.value != 0, text.arg(actor ? actorText(actor) : QStringLiteral("–")));
    };
    QString end = tr("Release");
    if (part) {
        const QString word = endWord(*recipe, *part);
        end = word == QLatin1String("resign") ? tr("Resign") : word == QLatin1String("leave") ? tr("Leave") : word == QLatin1String("stop") ? tr("Stop") : tr("Release");
    }
    if (takes && isChain(kind) && part->state != RecipeState::Holding && !frozen) end = tr("Give up waiting:");
    show(End, true, takes, part ? QStringLiteral("%1 %2").arg(end, who) : end);
    show(Again, true, alive && !frozen && part->state == RecipeState::Done, tr("%1 asks again").arg(who));
    show(Use, isChain(kind), takes && isChain(kind) && part->token.value, tr("%1 writes to the resource with its token").arg(who));
    show(UseUnfenced, isChain(kind), takes && isChain(kind), tr("%1 writes to the resource without a token").arg(who));
    byActor(Offer, RecipeKind::Queue, "offer", tr("%1 puts an element in…"));
    byActor(Take, RecipeKind::Queue, "-", tr("%1 takes an element"));
    byActor(Write, RecipeKind::Config, "", tr("%1 changes the configuration…"));
    byActor(PutUp, RecipeKind::Barrier, "", tr("%1 puts the barrier up"));
    byActor(TakeAway, RecipeKind::Barrier, "", tr("%1 takes the barrier away"));
    byActor(Lookup, RecipeKind::Service, "", tr("%1 looks up the service and calls an instance"));
    show(Crash, true, alive, tr("Crash %1").arg(who));
    show(Freeze, true, alive, frozen ? tr("Let %1 go on").arg(who) : tr("Freeze %1, as a long garbage collection does").arg(who));
    show(Expire, true, (alive || dead) && part->session, frozen || dead ? tr("Go on fast until the session of %1 has expired").arg(who) : tr("Freeze %1 and go on fast until its session has expired").arg(who));
    m_actions[Freeze]->setIcon(themedIcon(frozen ? QStringLiteral("thaw") : QStringLiteral("freeze"), m_bench.appearance.theme()));
}

void RecipeActs::applyTheme() {
    for (int i = 0; i < ActCount; ++i) m_actions[static_cast<std::size_t>(i)]->setIcon(themedIcon(QString::fromLatin1(kIcons[i]), m_bench.appearance.theme()));
}

void RecipeActs::act(Act what) {
    if (!m_recipe) return;
    const RecipePartView* part = partOf(m_subject);
    const auto line = [this](ClientId who, const QString& rest) { run(QStringLiteral("%1 %2").arg(actorText(who), rest)); };
    switch (what) {
        case Offer:
            return askText(m_actions[Offer]->text(), tr("Element"), QStringLiteral("x"), [this, line, who = actorFor("offer")](const QString& text) {
                const auto like = newestOptions({});
                line(who, QStringLiteral("offer %1 %2%3").arg(pathWord(), quoted(text), like && like->like == RecipeLibrary::Kazoo ? QStringLiteral(" like kazoo") : QString()));
            });
        case Take: {
            const auto like = newestOptions({});
            return line(actorFor("-"), QStringLiteral("take %1%2").arg(pathWord(), like && like->like == RecipeLibrary::Kazoo ? QStringLiteral(" like kazoo") : QString()));
        }
        case Write:
            return askText(m_actions[Write]->text(), tr("Data"), QStringLiteral("timeout=60"), [this, line, who = actorFor("")](const QString& text) {
                line(who, QStringLiteral("set %1 %2").arg(pathWord(), quoted(text)));
            });
        case PutUp: return line(actorFor(""), QStringLiteral("create ") + pathWord());
        case TakeAway: return line(actorFor(""), QStringLiteral("delete ") + pathWord());
        case Lookup: return line(actorFor(""), QStringLiteral("lookup ") + pathWord());
        default: break;
    }
    if (!part) return;
    const ClientView* c = client(m_subject);
    switch (what) {
        case End: return line(m_subject, endWord(*m_recipe, *part) + QLatin1Char(' ') + pathWord());
        case Again:
            if (const auto options = newestOptions(m_subject)) run(QString::fromStdString(formatCommand(StartRecipe{m_subject, *options, {}})));
            return;
        case Use: return line(m_subject, QStringLiteral("use %1 %2").arg(pathWord(), quoted(actorText(m_subject))));
        case UseUnfenced: return line(m_subject, QStringLiteral("use %1 %2 unfenced").arg(pathWord(), quoted(actorText(m_subject))));
        case Crash: return line(m_subject, QStringLiteral("crash"));
        case Freeze: return run(QStringLiteral("%1 %2").arg(c && c->frozen ? QStringLiteral("thaw") : QStringLiteral("freeze"), actorText(m_subject)));
        case Expire: return expire();
        default: return;
    }
}

/// Seconds of virtual time in which nothing but pings happens: they pass in a few seconds, before everybody's eyes, up to the moment at
/// which the leader has closed the session and its znodes are gone.
void RecipeActs::expire() {
    const ClientView* c = client(m_subject);
    const RecipePartView* part = partOf(m_subject);
    if (!part) return;
    const double timeout = std::max(1.0, sessionSeconds(part->session));
    if (c && c->alive && !c->frozen) run(QStringLiteral("freeze ") + actorText(m_subject));
    runFast(QStringLiteral("run until no session %1 within %2s").arg(actorText(m_subject)).arg(static_cast<int>(timeout * 3) + 30), std::max(1.0, timeout / kWatchSeconds));
}

void RecipeActs::askText(const QString& title, const QString& label, const QString& text, const std::function<void(const QString&)>& then) {
    auto* dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    connect(dialog, &QInputDialog::textValueSelected, this, then);
    dialog->open();
}

// --- carried out --------------------------------------------------------------------------------------------------------------

void RecipeActs::run(const QString& line, bool atOnce) {
    const auto parsed = parseLine(line.toStdString(), m_bench.client.scenario());
    if (const auto* error = std::get_if<ScriptError>(&parsed)) {
        emit problem(tr("%1: column %2: %3").arg(line).arg(error->column).arg(engineSentence(error->message)));
        return;
    }
    const Statement& statement = std::get<Statement>(parsed);
    if (atOnce) m_bench.client.runAtOnce(statement);
    else m_bench.client.runStatement(statement);
}

void RecipeActs::runFast(const QString& line, double virtualSecondsPerSecond) {
    const auto parsed = parseLine(line.toStdString(), m_bench.client.scenario());
    if (const auto* statement = std::get_if<Statement>(&parsed)) m_bench.client.runStatement(*statement, Pacing{Pacing::Mode::VirtualTime, virtualSecondsPerSecond, false});
}

}  // namespace zab
