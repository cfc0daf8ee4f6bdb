// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filtercompiler.h"

#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostNamesTold = 12;

/// `a, b or c`, cut where there are many.
QString listed(const QStringList &names)
{
    if (names.size() > mostNamesTold)
        return tr("%1 and %2 others").arg(names.first(mostNamesTold).join(QStringLiteral(", "))).arg(names.size() - mostNamesTold);
    if (names.size() < 2)
        return names.join(QString());
    return tr("%1 or %2").arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QString shown(const QString &typed)
{
    constexpr qsizetype longest = 40;
    return typed.size() > longest ? typed.left(longest) + QChar(0x2026) : typed;
}

/// `CC6` means CC6.1 as well, but not CC61.
bool isRequirementOrPart(const QString &id, const QString &wanted)
{
    if (!id.startsWith(wanted, Qt::CaseInsensitive))
        return false;
    return id.size() == wanted.size() || !id.at(wanted.size()).isLetterOrNumber();
}

} // namespace

void FilterCompiler::compile()
{
    for (const SearchTerm &term : m_words.terms())
        compile(term);
}

void FilterCompiler::compile(const SearchTerm &term)
{
    if (term.facet.isEmpty())
        return compileText(term, FindingFilter::Where::Anywhere);
    const QList<FindingFacet> facets = findingFacets();
    const auto known = std::find_if(facets.begin(), facets.end(), [&](const FindingFacet &f) { return f.name == term.facet; });
    if (known == facets.end()) {
        QStringList names;
        for (const FindingFacet &facet : facets)
            names << facet.name;
        return refuse(term, tr("There is no word \"%1:\". Use %2; text with a colon goes in quotes.").arg(shown(term.facet), names.join(QStringLiteral(", "))));
    }
    if (term.values.isEmpty())
        return note(term, tr("\"%1:\" has no value yet and is not applied: %2.").arg(term.facet, known->meaning));
    if (term.facet == QLatin1String("name"))
        compileText(term, FindingFilter::Where::Name);
    else if (term.facet == QLatin1String("id"))
        compileText(term, FindingFilter::Where::WholeId);
    else if (term.facet == QLatin1String("fingerprint"))
        compileText(term, FindingFilter::Where::Fingerprint);
    else if (term.facet == QLatin1String("requirement"))
        compileRequirement(term);
    else
        compileCodes(term, facetValues(term.facet, m_filter.findings()));
}

void FilterCompiler::compileText(const SearchTerm &term, FindingFilter::Where where)
{
    FindingFilter::TextTerm text;
    text.where = where;
    text.negated = term.negated;
    for (const QString &value : term.values)
        text.needles.push_back(FindingIndex::folded(value));
    if (where == FindingFilter::Where::Anywhere) {
        for (const ControlInfo &info : m_filter.findings().controls())
            text.titleHas.push_back(FindingIndex::folded(info.title).find(text.needles.front()) != std::string::npos);
    }
    m_filter.m_texts.push_back(std::move(text));
}

std::optional<QList<int>> FilterCompiler::codesOf(const SearchTerm &term, const QList<FacetValue> &values)
{
    QList<int> codes;
    for (const QString &typed : term.values) {
        const FacetMatch match = matchFacetValue(values, typed);
        if (match.isClear()) {
            codes << match.codes;
            continue;
        }
        QStringList names;
        for (const FacetValue &value : values) {
            if (match.codes.isEmpty() || match.codes.contains(value.code))
                names << value.names.first();
        }
        if (!match.codes.isEmpty())
            refuse(term, tr("\"%1:%2\" could mean %3.").arg(term.facet, shown(typed), listed(names)));
        else if (names.isEmpty())
            refuse(term, tr("There is no %1 \"%2\": this assessment has none.").arg(term.facet, shown(typed)));
        else
            refuse(term, tr("There is no %1 \"%2\". Use %3.").arg(term.facet, shown(typed), listed(names)));
        return std::nullopt;
    }
    return codes;
}

void FilterCompiler::compileCodes(const SearchTerm &term, const QList<FacetValue> &values)
{
    if (term.facet == QLatin1String("baseline") && m_filter.findings().assessment().baselineName.isEmpty())
        return refuse(term, tr("This assessment is not compared with a baseline."));
    const std::optional<QList<int>> wanted = codesOf(term, values);
    if (!wanted)
        return;
    if (term.facet == QLatin1String("framework"))
        applyFrameworks(term, values, *wanted);
    else if (term.facet == QLatin1String("category"))
        applyCategories(term, values, *wanted);
    else
        apply(term, *wanted);
}

