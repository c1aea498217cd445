// SPDX-License-Identifier: GPL-3.0-or-later
// The event list with its filters. Follows the newest event unless a person has scrolled up.
#pragma once

#include "ui/models/event_list_model.h"
#include "ui/widgets/card.h"
#include "ui/widgets/workbench.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTableView;

namespace zab {

class EventPanel : public Card {
    Q_OBJECT

public:
    explicit EventPanel(const Workbench& bench, QWidget* parent = nullptr);

    EventListModel& model() { return m_model; }
    QTableView* table() { return m_table; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectFeed();
    void retranslate();
    void fillServers();
    void filterByControls();
    void showFilter();
    void showSelection();
    void followNewest();
    void showCount();

    Workbench m_bench;
    EventListModel m_model;
    QTableView* m_table;
    QComboBox* m_topic;
    QComboBox* m_server;
    QCheckBox* m_noise;
    QLabel* m_count;
    int m_servers = 0;
    bool m_following = true;
};

}  // namespace zab
