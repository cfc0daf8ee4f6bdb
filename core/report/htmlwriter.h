// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"
#include "core/report/reportsink.h"
#include "core/report/reportwords.h"

#include <QDateTime>

namespace pdsi {

/// Writes HTML so that text can only ever be text: markup goes in as literals, everything else is escaped.
class HtmlWriter
{
public:
    explicit HtmlWriter(ReportSink &sink) : m_sink(sink) {}

    /// Markup written by this program.
    HtmlWriter &operator<<(const char *markup);
    /// Text from anywhere: made harmless and escaped.
    HtmlWriter &operator<<(QStringView text);
    HtmlWriter &operator<<(const QString &text) { return *this << QStringView(text); }
    HtmlWriter &operator<<(QLatin1String text) { return *this << QString(text); }
    HtmlWriter &operator<<(qint64 number);

    HtmlWriter &instant(Instant instant);
    HtmlWriter &time(const QDateTime &time);
    /// Shape and word, never colour alone.
    HtmlWriter &status(OutcomeStatus status);
    HtmlWriter &severity(Severity severity);
    /// Name, with a link to PagerDuty where the address is a plain https one; kind and id below.
    HtmlWriter &resource(const ResourceRef &resource);

private:
    ReportSink &m_sink;
};

} // namespace pdsi
