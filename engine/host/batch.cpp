// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/host/batch.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zab {
namespace {

/// Keeps what stands before `first`, then adds the newer part. A gap cannot happen: the sender counts what it has put.
template <class Index, class T>
void mergeAt(Index keptFirst, std::vector<T>& kept, Index& first, std::vector<T>&& added) {
    if (first < keptFirst) {
        kept = std::move(added);
        return;
    }
    const auto before = static_cast<std::size_t>(first - keptFirst);
    if (before < kept.size()) kept.resize(before);
    std::move(added.begin(), added.end(), std::back_inserter(kept));
    first = keptFirst;
}

}  // namespace

bool BatchSlot::put(Batch batch) {
    const std::lock_guard lock(m_mutex);
    if (!m_batch) {
        m_batch = std::move(batch);
        return true;
    }
    Batch& kept = *m_batch;
    std::move(batch.notices.begin(), batch.notices.end(), std::back_inserter(kept.notices));
    if (kept.run == batch.run) {
        mergeAt(kept.first, kept.events, batch.first, std::move(batch.events));
        mergeAt(kept.firstText, kept.texts, batch.firstText, std::move(batch.texts));
    } else {
        kept.events = std::move(batch.events);
        kept.texts = std::move(batch.texts);
    }
    kept.run = batch.run;
    kept.first = batch.first;
    kept.firstText = batch.firstText;
    kept.view = std::move(batch.view);
    kept.progress = std::move(batch.progress);
    kept.answered = batch.answered;
    return false;
}

std::optional<Batch> BatchSlot::take() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_batch, std::nullopt);
}

bool BatchSlot::empty() const {
    const std::lock_guard lock(m_mutex);
    return !m_batch.has_value();
}

}  // namespace zab
