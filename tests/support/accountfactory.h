// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountmodel.h"
#include "tests/support/renderedschedule.h"

namespace pdsi {

/// A contact method to make: `sms`, `phone`, `push`, `whatsapp` or `email`.
struct MethodSpec {
    QString kind;
    bool usable = true;     ///< false: blacklisted
};

struct UserSpec {
    QString id, name, email;
    QString role = QStringLiteral("limited_user");
    QString timeZone = QStringLiteral("Europe/Berlin");
    QString jobTitle = {};
    QJsonArray teams = {};
    QList<MethodSpec> methods = {{QStringLiteral("email")}, {QStringLiteral("sms")}, {QStringLiteral("push")}};
    int highRuleMethod = 1; ///< index of the method the high-urgency rule uses; -1 = no such rule
    bool viaSso = true;
    bool invited = false;
};

struct PolicySpec {
    QString id, name;
    QList<QJsonArray> levels;     ///< targets of each rule
    QJsonArray teams = {};
    int loops = 1;
};

struct ScheduleSpec {
    QString id, name, timeZone;
    QJsonArray people;                      ///< user references; layers name them by index
    std::vector<LayerPlan> layers = {};
    std::vector<RenderedEntry> overrides = {}; ///< in order of start
    QJsonArray teams = {};
};

/// One recurring event of a shift-based schedule: the same hours on some days of the week.
struct ShiftSpec {
    QString name;
    std::vector<int> people;               ///< -1 = empty member
    QList<int> daysOfWeek;                 ///< 1 = Monday
    QTime start;
    int durationSeconds = 28'800;
    int shiftsPerMember = 1;
};

struct ScheduleV3Spec {
    QString id, name, timeZone;
    QJsonArray people;
    std::vector<ShiftSpec> shifts;
};

/// Makes the API's JSON objects for one account, with secrets planted wherever the API has them.
class AccountFactory
{
public:
    AccountFactory(const QString &subdomain, Instant now);

    AccountModel model;

    QJsonObject reference(const QString &type, const QString &id, const QString &name) const;
    /// Reference to an object of a list of the model.
    QJsonObject referenceTo(const QString &type, const QJsonObject &object) const;
    /// Reference to a user who is gone.
    QJsonObject deletedUser(const QString &id, const QString &name) const;
    QString link(const QString &path, const QString &id) const;
    QString secret(const QString &what) const;

    QJsonObject team(const QString &id, const QString &name, const QString &defaultRole = QStringLiteral("manager")) const;
    QJsonObject user(const UserSpec &spec) const;
    QJsonObject policy(const PolicySpec &spec) const;
    QJsonObject integration(const QString &id, const QString &type, const QString &name, const QString &serviceId) const;
    QJsonObject service(const QString &id, const QString &name, const QJsonObject &policy, const QJsonArray &integrations) const;
    QJsonObject schedule(const ScheduleSpec &spec) const;
    QJsonObject scheduleV3(const ScheduleV3Spec &spec) const;
    QJsonObject webhook(const QString &id, const QString &description, const QString &url) const;
    QJsonObject extension(const QString &id, const QString &name, const QString &schemaId, const QString &schemaName,
                          const QString &url) const;
    QJsonObject dependency(int number, const QJsonObject &supporting, const QString &supportingType,
                           const QJsonObject &dependent, const QString &dependentType) const;
    QJsonObject incident(int number, Instant createdAt, const QJsonObject &service, const QJsonValue &priority) const;
    QJsonObject changeEvent(int number, Instant time, const QJsonArray &services) const;
    QJsonObject auditRecord(int number, Instant time, const QJsonObject &actor, const QString &method,
                            const QString &token = {}) const;
    QJsonObject workflow(const QString &id, const QString &name, bool enabled) const;
    QJsonObject trigger(const QString &id, const QJsonObject &workflow, const QJsonArray &services, bool all) const;

    /// Fills services and policies into each other's references and works out who is on call now.
    void connectPolicies();
    /// Extension schemas, licences, session configurations and the like, the same in every account.
    void addCommonLists();

    Instant renderFrom() const { return model.now - 2 * secondsPerDay; }
    Instant renderUntil() const { return model.now + 95 * secondsPerDay; }

private:
    QJsonArray renderedEntries(const std::vector<RenderedEntry> &entries, const QJsonArray &people) const;
    QJsonObject layer(const LayerPlan &plan, const ScheduleSpec &spec, const QString &id) const;
    QJsonArray onCallsOf(const QJsonObject &policy) const;
    QJsonValue onCallIn(const QString &scheduleId) const;
};

/// `2026-03-02T16:00:00+02:00`: an instant as seen at an offset from UTC.
QString formatWithOffset(Instant instant, int offsetMinutes);

} // namespace pdsi
