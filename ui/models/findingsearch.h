// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingfilter.h"

#include <QPromise>

namespace pdsi {

/// Matching rows as a search finds them: the first handful at once, all others in a second lot.
struct FoundRows {
    std::vector<quint32> rows; ///< in order; they go behind what came before
    StatusCounts counts;       ///< matches by status, as if the search did not ask for a status; with the last lot
    bool isLast = false;
};
using FoundRowsPtr = std::shared_ptr<const FoundRows>;

/// All rows in the order they are shown in.
using RowOrder = std::shared_ptr<const std::vector<quint32>>;

/// Walks the rows of `order` and reports those that match. Stops soon after the promise's future is cancelled.
void searchFindings(QPromise<FoundRowsPtr> &promise, const FindingFilter &filter, const RowOrder &order);

} // namespace pdsi
