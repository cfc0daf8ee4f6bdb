// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/snapshot/eventresources.h"
#include "core/snapshot/oncallresources.h"
#include "core/snapshot/resourcerow.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Typed rows of an Inventory. Optional = the account sent null or left the field out.
/// Text comes from the account and is hostile: escape it wherever it is shown.
namespace pdsi {

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

/// The hours that tell the two halves of a use_support_hours rule apart.
struct SupportHours {
    QString timeZone;        ///< as sent: IANA or Rails name
    QList<int> daysOfWeek;   ///< 1 = Monday ... 7 = Sunday
    int startSecond = 0;     ///< of the day
    int endSecond = 0;
};

struct Service : ResourceRow {
    QString status;                              ///< "active", "disabled", ... as sent
    std::optional<Reference> escalationPolicy;   ///< nullopt = null or absent
    std::optional<qint64> acknowledgementTimeout;///< seconds
    std::optional<qint64> autoResolveTimeout;    ///< seconds
    UrgencyRule urgencyRule;
    std::optional<SupportHours> supportHours;    ///< nullopt = none, or unreadable
    bool hasResponsePlay = false;
    QStringList teamIds;
    std::optional<std::vector<Integration>> integrations; ///< nullopt = not read
    bool isActive() const { return status != QLatin1String("disabled"); }
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

/// A resource that is collected and listed but judged by no control yet.
struct GenericResource : ResourceRow {
    QString className;   ///< e.g. "addons"
};

} // namespace pdsi
