// SPDX-License-Identifier: GPL-3.0-or-later
// Copy on write: copying a Cow is one reference count, the first change after a copy clones.
// This is what makes a World cheap to copy (architecture: "The world is a value").
#pragma once

#include <memory>
#include <utility>

namespace zab {

template <class T>
class Cow {
public:
    Cow() : m_p(std::make_shared<T>()) {}
    explicit Cow(T v) : m_p(std::make_shared<T>(std::move(v))) {}
    const T& operator*() const { return *m_p; }
    const T* operator->() const { return m_p.get(); }
    /// The value for changing; clones it if another copy still looks at it.
    T& edit() {
        if (m_p.use_count() != 1) m_p = std::make_shared<T>(*m_p);
        return *m_p;
    }
    /// The value as an unchanging shared object (for views that outlive this copy).
    std::shared_ptr<const T> share() const { return m_p; }

private:
    std::shared_ptr<T> m_p;
};

}  // namespace zab
