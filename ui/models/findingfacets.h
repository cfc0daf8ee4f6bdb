// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pdsi {

class FindingIndex;

/// A word that may stand before a colon in the search words.
struct FindingFacet {
    QString name;    ///< as it is typed: "status"
    QString meaning; ///< one short line for people
    QString example; ///< a value, e.g. "fail"
};
/// In the order help lists them.
QList<FindingFacet> findingFacets();

/// A value that a facet knows by one or several names; the first one is what completion offers.
struct FacetValue {
    QStringList names;
    int code = 0;
};
/// The values of a facet with a closed list of them (status, severity, control, framework, kind, reason, waived,
/// baseline, attested); empty for the others. Framework codes count up, control codes index FindingIndex::controls().
QList<FacetValue> facetValues(const QString &facet, const FindingIndex &findings);

/// What one typed value means among `values`: a name in full, or the beginning of names that mean the same thing.
/// Case, spaces, hyphens and underscores do not matter. Numbers are never completed: 1 is not 10.
struct FacetMatch {
    QList<int> codes; ///< one, or nothing, or the several that it could mean
    bool isClear() const { return codes.size() == 1; }
};
FacetMatch matchFacetValue(const QList<FacetValue> &values, const QString &typed);

/// Statuses, as OutcomeStatus, that these values of the status facet name; unclear ones are left out.
QList<int> statusesNamed(const QStringList &values);

} // namespace pdsi
