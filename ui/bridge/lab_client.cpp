// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/lab_client.h"

#include <utility>

namespace zab {

LabClient::LabClient(EngineThread& engine, QObject* parent) : QObject(parent), m_engine(engine) {}

void LabClient::openScript(Script script) {
    m_script = std::move(script);
    ++m_run;
    m_engine.post(OpenScript{m_run, m_script});
    emit runOpened(m_run);
}

void LabClient::startOver() {
    ++m_run;
    m_engine.post(StartOver{m_run});
    emit runOpened(m_run);
}

void LabClient::execute(const Command& command) { m_engine.post(Execute{command}); }
void LabClient::runStatement(const Statement& statement) { m_engine.post(RunStatement{statement}); }
void LabClient::stepForward(StepSize size) { m_engine.post(StepForwardBy{size}); }
void LabClient::stepBack(StepSize size) { m_engine.post(StepBackBy{size}); }
void LabClient::nextBeat() { m_engine.post(NextBeat{}); }
void LabClient::previousBeat() { m_engine.post(PreviousBeat{}); }
void LabClient::seek(std::int64_t step) { m_engine.post(SeekTo{step}); }
void LabClient::play() { m_engine.post(Play{}); }
void LabClient::pause() { m_engine.post(Pause{}); }
void LabClient::setPacing(const Pacing& pacing, bool readingPauses) { m_engine.post(SetPacing{pacing, readingPauses}); }
void LabClient::requestDocument() { m_engine.post(WriteDocument{}); }

}  // namespace zab
