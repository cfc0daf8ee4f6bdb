// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeapi.h"

#include <QSet>
#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

QJsonObject serviceWithoutIntegrations(QJsonObject service)
{
    QJsonArray bare;
    const QJsonArray integrations = service.value("integrations"_L1).toArray();
    for (const QJsonValue &value : integrations) {
        const QJsonObject integration = value.toObject();
        bare.append(QJsonObject{{u"id"_s, integration.value("id"_L1)},
                                {u"type"_s, integration.value("type"_L1).toString() + u"_reference"_s},
                                {u"summary"_s, integration.value("name"_L1)}});
    }
    service.insert(u"integrations"_s, bare);
    return service;
}

QJsonObject standard(const QString &id, const QString &type, bool pass)
{
    return {{u"id"_s, id}, {u"type"_s, type}, {u"name"_s, type}, {u"active"_s, true}, {u"pass"_s, pass}};
}

} // namespace

FakeAnswer FakeApi::services(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.size() > 2)
        return servicePart(request, tweak);
    const auto render = [&](const QJsonObject &service) {
        return request.includes(u"integrations"_s) ? service : serviceWithoutIntegrations(service);
    };
    if (request.segments.size() == 1) {
        const QJsonArray rows = byTeamAndQuery(request, m_model.list(u"services"_s));
        return offsetPage(request, tweak, {u"services"_s, rows, render});
    }
    const QJsonObject service = find(u"services"_s, request.segments.at(1));
    return service.isEmpty() ? FakeAnswer::notFound() : FakeAnswer::ok({{u"service"_s, render(service)}});
}

FakeAnswer FakeApi::servicePart(const FakeRequest &request, const ListTweak &tweak) const
{
    const QString id = request.segments.at(1);
    const QJsonObject service = find(u"services"_s, id);
    if (service.isEmpty())
        return FakeAnswer::notFound();
    if (request.segments.at(2) == "integrations"_L1) {
        const QJsonArray integrations = service.value("integrations"_L1).toArray();
        for (const QJsonValue &value : integrations) {
            if (value.toObject().value("id"_L1).toString() == request.segments.value(3))
                return FakeAnswer::ok({{u"integration"_s, value}});
        }
        return FakeAnswer::notFound();
    }
    if (request.segments.at(2) != "change_events"_L1)
        return FakeAnswer::notFound();
    const auto ofService = [&](const QJsonObject &event) {
        const QJsonArray services = event.value("services"_L1).toArray();
        return std::any_of(services.begin(), services.end(), [&](const QJsonValue &value) {
            return value.toObject().value("id"_L1).toString() == id;
        });
    };
    return offsetPage(request, tweak, {u"change_events"_s, filtered(m_model.list(u"change_events"_s), ofService)});
}

FakeAnswer FakeApi::dependencies(const FakeRequest &request, const ListTweak &) const
{
    const QString kind = request.segments.value(1);
    const QString id = request.segments.value(2);
    const bool business = kind == "business_services"_L1;
    if (!business && kind != "technical_services"_L1)
        return FakeAnswer::notFound();
    if (find(business ? u"business_services"_s : u"services"_s, id).isEmpty())
        return FakeAnswer::notFound();
    const auto touches = [&](const QJsonObject &edge) {
        return edge.value("supporting_service"_L1).toObject().value("id"_L1).toString() == id
            || edge.value("dependent_service"_L1).toObject().value("id"_L1).toString() == id;
    };
    return FakeAnswer::ok({{u"relationships"_s, filtered(m_model.list(u"dependencies"_s), touches)}});
}

FakeAnswer FakeApi::standards(const FakeRequest &request, const ListTweak &) const
{
    if (!request.path.startsWith("/standards/scores/technical_services"_L1))
        return FakeAnswer::notFound();
    const QStringList ids = request.values(u"ids"_s);
    if (ids.isEmpty() || ids.size() > 100)
        return FakeAnswer::error(400, 2001, u"Invalid Input Provided"_s, {u"Ids must name 1 to 100 services"_s});
    QJsonArray resources;
    for (const QString &id : ids) {
        const QJsonObject service = find(u"services"_s, id);
        if (service.isEmpty())
            continue;
        const QString policyId = service.value("escalation_policy"_L1).toObject().value("id"_L1).toString();
        const QJsonArray rules = find(u"escalation_policies"_s, policyId).value("escalation_rules"_L1).toArray();
        const bool described = !service.value("description"_L1).toString().isEmpty();
        const bool deep = rules.size() >= 2;
        resources.append(QJsonObject{
            {u"resource_id"_s, id},
            {u"resource_type"_s, u"technical_service"_s},
            {u"score"_s, QJsonObject{{u"passing"_s, int(described) + int(deep)}, {u"total"_s, 2}}},
            {u"standards"_s, QJsonArray{standard(u"01"_s, u"minimum_escalation_policy_rule_depth"_s, deep),
                                        standard(u"02"_s, u"has_technical_service_description"_s, described)}}});
    }
    return FakeAnswer::ok({{u"resources"_s, resources}});
}

FakeAnswer FakeApi::workflows(const FakeRequest &request, const ListTweak &tweak) const
{
    if (request.segments.value(1) == "triggers"_L1)
        return cursorPage(request, tweak, {u"triggers"_s, m_model.list(u"triggers"_s)});
    if (request.segments.size() > 1)
        return FakeAnswer::notFound();
    return offsetPage(request, tweak,
                      {u"incident_workflows"_s, byTeamAndQuery(request, m_model.list(u"incident_workflows"_s))});
}

} // namespace pdsi
