// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingfacets.h"

#include "ui/models/findingindex.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>

namespace pdsi {

namespace {

/// Names are compared like this: "Not determined", "not-determined" and "notDetermined" are one.
QString bare(const QString &name)
{
    QString kept;
    for (const QChar c : name.toCaseFolded()) {
        if (!c.isSpace() && c != QLatin1Char('-') && c != QLatin1Char('_'))
            kept += c;
    }
    return kept;
}

template<typename Code, typename Name>
QList<FacetValue> codeValues(Code last, Name nameOf)
{
    QList<FacetValue> values;
    for (int i = 0; i <= int(last); ++i) {
        const auto code = static_cast<Code>(i);
        values.append({{nameOf(code), wordFor(code)}, i});
    }
    return values;
}

QList<FacetValue> statusValues() { return codeValues(OutcomeStatus::NotApplicable, outcomeStatusName); }

QList<FacetValue> controlValues(const FindingIndex &findings)
{
    QList<FacetValue> values;
    for (size_t c = 0; c + 1 < findings.controls().size(); ++c) {
        const ControlInfo &info = findings.controls()[c];
        values.append({{QString::number(info.id), info.slug, info.title}, int(c)});
    }
    return values;
}

QList<FacetValue> categoryValues()
{
    QList<FacetValue> values;
    for (const ControlCategory &category : controlCategories())
        values.append({{category.id, category.title}, int(values.size())});
    return values;
}

QList<FacetValue> frameworkValues(const FindingIndex &findings)
{
    QStringList names;
    for (const ControlInfo &info : findings.controls()) {
        for (const FrameworkReference &reference : info.frameworks) {
            if (!names.contains(reference.framework))
                names << reference.framework;
        }
    }
    QList<FacetValue> values;
    for (const QString &name : std::as_const(names))
        values.append({{name}, int(values.size())});
    return values;
}

QList<FacetValue> kindValues(const FindingIndex &findings)
{
    QList<FacetValue> values;
    for (const QString &kind : findings.kinds())
        values.append({{kind, kindWord(kind)}, int(values.size())});
    return values;
}

QList<FacetValue> baselineValues()
{
    return {{{QStringLiteral("new"), wordFor(BaselineState::New)}, int(BaselineState::New)},
            {{QStringLiteral("unchanged"), wordFor(BaselineState::Unchanged)}, int(BaselineState::Unchanged)},
            {{QStringLiteral("resolved"), wordFor(BaselineState::Absent)}, int(BaselineState::Absent)}};
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

QList<FindingFacet> findingFacets()
{
    return {
        {QStringLiteral("status"), tr("error, fail, notDetermined, manual, pass or notApplicable"), QStringLiteral("fail")},
        {QStringLiteral("severity"), tr("critical, high, medium or low"), QStringLiteral("high")},
        {QStringLiteral("control"), tr("a control by its number or name"), QStringLiteral("8")},
        {QStringLiteral("category"), tr("what controls are about"), QStringLiteral("on-call")},
        {QStringLiteral("framework"), tr("controls mapped to a framework"), QStringLiteral("\"SOC 2\"")},
        {QStringLiteral("requirement"), tr("controls mapped to a requirement or its parts"), QStringLiteral("CC6.1")},
        {QStringLiteral("kind"), tr("the kind of resource"), QStringLiteral("schedule")},
        {QStringLiteral("name"), tr("text in the resource's name"), QStringLiteral("payments")},
        {QStringLiteral("id"), tr("the resource with exactly this id"), QStringLiteral("PABC123")},
        {QStringLiteral("reason"), tr("why something is not determined"), QStringLiteral("permission")},
        {QStringLiteral("waived"), tr("yes or no"), QStringLiteral("no")},
        {QStringLiteral("baseline"), tr("new, unchanged or resolved since the baseline"), QStringLiteral("new")},
        {QStringLiteral("attested"), tr("yes or no: settled by a person's statement"), QStringLiteral("yes")},
        {QStringLiteral("fingerprint"), tr("the beginning of a finding's fingerprint"), QStringLiteral("3fa94c")},
    };
}

QList<FacetValue> facetValues(const QString &facet, const FindingIndex &findings)
{
    if (facet == QLatin1String("status"))
        return statusValues();
    if (facet == QLatin1String("severity"))
        return codeValues(Severity::Low, severityName);
    if (facet == QLatin1String("control"))
        return controlValues(findings);
    if (facet == QLatin1String("category"))
        return categoryValues();
    if (facet == QLatin1String("framework"))
        return frameworkValues(findings);
    if (facet == QLatin1String("kind"))
        return kindValues(findings);
    if (facet == QLatin1String("reason"))
        return codeValues(ReasonCode::NotCollected, reasonCodeName);
    if (facet == QLatin1String("baseline"))
        return baselineValues();
    if (facet == QLatin1String("waived") || facet == QLatin1String("attested"))
        return {{{QStringLiteral("no"), tr("no")}, 0}, {{QStringLiteral("yes"), tr("yes")}, 1}};
    return {};
}

FacetMatch matchFacetValue(const QList<FacetValue> &values, const QString &typed)
{
    const QString wanted = bare(typed);
    FacetMatch begins;
    for (const FacetValue &value : values) {
        for (const QString &name : value.names) {
            const QString known = bare(name);
            if (known == wanted && !wanted.isEmpty())
                return {{value.code}};
            if (known.startsWith(wanted) && !wanted.isEmpty() && !isNumber(wanted) && !begins.codes.contains(value.code))
                begins.codes << value.code;
        }
    }
    return begins;
}

QList<int> statusesNamed(const QStringList &values)
{
    QList<int> statuses;
    for (const QString &value : values) {
        const FacetMatch match = matchFacetValue(statusValues(), value);
        if (match.isClear())
            statuses << match.codes.first();
    }
    return statuses;
}

} // namespace pdsi
