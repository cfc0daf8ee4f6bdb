// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplebuilder.h"

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

struct ServiceRow {
    const char16_t *name;
    int policy;               ///< number of the escalation policy
    const char16_t *urgency;  ///< h high, l low, s severity based, b support hours
    int acknowledge, resolve; ///< seconds, 0 = off
    const char16_t *integrations; ///< v Events v2, 1 Events v1, t transformer, e open mailbox, f filtered mailbox, w CloudWatch, k shared key
    const char16_t *description;
};

constexpr ServiceRow serviceTable[] = {
    {u"Vessel Tracking API", 1, u"h", 1800, 14400, u"vw", u"Positions of every vessel under charter"},
    {u"Shipment Event Bus", 9, u"h", 1800, 14400, u"v", u"Event backbone of all products"},
    {u"Truck Telemetry Ingest", 2, u"h", 1800, 0, u"vt", u"Messages of on-board units"},
    {u"Driver App Backend", 3, u"s", 1800, 14400, u"v", u"What the driver's phone talks to"},
    {u"Route Optimiser", 2, u"l", 3600, 28800, u"v", u"Plans tours overnight"},
    {u"Warehouse Control", 4, u"h", 900, 14400, u"vw", u"Conveyors and sorters"},
    {u"Pick by Voice", 4, u"s", 1800, 14400, u"v", u"Voice-guided picking"},
    {u"Label Printing", 4, u"l", 0, 0, u"1", u"Labels in all halls"},
    {u"Customs Declaration Gateway", 5, u"b", 1800, 14400, u"vf", u"Declarations to the authorities"},
    {u"Sanctions Screening", 5, u"h", 0, 14400, u"v", u"Checks of parties and goods"},
    {u"Booking Portal", 6, u"h", 1800, 14400, u"vt", u"Where customers book"},
    {u"Quotation Service", 17, u"b", 1800, 14400, u"v", u"Prices and offers"},
    {u"Partner EDI", 17, u"h", 1800, 14400, u"ve", u"Messages from carriers and partners"},
    {u"Payment Capture", 7, u"h", 900, 0, u"vk", u"Card and direct debit"},
    {u"Invoice Run", 7, u"l", 3600, 28800, u"vk", u"Nightly invoices"},
    {u"Single Sign-On", 8, u"h", 900, 14400, u"v", u"Staff and customer sign-in"},
    {u"Kubernetes Clusters", 9, u"h", 1800, 14400, u"vw", u"Where everything runs"},
    {u"PostgreSQL Fleet", 18, u"s", 1800, 14400, u"v", u"Databases of all products"},
    {u"Demand Forecast", 10, u"l", 0, 0, u"v", u"Volumes of the coming weeks"},
    {u"Data Lake Loader", 15, u"l", 3600, 28800, u"1", u""},
    {u"Site Connectivity", 11, u"h", 1800, 14400, u"vf", u"Lines to halls and terminals"},
    {u"Terminal Gate", 12, u"h", 900, 14400, u"vt", u"Gates and weighbridges"},
    {u"Crane Scheduling", 12, u"h", 1800, 0, u"v", u"Work list of the cranes"},
    {u"Security Alerts", 13, u"h", 900, 0, u"v", u"Alerts of the security tooling"},
    {u"Shared Mailbox", 14, u"l", 0, 14400, u"e", u"Mails to operations"},
    {u"Dispatch Terminal (retired)", 16, u"h", 0, 0, u"1", u"Replaced by the driver app"},
};

QJsonObject constantRule(const QString &urgency)
{
    return {{u"type"_s, u"constant"_s}, {u"urgency"_s, urgency}};
}

void setUrgency(QJsonObject *service, char16_t letter)
{
    if (letter == u'b') {
        service->insert(u"incident_urgency_rule"_s,
                        QJsonObject{{u"type"_s, u"use_support_hours"_s},
                                    {u"during_support_hours"_s, constantRule(u"high"_s)},
                                    {u"outside_support_hours"_s, constantRule(u"low"_s)}});
        service->insert(u"support_hours"_s, QJsonObject{{u"type"_s, u"fixed_time_per_day"_s},
                                                        {u"time_zone"_s, u"Europe/Amsterdam"_s},
                                                        {u"start_time"_s, u"08:00:00"_s},
                                                        {u"end_time"_s, u"18:00:00"_s},
                                                        {u"days_of_week"_s, QJsonArray{1, 2, 3, 4, 5}}});
    } else if (letter != u'h') {
        service->insert(u"incident_urgency_rule"_s, constantRule(letter == u'l' ? u"low"_s : u"severity_based"_s));
    }
}

QJsonValue timeout(int seconds)
{
    return seconds > 0 ? QJsonValue(seconds) : QJsonValue();
}

} // namespace

