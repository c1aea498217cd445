// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recipe_comparison.h"

#include "ui/scene/recipe_compare.h"
#include "ui/text/recipe_words.h"
#include "ui/widgets/stage_painter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace zab {

class RecipeComparison::Bars : public QWidget {
public:
    explicit Bars(const RecipeComparison& owner) : m_owner(owner) {
        setMinimumSize(200, 56);
        setFocusPolicy(Qt::TabFocus);
    }
    StageScene scene() const {
        return buildComparison(m_owner.chosen(m_owner.m_left), m_owner.chosen(m_owner.m_right), theme, size(), theme.projector() ? 1.5 : 1);
    }
    Theme theme = Theme::light();
    StagePainter painter;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.fillRect(rect(), theme.color(Ink::Surface));
        p.setRenderHint(QPainter::Antialiasing);
        painter.paint(p, scene().still);
    }

private:
    const RecipeComparison& m_owner;
};

RecipeComparison::RecipeComparison(QWidget* parent) : QWidget(parent), m_left(new QComboBox), m_right(new QComboBox), m_bars(new Bars(*this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->addWidget(m_left, 1);
    row->addWidget(m_right, 1);
    column->addLayout(row);
    column->addWidget(m_bars, 1);
    for (QComboBox* box : {m_left, m_right}) connect(box, &QComboBox::currentIndexChanged, this, [this] { show(); });
}

const RecipeView* RecipeComparison::chosen(const QComboBox* box) const {
    const std::string path = box->currentData().toString().toStdString();
    if (!m_view || path.empty()) return nullptr;
    for (const RecipeView& r : m_view->recipes)
        if (r.path == path) return &r;
    return nullptr;
}

void RecipeComparison::setView(std::shared_ptr<const ClusterView> view) {
    m_view = std::move(view);
    QStringList paths;
    for (const RecipeView& r : m_view->recipes) paths << QString::fromStdString(r.path);
    if (paths != m_paths) {
        m_paths = paths;
        fill();
    }
    show();
}

/// First a lock with a chain, beside it a naive one: what the comparison is for.
void RecipeComparison::fill() {
    for (QComboBox* box : {m_left, m_right}) {
        const QSignalBlocker quiet(box);
        const QString before = box->currentData().toString();
        box->clear();
        for (const RecipeView& r : m_view->recipes) box->addItem(QStringLiteral("%1 (%2)").arg(QString::fromStdString(r.path), recipeKindWord(r)), QString::fromStdString(r.path));
        int row = box->findData(before);
        for (int i = 0; i < box->count() && row < 0; ++i)
            if (m_view->recipes[static_cast<std::size_t>(i)].naive == (box == m_right)) row = i;
        box->setCurrentIndex(row < 0 && box->count() ? 0 : row);
    }
}

QString RecipeComparison::text() const {
    QStringList lines;
    for (const ShapeGroup& g : m_bars->scene().still) lines << g.name + QStringLiteral(": ") + g.state;
    return lines.join(QLatin1Char('\n'));
}

void RecipeComparison::show() {
    m_bars->setAccessibleDescription(text());
    m_bars->setToolTip(text());
    m_bars->update();
}

void RecipeComparison::setTheme(const Theme& theme) {
    m_bars->theme = theme;
    m_bars->painter.clear();
    m_bars->update();
}

void RecipeComparison::retranslate() {
    m_left->setAccessibleName(tr("First recipe"));
    m_right->setAccessibleName(tr("Second recipe"));
    m_bars->setAccessibleName(tr("What a release costs"));
    m_paths.clear();
    if (m_view) setView(m_view);
}

}  // namespace zab
