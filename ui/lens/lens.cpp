// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lens/lens.h"

namespace zab {

Lens::Lens(QObject* parent) : QObject(parent), m_frame(new QTimer(this)) {
    m_frame->setSingleShot(true);
    m_frame->setInterval(16);
    connect(m_frame, &QTimer::timeout, this, &Lens::tell);
}

void Lens::select(const Selection& selection) {
    if (selection == m_selection) return;
    m_selection = selection;
    note(SelectionChange);
}

void Lens::setTreeServer(ServerId server) {
    if (server == m_treeServer) return;
    m_treeServer = server;
    note(TreeServerChange);
}

void Lens::setFilter(const EventFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    note(FilterChange);
}

void Lens::note(Change what) {
    m_pending |= what;
    if (!m_frame->isActive()) m_frame->start();
}

void Lens::tell() {
    const Changes what = m_pending;
    m_pending = {};
    emit changed(what);
}

}  // namespace zab
