// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a run that violates a property: by seeded chaos, or by searching every order of a small ensemble. The window goes on meanwhile.
#pragma once

#include "ui/bridge/hunt_client.h"
#include "ui/models/hunt_plan.h"

#include <QDialog>

#include <map>
#include <string_view>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QTableView;

namespace zab {

class HuntDialog : public QDialog {
    Q_OBJECT

public:
    explicit HuntDialog(QWidget* parent = nullptr);

    enum Page { Chaos, Explorer };
    void setPage(Page page);
    /// What the explorer may begin with, and what it is called.
    void setPresent(const Script& script, const QString& name);
    void setBroken(EnumSet<Seal> broken);
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
    /// A number with its name before it; the names are put in by retranslate().
    QSpinBox* number(QGridLayout& grid, int row, int column, int from, int to, int value);
    QWidget* makeChaos();
    QWidget* makeExplorer();
    void connectParts();
    void makeRules();
    void retranslate();
    void nameNumbers();
    void showRules();
    void showReport();
    void showHints();
    void showNeverHit();
    void followRules();
    void followBase();
    void openRow(int row);
    EnumSet<Seal> broken() const;
    ChaosPlan chaosPlan() const;
    ExplorePlan explorePlan() const;
    int servers() const;   ///< of chaos; 0: drawn
    void setExplore(const ExplorePlan& plan);

    HuntClient m_client;
    Hunt m_hunt;
    EnumSet<Seal> m_followed;   ///< the rules that the numbers were made for
    Script m_present;
    QString m_presentName;
    FindingModel m_findings;
    QTabWidget* m_tabs;
    QPushButton* m_rules;
    QMenu* m_ruleMenu;
    QSpinBox *m_first, *m_last, *m_chaosServers, *m_seconds, *m_operations;
    QCheckBox* m_all;   ///< go on behind the first finding
    QComboBox *m_base, *m_order;
    QSpinBox *m_servers, *m_thousands;
    std::map<std::string_view, QSpinBox*> m_budgets;   ///< by their names in a script
    std::vector<QLabel*> m_names;   ///< of the numbers, in the order in which they were made
    QLabel *m_rulesLabel, *m_baseLabel, *m_orderLabel, *m_chaosHint, *m_exploreHint, *m_progress, *m_end;
    QProgressBar* m_bar;
    QPushButton *m_begin, *m_cancel, *m_coverage, *m_open;
    QTableView* m_table;
};

}  // namespace zab
