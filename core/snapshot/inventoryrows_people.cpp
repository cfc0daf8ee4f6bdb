// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryrows.h"

#include "core/base/jsonaccess.h"

namespace pdsi {

namespace {

bool isWholeContactMethod(const QJsonObject &object)
{
    return textAt(object, QLatin1String("type")).endsWith(QLatin1String("contact_method"));
}

bool isWholeNotificationRule(const QJsonObject &object)
{
    return !textAt(object, QLatin1String("urgency")).isEmpty();
}

/// The rows inside `value`; nullopt where it is no array or one of them is a mere reference.
template<typename Row>
std::optional<std::vector<Row>> readWholeRows(const QJsonValue &value, const SourceRef &source,
                                              bool (*isWhole)(const QJsonObject &),
                                              Row (*read)(const QJsonObject &, const SourceRef &))
{
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray array = value.toArray();
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(array.size()));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonObject object = array.at(i).toObject();
        if (!isWhole(object))
            return std::nullopt;
        rows.push_back(read(object, {source.requestId, pointerTo(source.pointer, i)}));
    }
    return rows;
}

} // namespace

ContactMethod readContactMethod(const QJsonObject &object, const SourceRef &source)
{
    ContactMethod method;
    method.id = textAt(object, QLatin1String("id"));
    method.type = typeWithoutReference(textAt(object, QLatin1String("type")));
    method.label = textAt(object, QLatin1String("label"));
    method.enabled = boolAt(object, QLatin1String("enabled"));
    method.blacklisted = boolAt(object, QLatin1String("blacklisted"));
    method.source = source;
    return method;
}

NotificationRule readNotificationRule(const QJsonObject &object, const SourceRef &source)
{
    NotificationRule rule;
    rule.id = textAt(object, QLatin1String("id"));
    rule.urgency = textAt(object, QLatin1String("urgency"));
    rule.startDelayMinutes = smallIntegerAt(object, QLatin1String("start_delay_in_minutes"));
    rule.contactMethodId = textAt(objectAt(object, QLatin1String("contact_method")), QLatin1String("id"));
    rule.source = source;
    return rule;
}

User readUser(const QJsonObject &object, const SourceRef &source)
{
    const QLatin1String methods("contact_methods"), rules("notification_rules"), teams("teams");
    User user;
    readResourceRow(user, object, source);
    user.email = textAt(object, QLatin1String("email"));
    user.role = textAt(object, QLatin1String("role"));
    user.timeZone = textAt(object, QLatin1String("time_zone"));
    user.createdViaSso = boolAt(object, QLatin1String("created_via_sso"));
    user.invitationSent = boolAt(object, QLatin1String("invitation_sent")).value_or(false);
    if (object.value(teams).isArray())
        user.teamIds = idsOf(arrayAt(object, teams));
    user.contactMethods = readWholeRows(object.value(methods), sourceAt(source, methods), isWholeContactMethod, readContactMethod);
    user.notificationRules = readWholeRows(object.value(rules), sourceAt(source, rules), isWholeNotificationRule, readNotificationRule);
    return user;
}

Team readTeam(const QJsonObject &object, const SourceRef &source)
{
    Team team;
    readResourceRow(team, object, source);
    team.defaultRole = textAt(object, QLatin1String("default_role"));
    return team;
}

} // namespace pdsi
