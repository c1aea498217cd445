// SPDX-License-Identifier: GPL-3.0-or-later
// Two recipes side by side; each is chosen from those of the run.
#pragma once

#include "engine/lab/cluster_view.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace zab {

class RecipeComparison : public QWidget {
    Q_OBJECT

public:
    explicit RecipeComparison(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const ClusterView> view);
    void setTheme(const Theme& theme);
    void retranslate();
    /// What stands in the picture in words: one line a row.
    QString text() const;

private:
    class Bars;
    const RecipeView* chosen(const QComboBox* box) const;
    void fill();
    void show();

    std::shared_ptr<const ClusterView> m_view;
    QComboBox *m_left, *m_right;
    Bars* m_bars;
    QStringList m_paths;
};

}  // namespace zab
