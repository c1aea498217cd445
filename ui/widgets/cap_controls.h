// SPDX-License-Identifier: GPL-3.0-or-later
// What the lecturer changes in the CAP bench: the cut, the sizes and the traffic. Each of it is lines of the language.
#pragma once

#include "engine/lab/cluster_view.h"
#include "engine/script/script.h"
#include "ui/widgets/workbench.h"

#include <QWidget>

#include <vector>

class QAction;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QPushButton;
class QSpinBox;

namespace zab {

class CapControls : public QWidget {
    Q_OBJECT

public:
    explicit CapControls(const Workbench& bench, QWidget* parent = nullptr);

    /// The numbers follow the run, except where a person is writing one.
    void show(const ClusterView& view);
    void retranslate();

signals:
    /// A new run of the bench, with another ensemble.
    void benchWanted(const zab::Script& script);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectAll();
    void showServers(int count);
    void nameCut();
    std::vector<ServerId> cutOff() const;
    void cut();
    void setProviders(int wanted);
    void setConsumers(int wanted);
    void setInterval();
    void openBench(int servers);
    void leave(ClientId client, bool provider);
    ClientId newClient();
    std::string path() const;
    SimTime interval() const;
    std::vector<ClientId> providers() const;
    std::vector<ClientId> consumers() const;

    Workbench m_bench;
    QLabel *m_cutLabel, *m_providersLabel, *m_consumersLabel, *m_intervalLabel;
    QPushButton *m_sides, *m_cut, *m_heal, *m_servers;
    QMenu *m_sidesMenu, *m_serversMenu;
    QSpinBox *m_providers, *m_consumers;
    QDoubleSpinBox* m_interval;
    std::vector<ClientId> m_provide, m_consume;   ///< as they will be when all that was asked for is carried out
    int m_newest = 0;                             ///< the newest client that was asked for
};

}  // namespace zab
