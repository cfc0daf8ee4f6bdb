// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingindex.h"
#include "ui/models/searchwords.h"

#include <array>

namespace pdsi {

/// Why a search does not do what was typed, in words for people.
struct FilterProblem {
    QString text;
    qsizetype start = 0; ///< the term in the search's text
    qsizetype length = 0;
};

/// Search words compiled against one index: which of its rows match. All terms must hold; a term with several values
/// holds when any of them does. Values match without case; free words and `name` are found anywhere in the text.
/// A term that cannot be understood matches nothing, negated or not, and says why, so that nobody takes a mistyped
/// question for a clean answer. Only a facet without a value yet is passed over, and says so too.
class FindingFilter
{
public:
    /// Everything.
    explicit FindingFilter(std::shared_ptr<const FindingIndex> findings, const SearchWords &words = {});

    const QList<FilterProblem> &problems() const { return m_problems; }
    /// A problem keeps every row out.
    bool matchesNothing() const { return m_nothing; }

    bool accepts(qsizetype row) const { return acceptsStatus(row) && acceptsCodes(row) && acceptsTexts(row); }
    bool acceptsStatus(qsizetype row) const { return m_statusOk[size_t(m_findings->statusOf(row))]; }
    /// Sets mask[i] to whether row first + i matches but for its status, which callers count by.
    void match(qsizetype first, std::vector<quint8> &mask) const;

    const FindingIndex &findings() const { return *m_findings; }

private:
    friend class FilterCompiler;
    enum class Where : quint8 { Anywhere, Name, WholeId, Fingerprint };
    /// One term about text.
    struct TextTerm {
        Where where = Where::Anywhere;
        std::vector<std::string> needles; ///< folded; any of them
        bool negated = false;
        std::vector<bool> titleHas;       ///< by control: its title holds the word, so its rows need not
    };

    bool acceptsCodes(qsizetype row) const;
    bool acceptsTexts(qsizetype row) const;
    bool holds(const TextTerm &term, qsizetype row) const;
    void narrow(const TextTerm &term, qsizetype first, std::vector<quint8> &mask) const;
    void searchThrough(const TextTerm &term, const std::string &needle, qsizetype first, std::vector<quint8> &hits) const;

    std::shared_ptr<const FindingIndex> m_findings;
    QList<FilterProblem> m_problems;
    bool m_nothing = false;
    // Which codes of each column are wanted.
    std::array<bool, 6> m_statusOk;
    std::vector<quint8> m_controlOk;
    std::vector<quint8> m_kindOk;
    std::array<bool, 16> m_reasonOk;
    std::array<bool, FindingIndex::flagValues> m_flagsOk;
    std::vector<TextTerm> m_texts;
};

} // namespace pdsi
