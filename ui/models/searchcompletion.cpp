// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/searchcompletion.h"

#include "ui/models/findingfacets.h"
#include "ui/models/findingindex.h"
#include "ui/models/searchwords.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostCandidates = 50;

QStringList facetsThatBegin(const QString &typed)
{
    QStringList names;
    for (const FindingFacet &facet : findingFacets()) {
        if (!typed.isEmpty() && facet.name.startsWith(typed, Qt::CaseInsensitive))
            names << facet.name + QLatin1Char(':');
    }
    return names;
}

QStringList requirementsThatBegin(const QString &typed, const FindingIndex &findings)
{
    QStringList ids;
    for (const ControlInfo &info : findings.controls()) {
        for (const FrameworkReference &reference : info.frameworks) {
            for (const QString &id : reference.reviewed) {
                if (id.startsWith(typed, Qt::CaseInsensitive))
                    ids << id;
            }
        }
    }
    ids.sort();
    ids.removeDuplicates();
    return ids;
}

QStringList valuesThatBegin(const QString &facet, const QString &typed, const FindingIndex &findings)
{
    if (facet == QLatin1String("requirement"))
        return requirementsThatBegin(typed, findings);
    const QList<FacetValue> values = facetValues(facet, findings);
    const FacetMatch match = matchFacetValue(values, typed);
    QStringList names;
    for (const FacetValue &value : values) {
        // A control's name says more than its number.
        if (typed.isEmpty() || match.codes.contains(value.code))
            names << value.names.at(facet == QLatin1String("control") ? 1 : 0);
    }
    return names;
}

} // namespace

std::pair<QString, qsizetype> SearchCompletion::applied(const QString &text, const QString &candidate) const
{
    QString result = text;
    result.replace(start, length, candidate);
    return {result, start + candidate.size()};
}

SearchCompletion completeSearch(const QString &text, qsizetype cursor, const FindingIndex &findings)
{
    // What stands behind the cursor is no part of the word that is being typed.
    const SearchWords words = SearchWords::parse(text.left(cursor));
    if (words.isEmpty() || words.terms().last().start + words.terms().last().length < cursor)
        return {};
    const SearchTerm term = words.terms().last();
    const QString written = text.mid(term.start, term.length);
    SearchCompletion completion;
    if (term.facet.isEmpty()) {
        const QString word = term.negated ? written.mid(1) : written;
        completion = {cursor - word.size(), word.size(), facetsThatBegin(word)};
    } else {
        const qsizetype last = std::max(written.lastIndexOf(QLatin1Char(':')), written.lastIndexOf(QLatin1Char(',')));
        QString value = written.mid(last + 1);
        completion = {cursor - value.size(), value.size(), {}};
        value.remove(QLatin1Char('"'));
        for (const QString &known : valuesThatBegin(term.facet, value, findings))
            completion.candidates << SearchWords::quoted(known);
    }
    completion.candidates.removeAll(written.last(completion.length));
    completion.candidates = completion.candidates.first(std::min(completion.candidates.size(), mostCandidates));
    return completion;
}

} // namespace pdsi
