// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingfacets.h"
#include "ui/models/findingfilter.h"

#include <QCoreApplication>

namespace pdsi {

/// Turns search words into the tables of a FindingFilter and says what it could not understand.
class FilterCompiler
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::FilterCompiler)
public:
    FilterCompiler(FindingFilter &filter, const SearchWords &words) : m_filter(filter), m_words(words) {}
    void compile();

private:
    void compile(const SearchTerm &term);
    void compileText(const SearchTerm &term, FindingFilter::Where where);
    void compileCodes(const SearchTerm &term, const QList<FacetValue> &values);
    void compileRequirement(const SearchTerm &term);
    void applyFrameworks(const SearchTerm &term, const QList<FacetValue> &values, const QList<int> &wanted);
    void applyCategories(const SearchTerm &term, const QList<FacetValue> &values, const QList<int> &wanted);
    void apply(const SearchTerm &term, const QList<int> &wanted);
    /// The codes the term's values name; nullopt, after saying why, when one of them names none or several.
    std::optional<QList<int>> codesOf(const SearchTerm &term, const QList<FacetValue> &values);
    bool inWantedFramework(const QString &framework) const;

    void refuse(const SearchTerm &term, const QString &why);
    void note(const SearchTerm &term, const QString &what);

    FindingFilter &m_filter;
    const SearchWords &m_words;
};

} // namespace pdsi
