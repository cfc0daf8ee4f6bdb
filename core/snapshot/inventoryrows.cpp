// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/inventoryrows.h"

#include "core/base/jsonaccess.h"

#include <QTime>
#include <QUrl>

#include <algorithm>
#include <limits>

namespace pdsi {

QString typeWithoutReference(const QString &type)
{
    const QLatin1String suffix("_reference");
    return type.endsWith(suffix) ? type.chopped(suffix.size()) : type;
}

QString httpsOnly(const QString &url)
{
    if (!url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive))
        return {};
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.isValid() && !parsed.host().isEmpty() ? url : QString();
}

QString subdomainOf(const QString &httpsUrl)
{
    const QStringList labels = QUrl(httpsUrl, QUrl::StrictMode).host().split(u'.');
    bool isNumber = false;
    labels.last().toUInt(&isNumber); // 127.0.0.1 has four labels and names no account
    return labels.size() >= 3 && !isNumber ? labels.first() : QString();
}

void readResourceRow(ResourceRow &row, const QJsonObject &object, const SourceRef &source)
{
    row.source = source;
    row.id = textAt(object, QLatin1String("id"));
    row.type = typeWithoutReference(textAt(object, QLatin1String("type")));
    row.name = textAt(object, QLatin1String("name"));
    if (row.name.isEmpty())
        row.name = textAt(object, QLatin1String("summary"));
    if (row.name.isEmpty())
        row.name = row.id;
    row.htmlUrl = httpsOnly(textAt(object, QLatin1String("html_url")));
}

Reference readReference(const QJsonObject &object, const QString &pointer)
{
    Reference reference;
    reference.id = textAt(object, QLatin1String("id"));
    reference.type = typeWithoutReference(textAt(object, QLatin1String("type")));
    reference.name = textAt(object, QLatin1String("summary"));
    if (reference.name.isEmpty())
        reference.name = textAt(object, QLatin1String("name"));
    reference.deleted = !textAt(object, QLatin1String("deleted_at")).isEmpty();
    reference.pointer = pointer;
    return reference;
}

QStringList idsOf(const QJsonArray &references)
{
    QStringList ids;
    ids.reserve(references.size());
    for (const QJsonValue &reference : references) {
        const QString id = textAt(reference.toObject(), QLatin1String("id"));
        if (!id.isEmpty())
            ids.append(id);
    }
    return ids;
}

int smallIntegerAt(const QJsonObject &object, QLatin1String key)
{
    const qint64 value = integerAt(object, key).value_or(0);
    using Limits = std::numeric_limits<int>;
    return static_cast<int>(std::clamp(value, qint64{Limits::min()}, qint64{Limits::max()}));
}

std::optional<QString> optionalTextAt(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<int> secondOfDay(const QString &clockTime)
{
    QTime time = QTime::fromString(clockTime, QStringLiteral("HH:mm:ss"));
    if (!time.isValid())
        time = QTime::fromString(clockTime, QStringLiteral("HH:mm"));
    return time.isValid() ? std::optional(QTime(0, 0).secsTo(time)) : std::nullopt;
}

SourceRef sourceAt(const SourceRef &source, QLatin1String key)
{
    return {source.requestId, source.pointer + u'/' + key};
}

GenericResource readGenericResource(const QJsonObject &object, const SourceRef &source, const QString &className)
{
    GenericResource resource;
    readResourceRow(resource, object, source);
    resource.className = className;
    if (resource.id.isEmpty()) { // scores name the resource they belong to
        resource.id = textAt(object, QLatin1String("resource_id"));
        resource.type = textAt(object, QLatin1String("resource_type"));
    }
    if (resource.name.isEmpty() || resource.name == resource.id) { // tags have a label, no name
        const QString label = textAt(object, QLatin1String("label"));
        resource.name = label.isEmpty() ? resource.id : label;
    }
    return resource;
}

} // namespace pdsi
