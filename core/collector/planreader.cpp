// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/planreader.h"

#include "core/collector/pageshape.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace pdsi {

namespace {

QJsonArray rowsOf(const ApiRequest &request, const ReadAnswer &answer)
{
    const QJsonValue rows = answer.body.value(listKey(request.resourceClass, !request.subject.isEmpty()));
    if (rows.isObject())
        return QJsonArray{rows};
    return rows.toArray();
}

} // namespace

void forEachRow(const ApiRequest &request, const ReadAnswer &answer, const RowFn &fn)
{
    const QJsonArray rows = rowsOf(request, answer);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i).isObject() && !answer.unreadableRows.contains(static_cast<int>(i)))
            fn(rows.at(i).toObject());
    }
}

qsizetype rowCount(const ApiRequest &request, const ReadAnswer &answer) { return rowsOf(request, answer).size(); }

QString rowKey(const QJsonValue &row)
{
    const QString id = row.toObject().value(QLatin1String("id")).toString();
    if (!id.isEmpty())
        return id;
    const QByteArray text = QJsonDocument(QJsonArray{row}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
}

QStringList rowKeys(const ApiRequest &request, const ReadAnswer &answer)
{
    QStringList keys;
    const QJsonArray rows = rowsOf(request, answer);
    keys.reserve(rows.size());
    for (const QJsonValue &row : rows)
        keys.append(rowKey(row));
    return keys;
}

} // namespace pdsi
