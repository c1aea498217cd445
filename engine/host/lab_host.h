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

#include <atomic>
#include <memory>
#include <optional>

namespace zab {

class LabHost : public QObject {
    Q_OBJECT

public:
    explicit LabHost(BatchSlot& slot);
    ~LabHost() override;

    /// Carries out one request and hands over what came of it. A broken promise ends the run, not the thread. `number` counts
    /// the requests from 1.
    void handle(const EngineRequest& request, std::uint64_t number);
    /// The requests up to this number end where they are. From any thread, while another one is inside handle().
    void cancelUpTo(std::uint64_t number) { m_cancelled.store(number); }

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
    void carryOutRequest(const SeekToEvent& r);
    void carryOutRequest(const ToViolation& r);
    void carryOutRequest(const Play& r);
    void carryOutRequest(const Pause& r);
    void carryOutRequest(const Cancel& r);
    void carryOutRequest(const SetPacing& r);
    void carryOutRequest(const WriteDocument& r);

    void seek(std::int64_t step);
    void open(std::uint64_t run, Script script);
    void slice();
    void playFor(std::int64_t wallUs);
    void playVirtualTime();
    void playEvents();
    /// Asked in the middle of a request that takes long: shows how far it is; true if it shall end here.
    bool interrupted();
    bool isFull() const;
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
    Pacing m_pacing;                  ///< the one that is set; a person's run-until may have its own
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
    std::atomic<std::uint64_t> m_cancelled{0};
    std::uint64_t m_request = 0;      ///< number of the request that is being carried out, or was
    std::uint64_t m_answered = 0;
    std::uint32_t m_looks = 0;
    std::int64_t m_lastHandOverUs = 0;
    std::string m_goal;               ///< the person's run-until, as a .lab line
};

}  // namespace zab
