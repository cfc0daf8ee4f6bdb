// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/rowfacts.h"

#include <QJsonArray>

#include <algorithm>

namespace pdsi {

namespace {

QString idOf(const QJsonValue &value) { return value.toObject().value(QLatin1String("id")).toString(); }

bool isReference(const QJsonValue &value)
{
    return value.toObject().value(QLatin1String("type")).toString().endsWith(QLatin1String("_reference"));
}

/// The list is absent, or holds references only: its elements must be asked for.
bool lacksDetail(const QJsonValue &list)
{
    const QJsonArray elements = list.toArray();
    return !list.isArray() || std::any_of(elements.begin(), elements.end(), isReference);
}

/// Nothing was rendered; a rendering that shows nobody is an answer.
bool lacksRendering(const QJsonObject &schedule)
{
    const QJsonValue layers = schedule.value(QLatin1String("schedule_layers"));
    const QJsonValue final = schedule.value(QLatin1String("final_schedule"));
    const QJsonValue entries = final.toObject().value(QLatin1String("rendered_schedule_entries"));
    if (!layers.isArray() || !final.isObject() || !entries.isArray())
        return true;
    const bool noShare = final.toObject().value(QLatin1String("rendered_coverage_percentage")).isDouble() == false;
    return entries.toArray().isEmpty() && noShare && !layers.toArray().isEmpty();
}

} // namespace

void noteId(const QJsonObject &row, std::set<QString> &ids)
{
    if (const QString id = idOf(row); !id.isEmpty())
        ids.insert(id);
}

void noteUser(const QJsonObject &row, PlanFacts &facts)
{
    const QString id = idOf(row);
    if (id.isEmpty())
        return;
    const QString role = row.value(QLatin1String("role")).toString();
    if (role == QLatin1String("owner") || role == QLatin1String("admin"))
        facts.privilegedUsers.insert(id);
    if (lacksDetail(row.value(QLatin1String("contact_methods"))))
        facts.usersLackingMethods.insert(id);
    if (lacksDetail(row.value(QLatin1String("notification_rules"))))
        facts.usersLackingRules.insert(id);
    if (!row.value(QLatin1String("teams")).isArray())
        facts.usersLackTeams = true;
}

void noteService(const QJsonObject &row, PlanFacts &facts)
{
    const QString id = idOf(row);
    if (id.isEmpty())
        return;
    facts.services[id] = row.value(QLatin1String("status")).toString() != QLatin1String("disabled");
    const QJsonValue integrations = row.value(QLatin1String("integrations"));
    if (!integrations.isArray())
        facts.servicesLackIntegrations = true;
    const QJsonArray list = integrations.toArray();
    for (const QJsonValue &integration : list) {
        if (isReference(integration) && !idOf(integration).isEmpty())
            facts.integrationsToRead.insert({id, idOf(integration)});
        else
            noteIntegration(integration.toObject(), facts);
    }
}

void noteIntegration(const QJsonObject &row, PlanFacts &facts)
{
    if (const QString vendor = idOf(row.value(QLatin1String("vendor"))); !vendor.isEmpty())
        facts.vendors.insert(vendor);
}

void noteDependency(const QJsonObject &row, PlanFacts &facts)
{
    for (const auto &side : {QLatin1String("supporting_service"), QLatin1String("dependent_service")})
        facts.servicesInDependencies.insert(idOf(row.value(side)));
}

void noteSchedule(const QJsonObject &row, int window, PlanFacts &facts)
{
    if (const QString id = idOf(row); !id.isEmpty() && lacksRendering(row))
        facts.schedulesToRead.insert({id, window});
}

} // namespace pdsi
