// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"

#include <QSyntaxHighlighter>

namespace pdsi {

/// Draws spans that somebody else worked out for the whole document.
class SpanHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    /// In order, for the text the document holds now.
    void setSpans(QList<HighlightSpan> spans);

protected:
    void highlightBlock(const QString &text) override;

private:
    QList<HighlightSpan> m_spans;
};

} // namespace pdsi
