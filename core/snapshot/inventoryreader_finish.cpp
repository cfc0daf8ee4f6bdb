// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done once every page was read: states, answers of per-id requests, order.
#include "core/snapshot/inventoryreader.h"

#include "core/base/logging.h"

#include <algorithm>

namespace pdsi {

namespace {

template<typename Row>
void sortNewestFirst(std::vector<Row> &rows, Instant Row::*time)
{
    std::stable_sort(rows.begin(), rows.end(), [time](const Row &a, const Row &b) {
        return a.*time != b.*time ? a.*time > b.*time : a.id < b.id;
    });
}

} // namespace

/// A state never gets better here: a class that was sealed as denied or failed stays so.
void InventoryReader::worsenStates()
{
    for (size_t i = 0; i < m_tallies.size(); ++i) {
        ResourceClassState &state = m_inventory->m_states[static_cast<qsizetype>(i)];
        const bool wasRead = state.state == CollectionState::Complete || state.state == CollectionState::Partial;
        if (m_tallies[i].damaged)
            qCWarning(lcSnapshot) << resourceClassName(state.resourceClass) << "has unreadable pages or rows";
        if (!m_tallies[i].damaged || !wasRead)
            continue;
        const bool keepsReason = state.state == CollectionState::Partial && m_tallies[i].readable > 0;
        state.state = m_tallies[i].readable > 0 ? CollectionState::Partial : CollectionState::Failed;
        state.reason = keepsReason ? state.reason.value_or(ReasonCode::Failed) : ReasonCode::Failed;
    }
    m_inventory->m_info.states = m_inventory->m_states;
}

void InventoryReader::fillUsers()
{
    const bool allMembersRead = m_inventory->isComplete(ResourceClass::TeamMembers) && m_inventory->isComplete(ResourceClass::Teams);
    for (User &user : m_inventory->users) {
        if (!user.teamIds && (allMembersRead || m_memberships.contains(user.id)))
            user.teamIds = m_memberships.value(user.id);
        if (!user.contactMethods && m_contactMethods.contains(user.id))
            user.contactMethods = m_contactMethods.value(user.id);
        if (!user.notificationRules && m_notificationRules.contains(user.id))
            user.notificationRules = m_notificationRules.value(user.id);
    }
}

void InventoryReader::fillIntegrations()
{
    for (Service &service : m_inventory->services) {
        if (!service.integrations && m_integrations.contains(service.id))
            service.integrations = m_integrations.value(service.id);
    }
}

/// The reference an extension carries may lack its summary.
void InventoryReader::nameExtensionSchemas()
{
    for (Extension &extension : m_inventory->extensions) {
        if (extension.schemaName.isEmpty())
            extension.schemaName = m_inventory->extensionSchemaNames.value(extension.schemaId);
    }
}

void InventoryReader::sortByTime()
{
    Inventory &in = *m_inventory;
    sortNewestFirst(in.incidents, &Incident::createdAt);
    sortNewestFirst(in.changeEvents, &ChangeEvent::timestamp);
    for (std::vector<AuditRecord> *records : {&in.auditRecent, &in.auditHistory, &in.auditTokensRecent, &in.auditTokensOld})
        sortNewestFirst(*records, &AuditRecord::executedAt);
}

} // namespace pdsi
