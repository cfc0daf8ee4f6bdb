// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pdsi {

/// Reads one object of a file written by people and keeps the first thing that is wrong with it,
/// named as `list[3].field: what is expected`.
class EntryReader
{
public:
    EntryReader(const QJsonValue &entry, const QString &where);

    int controlId();
    QString text(QLatin1String field);
    QString optionalText(QLatin1String field);
    /// A date alone means its last second, UTC.
    Instant lastInstant(QLatin1String field);
    /// A date alone means its first second, UTC.
    Instant firstInstant(QLatin1String field);
    /// One of `allowed`.
    QString choice(QLatin1String field, const QStringList &allowed);
    /// Kind and id of the optional `resource`; both empty where it is absent.
    std::pair<QString, QString> resource();

    /// Call last: also refuses fields that nothing above asked for.
    Result<Done> finish();

private:
    void complain(const QString &field, const QString &expected);
    Instant instant(QLatin1String field, const QString &timeOfDay);

    QJsonObject m_entry;
    QString m_where;
    QStringList m_known;
    QString m_problem;
};

/// The list `name` of the JSON document, with `Malformed` when there is none.
Result<QJsonArray> readEntryList(const QByteArray &json, const QString &name);

/// All of a file; NotFound or CannotRead name it.
Result<QByteArray> readWholeFile(const QString &path);

} // namespace pdsi
