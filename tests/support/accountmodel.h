// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pdsi {

/// Everything the fake PagerDuty knows, as the JSON the API would send with every include asked for.
///
/// Lists by name: users, teams, services, escalation_policies, schedules, schedules_v3, oncalls, business_services,
/// dependencies, webhook_subscriptions, extensions, extension_schemas, addons, tags, vendors, priorities, incidents,
/// log_entries, change_events, incident_workflows, triggers, maintenance_windows, licenses, session_configurations,
/// ip_allow_lists, audit_records, oauth_delegations (each with the id of its user under `user_id`).
/// Rendered schedule entries are stored over the whole generated range; the server clips them to what is asked.
struct AccountModel {
    QString subdomain = QStringLiteral("acme");
    Instant now = 0;                       ///< the account's present
    QJsonObject me;                        ///< answer of /users/me; empty = account-level key (400)
    QStringList abilities;
    QMap<QString, QJsonArray> lists;
    QMap<QString, int> statuses;           ///< features that are off: first path segment(s), e.g. "priorities" -> 404

    const QJsonArray list(const QString &name) const { return lists.value(name); }
    void append(const QString &name, const QJsonObject &object) { lists[name].append(object); }

    QJsonObject toJson() const;
    static Result<AccountModel> fromJson(const QJsonObject &json);
    /// Reads what toJson wrote to a file.
    static Result<AccountModel> fromFile(const QString &path);
};

/// The part of every planted secret that must never be found in anything the program writes.
inline QString plantedSecretMarker()
{
    return QStringLiteral("PLANTED-SECRET");
}

} // namespace pdsi