void FilterCompiler::apply(const SearchTerm &term, const QList<int> &wanted)
{
    const auto holds = [&](int code) { return wanted.contains(code) != term.negated; };
    const auto flagged = [&](quint8 flag, int flags) { return holds((flags & flag) ? 1 : 0); };
    FindingFilter &f = m_filter;
    if (term.facet == QLatin1String("status")) {
        for (size_t i = 0; i < f.m_statusOk.size(); ++i)
            f.m_statusOk[i] = f.m_statusOk[i] && holds(int(i));
    } else if (term.facet == QLatin1String("kind")) {
        for (size_t i = 0; i < f.m_kindOk.size(); ++i)
            f.m_kindOk[i] = f.m_kindOk[i] && holds(int(i));
    } else if (term.facet == QLatin1String("reason")) {
        for (size_t i = 0; i < f.m_reasonOk.size(); ++i)
            f.m_reasonOk[i] = f.m_reasonOk[i] && holds(int(i) - 1);
    } else if (term.facet == QLatin1String("control") || term.facet == QLatin1String("severity")) {
        const bool bySeverity = term.facet == QLatin1String("severity");
        for (size_t i = 0; i < f.m_controlOk.size(); ++i)
            f.m_controlOk[i] = f.m_controlOk[i] && holds(bySeverity ? int(f.findings().controls()[i].severity) : int(i));
    } else {
        for (size_t i = 0; i < f.m_flagsOk.size(); ++i) {
            const int flags = int(i);
            const bool ok = term.facet == QLatin1String("waived") ? flagged(FindingIndex::waivedFlag, flags)
                : term.facet == QLatin1String("attested")         ? flagged(FindingIndex::attestedFlag, flags)
                                                                  : holds(flags >> FindingIndex::baselineShift);
            f.m_flagsOk[i] = f.m_flagsOk[i] && ok;
        }
    }
}

void FilterCompiler::applyFrameworks(const SearchTerm &term, const QList<FacetValue> &values, const QList<int> &wanted)
{
    const std::vector<ControlInfo> &controls = m_filter.findings().controls();
    for (size_t c = 0; c < controls.size(); ++c) {
        const QList<FrameworkReference> &references = controls[c].frameworks;
        const bool mapped = std::any_of(references.begin(), references.end(), [&](const FrameworkReference &reference) {
            return !reference.reviewed.isEmpty() && std::any_of(wanted.begin(), wanted.end(), [&](int code) {
                return values.at(code).names.first() == reference.framework;
            });
        });
        m_filter.m_controlOk[c] = m_filter.m_controlOk[c] && mapped != term.negated;
    }
}

void FilterCompiler::applyCategories(const SearchTerm &term, const QList<FacetValue> &values, const QList<int> &wanted)
{
    const std::vector<ControlInfo> &controls = m_filter.findings().controls();
    for (size_t c = 0; c < controls.size(); ++c) {
        const bool among = std::any_of(wanted.begin(), wanted.end(),
                                       [&](int code) { return values.at(code).names.first() == controls[c].category; });
        m_filter.m_controlOk[c] = m_filter.m_controlOk[c] && among != term.negated;
    }
}

bool FilterCompiler::inWantedFramework(const QString &framework) const
{
    const QList<FacetValue> values = facetValues(QStringLiteral("framework"), m_filter.findings());
    return std::all_of(m_words.terms().begin(), m_words.terms().end(), [&](const SearchTerm &term) {
        if (term.facet != QLatin1String("framework") || term.negated || term.values.isEmpty())
            return true;
        return std::any_of(term.values.begin(), term.values.end(), [&](const QString &typed) {
            const FacetMatch match = matchFacetValue(values, typed);
            return match.isClear() && values.at(match.codes.first()).names.first() == framework;
        });
    });
}

/// Several frameworks number alike: beside `framework:` only its own requirements count.
void FilterCompiler::compileRequirement(const SearchTerm &term)
{
    const std::vector<ControlInfo> &controls = m_filter.findings().controls();
    std::vector<bool> mapped(controls.size());
    for (const QString &typed : term.values) {
        bool known = false;
        for (size_t c = 0; c < controls.size(); ++c) {
            for (const FrameworkReference &reference : controls[c].frameworks) {
                const bool has = inWantedFramework(reference.framework)
                    && std::any_of(reference.reviewed.begin(), reference.reviewed.end(),
                                   [&](const QString &id) { return isRequirementOrPart(id, typed); });
                known = known || has;
                mapped[c] = mapped[c] || has;
            }
        }
        if (!known)
            return refuse(term, tr("No control of this assessment is mapped to a requirement \"%1\".").arg(shown(typed)));
    }
    for (size_t c = 0; c < controls.size(); ++c)
        m_filter.m_controlOk[c] = m_filter.m_controlOk[c] && mapped[c] != term.negated;
}

void FilterCompiler::refuse(const SearchTerm &term, const QString &why)
{
    m_filter.m_nothing = true;
    note(term, why);
}

void FilterCompiler::note(const SearchTerm &term, const QString &what)
{
    m_filter.m_problems.append({what, term.start, term.length});
}

} // namespace pdsi
