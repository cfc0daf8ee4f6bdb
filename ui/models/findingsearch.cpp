// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingsearch.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr size_t rowsAtOnce = 200;         // more than a screen shows
constexpr size_t rowsLookedAtFirst = 4096; // a few milliseconds, wherever their texts lie in memory
constexpr qsizetype blockRows = 4096;      // between two looks at whether anybody still wants to know

/// The first matches in order; moves `at` behind the last row looked at.
std::vector<quint32> firstMatches(const FindingFilter &filter, const std::vector<quint32> &order, size_t &at)
{
    std::vector<quint32> found;
    const size_t end = std::min(order.size(), rowsLookedAtFirst);
    for (; at < end && found.size() < rowsAtOnce; ++at) {
        if (filter.accepts(order[at]))
            found.push_back(order[at]);
    }
    return found;
}

} // namespace

void searchFindings(QPromise<FoundRowsPtr> &promise, const FindingFilter &filter, const RowOrder &order)
{
    size_t at = 0;
    auto first = std::make_shared<FoundRows>();
    first->rows = firstMatches(filter, *order, at);
    if (!first->rows.empty())
        promise.addResult(FoundRowsPtr(first));

    const FindingIndex &findings = filter.findings();
    auto others = std::make_shared<FoundRows>();
    others->isLast = true;
    std::vector<quint8> matches(size_t(findings.size()));
    std::vector<quint8> block;
    for (qsizetype start = 0; start < findings.size(); start += blockRows) {
        if (promise.isCanceled())
            return;
        block.resize(size_t(std::min(blockRows, findings.size() - start)));
        filter.match(start, block);
        for (size_t i = 0; i < block.size(); ++i) {
            const qsizetype row = start + qsizetype(i);
            if (!block[i])
                continue;
            others->counts.add(findings.statusOf(row));
            matches[size_t(row)] = filter.acceptsStatus(row);
        }
    }
    for (; at < order->size(); ++at) {
        if (matches[(*order)[at]])
            others->rows.push_back((*order)[at]);
    }
    promise.addResult(FoundRowsPtr(others));
}

} // namespace pdsi
