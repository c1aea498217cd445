// SPDX-License-Identifier: GPL-3.0-or-later
// Lives in the engine thread and owns the Lab. Requests come as queued calls, batches go out through the slot.
#pragma once

#include "engine/host/batch.h"
#include "engine/host/loopback_network.h"
#include "engine/host/pacing.h"
#include "engine/host/request.h"
#include "engine/host/script_player.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace zab {

class LabHost : public QObject {
    Q_OBJECT

public:
    explicit LabHost(BatchSlot& slot);
    ~LabHost() override;

    /// Carries out one request and hands over what came of it. A broken promise ends the run, not the thread.
    void handle(const EngineRequest& request);

signals:
    /// The slot was filled while it was empty. At most one of these is on its way at any time.
    void batchReady();

private:
    void carryOutRequest(const OpenScript& r);
    void carryOutRequest(const StartOver& r);
    void carryOutRequest(const Execute& r);
    void carryOutRequest(const RunStatement& r);
    void carryOutRequest(const StepForwardBy& r);
    void carryOutRequest(const StepBackBy& r);
    void carryOutRequest(const NextBeat& r);
    void carryOutRequest(const PreviousBeat& r);
    void carryOutRequest(const SeekTo& r);
    void carryOutRequest(const Play& r);
    void carryOutRequest(const Pause& r);
    void carryOutRequest(const SetPacing& r);
    void carryOutRequest(const WriteDocument& r);

    void open(std::uint64_t run, Script script);
    void slice();
    void playFor(std::int64_t wallUs);
    void playVirtualTime();
    void playEvents();
    /// What a unit means for play. False: no more units in this slice.
    bool goOn(Unit unit);
    void stopPlaying();
    void startPlaying();
    void notice(Notice::Kind kind, std::string text);
    void broken(const std::string& what);
    void undoneFrom(EventId size);
    void handOver();
    Progress progress() const;

    BatchSlot& m_slot;
    QTimer* m_timer;
    QElapsedTimer m_clock;
    std::int64_t m_lastSliceUs = 0;
    std::int64_t m_readUntilUs = 0;   ///< play holds until then so that a sentence can be read
    Pacer m_pacer;
    bool m_readingPauses = true;
    bool m_playing = false;
    bool m_broken = false;
    bool m_stopAtGoal = false;        ///< a person's run-until: pause when it is reached
    bool m_changed = false;           ///< something has happened since the last hand-over
    std::unique_ptr<LoopbackNetwork> m_network;   ///< outlives the player, whose Lab calls it
    std::unique_ptr<ScriptPlayer> m_player;
    std::uint64_t m_run = 0;
    EventId m_sent = 0;
    std::int32_t m_sentTexts = 0;
    std::vector<Notice> m_notices;
};

}  // namespace zab