void SampleBuilder::integrationsOf(const QString &serviceId, const QString &kinds, QJsonArray *integrations)
{
    static const QHash<QChar, QStringList> types{
        {u'v', {u"events_api_v2"_s, u"Events API v2"_s, u"PHFVN01"_s}},
        {u'k', {u"events_api_v2"_s, u"Billing Bridge"_s, u"PHFVN01"_s}},
        {u'1', {u"generic_events_api"_s, u"Nagios (old)"_s, u"PHFVN02"_s}},
        {u't', {u"event_transformer_api"_s, u"GitLab Deployments"_s, u"PHFVN03"_s}},
        {u'w', {u"aws_cloudwatch"_s, u"Amazon CloudWatch"_s, u"PHFVN04"_s}},
        {u'e', {u"generic_email"_s, u"E-mail"_s, u"PHFVN05"_s}},
        {u'f', {u"generic_email"_s, u"Carrier mail"_s, u"PHFVN05"_s}}};
    for (const QChar kind : kinds) {
        const QStringList type = types.value(kind);
        const QString id = u"PHFI%1%2"_s.arg(serviceId.right(2), QString(kind).toUpper());
        QJsonObject integration = f.integration(id, type.at(0) + u"_inbound_integration"_s, type.at(1), serviceId);
        integration.insert(u"vendor"_s, f.reference(u"vendor"_s, type.at(2), type.at(1)));
        if (kind == u'k')
            integration.insert(u"integration_key"_s, f.secret(u"key-shared-by-billing"_s));
        if (kind == u'f') {
            integration.insert(u"email_filter_mode"_s, u"and-rules-email"_s);
            integration.insert(u"email_filters"_s,
                               QJsonArray{QJsonObject{{u"id"_s, u"PHFF001"_s},
                                                      {u"subject_mode"_s, u"always"_s},
                                                      {u"body_mode"_s, u"always"_s},
                                                      {u"from_email_mode"_s, u"match"_s},
                                                      {u"from_email_regex"_s, u"@carrier\\.example$"_s}}});
        }
        integrations->append(integration);
    }
}

void SampleBuilder::services()
{
    int number = 0;
    for (const ServiceRow &row : serviceTable) {
        const QString id = u"PHFS%1"_s.arg(++number + 100);
        QJsonArray integrations;
        integrationsOf(id, QString::fromUtf16(row.integrations), &integrations);
        const QString key = u"E%1"_s.arg(row.policy, 2, 10, QLatin1Char('0'));
        QJsonObject service = f.service(id, QString::fromUtf16(row.name), byKey(u"escalation_policies"_s, key), integrations);
        service.insert(u"description"_s, QString::fromUtf16(row.description));
        service.insert(u"acknowledgement_timeout"_s, timeout(row.acknowledge));
        service.insert(u"auto_resolve_timeout"_s, timeout(row.resolve));
        setUrgency(&service, row.urgency[0]);
        if (service.value("name"_L1).toString().contains("retired"_L1))
            service.insert(u"status"_s, u"disabled"_s);
        f.model.append(u"services"_s, service);
    }
    const QStringList vendors{u"Events API v2"_s, u"Nagios"_s, u"GitLab"_s, u"Amazon CloudWatch"_s, u"Email"_s, u"Zabbix"_s};
    for (int i = 0; i < vendors.size(); ++i) {
        f.model.append(u"vendors"_s, {{u"id"_s, u"PHFVN0%1"_s.arg(i + 1)}, {u"type"_s, u"vendor"_s},
                                      {u"name"_s, vendors.at(i)}, {u"summary"_s, vendors.at(i)}});
    }
}

void SampleBuilder::mapping()
{
    struct BusinessRow {
        const char16_t *name;
        QList<int> supporting; ///< numbers in the service table
    };
    const QList<BusinessRow> rows{{u"Shipment Tracking", {1, 2, 3, 17, 18}},
                                  {u"Customs Clearance", {9, 10, 2}},
                                  {u"Online Booking", {11, 12, 13, 16}},
                                  {u"Invoicing", {14, 15, 18}},
                                  {u"Terminal Operations", {22, 23, 21}}};
    const QJsonArray services = f.model.list(u"services"_s);
    int edge = 0;
    int number = 0;
    for (const BusinessRow &row : rows) {
        const QString id = u"PHFB%1"_s.arg(++number, 3, 10, QLatin1Char('0'));
        const QString name = QString::fromUtf16(row.name);
        const QJsonObject business{{u"id"_s, id},         {u"type"_s, u"business_service"_s}, {u"name"_s, name},
                                   {u"summary"_s, name},  {u"point_of_contact"_s, u"Operations"_s},
                                   {u"team"_s, QJsonValue()}, {u"html_url"_s, f.link(u"business-services"_s, id)}};
        f.model.append(u"business_services"_s, business);
        for (const int n : row.supporting) {
            f.model.append(u"dependencies"_s, f.dependency(++edge, services.at(n - 1).toObject(),
                                                           u"technical_service_reference"_s, business,
                                                           u"business_service_reference"_s));
        }
    }
    // Known to each other, not to any business service.
    f.model.append(u"dependencies"_s, f.dependency(++edge, services.at(5).toObject(), u"technical_service_reference"_s,
                                                   services.at(6).toObject(), u"technical_service_reference"_s));
}

} // namespace pdsi
