// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectedpage.h"

#include <QHash>
#include <QPair>

namespace pdsi {

/// A PageStore in memory. `failAfter` makes it refuse pages, as a full disk would.
class MemoryPageStore : public PageStore
{
public:
    std::optional<CollectedPage> answered(const QByteArray &method, const QString &path) override
    {
        for (auto it = pages.crbegin(); it != pages.crend(); ++it) {
            const bool final = it->record.result != RequestResult::Failed && it->record.result != RequestResult::Unreadable;
            if (final && it->record.method == method && it->record.path == path)
                return *it;
        }
        return std::nullopt;
    }

    Result<Done> store(const CollectedPage &page) override
    {
        if (failAfter >= 0 && pages.size() >= failAfter)
            return Error{ErrorCode::CannotWrite, QStringLiteral("full")};
        for (auto it = pages.begin(); it != pages.end(); ++it) {
            const bool retried = it->record.result == RequestResult::Failed || it->record.result == RequestResult::Unreadable;
            if (retried && it->record.method == page.record.method && it->record.path == page.record.path) {
                pages.erase(it);
                break;
            }
        }
        pages.append(page);
        lastId = page.record.id;
        return Done{};
    }

    Result<Done> markSuperseded(const QList<int> &requestIds) override
    {
        for (CollectedPage &page : pages) {
            if (requestIds.contains(page.record.id))
                page.record.superseded = true;
        }
        return Done{};
    }

    int nextRequestId() override { return lastId + 1; }

    QList<CollectedPage> ofClass(ResourceClass c) const
    {
        QList<CollectedPage> found;
        for (const CollectedPage &page : pages) {
            if (page.record.resourceClass == c)
                found.append(page);
        }
        return found;
    }

    QList<CollectedPage> pages;
    int lastId = 0;
    int failAfter = -1;
};

} // namespace pdsi
