// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/paginator.h"

#include <memory>
#include <vector>

namespace pdsi {

/// Change events of the look-back, newest first, until every active service was seen. Windows with more events
/// than paging reaches are halved; where the account tells no total they are cut by density.
class ChangeEventsReader : public PlanReader
{
public:
    explicit ChangeEventsReader(PlanFacts &facts);
    void start(PlanOutput &out) override;
    void answered(const ApiRequest &request, const PlanAnswer &answer, PlanOutput &out) override;
    void factsChanged(PlanOutput &out) override;
    ResourceClassState state() const override;

private:
    struct Window {
        Instant from = 0;
        Instant to = 0;
        std::optional<Instant> oldest;
        std::unique_ptr<Paginator> pages;
        bool cut = false; ///< replaced by smaller windows
    };
    void open(Instant from, Instant to, PlanOutput &out);
    void cut(size_t index, PlanOutput &out);
    bool everyServiceSeen() const;

    PlanFacts &m_facts;
    std::vector<Window> m_windows;
    bool m_satisfied = false;
    QSet<QString> m_keys;
    qint64 m_rows = 0;
};

} // namespace pdsi
