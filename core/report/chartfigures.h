// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/report/report.h"

/// Charts of the summary. Every bar has its number and its word beside it; colour alone says nothing.
namespace pdsi {

/// Open and waived findings by severity, all four.
Figure severityChart(const Report &report);
/// Controls by status, those that occur.
Figure statusChart(const Report &report);
/// Controls of each framework by status: those with a requirement that a review upholds. Empty without frameworks.
Figure frameworkChart(const Report &report);
/// Outcomes that could not be determined, by reason, most first. Empty when there is none.
Figure undeterminedChart(const Report &report);

/// How a framework's controls came out.
struct FrameworkCounts {
    QString framework;
    QString edition;
    StatusCounts controls; ///< with a requirement that a review upholds
    int unmapped = 0;      ///< controls without one
};
/// In the order of the crosswalk.
QList<FrameworkCounts> frameworkCounts(const Assessment &assessment);

} // namespace pdsi
