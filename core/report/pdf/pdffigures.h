// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfrow.h"
#include "core/report/report.h"

namespace pdsi {

/// Severities, statuses and frameworks as charts.
std::vector<Figure> pdfSummaryFigures(const Report &report);

/// Where alerts of a policy go, at the instant of the report.
Figure pdfPolicyFigure(const Report &report, const QString &policyId);

/// When services have somebody on call, worst first.
std::vector<Figure> pdfCoverageFigures(const Report &report);

/// The picture with its title; an empty figure adds nothing. `withWords`: below it in words what it shows, unless the
/// picture says it itself.
void addPdfFigure(const Figure &figure, PdfRows &rows, bool withWords = true);

} // namespace pdsi
