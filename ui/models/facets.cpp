// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/facets.h"

namespace pdsi {

namespace {

const auto statusKey = QStringLiteral("status");
const auto severityKey = QStringLiteral("severity");
const auto controlKey = QStringLiteral("control");
const auto categoryKey = QStringLiteral("category");
const auto frameworkKey = QStringLiteral("framework");
const auto requirementKey = QStringLiteral("requirement");
const auto reasonKey = QStringLiteral("reason");
const auto waivedKey = QStringLiteral("waived");

} // namespace

const QStringList &controlFacets()
{
    static const QStringList names{severityKey, controlKey, categoryKey, frameworkKey, requirementKey};
    return names;
}

const QStringList &overviewFacets()
{
    static const QStringList names = controlFacets() + QStringList{statusKey, reasonKey, waivedKey};
    return names;
}

SearchWords withFacets(SearchWords words, const QStringList &taken, const Facets &set)
{
    for (const QString &name : taken)
        words = words.withFacet(name, {});
    for (const Facet &facet : set)
        words = words.withFacet(facet.name, facet.values);
    return words;
}

Facet statusFacet(OutcomeStatus of) { return {statusKey, {outcomeStatusName(of)}}; }

Facet severityFacet(Severity of) { return {severityKey, {severityName(of)}}; }

Facet controlFacet(const QList<int> &controlIds)
{
    Facet facet{controlKey, {}};
    for (const int id : controlIds)
        facet.values << QString::number(id);
    return facet;
}

Facet categoryFacet(const QString &categoryId) { return {categoryKey, {categoryId}}; }

Facet frameworkFacet(const QString &of) { return {frameworkKey, {of}}; }

Facet requirementFacet(const QString &requirementId) { return {requirementKey, {requirementId}}; }

Facet reasonFacet(const QList<ReasonCode> &reasons)
{
    Facet facet{reasonKey, {}};
    for (const ReasonCode code : reasons)
        facet.values << reasonCodeName(code);
    return facet;
}

Facet waivedFacet(bool of) { return {waivedKey, {of ? QStringLiteral("yes") : QStringLiteral("no")}}; }

} // namespace pdsi
