// SPDX-License-Identifier: GPL-3.0-or-later
// Commands out. Lives in the window's thread; every call returns at once, what became of it comes back as a batch.
#pragma once

#include "engine/host/engine_thread.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace zab {

class LabClient : public QObject {
    Q_OBJECT

public:
    explicit LabClient(EngineThread& engine, QObject* parent = nullptr);

    /// The number of the opened document; batches with a smaller one are stale.
    std::uint64_t run() const { return m_run; }
    /// How the opened document begins; what the console's parser needs.
    const Scenario& scenario() const { return m_script.scenario; }
    const Script& script() const { return m_script; }

    void openScript(Script script);
    void startOver();
    void execute(const Command& command);
    /// `pace`: of a run-until, as long as it lasts. None: the one that is set.
    void runStatement(const Statement& statement, std::optional<Pacing> pace = {});
    /// A run-until is carried out to its end, not played.
    void runAtOnce(const Statement& statement);
    void stepForward(StepSize size);
    void stepBack(StepSize size);
    void nextBeat();
    void previousBeat();
    void seek(std::int64_t step);
    /// To the end of the step that the event belongs to.
    void seekToEvent(EventId event);
    /// Plays the script on, at once, to where a further property is violated; with `wanted`, to where this one is.
    void toViolation(std::optional<Property> wanted = {});
    void play();
    void pause();
    /// Whatever is still being carried out ends where it is; play pauses, and a run-until of a person is given up.
    void cancel();
    void setPacing(const Pacing& pacing, bool readingPauses = true);
    /// The run as a script; comes back as a notice.
    void requestDocument();

signals:
    /// toViolation() is on its way.
    void violationSought(std::optional<zab::Property> wanted);
    /// Another document, or the same one from its beginning.
    void runOpened(std::uint64_t run);
    /// A request is on its way; TraceFeed::waits() until all are answered.
    void asked();

private:
    void ask(EngineRequest request);

    EngineThread& m_engine;
    Script m_script;
    std::uint64_t m_run = 0;
};

}  // namespace zab
