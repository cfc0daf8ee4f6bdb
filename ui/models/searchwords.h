// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pdsi {

/// One condition of a search: `status:fail,manual`, `-kind:user`, `"night shift"` or a bare word.
struct SearchTerm {
    QString facet;        ///< lower case; empty for free text
    QStringList values;   ///< any of them will do; quotes taken off. Free text has exactly one; a facet may lack any yet
    bool negated = false; ///< written with a leading `-`
    qsizetype start = 0;  ///< where it stands in the text, for marking it
    qsizetype length = 0;

    bool operator==(const SearchTerm &) const = default;
};

/// The search words of the findings table: terms separated by white space, all of which must hold.
/// `facet:value`, values separated by commas, a value with spaces in double quotes, a quote inside quotes doubled.
/// Only words before a colon that are letters alone are facets ("https://x" is free text); in quotes nothing is a facet.
/// Text is never refused: an open quote ends with the text.
class SearchWords
{
public:
    SearchWords() = default;
    static SearchWords parse(const QString &text);

    const QList<SearchTerm> &terms() const { return m_terms; }
    bool isEmpty() const { return m_terms.isEmpty(); }
    /// As typed.
    const QString &text() const { return m_text; }
    /// Values of the first term with this facet that is not negated.
    QStringList facet(const QString &name) const;

    /// The same words with every term of this facet taken out and, if there are values, `name:values` at the end.
    /// What else was typed stays as it was.
    SearchWords withFacet(const QString &name, const QStringList &values) const;
    /// The same words and `-name:value` at the end, unless that stands there already.
    SearchWords without(const QString &name, const QString &value) const;
    /// A value as it must be written: quoted where it would be read as something else.
    static QString quoted(const QString &value);

    bool operator==(const SearchWords &) const = default;

private:
    SearchWords withMore(const QString &words) const;

    QString m_text;
    QList<SearchTerm> m_terms;
};

} // namespace pdsi
