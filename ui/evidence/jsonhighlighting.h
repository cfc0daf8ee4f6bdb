// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jsontokens.h"

#include <QColor>
#include <QList>
#include <QObject>

namespace pdsi {

/// How a stretch of text is drawn.
struct HighlightSpan {
    TextRange range;   ///< UTF-16 units of the text that was asked about
    QColor color;      ///< invalid = the text's own
    bool bold = false;
    bool italic = false;

    bool operator==(const HighlightSpan &) const = default;
};

/// Colours JSON by KDE Syntax Highlighting: the library where the program was built with it, KDE's command line
/// program where that is installed, nothing otherwise. The text stays ours; only spans come back.
class JsonHighlighting : public QObject
{
    Q_OBJECT
public:
    /// Longer texts are shown plain: colouring them would hold up the window.
    static constexpr qsizetype longestText = 512 * 1024;

    using QObject::QObject;

    /// The best there is on this machine; never null.
    static JsonHighlighting *create(QObject *parent);
    /// One line for About: which of the three is in use.
    static QString description();

    /// Asks for the spans of a text; answered by ready(), now or later. A new request drops an earlier one.
    virtual void request(const QString &text, bool dark) = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Spans of the text that was asked about last, in order; none where there is nothing to colour it with.
    void ready(const QList<pdsi::HighlightSpan> &spans);
};

/// The last resort: no spans.
class PlainHighlighting final : public JsonHighlighting
{
    Q_OBJECT
public:
    using JsonHighlighting::JsonHighlighting;

    void request(const QString &, bool) override { Q_EMIT ready({}); }
    void cancel() override {}
};

/// Name of KDE's theme for a light or dark window.
QString highlightTheme(bool dark);

} // namespace pdsi
