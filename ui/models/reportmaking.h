// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/secret.h"
#include "core/report/report.h"
#include "core/session/judging.h"
#include "ui/models/reportchoice.h"

#include <functional>

namespace pdsi {

/// What the report dialog makes, and of what. Cheap to copy.
struct ReportOrder {
    JudgedSnapshot audit;
    ReportChoice choice;
    SearchWords filter;        ///< of the findings table
    Secret password;           ///< PDF; empty = none
};

/// The report as ordered. InvalidArgument when the search words cannot be understood. Blocking: run it in a worker.
Result<Report> makeOrderedReport(const ReportOrder &order, const Cancellation &cancellation);

/// 0..1, or below 0 while it is not known; from the thread that writes.
using WritingProgress = std::function<void(double)>;

/// Writes it to `path`, all of it or nothing, mode 0600. Also Cancelled and CannotWrite. Blocking: run it in a worker.
Result<Done> writeOrderedReport(const ReportOrder &order, const QString &path, const Cancellation &cancellation,
                                const WritingProgress &progress);

} // namespace pdsi
