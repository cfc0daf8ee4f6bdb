// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonlayout.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr int deepestIndent = 40; // a text of brackets alone must not grow with the square of its length

/// Whether a code point can stand in a view as itself: it shows, keeps the order of its neighbours and means nothing
/// to a text document (which has its own use for U+FFFC and for line separators).
bool showsAsItself(char32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return true;
    const QChar::Category category = QChar::category(c);
    const bool blank = category == QChar::Separator_Space || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
    return QChar::isPrint(c) && !blank && c != 0xFFFC;
}

void appendEscaped(QString &text, char16_t unit) { text += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0')); }

/// Calls `odd` for every code unit that cannot stand for itself, and appends the others.
template<typename Odd>
void appendShown(QString &text, const QString &source, Odd odd)
{
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        const bool pair = c.isHighSurrogate() && i + 1 < source.size() && source[i + 1].isLowSurrogate();
        const char32_t point = pair ? QChar::surrogateToUcs4(c, source[i + 1]) : c.unicode();
        const QStringView units = QStringView(source).sliced(i, pair ? 2 : 1);
        if (showsAsItself(point))
            text += units;
        else
            std::for_each(units.begin(), units.end(), [&](QChar unit) { odd(unit.unicode()); });
        i += pair ? 1 : 0;
    }
}

class Layout
{
public:
    Layout(QByteArrayView utf8, std::optional<TextRange> marked, qsizetype around)
        : m_source(utf8), m_tokens(utf8), m_marked(marked), m_around(around)
    {
    }

    std::optional<LaidOutText> run()
    {
        for (JsonToken token = m_tokens.next(); token.kind != JsonToken::End; token = m_tokens.next()) {
            if (token.kind == JsonToken::Broken || !write(token))
                return std::nullopt;
            if (m_marked && token.range.end() == m_marked->end())
                endMark();
            if (isFull())
                return cut();
            forgetBeginning();
        }
        if (m_depth != 0 || !m_any)
            return std::nullopt;
        return std::move(m_out);
    }

private:
    bool write(const JsonToken &token)
    {
        if (m_any && m_depth == 0)
            return false; // something behind the document
        m_any = true;
        if (token.closes()) {
            if (--m_depth < 0)
                return false;
            if (!m_justOpened)
                breakLine();
        } else if (m_justOpened) {
            breakLine();
        }
        if (m_marked && token.range.start == m_marked->start)
            m_out.mark = TextRange{m_out.text.size(), 0};
        m_justOpened = token.opens();
        m_depth += token.opens() ? 1 : 0;
        writeText(token);
        return true;
    }

    void writeText(const JsonToken &token)
    {
        const QByteArrayView source = m_source.sliced(token.range.start, token.range.length);
        switch (token.kind) {
        case JsonToken::Colon: m_out.text += QLatin1String(": "); return;
        case JsonToken::Comma:
            m_out.text += QLatin1Char(',');
            breakLine();
            return;
        case JsonToken::String:
            appendShown(m_out.text, QString::fromUtf8(source), [this](char16_t unit) { appendEscaped(m_out.text, unit); });
            return;
        default: m_out.text += QLatin1String(source.data(), source.size()); return;
        }
    }

    void breakLine()
    {
        m_out.text += QLatin1Char('\n');
        m_out.text += QString(2 * std::min(m_depth, deepestIndent), QLatin1Char(' '));
        m_justOpened = false;
    }

    void endMark()
    {
        if (m_out.mark && m_out.mark->length == 0)
            m_out.mark->length = m_out.text.size() - m_out.mark->start;
    }

    bool isMarkOpen() const { return m_out.mark && m_out.mark->length == 0; }
    /// From where the second allowance counts.
    qsizetype base() const { return !m_out.mark ? 0 : isMarkOpen() ? m_out.mark->start : m_out.mark->end(); }
    bool isFull() const { return (!m_marked || m_out.mark) && m_out.text.size() - base() > m_around; }

    LaidOutText cut()
    {
        m_out.cutAfter = true;
        m_out.text.truncate(base() + m_around);
        if (isMarkOpen())
            m_out.mark->length = m_out.text.size() - m_out.mark->start;
        return std::move(m_out);
    }

    /// Before the mark only the latest lines matter. Halving now and then keeps this linear.
    void forgetBeginning()
    {
        const qsizetype before = m_out.mark ? m_out.mark->start : m_out.text.size();
        const bool due = m_out.mark ? before > m_around && !m_trimmed : m_marked && before > 2 * m_around;
        if (!due)
            return;
        m_trimmed = m_out.mark.has_value();
        const qsizetype lineStart = m_out.text.lastIndexOf(QLatin1Char('\n'), before - m_around - 1) + 1;
        const qsizetype from = lineStart > 0 ? lineStart : before - m_around; // one endless line
        m_out.firstLine += std::count(m_out.text.cbegin(), m_out.text.cbegin() + from, QLatin1Char('\n'));
        m_out.text.remove(0, from);
        m_out.cutBefore = true;
        if (m_out.mark)
            m_out.mark->start -= from;
    }

    const QByteArrayView m_source;
    JsonTokens m_tokens;
    const std::optional<TextRange> m_marked;
    const qsizetype m_around;
    LaidOutText m_out;
    int m_depth = 0;
    bool m_justOpened = false;
    bool m_trimmed = false;
    bool m_any = false;
};

} // namespace

std::optional<LaidOutText> layOutJson(QByteArrayView utf8, std::optional<TextRange> marked, qsizetype around)
{
    return Layout(utf8, marked, std::min(around, std::numeric_limits<qsizetype>::max() / 4)).run();
}

LaidOutText layOutPlain(QByteArrayView utf8, qsizetype most)
{
    LaidOutText out;
    QString source = QString::fromUtf8(utf8.first(std::min(utf8.size(), most)));
    source.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    appendShown(out.text, source, [&out](char16_t unit) { out.text += unit == u'\n' ? QChar(unit) : QChar(0xFFFD); });
    out.cutAfter = utf8.size() > most;
    return out;
}

} // namespace pdsi
