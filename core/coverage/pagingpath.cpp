// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/pagingpath.h"

#include "core/coverage/pagingwalk.h"

namespace pdsi {

PagingPath pagingPathAt(const Inventory &inventory, const AccountCoverage &coverage, const QString &serviceId, Instant at)
{
    const int service = coverage.serviceIndex(serviceId);
    if (service >= 0)
        return PagingWalk(inventory, coverage, service).path(at, PagingWalk::Extent::Whole);
    PagingPath path;
    path.at = at;
    path.certain = false;
    return path;
}

WorstCase worstCase(const Inventory &inventory, const AccountCoverage &coverage, const QString &serviceId)
{
    WorstCase worst;
    const Interval window = coverage.window();
    const int service = coverage.serviceIndex(serviceId);
    if (service < 0) {
        worst.unknown = IntervalSet({window});
        return worst;
    }
    PagingWalk walk(inventory, coverage, service);
    std::vector<Interval> nobody, unknown, notPaging;
    for (Instant at = window.start; at < window.end; at = walk.sameUntil()) {
        const PagingPath path = walk.path(at, PagingWalk::Extent::ToFirstHuman);
        const Interval when{at, walk.sameUntil()};
        if (path.end == PagingEnd::Disabled || path.end == PagingEnd::Maintenance)
            notPaging.push_back(when);
        else if (!path.certain)
            unknown.push_back(when);
        else if (!path.firstHumanSeconds)
            nobody.push_back(when);
        else if (!worst.longestSeconds || *path.firstHumanSeconds > *worst.longestSeconds) {
            worst.longestSeconds = path.firstHumanSeconds;
            worst.longestWhen = when;
        } else if (*path.firstHumanSeconds == *worst.longestSeconds && worst.longestWhen.end == at) {
            worst.longestWhen.end = when.end;
        }
    }
    worst.nobody = IntervalSet(std::move(nobody));
    worst.unknown = IntervalSet(std::move(unknown));
    worst.notPaging = IntervalSet(std::move(notPaging));
    return worst;
}

} // namespace pdsi
