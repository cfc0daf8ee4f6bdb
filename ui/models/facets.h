// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"
#include "ui/models/searchwords.h"

namespace pdsi {

/// One `name:values` of the search words.
struct Facet {
    QString name;
    QStringList values;

    bool operator==(const Facet &) const = default;
};
using Facets = QList<Facet>;

/// The facets that say which controls are meant: who sets one takes the others out.
const QStringList &controlFacets();
/// Those, and the ones that say which outcomes: everything a chart sets.
const QStringList &overviewFacets();

/// The words with `taken` facets gone and `set` at the end; what else was typed stays as it was.
SearchWords withFacets(SearchWords words, const QStringList &taken, const Facets &set);

Facet statusFacet(OutcomeStatus status);
Facet severityFacet(Severity severity);
Facet controlFacet(const QList<int> &controlIds);
Facet categoryFacet(const QString &categoryId);
Facet frameworkFacet(const QString &framework);
Facet requirementFacet(const QString &requirementId);
Facet reasonFacet(const QList<ReasonCode> &reasons);
/// `waived:yes` or `waived:no`.
Facet waivedFacet(bool waived);

} // namespace pdsi
