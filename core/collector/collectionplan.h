// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/collectionprogress.h"
#include "core/collector/planreader.h"

#include <memory>
#include <vector>

namespace pdsi {

/// What the collection is about; the same values give the same first requests.
struct PlanInput {
    Parameters parameters;
    Instant asOf = 0;
    bool includeAnalytics = false;
};

/// Which requests first, and which follow from which answers. Pure: no network, no clock, no storage.
class CollectionPlan
{
public:
    explicit CollectionPlan(const PlanInput &input);
    ~CollectionPlan();

    struct Step {
        QList<ApiRequest> requests;  ///< to ask, with sequence and reader filled in
        QList<int> superseded;       ///< request ids
        QList<int> withdraw;         ///< readers whose unsent requests are to be taken back; report them to withdrawn()
    };

    Step start();
    Step answered(const ApiRequest &request, const PlanAnswer &answer);
    Step withdrawn(const QList<ApiRequest> &requests);
    /// Nothing is open and nothing will come.
    bool finished() const;
    /// The account refuses the sign-in: whatever is not finished is denied.
    void refuseRest();

    /// Requests asked for so far, without those taken back.
    int planned() const { return m_planned; }
    /// One per class, in enum order.
    QList<ResourceClassState> states() const;
    QList<ClassPhase> phases() const;

private:
    struct Slot {
        std::unique_ptr<PlanReader> reader;
        int pending = 0;
        bool started = false;
        bool finished = false;
    };
    void take(size_t index, const PlanOutput &out, Step &step);
    void settle(size_t index, Step &step);
    void advance(Step &step);
    void noteFinished();
    bool classOver(ResourceClass c) const;
    ClassPhase phase(ResourceClass c) const;
    ResourceClassState mergedState(ResourceClass c) const;

    PlanFacts m_facts;
    std::vector<Slot> m_slots;
    int m_sequence = 0;
    int m_planned = 0;
    bool m_refused = false;
};

/// The readers of everything that is collected.
std::vector<std::unique_ptr<PlanReader>> makeReaders(PlanFacts &facts, bool includeAnalytics);

} // namespace pdsi
