// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/resources.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

/// From one JSON row to one typed row. All are pure and take any JSON: rows were checked before
/// (checkPageShape), a field of an unexpected type reads like an absent one all the same.
namespace pdsi {

/// Digests of the fields taken out of one body, by JSON pointer.
using RemovedDigests = QHash<QString, QByteArray>;

/// "team_reference" -> "team".
QString typeWithoutReference(const QString &type);
/// The address when it is a well-formed https one, else empty.
QString httpsOnly(const QString &url);
/// First label of the host of an https address whose host is a name of at least three labels, else empty.
QString subdomainOf(const QString &httpsUrl);

/// Source, id, type, name and address: what every resource has.
void readResourceRow(ResourceRow &row, const QJsonObject &object, const SourceRef &source);
Reference readReference(const QJsonObject &object, const QString &pointer);
/// Ids of an array of references, empty ones left out.
QStringList idsOf(const QJsonArray &references);
/// Clamped into an int; 0 when it is no integer.
int smallIntegerAt(const QJsonObject &object, QLatin1String key);
std::optional<QString> optionalTextAt(const QJsonObject &object, QLatin1String key);
/// Seconds since midnight of "09:30" or "09:30:00"; nullopt for anything else.
std::optional<int> secondOfDay(const QString &clockTime);
/// `source` one key deeper.
SourceRef sourceAt(const SourceRef &source, QLatin1String key);

User readUser(const QJsonObject &object, const SourceRef &source);
ContactMethod readContactMethod(const QJsonObject &object, const SourceRef &source);
NotificationRule readNotificationRule(const QJsonObject &object, const SourceRef &source);
Team readTeam(const QJsonObject &object, const SourceRef &source);

Service readService(const QJsonObject &object, const SourceRef &source, const RemovedDigests &digests);
Integration readIntegration(const QJsonObject &object, const SourceRef &source, const RemovedDigests &digests);
EscalationPolicy readEscalationPolicy(const QJsonObject &object, const SourceRef &source);
MaintenanceWindow readMaintenanceWindow(const QJsonObject &object, const SourceRef &source);
ServiceDependency readServiceDependency(const QJsonObject &object, const SourceRef &source);
WebhookSubscription readWebhookSubscription(const QJsonObject &object, const SourceRef &source);
Extension readExtension(const QJsonObject &object, const SourceRef &source);

/// Base data and layers; the final schedule is not part of it (see readScheduleEntries).
Schedule readSchedule(const QJsonObject &object, const SourceRef &source);
/// The same for a shift-based schedule: a list row (a reference) or a whole one.
Schedule readScheduleV3(const QJsonObject &object, const SourceRef &source);
/// Entries of the final schedule of either generation; nullopt when it was not rendered. Null coverage without
/// entries means "not rendered" wherever there is something to render.
std::optional<std::vector<ScheduleEntry>> readScheduleEntries(const QJsonObject &object, const Schedule &schedule,
                                                              const SourceRef &finalSource);
/// Rendered overrides of a layer-based schedule; nullopt when they are not in the answer or not readable.
std::optional<std::vector<ScheduleEntry>> readOverrides(const QJsonObject &object, const SourceRef &source);
OnCall readOnCall(const QJsonObject &object, const SourceRef &source);

Incident readIncident(const QJsonObject &object, const SourceRef &source);
ChangeEvent readChangeEvent(const QJsonObject &object, const SourceRef &source);
IncidentWorkflow readIncidentWorkflow(const QJsonObject &object, const SourceRef &source);
WorkflowTrigger readWorkflowTrigger(const QJsonObject &object, const SourceRef &source);
AuditRecord readAuditRecord(const QJsonObject &object, const SourceRef &source);
SessionConfiguration readSessionConfiguration(const QJsonObject &object, const SourceRef &source);
GenericResource readGenericResource(const QJsonObject &object, const SourceRef &source, const QString &className);

} // namespace pdsi
