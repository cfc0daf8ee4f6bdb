// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Typed rows of an Inventory. Optional = the account sent null or left the field out.
/// Text comes from the account and is hostile: escape it wherever it is shown.
namespace pdsi {

/// Where in the snapshot a row was read: JSON pointer `pointer` in the stored body of request `requestId`.
struct SourceRef {
    int requestId = 0;
    QString pointer; ///< e.g. "/users/12"; append "/role" for a field
};

/// What every audited resource has.
struct ResourceRow {
    SourceRef source;
    QString id;
    QString type;     ///< PagerDuty's type string without `_reference`, as sent (may be empty)
    QString name;     ///< name, else summary, else id
    QString htmlUrl;  ///< https only, else empty
};

/// A reference to another resource, as found in a rule, layer or list.
struct Reference {
    QString id;
    QString type;            ///< without `_reference`, e.g. "user", "schedule", "schedule_v3"
    QString name;            ///< summary, may be empty
    bool deleted = false;    ///< carries `deleted_at`
    QString pointer;         ///< full JSON pointer of the reference in the row's source request
};

struct ContactMethod {
    QString id;
    QString type;                      ///< e.g. "sms_contact_method", without `_reference`
    QString label;
    std::optional<bool> enabled;
    std::optional<bool> blacklisted;
    SourceRef source;
};

struct NotificationRule {
    QString id;
    QString urgency;                   ///< "high", "low", or as sent
    int startDelayMinutes = 0;
    QString contactMethodId;           ///< empty when the reference is null
    SourceRef source;
};

struct User : ResourceRow {
    QString email;
    QString role;                      ///< as sent, e.g. "limited_user"
    QString timeZone;
    std::optional<bool> createdViaSso;
    bool invitationSent = false;
    /// nullopt = not read for this user (list without include and the fallback failed).
    std::optional<QStringList> teamIds;
    std::optional<std::vector<ContactMethod>> contactMethods;
    std::optional<std::vector<NotificationRule>> notificationRules;
};

struct Team : ResourceRow {
    QString defaultRole;
};

struct Integration : ResourceRow {
    QString vendorId;
    QString keyDigest;                        ///< salted digest of the removed integration key; empty = none sent
    std::optional<QString> emailFilterMode;   ///< nullopt when null or absent
    /// `from_email_mode` of each e-mail filter, in order; empty list = no filter.
    QStringList fromEmailModes;
};

struct UrgencyRule {
    QString type;            ///< "constant", "use_support_hours", or as sent; empty when absent
    QString urgency;         ///< of a constant rule
    QString duringUrgency;   ///< of use_support_hours
    QString outsideUrgency;
};

struct Service : ResourceRow {
    QString status;                              ///< "active", "disabled", ... as sent
    std::optional<Reference> escalationPolicy;   ///< nullopt = null or absent
    std::optional<qint64> acknowledgementTimeout;///< seconds
    std::optional<qint64> autoResolveTimeout;    ///< seconds
    UrgencyRule urgencyRule;
    bool hasResponsePlay = false;
    QStringList teamIds;
    std::optional<std::vector<Integration>> integrations; ///< nullopt = not read
    bool isActive() const { return status != QLatin1String("disabled"); }
};

struct EscalationRule {
    QString id;
    int delayMinutes = 0;
    std::vector<Reference> targets;
    QString pointer;                             ///< e.g. "/escalation_policies/4/escalation_rules/0"
};

struct EscalationPolicy : ResourceRow {
    int numLoops = 0;
    std::vector<EscalationRule> rules;           ///< in escalation order
    QStringList serviceIds;
    QStringList teamIds;
};

/// One stretch of a rendered final schedule.
struct ScheduleEntry {
    Instant start = 0;
    Instant end = 0;
    QString userId;          ///< empty = nobody (v3 `empty_member`)
    bool userDeleted = false;///< the reference carries `deleted_at`
    QString pointer;
};

/// Somebody who takes part in a layer (v2) or a rotation (v3).
struct ScheduleLayer {
    QString id;
    QString name;
    std::optional<Instant> start;
    std::optional<Instant> end;      ///< nullopt = open
    std::vector<Reference> users;
    QString pointer;
};

enum class ScheduleGeneration : quint8 { LayerBased, ShiftBased };

struct Schedule : ResourceRow {
    ScheduleGeneration generation = ScheduleGeneration::LayerBased;
    QString timeZone;                            ///< as sent: IANA or Rails name
    std::vector<ScheduleLayer> layers;           ///< v3: one per rotation event with members
    bool layersKnown = false;                    ///< layers (v2) or rotations (v3) were in the answer
    /// Rendered entries over [renderedFrom, renderedUntil), any order; nullopt = not rendered.
    std::optional<std::vector<ScheduleEntry>> finalEntries;
    Instant renderedFrom = 0;
    Instant renderedUntil = 0;
    SourceRef finalSource;                       ///< the final_schedule object
    std::vector<SourceRef> moreFinalSources;     ///< of further windows, when the range took several requests
};

struct BusinessService : ResourceRow {};

struct ServiceDependency {
    QString supportingId, supportingType;
    QString dependentId, dependentType;
    SourceRef source;
};

struct WebhookSubscription : ResourceRow {
    bool active = true;
    QString deliveryType;      ///< "http_delivery_method", ...
    std::optional<QString> url;///< stored form: no user info, no query
};

struct Extension : ResourceRow {
    std::optional<QString> endpointUrl;
    QString schemaId;
    QString schemaName;        ///< summary of the reference, else from extension_schemas
};

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

struct OnCall {
    SourceRef source;
    QString policyId, userId, scheduleId;
    int level = 0;
    std::optional<Instant> start, end;
};

/// A resource that is collected and listed but judged by no control yet.
struct GenericResource : ResourceRow {
    QString className;   ///< e.g. "addons"
};

} // namespace pdsi
