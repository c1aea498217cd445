// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a run that violates a property: by seeded chaos, or by searching every order of a small ensemble. The window goes on meanwhile.
#pragma once

#include "ui/bridge/hunt_client.h"
#include "ui/models/hunt_plan.h"

#include <QDialog>

#include <vector>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTableView;

namespace zab {

class ChaosPage;
class ExplorePage;

class HuntDialog : public QDialog {
    Q_OBJECT

public:
    explicit HuntDialog(QWidget* parent = nullptr);

    enum Page { Chaos, Explorer };
    void setPage(Page page);
    /// What the explorer may begin with, and what it is called.
    void setPresent(const Script& script, const QString& name);
    EnumSet<Seal> broken() const;   ///< the rules that are switched off
    void setBroken(EnumSet<Seal> broken);
    EnumSet<Defect> defects() const;   ///< that the servers have
    void setDefects(EnumSet<Defect> defects);
    const FindingModel& findings() const { return m_findings; }
    const HuntClient& client() const { return m_client; }
    /// How the last hunt has ended; empty before and meanwhile.
    QString endText() const;

public slots:
    void begin();
    void cancel();

signals:
    /// Open this run where its property is violated.
    void wanted(const zab::Script& script);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectParts();
    void makeRules();
    void retranslate();
    void showRules();
    void showReport();
    void showNeverHit();
    void openRow(int row);

    HuntClient m_client;
    Hunt m_hunt;
    FindingModel m_findings;
    QTabWidget* m_tabs;
    ChaosPage* m_chaos;
    ExplorePage* m_explore;
    QPushButton* m_rules;
    QMenu* m_ruleMenu;
    QMenu* m_defectMenu = nullptr;   ///< in the other one
    std::vector<QAction*> m_seals, m_defects;   ///< of the two menus, in order
    QLabel *m_rulesLabel, *m_progress, *m_end;
    QProgressBar* m_bar;
    QPushButton *m_begin, *m_cancel, *m_coverage, *m_open;
    QTableView* m_table;
};

}  // namespace zab
