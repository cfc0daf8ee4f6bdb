// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/report/reportsink.h"

namespace pdsi {

/// One function a format; the shapes are those of the report contract.
void writeJsonReport(const Report &report, ReportSink &sink);
void writeCsvReport(const Report &report, ReportSink &sink);
void writeSarifReport(const Report &report, ReportSink &sink);
void writeHtmlReport(const Report &report, ReportSink &sink);
void writeXlsxReport(const Report &report, ReportSink &sink);
void writeOscalReport(const Report &report, ReportSink &sink);

} // namespace pdsi
