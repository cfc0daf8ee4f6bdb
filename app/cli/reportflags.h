// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/reportoptions.h"

#include <QCommandLineParser>

namespace pdsi::cli {

/// The flags that say for whom a report is and what is drawn from it.
void declareReportFlags(QCommandLineParser &parser);

/// InvalidArgument with a sentence for the user when a value is not allowed.
Result<Done> readReportFlags(const QCommandLineParser &parser, ReportOptions &options);

} // namespace pdsi::cli
