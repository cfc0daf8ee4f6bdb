// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/highlighthtml.h"

namespace pdsi {

namespace {

HighlightSpan fromStyle(QStringView tag)
{
    HighlightSpan span;
    const qsizetype from = tag.indexOf(u'"') + 1;
    for (const QStringView part : tag.sliced(from, std::max<qsizetype>(0, tag.lastIndexOf(u'"') - from)).split(u';')) {
        const QStringView name = part.left(part.indexOf(u':')).trimmed();
        const QString value = part.mid(part.indexOf(u':') + 1).trimmed().toString();
        if (name == u"color" && QColor::isValidColor(value))
            span.color = QColor(value);
        span.bold |= name == u"font-weight" && value == QLatin1String("bold");
        span.italic |= name == u"font-style" && value == QLatin1String("italic");
    }
    return span;
}

std::optional<QChar> entity(QStringView name)
{
    if (name == u"lt")
        return u'<';
    if (name == u"gt")
        return u'>';
    if (name == u"amp")
        return u'&';
    if (name == u"quot")
        return u'"';
    return name == u"apos" || name == u"#39" ? std::optional<QChar>(u'\'') : std::nullopt;
}

class Reader
{
public:
    Reader(const QString &html, const QString &text) : m_html(html), m_text(text) {}

    std::optional<QList<HighlightSpan>> read()
    {
        const QString begin = QStringLiteral("<pre>\n");
        const qsizetype start = m_html.indexOf(begin);
        if (start < 0)
            return std::nullopt;
        m_at = start + begin.size();
        while (m_at < m_html.size()) {
            const QChar c = m_html.at(m_at);
            if (c == u'<' && m_html.mid(m_at).startsWith(u"</pre>"))
                return isWhole() ? std::optional(m_spans) : std::nullopt;
            const bool ok = c == u'<' ? tag() : c == u'&' ? escape() : text(c, 1);
            if (!ok)
                return std::nullopt;
        }
        return std::nullopt;
    }

private:
    /// The program ends every line, also a last one that had no end.
    bool isWhole() const { return !m_span && (m_written == m_text.size() || m_written == m_text.size() + 1); }

    bool text(QChar c, qsizetype length)
    {
        const bool extraEnd = m_written == m_text.size() && c == u'\n';
        if (!extraEnd && (m_written >= m_text.size() || m_text.at(m_written) != c))
            return false;
        ++m_written;
        m_at += length;
        return true;
    }

    bool escape()
    {
        const qsizetype end = m_html.indexOf(u';', m_at);
        const auto c = end < 0 ? std::nullopt : entity(m_html.sliced(m_at + 1, end - m_at - 1));
        return c && text(*c, end + 1 - m_at);
    }

    bool tag()
    {
        const qsizetype end = m_html.indexOf(u'>', m_at);
        if (end < 0)
            return false;
        const QStringView name = m_html.sliced(m_at, end + 1 - m_at);
        if (name == u"</span>" && m_span) {
            m_span->range.length = m_written - m_span->range.start;
            m_spans << *m_span;
            m_span.reset();
        } else if (name.startsWith(u"<span style=\"") && !m_span) {
            m_span = fromStyle(name);
            m_span->range.start = m_written;
        } else {
            return false;
        }
        m_at = end + 1;
        return true;
    }

    const QStringView m_html;
    const QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_written = 0;
    std::optional<HighlightSpan> m_span;
    QList<HighlightSpan> m_spans;
};

} // namespace

std::optional<QList<HighlightSpan>> spansFromHtml(const QByteArray &html, const QString &text)
{
    const QString decoded = QString::fromUtf8(html);
    return Reader(decoded, text).read();
}

} // namespace pdsi
