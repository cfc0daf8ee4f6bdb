// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QByteArray>

class QIODevice;

namespace pdsi {

enum class ReportFormat : quint8 { Json, Csv, Sarif, Html };
/// `json`, `csv`, `sarif`, `html`.
QString reportFormatName(ReportFormat format);
std::optional<ReportFormat> reportFormatFromName(QStringView name);

/// Writes the report piece by piece; false when the device took less than it was given.
/// The same report gives the same bytes.
bool exportReport(const Report &report, ReportFormat format, QIODevice &device);
/// The same in memory.
QByteArray exportReport(const Report &report, ReportFormat format);

} // namespace pdsi
