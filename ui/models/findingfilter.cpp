// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingfilter.h"

#include "ui/models/filtercompiler.h"
#include "ui/models/textsearch.h"

#include <algorithm>

namespace pdsi {

FindingFilter::FindingFilter(std::shared_ptr<const FindingIndex> findings, const SearchWords &words)
    : m_findings(std::move(findings))
    , m_controlOk(m_findings->controls().size(), 1)
    , m_kindOk(size_t(m_findings->kinds().size()), 1)
{
    m_statusOk.fill(true);
    m_reasonOk.fill(true);
    m_flagsOk.fill(true);
    FilterCompiler(*this, words).compile();
}

bool FindingFilter::acceptsCodes(qsizetype row) const
{
    return !m_nothing && m_controlOk[m_findings->controlOf(row)] && m_kindOk[m_findings->kindOf(row)]
        && m_reasonOk[m_findings->reasonOf(row)] && m_flagsOk[m_findings->flagsOf(row)];
}

bool FindingFilter::acceptsTexts(qsizetype row) const
{
    return std::all_of(m_texts.begin(), m_texts.end(), [&](const TextTerm &term) { return holds(term, row); });
}

bool FindingFilter::holds(const TextTerm &term, qsizetype row) const
{
    if (!term.titleHas.empty() && term.titleHas[m_findings->controlOf(row)])
        return !term.negated;
    const bool found = std::any_of(term.needles.begin(), term.needles.end(), [&](const std::string &needle) {
        switch (term.where) {
        case Where::Anywhere: return findText(m_findings->text(row), needle) != nullptr;
        case Where::Name: return findText(m_findings->name(row), needle) != nullptr;
        case Where::WholeId: return m_findings->id(row) == needle;
        case Where::Fingerprint:
            return m_findings->outcome(row).fingerprint.startsWith(QLatin1String(needle.data(), qsizetype(needle.size())));
        }
        return false;
    });
    return found != term.negated;
}

void FindingFilter::match(qsizetype first, std::vector<quint8> &mask) const
{
    for (size_t i = 0; i < mask.size(); ++i)
        mask[i] = acceptsCodes(first + qsizetype(i));
    for (const TextTerm &term : m_texts)
        narrow(term, first, mask);
}

void FindingFilter::narrow(const TextTerm &term, qsizetype first, std::vector<quint8> &mask) const
{
    const auto left = size_t(std::count(mask.begin(), mask.end(), 1));
    const bool searchable = term.where == Where::Anywhere || term.where == Where::Name;
    if (!searchable || left < mask.size() / 4) { // few rows: look at each
        for (size_t i = 0; i < mask.size(); ++i)
            mask[i] = mask[i] && holds(term, first + qsizetype(i));
        return;
    }
    std::vector<quint8> hits(mask.size(), 0);
    for (const std::string &needle : term.needles)
        searchThrough(term, needle, first, hits);
    for (size_t i = 0; i < mask.size(); ++i) {
        const bool titleHas = !term.titleHas.empty() && term.titleHas[m_findings->controlOf(first + qsizetype(i))];
        mask[i] = mask[i] && (titleHas || hits[i]) != term.negated;
    }
}

/// Runs over the texts of all rows at once, which is faster than row by row.
void FindingFilter::searchThrough(const TextTerm &term, const std::string &needle, qsizetype first,
                                  std::vector<quint8> &hits) const
{
    const qsizetype last = first + qsizetype(hits.size());
    std::string_view rest = m_findings->texts(first, last);
    qsizetype row = first;
    while (const char *hit = findText(rest, needle)) {
        while (m_findings->text(row).data() + m_findings->text(row).size() <= hit)
            ++row;
        const std::string_view text = m_findings->text(row);
        const std::string_view searched = term.where == Where::Name ? m_findings->name(row) : text;
        if (hit < searched.data() + searched.size())
            hits[size_t(row - first)] = 1;
        rest.remove_prefix(size_t(text.data() + text.size() - rest.data()));
        ++row;
    }
}

} // namespace pdsi
