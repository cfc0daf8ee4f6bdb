// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/spanhighlighter.h"

#include <algorithm>

namespace pdsi {

void SpanHighlighter::setSpans(QList<HighlightSpan> spans)
{
    if (spans.isEmpty() && m_spans.isEmpty())
        return;
    m_spans = std::move(spans);
    rehighlight();
}

void SpanHighlighter::highlightBlock(const QString &text)
{
    const qsizetype start = currentBlock().position(), end = start + text.size();
    const auto endsBefore = [](const HighlightSpan &span, qsizetype at) { return span.range.end() <= at; };
    for (auto span = std::lower_bound(m_spans.cbegin(), m_spans.cend(), start, endsBefore);
         span != m_spans.cend() && span->range.start < end; ++span) {
        QTextCharFormat format;
        if (span->color.isValid())
            format.setForeground(span->color);
        if (span->bold)
            format.setFontWeight(QFont::Bold);
        format.setFontItalic(span->italic);
        const qsizetype from = std::max(span->range.start, start);
        setFormat(int(from - start), int(std::min(span->range.end(), end) - from), format);
    }
}

} // namespace pdsi
