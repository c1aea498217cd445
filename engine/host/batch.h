// SPDX-License-Identifier: GPL-3.0-or-later
// What crosses from the engine thread to the window, once a frame: values only.
#pragma once

#include "engine/base/event.h"
#include "engine/lab/cluster_view.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zab {

/// A fact that is no event of the run: what became of a request.
struct Notice {
    enum class Kind : std::uint8_t {
        Done,           ///< a command was carried out; text = its .lab line
        Refused,        ///< a command could not be carried out; text = one sentence why
        Outcome,        ///< an expectation or a run was carried out; text = what came of it
        LessonEnded,    ///< the last statement of the script was carried out
        Stopped,        ///< play stopped by itself; text = one sentence why
        BrokenPromise,  ///< an error in the lab itself: the run is stopped; text = what and where
        Document,       ///< text = the run as a script
    } kind = Kind::Done;
    std::string text;
    bool operator==(const Notice&) const = default;
};

/// Where play stands in the opened script.
struct Progress {
    bool playing = false;
    bool broken = false;        ///< a broken promise stopped this run for good
    int beat = 0, beats = 0;    ///< sentences of the script that were said, sentences there are
    std::string title;          ///< of the script
    std::string nextBeat;       ///< the source of the statement that comes next, empty at the end
    std::string goal;           ///< the run-until of a person that play is on its way to, as a .lab line
    bool operator==(const Progress&) const = default;
};

/// New events since the last hand-over. `first` may lie before what was handed over already: from there on the older
/// events were undone by stepping back.
struct Batch {
    std::uint64_t run = 0;               ///< number of the opened document as the requester counted; older ones are stale
    EventId first = 0;
    std::vector<Event> events;
    std::int32_t firstText = 0;
    std::vector<std::string> texts;
    std::shared_ptr<const ClusterView> view;
    std::vector<Notice> notices;
    Progress progress;
    std::uint64_t answered = 0;          ///< requests that were carried out so far, see EngineThread::posted
};

/// One place for one batch, shared by two threads. A newer batch is merged into one that was not taken yet: events are
/// appended, the view is replaced, so the taker never falls behind by more than one batch.
class BatchSlot {
public:
    /// True if the slot was empty before: then the taker has to be told.
    bool put(Batch batch);
    std::optional<Batch> take();
    bool empty() const;

private:
    mutable std::mutex m_mutex;
    std::optional<Batch> m_batch;
};

}  // namespace zab
