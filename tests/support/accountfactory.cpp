// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accountfactory.h"

#include <QDateTime>

namespace pdsi {

using namespace Qt::StringLiterals;

AccountFactory::AccountFactory(const QString &subdomain, Instant now)
{
    model.subdomain = subdomain;
    model.now = now;
}

QJsonObject AccountFactory::reference(const QString &type, const QString &id, const QString &name) const
{
    return {{u"id"_s, id}, {u"type"_s, type + u"_reference"_s}, {u"summary"_s, name}};
}

QJsonObject AccountFactory::referenceTo(const QString &type, const QJsonObject &object) const
{
    return reference(type, object.value("id"_L1).toString(), object.value("name"_L1).toString());
}

QJsonObject AccountFactory::deletedUser(const QString &id, const QString &name) const
{
    QJsonObject result = reference(u"user"_s, id, name);
    result.insert(u"deleted_at"_s, formatInstant(model.now - 120 * secondsPerDay));
    return result;
}

QString AccountFactory::link(const QString &path, const QString &id) const
{
    return u"https://%1.pagerduty.com/%2/%3"_s.arg(model.subdomain, path, id);
}

QString AccountFactory::secret(const QString &what) const
{
    return plantedSecretMarker() + u'-' + what;
}

QJsonObject AccountFactory::team(const QString &id, const QString &name, const QString &defaultRole) const
{
    return {{u"id"_s, id},
            {u"type"_s, u"team"_s},
            {u"name"_s, name},
            {u"summary"_s, name},
            {u"description"_s, QJsonValue()},
            {u"default_role"_s, defaultRole},
            {u"html_url"_s, link(u"teams"_s, id)}};
}

static QJsonObject contactMethod(const AccountFactory &factory, const UserSpec &spec, const MethodSpec &method, int n)
{
    const QString id = u"C%1%2"_s.arg(n).arg(spec.id.mid(1));
    const bool email = method.kind == "email"_L1;
    const bool push = method.kind == "push"_L1;
    QJsonObject result{{u"id"_s, id},
                       {u"type"_s, (push ? u"push_notification"_s : method.kind) + u"_contact_method"_s},
                       {u"label"_s, email ? u"Work"_s : u"Mobile"_s},
                       {u"address"_s, email ? spec.email : factory.secret(method.kind + u'-' + id)}};
    if (email) {
        result.insert(u"send_short_email"_s, false);
        result.insert(u"send_html_email"_s, true);
    } else {
        result.insert(u"blacklisted"_s, !method.usable);
    }
    if (push) {
        result.insert(u"device_type"_s, n % 2 ? u"ios"_s : u"android"_s);
        result.insert(u"sounds"_s, QJsonArray());
    } else {
        result.insert(u"enabled"_s, method.usable);
    }
    if (!email && !push)
        result.insert(u"country_code"_s, 49);
    return result;
}

static QJsonObject notificationRule(const QString &id, const QString &urgency, const QJsonObject &method)
{
    return {{u"id"_s, id},
            {u"type"_s, u"assignment_notification_rule"_s},
            {u"start_delay_in_minutes"_s, 0},
            {u"urgency"_s, urgency},
            {u"contact_method"_s,
             QJsonObject{{u"id"_s, method.value("id"_L1)},
                         {u"type"_s, method.value("type"_L1).toString() + u"_reference"_s}}}};
}

QJsonObject AccountFactory::user(const UserSpec &spec) const
{
    QJsonArray methods;
    for (int i = 0; i < spec.methods.size(); ++i)
        methods.append(contactMethod(*this, spec, spec.methods.at(i), i));
    QJsonArray rules;
    if (spec.highRuleMethod >= 0 && spec.highRuleMethod < methods.size())
        rules.append(notificationRule(u"NH"_s + spec.id.mid(1), u"high"_s, methods.at(spec.highRuleMethod).toObject()));
    if (!methods.isEmpty())
        rules.append(notificationRule(u"NL"_s + spec.id.mid(1), u"low"_s, methods.at(0).toObject()));
    return {{u"id"_s, spec.id},
            {u"type"_s, u"user"_s},
            {u"name"_s, spec.name},
            {u"summary"_s, spec.name},
            {u"email"_s, spec.email},
            {u"time_zone"_s, spec.timeZone},
            {u"color"_s, u"teal"_s},
            {u"role"_s, spec.role},
            {u"job_title"_s, spec.jobTitle.isEmpty() ? QJsonValue() : QJsonValue(spec.jobTitle)},
            {u"description"_s, QJsonValue()},
            {u"invitation_sent"_s, spec.invited},
            {u"created_via_sso"_s, spec.viaSso},
            {u"teams"_s, spec.teams},
            {u"contact_methods"_s, methods},
            {u"notification_rules"_s, rules},
            {u"html_url"_s, link(u"users"_s, spec.id)}};
}

QJsonObject AccountFactory::policy(const PolicySpec &spec) const
{
    QJsonArray rules;
    for (int i = 0; i < spec.levels.size(); ++i) {
        rules.append(QJsonObject{{u"id"_s, u"R%1%2"_s.arg(i).arg(spec.id.mid(1))},
                                 {u"escalation_delay_in_minutes"_s, 15},
                                 {u"escalation_rule_assignment_strategy"_s, u"assign_to_everyone"_s},
                                 {u"targets"_s, spec.levels.at(i)}});
    }
    return {{u"id"_s, spec.id},
            {u"type"_s, u"escalation_policy"_s},
            {u"name"_s, spec.name},
            {u"summary"_s, spec.name},
            {u"num_loops"_s, spec.loops},
            {u"on_call_handoff_notifications"_s, u"if_has_services"_s},
            {u"escalation_rules"_s, rules},
            {u"services"_s, QJsonArray()},
            {u"teams"_s, spec.teams},
            {u"html_url"_s, link(u"escalation_policies"_s, spec.id)}};
}

QJsonObject AccountFactory::integration(const QString &id, const QString &type, const QString &name,
                                        const QString &serviceId) const
{
    QJsonObject result{{u"id"_s, id},
                       {u"type"_s, type},
                       {u"name"_s, name},
                       {u"summary"_s, name},
                       {u"service"_s, reference(u"service"_s, serviceId, {})},
                       {u"created_at"_s, u"2024-02-01T10:01:00Z"_s},
                       {u"vendor"_s, QJsonValue()},
                       {u"integration_key"_s, secret(u"key-"_s + id)},
                       {u"html_url"_s, link(u"services/%1/integrations"_s.arg(serviceId), id)}};
    if (type == "generic_email_inbound_integration"_L1) {
        result.remove("integration_key"_L1);
        result.insert(u"integration_email"_s, u"%1@%2.pagerduty.com"_s.arg(secret(u"mail-"_s + id), model.subdomain));
        result.insert(u"email_filter_mode"_s, u"all-email"_s);
        result.insert(u"email_filters"_s, QJsonArray());
    }
    return result;
}

QJsonObject AccountFactory::service(const QString &id, const QString &name, const QJsonObject &policy,
                                    const QJsonArray &integrations) const
{
    const QJsonValue policyReference = policy.isEmpty() ? QJsonValue() : referenceTo(u"escalation_policy"_s, policy);
    return {{u"id"_s, id},
            {u"type"_s, u"service"_s},
            {u"name"_s, name},
            {u"summary"_s, name},
            {u"description"_s, QJsonValue()},
            {u"status"_s, u"active"_s},
            {u"created_at"_s, u"2024-02-01T10:00:00Z"_s},
            {u"acknowledgement_timeout"_s, 1800},
            {u"auto_resolve_timeout"_s, 14400},
            {u"last_incident_timestamp"_s, QJsonValue()},
            {u"escalation_policy"_s, policyReference},
            {u"teams"_s, policy.value("teams"_L1).toArray()},
            {u"integrations"_s, integrations},
            {u"incident_urgency_rule"_s, QJsonObject{{u"type"_s, u"constant"_s}, {u"urgency"_s, u"high"_s}}},
            {u"support_hours"_s, QJsonValue()},
            {u"scheduled_actions"_s, QJsonArray()},
            {u"addons"_s, QJsonArray()},
            {u"alert_creation"_s, u"create_alerts_and_incidents"_s},
            {u"response_play"_s, QJsonValue()},
            {u"html_url"_s, link(u"service-directory"_s, id)}};
}

QString formatWithOffset(Instant instant, int offsetMinutes)
{
    if (offsetMinutes == 0)
        return formatInstant(instant);
    const QString local = formatInstant(instant + offsetMinutes * 60).chopped(1);
    const int minutes = std::abs(offsetMinutes);
    return u"%1%2%3:%4"_s.arg(local, offsetMinutes < 0 ? u"-"_s : u"+"_s)
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace pdsi
