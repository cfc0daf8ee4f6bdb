// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"
#include "core/snapshot/inventoryrows.h"
#include "core/snapshot/inventoryschedules.h"

#include <array>

namespace pdsi {

/// Builds the Inventory of one snapshot. Every stored page is checked again before it is believed:
/// an archive may come from anywhere.
class InventoryReader
{
public:
    explicit InventoryReader(const Snapshot &snapshot);
    /// To be called once.
    std::shared_ptr<const Inventory> read();

private:
    /// A page that passed the check.
    struct Page {
        const RequestRecord &record;
        RemovedDigests digests;
        bool whole = true;         ///< no row of it was unreadable
    };
    /// What reading the pages of one class showed.
    struct Tally {
        int readable = 0;
        bool damaged = false;
    };

    void startStates();
    void readPage(const RequestRecord &record);
    void readRows(const Page &page, const QJsonObject &body, const QList<int> &unreadableRows);
    /// What a page says as a whole, even when it has no rows.
    void notePage(const Page &page);
    void readRow(const Page &page, const QJsonValue &value, const SourceRef &source);
    void readOther(const Page &page, const QJsonObject &object, const SourceRef &source);
    void readSignInUser(const QJsonObject &user, const SourceRef &source);
    void readRefusedSignIn(const RequestRecord &record);
    void readAbility(const QString &ability);
    void readTeamMember(const Page &page, const QJsonObject &member);
    void readScheduleRow(const Page &page, const QJsonObject &object, const SourceRef &source);
    void readDependency(const QJsonObject &object, const SourceRef &source);
    void readOnCallRow(const QJsonObject &object, const SourceRef &source);
    void readExtensionSchema(const QJsonObject &object);

    template<typename Row>
    void keep(std::vector<Row> &rows, ResourceClass resourceClass, const QJsonObject &object, const SourceRef &source,
              Row (*readTyped)(const QJsonObject &, const SourceRef &));
    bool isFirst(ResourceClass resourceClass, const QString &key);

    void worsenStates();
    void fillUsers();
    void fillIntegrations();
    void nameExtensionSchemas();
    void sortByTime();

    const Snapshot &m_snapshot;
    std::shared_ptr<Inventory> m_inventory;
    std::array<Tally, resourceClassCount> m_tallies{};
    std::array<QSet<QString>, resourceClassCount> m_seen{};
    ScheduleAssembly m_schedules;
    // Answers of per-id requests, by the id asked about.
    QHash<QString, std::vector<ContactMethod>> m_contactMethods;
    QHash<QString, std::vector<NotificationRule>> m_notificationRules;
    QHash<QString, std::vector<Integration>> m_integrations;
    QHash<QString, QStringList> m_memberships; ///< user id -> team ids
};

} // namespace pdsi
