// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/property_model.h"

#include "ui/text/event_text.h"

#include <algorithm>

namespace zab {

EnumSet<Property> judgedLiveness(const Script& script) {
    EnumSet<Property> judged;
    for (const Property p : expectedViolations(script))
        if (propertyGroup(p) == PropertyGroup::Liveness) judged.add(p);
    return judged;
}

std::vector<Property> expectedViolations(const Script& script) {
    std::vector<Property> expected;
    for (const Statement& statement : script.statements) {
        const auto* expect = std::get_if<Expect>(&statement.what);
        const auto property = expect && expect->what == Expect::What::Violation ? propertyByName(expect->word) : std::nullopt;
        if (property) expected.push_back(*property);
    }
    return expected;
}

std::vector<PropertyLamp> propertyLamps(const ClusterView& view, const Trace& trace, EnumSet<Property> judged) {
    std::vector<PropertyLamp> lamps;
    for (const PropertyView& shown : view.properties) {
        const auto property = propertyByName(shown.id);
        if (!property) continue;
        PropertyLamp lamp{*property, shown.violated, {}};
        if (!lamp.holds() && lamp.violated < trace.size()) lamp.since = trace.at(lamp.violated).time;
        if (propertyGroup(*property) == PropertyGroup::Liveness && lamp.holds() && !judged.has(*property)) continue;
        lamps.push_back(lamp);
    }
    std::stable_sort(lamps.begin(), lamps.end(), [](const PropertyLamp& a, const PropertyLamp& b) { return propertyGroup(a.property) < propertyGroup(b.property); });
    return lamps;
}

QString lampsSummary(const std::vector<PropertyLamp>& lamps) {
    QStringList violated;
    for (const PropertyLamp& lamp : lamps)
        if (!lamp.holds()) violated << propertyName(lamp.property);
    if (violated.isEmpty()) return PropertyModel::tr("%1 properties hold").arg(lamps.size());
    return PropertyModel::tr("violated: %1").arg(violated.join(QStringLiteral(", ")));
}

QString lampSentence(const PropertyLamp& lamp) {
    return lamp.holds() ? PropertyModel::tr("%1: holds").arg(propertyName(lamp.property))
                        : PropertyModel::tr("%1: violated since event %2").arg(propertyName(lamp.property)).arg(lamp.violated);
}

bool PropertyModel::show(std::vector<PropertyLamp> lamps) {
    if (lamps == m_lamps) return false;
    m_lamps = std::move(lamps);
    setRows(static_cast<int>(m_lamps.size()));
    emit lampsChanged();
    return true;
}

int PropertyModel::rowOf(Property p) const {
    const auto it = std::find_if(m_lamps.begin(), m_lamps.end(), [p](const PropertyLamp& lamp) { return lamp.property == p; });
    return it == m_lamps.end() ? -1 : static_cast<int>(it - m_lamps.begin());
}

QVariant PropertyModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= static_cast<int>(m_lamps.size())) return {};
    const PropertyLamp& lamp = m_lamps[static_cast<std::size_t>(index.row())];
    if (role == HoldsRole) return lamp.holds();
    if (role == Qt::ToolTipRole) return index.column() == Source ? propertySource(lamp.property) : propertySentence(lamp.property);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Name: return propertyName(lamp.property);
        case Group: return propertyGroupWord(propertyGroup(lamp.property));
        case State: return lamp.holds() ? tr("holds") : tr("violated");
        case Since: return lamp.holds() ? QString() : tr("event %1 · %2").arg(lamp.violated).arg(timeText(lamp.since));
        case Meaning: return propertySentence(lamp.property);
        case Source: return propertySource(lamp.property);
        default: return {};
    }
}

QVariant PropertyModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[ColumnCount] = {tr("Property"), tr("About"), tr("State"), tr("Since"), tr("In plain words"), tr("Stated in")};
    return section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

}  // namespace zab
