// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancellation.h"
#include "core/base/secret.h"
#include "core/base/signingkey.h"
#include "core/report/report.h"
#include "core/session/judging.h"
#include "core/snapshot/redactionkey.h"
#include "ui/models/reportchoice.h"

#include <functional>

namespace pdsi {

/// What the report dialog makes, and of what. Cheap to copy.
struct ReportOrder {
    JudgedSnapshot audit;
    ReportChoice choice;
    SearchWords filter;        ///< of the findings table
    Secret password;           ///< PDF; empty = none
    std::optional<SigningKey> key; ///< signs a bundle; without one it is unsigned
    /// What pseudonyms are made with, when people are to be hidden.
    RedactionKey redactionKey = RedactionKey::random();
};

struct OrderedReport {
    Report report;
    QByteArray reversalTable;  ///< who is behind the pseudonyms, JSON; empty when nobody is hidden
};

/// The report as ordered, people hidden where that was asked for. InvalidArgument when the search words cannot be
/// understood. Blocking: run it in a worker.
Result<OrderedReport> makeOrderedReport(const ReportOrder &order, const Cancellation &cancellation);

/// 0..1, or below 0 while it is not known; from the thread that writes.
using WritingProgress = std::function<void(double)>;

/// Where the table of pseudonyms of a report at `path` goes.
QString reversalTablePath(const QString &path);

/// Writes it to `path`, all of it or nothing, mode 0600, and the table of pseudonyms beside it: both or neither. Also
/// Cancelled and CannotWrite. Blocking: run it in a worker.
Result<Done> writeOrderedReport(const ReportOrder &order, const QString &path, const Cancellation &cancellation,
                                const WritingProgress &progress);

} // namespace pdsi
