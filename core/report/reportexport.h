// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QByteArray>

class QIODevice;

namespace pdsi {

enum class ReportFormat : quint8 { Json, Csv, Sarif, Html, Xlsx, Oscal };
/// `json`, `csv`, `sarif`, `html`, `xlsx`, `oscal`.
QString reportFormatName(ReportFormat format);
/// How the name of a file of this format ends, without the dot: `sarif.json`, `oscal.json`, else the format's name.
QString reportFormatSuffix(ReportFormat format);
/// Not to be shown on a terminal.
bool isBinaryFormat(ReportFormat format);
std::optional<ReportFormat> reportFormatFromName(QStringView name);
/// Every format, in the order of the enumeration.
QList<ReportFormat> reportFormats();

/// Writes the report piece by piece; false when the device took less than it was given.
/// The same report gives the same bytes.
bool exportReport(const Report &report, ReportFormat format, QIODevice &device);
/// The same in memory; empty when the report could not be made.
QByteArray exportReport(const Report &report, ReportFormat format);

} // namespace pdsi
