// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accountmodel.h"

#include <QFile>
#include <QJsonDocument>

namespace pdsi {

QJsonObject AccountModel::toJson() const
{
    QJsonObject listsJson;
    for (auto it = lists.begin(); it != lists.end(); ++it)
        listsJson.insert(it.key(), it.value());
    QJsonObject statusesJson;
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        statusesJson.insert(it.key(), it.value());
    return {{QStringLiteral("subdomain"), subdomain},
            {QStringLiteral("now"), formatInstant(now)},
            {QStringLiteral("me"), me.isEmpty() ? QJsonValue() : QJsonValue(me)},
            {QStringLiteral("abilities"), QJsonArray::fromStringList(abilities)},
            {QStringLiteral("lists"), listsJson},
            {QStringLiteral("statuses"), statusesJson}};
}

Result<AccountModel> AccountModel::fromJson(const QJsonObject &json)
{
    AccountModel model;
    const auto now = parseInstant(json.value(QStringLiteral("now")).toString());
    if (!now || !json.value(QStringLiteral("lists")).isObject())
        return Error{ErrorCode::Malformed, QStringLiteral("account model")};
    model.now = *now;
    model.subdomain = json.value(QStringLiteral("subdomain")).toString();
    model.me = json.value(QStringLiteral("me")).toObject();
    for (const QJsonValue &ability : json.value(QStringLiteral("abilities")).toArray())
        model.abilities.append(ability.toString());
    const QJsonObject lists = json.value(QStringLiteral("lists")).toObject();
    for (auto it = lists.begin(); it != lists.end(); ++it)
        model.lists.insert(it.key(), it.value().toArray());
    const QJsonObject statuses = json.value(QStringLiteral("statuses")).toObject();
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        model.statuses.insert(it.key(), it.value().toInt());
    return model;
}

Result<AccountModel> AccountModel::fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, path};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{ErrorCode::Malformed, path};
    return fromJson(document.object());
}

} // namespace pdsi
