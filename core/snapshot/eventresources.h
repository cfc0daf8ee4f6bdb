// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/snapshot/resourcerow.h"

#include <QStringList>

#include <optional>

/// What happened and what the account does about it. Part of resources.h.
namespace pdsi {

struct Priority : ResourceRow {};

struct Incident : ResourceRow {
    Instant createdAt = 0;
    std::optional<QString> priorityId;
    QString serviceId;
    QString status;
};

struct ChangeEvent : ResourceRow {
    Instant timestamp = 0;
    QStringList serviceIds;
};

struct IncidentWorkflow : ResourceRow {
    std::optional<bool> enabled;
};

struct WorkflowTrigger : ResourceRow {
    QString workflowId;
    QString triggerType;
    bool allServices = false;
    QStringList serviceIds;
    std::optional<bool> disabled;   ///< deprecated `is_disabled`
};

struct AuditRecord : ResourceRow {
    Instant executedAt = 0;
    QString methodType;
    QString truncatedToken;     ///< empty when null
    QString actorId;            ///< first actor, empty when none
    QString actorName;
    QString actorType;
};

struct SessionConfiguration : ResourceRow {
    std::optional<qint64> absoluteTtl, idleTtl; ///< seconds
};

} // namespace pdsi
