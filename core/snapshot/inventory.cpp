// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventory.h"

#include "core/snapshot/inventoryreader.h"

namespace pdsi {

namespace {

template<typename Row>
QHash<QString, qsizetype> indexOf(const std::vector<Row> &rows)
{
    QHash<QString, qsizetype> index;
    index.reserve(static_cast<qsizetype>(rows.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        index.insert(rows[i].id, static_cast<qsizetype>(i));
    return index;
}

template<typename Row>
const Row *find(const QHash<QString, qsizetype> &index, const std::vector<Row> &rows, const QString &id)
{
    const auto found = index.constFind(id);
    return found == index.constEnd() ? nullptr : &rows[static_cast<size_t>(*found)];
}

} // namespace

std::shared_ptr<const Inventory> Inventory::load(const Snapshot &snapshot) { return InventoryReader(snapshot).read(); }

std::optional<ReasonCode> Inventory::reasonNotComplete(ResourceClass c) const
{
    if (isComplete(c))
        return std::nullopt;
    return state(c).reason.value_or(ReasonCode::Failed);
}

const User *Inventory::user(const QString &id) const { return find(m_userIndex, users, id); }
const Team *Inventory::team(const QString &id) const { return find(m_teamIndex, teams, id); }
const Service *Inventory::service(const QString &id) const { return find(m_serviceIndex, services, id); }
const EscalationPolicy *Inventory::policy(const QString &id) const { return find(m_policyIndex, policies, id); }
const Schedule *Inventory::schedule(const QString &id) const { return find(m_scheduleIndex, schedules, id); }

const RequestRecord *Inventory::request(int requestId) const
{
    const auto found = m_requestIndex.constFind(requestId);
    return found == m_requestIndex.constEnd() ? nullptr : &requests().at(*found);
}

void Inventory::indexRows()
{
    m_userIndex = indexOf(users);
    m_teamIndex = indexOf(teams);
    m_serviceIndex = indexOf(services);
    m_policyIndex = indexOf(policies);
    m_scheduleIndex = indexOf(schedules);
    m_requestIndex.clear();
    for (qsizetype i = 0; m_snapshot && i < requests().size(); ++i)
        m_requestIndex.insert(requests().at(i).id, i);
}

} // namespace pdsi
