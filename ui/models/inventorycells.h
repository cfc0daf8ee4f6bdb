// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/inventory.h"

#include <QVariant>

/// What a resource of each kind has to say in a row. What was not read says so; it is never an empty cell.
namespace pdsi {

using Cells = QList<QVariant>;

QStringList userColumns();
Cells userCells(const Inventory &inventory, const User &user);
QStringList serviceColumns();
Cells serviceCells(const Service &service);
QStringList policyColumns();
Cells policyCells(const EscalationPolicy &policy);
QStringList scheduleColumns();
Cells scheduleCells(const Schedule &schedule);
QStringList webhookColumns();
Cells webhookCells(const WebhookSubscription &webhook);
QStringList extensionColumns();
Cells extensionCells(const Extension &extension);
QStringList triggerColumns();
Cells triggerCells(const WorkflowTrigger &trigger);
QStringList incidentColumns();
Cells incidentCells(const Inventory &inventory, const Incident &incident);
Cells changeEventCells(const Inventory &inventory, const ChangeEvent &event);
Cells onCallCells(const Inventory &inventory, const OnCall &onCall);
Cells sessionCells(const SessionConfiguration &configuration);
Cells workflowCells(const IncidentWorkflow &workflow);
Cells teamCells(const Team &team);
Cells nameCells(const ResourceRow &row);

/// Of a service or business service; its id where the name is not known.
QString serviceName(const Inventory &inventory, const QString &id);
/// "email, sms, push" by contact method types, or words for "not read".
QString methodWords(const User &user);
QString yesNo(const std::optional<bool> &value);
/// An instant, or words where the account sent none (read as 0).
QString whenWords(Instant instant);

} // namespace pdsi
