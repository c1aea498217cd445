// SPDX-License-Identifier: GPL-3.0-or-later
// The properties of a run as a table: does each hold, and since which event not. The twin of the lamps.
#pragma once

#include "engine/script/script.h"
#include "engine/trace/trace.h"
#include "ui/models/recipe_models.h"
#include "ui/text/property_words.h"

#include <vector>

namespace zab {

struct PropertyLamp {
    Property property{};
    EventId violated = kNoEvent;   ///< the decisive event; none: it holds
    SimTime since;                 ///< its virtual time
    bool holds() const { return violated == kNoEvent; }
    bool operator==(const PropertyLamp&) const = default;
};

/// In the order of their groups. Those of liveness only if they are violated or `judged` has them: no run is held against them
/// that nobody has healed.
std::vector<PropertyLamp> propertyLamps(const ClusterView& view, const Trace& trace, EnumSet<Property> judged);
/// The properties of liveness that the script speaks of.
EnumSet<Property> judgedLiveness(const Script& script);
/// The properties that the run was written down to see violated, in the order in which it says so.
std::vector<Property> expectedViolations(const Script& script);
/// "23 properties hold"; "violated: Agreement, TotalOrder".
QString lampsSummary(const std::vector<PropertyLamp>& lamps);
/// "Agreement: holds", "Agreement: violated since event 512".
QString lampSentence(const PropertyLamp& lamp);

class PropertyModel : public RecipeTable {
    Q_OBJECT

public:
    enum Column { Name, Group, State, Since, Meaning, Source, ColumnCount };
    enum Role { HoldsRole = Qt::UserRole + 1 };
    using RecipeTable::RecipeTable;

    /// False if nothing has changed.
    bool show(std::vector<PropertyLamp> lamps);
    const std::vector<PropertyLamp>& lamps() const { return m_lamps; }
    int rowOf(Property p) const;   ///< -1: not shown

    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void lampsChanged();

private:
    std::vector<PropertyLamp> m_lamps;
};

}  // namespace zab
