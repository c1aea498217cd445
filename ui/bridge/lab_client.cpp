// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/lab_client.h"

#include <utility>

namespace zab {

LabClient::LabClient(EngineThread& engine, QObject* parent) : QObject(parent), m_engine(engine) {}

void LabClient::ask(EngineRequest request) {
    m_engine.post(std::move(request));
    emit asked();
}

void LabClient::cancel() {
    m_engine.cancel();
    emit asked();
}

void LabClient::openScript(Script script) {
    m_script = std::move(script);
    ++m_run;
    ask(OpenScript{m_run, m_script});
    emit runOpened(m_run);
}

void LabClient::startOver() {
    ++m_run;
    ask(StartOver{m_run});
    emit runOpened(m_run);
}

void LabClient::execute(const Command& command) { ask(Execute{command}); }
void LabClient::runStatement(const Statement& statement, std::optional<Pacing> pace) { ask(RunStatement{statement, pace}); }
void LabClient::runAtOnce(const Statement& statement) { ask(RunStatement{statement, {}, true}); }
void LabClient::stepForward(StepSize size) { ask(StepForwardBy{size}); }
void LabClient::stepBack(StepSize size) { ask(StepBackBy{size}); }
void LabClient::nextBeat() { ask(NextBeat{}); }
void LabClient::previousBeat() { ask(PreviousBeat{}); }
void LabClient::seek(std::int64_t step) { ask(SeekTo{step}); }
void LabClient::seekToEvent(EventId event) { ask(SeekToEvent{event}); }
void LabClient::toViolation(std::optional<Property> wanted) {
    emit violationSought(wanted);
    ask(ToViolation{wanted});
}

void LabClient::play() { ask(Play{}); }
void LabClient::pause() { ask(Pause{}); }
void LabClient::setPacing(const Pacing& pacing, bool readingPauses) { ask(SetPacing{pacing, readingPauses}); }
void LabClient::requestDocument() { ask(WriteDocument{}); }

}  // namespace zab
