// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/facets.h"

namespace pdsi {

namespace {

const auto status = QStringLiteral("status");
const auto severity = QStringLiteral("severity");
const auto control = QStringLiteral("control");
const auto category = QStringLiteral("category");
const auto framework = QStringLiteral("framework");
const auto requirement = QStringLiteral("requirement");
const auto reason = QStringLiteral("reason");
const auto waived = QStringLiteral("waived");

} // namespace

const QStringList &controlFacets()
{
    static const QStringList names{severity, control, category, framework, requirement};
    return names;
}

const QStringList &overviewFacets()
{
    static const QStringList names = controlFacets() + QStringList{status, reason, waived};
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

Facet statusFacet(OutcomeStatus of) { return {status, {outcomeStatusName(of)}}; }

Facet severityFacet(Severity of) { return {severity, {severityName(of)}}; }

Facet controlFacet(const QList<int> &controlIds)
{
    Facet facet{control, {}};
    for (const int id : controlIds)
        facet.values << QString::number(id);
    return facet;
}

Facet categoryFacet(const QString &categoryId) { return {category, {categoryId}}; }

Facet frameworkFacet(const QString &of) { return {framework, {of}}; }

Facet requirementFacet(const QString &requirementId) { return {requirement, {requirementId}}; }

Facet reasonFacet(const QList<ReasonCode> &reasons)
{
    Facet facet{reason, {}};
    for (const ReasonCode code : reasons)
        facet.values << reasonCodeName(code);
    return facet;
}

Facet waivedFacet(bool of) { return {waived, {of ? QStringLiteral("yes") : QStringLiteral("no")}}; }

} // namespace pdsi
