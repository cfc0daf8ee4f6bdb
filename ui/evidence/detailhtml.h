// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

#include <QStringList>

/// The pieces detail pages are put together from. Every function that takes text escapes it; what they return is HTML.
namespace pdsi {

/// Account text made harmless and escaped; long text is cut with an ellipsis.
QString escaped(const QString &text, qsizetype longest = 4'000);
QString styleSheet(bool dark);
QString link(const QString &href, const QString &text);
/// Opens in the browser; empty unless the address is https.
QString webLink(const QString &address);
QString heading(const QString &text);
QString paragraph(const QString &text);
/// Heading and paragraph, or nothing when there is no text.
QString section(const QString &title, const QString &text);
QString soft(const QString &text);
/// Icon and word.
QString statusBadge(OutcomeStatus status);
QString severityBadge(Severity severity);
/// A table of names and values; the values are HTML already.
QString factTable(const QList<std::pair<QString, QString>> &facts);
/// A table with a header row; cells are HTML already. `firstWidth`: per cent for the first column, 0 = as it comes.
QString table(const QStringList &header, const QList<QStringList> &rows, int firstWidth = 0);
QString bulletList(const QStringList &htmlItems);

} // namespace pdsi
