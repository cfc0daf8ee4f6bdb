// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

namespace pdsi {

/// What is wrong with the nodes of an escalation graph. A mark names the outcome of a control when the control's
/// verdict on that resource rests on the same fact; in a what-if nothing that depends on it does.
class GraphMarks
{
public:
    GraphMarks(const Inventory &inventory, const AccountCoverage &coverage, Instant at);

    std::vector<GraphMark> ofService(const Service &service) const;
    std::vector<GraphMark> ofPolicy(int policy) const;
    std::vector<GraphMark> ofLevel(int policy, int level) const;
    /// Of a schedule in the list; `unread` at the instant, or `empty`.
    std::vector<GraphMark> ofSchedule(int schedule, bool unread, bool empty) const;
    /// Of the target of a rule of this policy, or of a person on call (`policy` -1).
    std::vector<GraphMark> ofUser(const QString &id, bool referenceDeleted, int policy) const;
    std::vector<GraphMark> ofMissingSchedule(const Reference &target, int policy, int level) const;
    static std::vector<GraphMark> ofContactMethod(const ContactMethod &method, const User &user);

    bool isPolicyInUse(int policy) const;

private:
    enum class Presence : quint8 { Somebody, MayBe, Nobody };
    Presence presence(int policy, int level) const;
    bool lastLevelNeverReaches(int policy) const;
    bool hasFindingOfGaps(int schedule) const;
    /// Whose finding tells that nobody is on call.
    GraphMark nobodyMark(int policy) const;
    void addReachability(std::vector<GraphMark> &marks, const User &user) const;
    bool isInOnCallSet(const QString &userId) const;
    bool isInWindow() const;
    const CoveredPolicy &covered(int policy) const { return m_coverage.policies[static_cast<size_t>(policy)]; }
    const EscalationPolicy &row(int policy) const { return m_inventory.policies[static_cast<size_t>(policy)]; }

    const Inventory &m_inventory;
    const AccountCoverage &m_coverage;
    Instant m_at;
    bool m_real; ///< no what-if
};

/// Worst first, one of each kind; one that names a finding goes before one that does not.
void sortMarks(std::vector<GraphMark> &marks);

} // namespace pdsi
