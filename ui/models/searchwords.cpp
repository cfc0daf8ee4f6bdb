// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/searchwords.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr QLatin1Char quote('"');

/// Reads one term that starts at `at` and leaves `at` behind its last character.
class TermReader
{
public:
    TermReader(const QString &text, qsizetype at) : m_text(text), m_at(at) { m_term.start = at; }

    SearchTerm read()
    {
        if (here() == QLatin1Char('-') && m_at + 1 < m_text.size() && !m_text.at(m_at + 1).isSpace()) {
            m_term.negated = true;
            ++m_at;
        }
        readFacet();
        if (m_term.facet.isEmpty())
            m_term.values << readValue(false);
        else
            readValues();
        m_term.length = m_at - m_term.start;
        return m_term;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }

    void readFacet()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end).isLetter())
            ++end;
        // "https://" is no facet.
        const bool address = m_text.mid(end + 1, 2) == QLatin1String("//");
        if (end > m_at && end < m_text.size() && m_text.at(end) == QLatin1Char(':') && !address) {
            m_term.facet = m_text.mid(m_at, end - m_at).toLower();
            m_at = end + 1;
        }
    }

    void readValues()
    {
        while (true) {
            const QString value = readValue(true);
            if (!value.isEmpty())
                m_term.values << value;
            if (here() != QLatin1Char(','))
                return;
            ++m_at;
        }
    }

    QString readValue(bool endsAtComma)
    {
        QString value;
        bool inQuotes = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == quote && inQuotes && m_text.mid(m_at + 1, 1) == quote)
                value += m_text.at(m_at++);
            else if (c == quote)
                inQuotes = !inQuotes;
            else if (!inQuotes && (c.isSpace() || (endsAtComma && c == QLatin1Char(','))))
                break;
            else
                value += c;
        }
        return value;
    }

    const QString &m_text;
    qsizetype m_at;
    SearchTerm m_term;
};

} // namespace

SearchWords SearchWords::parse(const QString &text)
{
    SearchWords words;
    words.m_text = text;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const SearchTerm term = TermReader(text, at).read();
        at = term.start + term.length;
        if (!term.facet.isEmpty() || !term.values.first().isEmpty())
            words.m_terms << term;
    }
    return words;
}

QStringList SearchWords::facet(const QString &name) const
{
    const auto found = std::find_if(m_terms.begin(), m_terms.end(),
                                    [&](const SearchTerm &term) { return term.facet == name && !term.negated; });
    return found == m_terms.end() ? QStringList() : found->values;
}

SearchWords SearchWords::withMore(const QString &words) const
{
    QString text = m_text;
    if (text.count(quote) % 2 == 1) // an open quote would swallow what follows
        text += quote;
    if (!text.isEmpty() && !text.back().isSpace())
        text += QLatin1Char(' ');
    return parse(text + words);
}

SearchWords SearchWords::withFacet(const QString &name, const QStringList &values) const
{
    QString text = m_text;
    for (auto term = m_terms.crbegin(); term != m_terms.crend(); ++term) {
        if (term->facet != name)
            continue;
        qsizetype length = term->length;
        while (term->start + length < text.size() && text.at(term->start + length).isSpace())
            ++length;
        text.remove(term->start, length);
    }
    const SearchWords rest = parse(text.trimmed());
    if (values.isEmpty())
        return rest;
    QStringList written;
    for (const QString &value : values)
        written << quoted(value);
    return rest.withMore(name + QLatin1Char(':') + written.join(QLatin1Char(',')));
}

SearchWords SearchWords::without(const QString &name, const QString &value) const
{
    const bool there = std::any_of(m_terms.begin(), m_terms.end(), [&](const SearchTerm &term) {
        return term.negated && term.facet == name && term.values.contains(value);
    });
    return there ? *this : withMore(QLatin1Char('-') + name + QLatin1Char(':') + quoted(value));
}

QString SearchWords::quoted(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char(':') || c == quote;
    });
    if (plain && !value.isEmpty() && value.front() != QLatin1Char('-'))
        return value;
    QString doubled = value;
    doubled.replace(quote, QStringLiteral("\"\""));
    return quote + doubled + quote;
}

} // namespace pdsi
