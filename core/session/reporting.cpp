// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reporting.h"

namespace pdsi {

Report makeReport(const JudgedSnapshot &judged, const ReportOptions &options)
{
    const CoverageOptions coverage = coverageOptions(judged.assessment->asOf, judged.assessment->parameters);
    return Report({judged.assessment, judged.inventory, computeCoverage(*judged.inventory, coverage)}, options);
}

} // namespace pdsi
