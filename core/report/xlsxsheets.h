// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/findingsample.h"
#include "core/report/report.h"
#include "core/report/xlsxbook.h"

namespace pdsi {

/// The sheets of the workpaper, in the order they stand.
void writeXlsxCover(const Report &report, const FindingSample &sample, XlsxBook &book);
void writeXlsxFindings(const Report &report, XlsxBook &book);
void writeXlsxControls(const Report &report, XlsxBook &book);
void writeXlsxPopulation(const Report &report, XlsxBook &book);
void writeXlsxGaps(const Report &report, XlsxBook &book);
void writeXlsxOpenQuestions(const Report &report, XlsxBook &book);
void writeXlsxSample(const Report &report, const FindingSample &sample, XlsxBook &book);
void writeXlsxRequests(const Report &report, XlsxBook &book);

} // namespace pdsi
