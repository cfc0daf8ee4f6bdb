// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace pdsi {

/// One line of the reconciliation: what the account says there is, and what was received of it.
struct PopulationRow {
    ResourceClass resourceClass = ResourceClass::SignIn;
    QString name;                        ///< in words
    CollectionState state = CollectionState::NotCollected;
    std::optional<ReasonCode> reason;    ///< none when complete
    std::optional<qint64> reportedTotal; ///< what the account says there is
    qint64 received = 0;                 ///< distinct resources kept
    int pages = 0;
    qint64 duplicatesDropped = 0;
    bool mayHide = false;                ///< the key may not see every resource, so that some can be missing silently
    bool denied = false;                 ///< the key may see none
    bool planAbsent = false;
    bool capped = false;                 ///< PagerDuty lists no more than 10,000
    QString note;                        ///< a short sentence that says how the two numbers go together
};

/// One row a class of resources, in the order of the collection: those that were asked for, then the others.
QList<PopulationRow> populationRows(const Report &report);

} // namespace pdsi
