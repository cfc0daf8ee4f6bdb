// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

#include <QHash>

namespace pdsi {

/// How a resource stands to the one that was asked about.
enum class Relation : quint8 {
    Teams, Members, Policy, Policies, Targets, Schedules, OnCallNow, OnCallFor, Services, Service, Integrations,
    DependsOn, NeededBy, Workflow, Triggers, Priority, Incidents, ChangeEvents, Actor,
};
/// "Escalation policies that name it", ...
QString relationWords(Relation relation);

struct RelatedResource {
    QString kind, id, name;
    QStringList notes;     ///< how: "level 2", "layer Night"
    bool inInventory = true; ///< false: named, but not among what was read
    bool deleted = false;  ///< the reference says that it is gone
};

struct RelatedGroup {
    Relation relation = Relation::Teams;
    QList<RelatedResource> resources;       ///< by name
    std::optional<ReasonCode> incomplete;   ///< set when there may be more: why it is not known
};

/// Who belongs to whom, both ways: a schedule knows its policies, although only policies name schedules.
/// Indexed once per inventory; asking is cheap.
class RelatedResources
{
public:
    RelatedResources() = default;
    explicit RelatedResources(std::shared_ptr<const Inventory> inventory);

    /// One group per relation that a resource of this kind can have, empty ones included.
    QList<RelatedGroup> of(const QString &kind, const QString &id) const;
    /// Any row with an id; nullptr when the inventory has none.
    const ResourceRow *row(const QString &kind, const QString &id) const;
    /// The service an integration belongs to; empty when unknown.
    QString serviceOfIntegration(const QString &id) const { return m_serviceOfIntegration.value(id); }

private:
    friend class RelationReader;
    struct Edge {
        Relation relation;
        QString kind, id, name, note;
        bool deleted;
    };
    std::optional<ReasonCode> whyIncomplete(const QString &kind, const QString &id, Relation relation) const;
    RelatedResource resource(const Edge &edge) const;

    std::shared_ptr<const Inventory> m_inventory;
    QHash<QString, QList<Edge>> m_edges;
    QHash<QString, const ResourceRow *> m_rows;
    QHash<QString, QString> m_serviceOfIntegration;
};

} // namespace pdsi
