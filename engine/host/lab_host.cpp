// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/lab_host.h"

#include "engine/base/check.h"

#include <QCoreApplication>

#include <algorithm>
#include <exception>
#include <utility>

namespace zab {
namespace {

constexpr std::chrono::milliseconds kSlice{16};
constexpr std::int64_t kWorkUs = 11000;          ///< of each slice; the rest is for requests and for the hand-over
constexpr EventId kMostEvents = 4'000'000;       ///< about 400 MB in each of the two threads
constexpr std::int64_t kShowEveryUs = 100000;    ///< a request that takes long shows how far it is

std::string sentence(const char* text) { return QCoreApplication::translate("Host", text).toStdString(); }

std::int64_t readingTimeUs(const Trace& trace) {
    for (EventId id = trace.size() - 1; id >= 0 && id >= trace.size() - 3; --id) {
        const Event& e = trace.at(id);
        if (e.kind == EventKind::Say) return std::clamp<std::int64_t>(900000 + 45000 * static_cast<std::int64_t>(trace.text(e.text).size()), 0, 7000000);
    }
    return 0;
}

}  // namespace

LabHost::LabHost(BatchSlot& slot) : m_slot(slot), m_timer(new QTimer(this)) {
    m_timer->setTimerType(Qt::PreciseTimer);
    m_timer->setInterval(kSlice);
    connect(m_timer, &QTimer::timeout, this, &LabHost::slice);
    m_clock.start();
}

LabHost::~LabHost() = default;

void LabHost::handle(const EngineRequest& request, std::uint64_t number) {
    m_request = number;
    try {
        const bool opens = std::holds_alternative<OpenScript>(request) || std::holds_alternative<StartOver>(request);
        const bool writes = std::holds_alternative<WriteDocument>(request);
        if (opens || (m_player && (!m_broken || writes))) std::visit([this](const auto& r) { carryOutRequest(r); }, request);
    } catch (const std::exception& e) {
        broken(e.what());
    }
    m_changed = true;
    m_answered = number;
    handOver();
}

bool LabHost::isFull() const { return m_player->lab().trace().size() > kMostEvents || m_player->lab().isFull(); }

bool LabHost::interrupted() {
    if (m_cancelled.load(std::memory_order_relaxed) >= m_request || isFull()) return true;
    if ((++m_looks & 63) == 0 && m_clock.nsecsElapsed() / 1000 - m_lastHandOverUs > kShowEveryUs && m_slot.empty()) handOver();
    return false;
}

void LabHost::carryOutRequest(const OpenScript& r) { open(r.run, r.script); }

void LabHost::carryOutRequest(const StartOver& r) {
    if (m_player) open(r.run, m_player->script());
}

void LabHost::open(std::uint64_t run, Script script) {
    stopPlaying();
    m_broken = false;
    m_stopAtGoal = false;
    m_run = run;
    m_sent = 0;
    m_sentTexts = 0;
    m_notices.clear();
    m_player = std::make_unique<ScriptPlayer>(std::move(script));
    m_player->setInterrupt([this] { return interrupted(); });
    m_network = std::make_unique<LoopbackNetwork>(m_player->script().scenario.ensemble.serverCount());
    m_player->lab().setCarrier([network = m_network.get()](World& world, Trace& trace) { network->carryNext(world, trace); });
}

void LabHost::carryOutRequest(const Execute& r) {
    const std::string problem = m_player->execute(r.command);
    if (problem.empty()) notice(Notice::Kind::Done, formatCommand(r.command));
    else notice(Notice::Kind::Refused, problem);
}

void LabHost::carryOutRequest(const RunStatement& r) {
    if (const auto* command = std::get_if<Command>(&r.statement.what)) return carryOutRequest(Execute{*command});
    if (const auto* until = std::get_if<RunUntil>(&r.statement.what); until && !r.atOnce) {
        m_player->setGoal(*until);
        m_stopAtGoal = true;
        m_goal = r.statement.source;
        if (r.pace) m_pacer.setPacing(*r.pace);
        startPlaying();
        return;
    }
    const EventId before = m_player->lab().trace().size();
    const std::string outcome = m_player->carryOutNow(r.statement);
    undoneFrom(std::min(before, m_player->lab().trace().size()));
    notice(Notice::Kind::Outcome, outcome.empty() ? r.statement.source : outcome);
}

void LabHost::carryOutRequest(const StepForwardBy& r) {
    stopPlaying();
    goOn(m_player->stepForward(r.size));
}

void LabHost::carryOutRequest(const StepBackBy& r) {
    stopPlaying();
    m_player->stepBack(r.size);
    undoneFrom(m_player->lab().trace().size());
}

void LabHost::carryOutRequest(const NextBeat&) {
    stopPlaying();
    goOn(m_player->nextBeat());
}

void LabHost::carryOutRequest(const PreviousBeat&) {
    stopPlaying();
    m_player->previousBeat();
    undoneFrom(m_player->lab().trace().size());
}

void LabHost::seek(std::int64_t step) {
    stopPlaying();
    const EventId before = m_player->lab().trace().size();
    m_player->seek(step);
    undoneFrom(std::min(before, m_player->lab().trace().size()));
}

void LabHost::carryOutRequest(const SeekTo& r) { seek(r.step); }

void LabHost::carryOutRequest(const SeekToEvent& r) { seek(m_player->lab().stepOf(r.event)); }

void LabHost::carryOutRequest(const ToViolation& r) {
    stopPlaying();
    const Unit unit = m_player->toViolation(r.wanted);
    if (unit == Unit::Ended) notice(Notice::Kind::Stopped, sentence(QT_TRANSLATE_NOOP("Host", "No property is violated from here to the end of the script.")));
    else goOn(unit);
}

void LabHost::carryOutRequest(const Play&) { startPlaying(); }

void LabHost::carryOutRequest(const Pause&) { stopPlaying(); }

void LabHost::carryOutRequest(const Cancel&) {
    stopPlaying();
    if (m_stopAtGoal) m_player->dropGoal();
    m_stopAtGoal = false;
}

void LabHost::carryOutRequest(const SetPacing& r) {
    m_pacing = r.pacing;
    m_pacer.setPacing(m_pacing);
    m_readingPauses = r.readingPauses;
}

void LabHost::carryOutRequest(const WriteDocument&) {
    const Lab& lab = m_player->lab();
    notice(Notice::Kind::Document, formatScript(lab.scenario(), lab.commands(), m_player->script().title));
}

void LabHost::startPlaying() {
    if (m_broken || m_playing) return;
    m_playing = true;
    m_pacer.restart();
    m_readUntilUs = 0;
    m_lastSliceUs = m_clock.nsecsElapsed() / 1000;
    m_timer->start();
}

void LabHost::stopPlaying() {
    m_playing = false;
    m_timer->stop();
    if (!(m_pacer.pacing() == m_pacing)) m_pacer.setPacing(m_pacing);   // a run-until with a pace of its own is over
}

void LabHost::notice(Notice::Kind kind, std::string text) { m_notices.push_back({kind, std::move(text)}); }

void LabHost::broken(const std::string& what) {
    stopPlaying();
    m_broken = true;
    notice(Notice::Kind::BrokenPromise, what);
}

void LabHost::undoneFrom(EventId size) { m_sent = std::min(m_sent, size); }

void LabHost::slice() {
    const std::int64_t nowUs = m_clock.nsecsElapsed() / 1000;
    const std::int64_t passed = nowUs - std::exchange(m_lastSliceUs, nowUs);
    if (nowUs >= m_readUntilUs) {
        try {
            playFor(passed);
        } catch (const std::exception& e) {
            broken(e.what());
        }
        m_changed = true;
    }
    // A window that has not taken the last batch yet gets no newer one: making it would only cost time.
    if (m_changed && (m_slot.empty() || !m_playing)) handOver();
}

void LabHost::playFor(std::int64_t wallUs) {
    m_pacer.pass(wallUs);
    if (isFull()) {
        goOn(Unit::Interrupted);
        return;
    }
    const Pacing& pacing = m_pacer.pacing();
    if (pacing.mode == Pacing::Mode::VirtualTime && !pacing.unlimited) playVirtualTime();
    else playEvents();
}

void LabHost::playVirtualTime() {
    QElapsedTimer work;
    work.start();
    Lab& lab = m_player->lab();
    const std::int64_t allowed = m_pacer.takeVirtual();
    const SimTime target = lab.world().now() + usec(allowed);
    for (;;) {
        const Unit unit = m_player->next(target);
        if (unit == Unit::Waiting || unit == Unit::Idle) {
            if (unit == Unit::Idle) goOn(unit);
            else if (lab.world().now() < target) lab.advanceTo(target);
            return;
        }
        if (!goOn(unit)) return;
        if (work.nsecsElapsed() / 1000 > kWorkUs) break;  // too slow for this speed: the rest is not made up for
    }
}

void LabHost::playEvents() {
    QElapsedTimer work;
    work.start();
    int sinceLook = 0;
    while (m_pacer.mayFire()) {
        const Unit unit = m_player->next();
        if (!goOn(unit)) return;
        if (unit == Unit::Input || unit == Unit::Noise) m_pacer.fired(unit == Unit::Noise);
        if ((++sinceLook & 15) == 0 && work.nsecsElapsed() / 1000 > kWorkUs) return;
    }
    // Between two inputs the clock glides towards the next one, so that packets are seen to travel.
    Lab& lab = m_player->lab();
    const SimTime due = lab.nextDue();
    if (due == kNever || m_player->isReplaying()) return;
    const SimTime now = lab.world().now();
    const double left = 1 - m_pacer.way();
    const double share = left <= 0 ? 0 : std::min(1.0, (m_pacer.pacing().rate * 0.016) / (left + m_pacer.pacing().rate * 0.016));
    const auto glide = static_cast<std::int64_t>(static_cast<double>(due.us - now.us) * share);
    if (glide > 0 && now.us + glide < due.us) lab.advanceTo(now + usec(glide));
}

bool LabHost::goOn(Unit unit) {
    switch (unit) {
        case Unit::Input:
        case Unit::Noise:
        case Unit::Statement: return true;
        case Unit::Say:
            if (!m_playing || !m_readingPauses) return true;
            m_readUntilUs = m_clock.nsecsElapsed() / 1000 + readingTimeUs(m_player->lab().trace());
            return false;
        case Unit::GoalReached:
        case Unit::Ended:
            if (unit == Unit::Ended) notice(Notice::Kind::LessonEnded, {});
            if (unit == Unit::Ended || m_stopAtGoal) stopPlaying();
            m_stopAtGoal = false;
            return m_playing;
        case Unit::Waiting: return true;
        case Unit::Interrupted:
            stopPlaying();
            if (isFull())
                notice(Notice::Kind::Stopped, sentence(QT_TRANSLATE_NOOP("Host", "The run is as long as the memory of this computer should bear. Play is paused.")));
            return false;
        case Unit::Idle:
            if (m_playing) notice(Notice::Kind::Stopped, sentence(QT_TRANSLATE_NOOP("Host", "Nothing is pending: no server runs, no packet travels.")));
            stopPlaying();
            return false;
        case Unit::Failed:
            stopPlaying();
            m_stopAtGoal = false;
            notice(Notice::Kind::Stopped, m_player->takeFailure());
            return false;
    }
    return true;
}

Progress LabHost::progress() const {
    Progress p;
    p.playing = m_playing;
    p.broken = m_broken;
    if (!m_player) return p;
    const auto& statements = m_player->script().statements;
    p.beat = m_player->saysDone();
    p.beats = m_player->says();
    p.title = m_player->script().title;
    if (m_stopAtGoal && m_player->hasGoal()) p.goal = m_goal;
    if (m_player->beat() < statements.size()) p.nextBeat = statements[m_player->beat()].source;
    return p;
}

void LabHost::handOver() {
    m_changed = false;
    m_lastHandOverUs = m_clock.nsecsElapsed() / 1000;
    if (!m_player) return;
    const Lab& lab = m_player->lab();
    Batch batch;
    batch.run = m_run;
    batch.first = m_sent;
    batch.firstText = m_sentTexts;
    batch.events.reserve(static_cast<std::size_t>(std::max<EventId>(0, lab.trace().size() - m_sent)));
    for (EventId id = m_sent; id < lab.trace().size(); ++id) batch.events.push_back(lab.trace().at(id));
    const auto& texts = lab.trace().texts();
    for (std::size_t i = static_cast<std::size_t>(m_sentTexts); i < texts.size(); ++i) batch.texts.push_back(texts[i]);
    auto view = std::make_shared<ClusterView>(lab.view());
    view->playing = m_playing;
    batch.view = std::move(view);
    batch.notices = std::exchange(m_notices, {});
    batch.progress = progress();
    batch.answered = m_answered;
    m_sent = lab.trace().size();
    m_sentTexts = static_cast<std::int32_t>(texts.size());
    if (m_slot.put(std::move(batch))) emit batchReady();
}

}  // namespace zab
