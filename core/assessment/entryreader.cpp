// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/entryreader.h"

#include <QDate>
#include <QFile>
#include <QJsonDocument>

namespace pdsi {

EntryReader::EntryReader(const QJsonValue &entry, const QString &where) : m_entry(entry.toObject()), m_where(where)
{
    if (!entry.isObject())
        m_problem = QStringLiteral("%1: an object is expected").arg(where);
}

void EntryReader::complain(const QString &field, const QString &expected)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("%1.%2: %3").arg(m_where, field, expected);
}

int EntryReader::controlId()
{
    m_known << QStringLiteral("control");
    const QJsonValue value = m_entry[u"control"];
    const int id = value.toInt();
    if (id <= 0)
        complain(QStringLiteral("control"), QStringLiteral("the number of a control is expected"));
    return id;
}

QString EntryReader::text(QLatin1String field)
{
    const QString value = optionalText(field);
    if (value.isEmpty())
        complain(field, QStringLiteral("a text is expected"));
    return value;
}

QString EntryReader::optionalText(QLatin1String field)
{
    m_known << field;
    const QJsonValue value = m_entry[field];
    if (!value.isString() && !value.isUndefined() && !value.isNull())
        complain(field, QStringLiteral("a text is expected"));
    return value.toString().trimmed();
}

Instant EntryReader::lastInstant(QLatin1String field)
{
    return instant(field, QStringLiteral("T23:59:59Z"));
}

Instant EntryReader::firstInstant(QLatin1String field)
{
    return instant(field, QStringLiteral("T00:00:00Z"));
}

Instant EntryReader::instant(QLatin1String field, const QString &timeOfDay)
{
    QString value = text(field);
    if (QDate::fromString(value, Qt::ISODate).isValid() && value.size() == 10)
        value += timeOfDay;
    const auto parsed = parseInstant(value);
    if (!parsed)
        complain(field, QStringLiteral("a date (2027-03-31) or an instant with zone (2027-03-31T12:00:00Z) is expected"));
    return parsed.value_or(0);
}

QString EntryReader::choice(QLatin1String field, const QStringList &allowed)
{
    const QString value = text(field);
    if (!allowed.contains(value))
        complain(field, QStringLiteral("one of %1 is expected").arg(allowed.join(QStringLiteral(", "))));
    return value;
}

std::pair<QString, QString> EntryReader::resource()
{
    m_known << QStringLiteral("resource");
    if (!m_entry.contains(u"resource"))
        return {};
    EntryReader inner(m_entry[u"resource"], m_where + QStringLiteral(".resource"));
    const QString kind = inner.text(QLatin1String("kind"));
    const QString id = inner.text(QLatin1String("id"));
    if (const auto read = inner.finish(); !read && m_problem.isEmpty())
        m_problem = read.error().detail;
    return {kind, id};
}

Result<Done> EntryReader::finish()
{
    for (const QString &key : m_entry.keys()) {
        if (!m_known.contains(key))
            complain(key, QStringLiteral("no such field (known: %1)").arg(m_known.join(QStringLiteral(", "))));
    }
    if (!m_problem.isEmpty())
        return Error{ErrorCode::Malformed, m_problem};
    return Done{};
}

Result<QJsonArray> readEntryList(const QByteArray &json, const QString &name)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{ErrorCode::Malformed,
                     QStringLiteral("not JSON at byte %1: %2").arg(problem.offset).arg(problem.errorString())};
    const QJsonValue list = document.object()[name];
    if (!list.isArray())
        return Error{ErrorCode::Malformed, QStringLiteral("%1: a list is expected").arg(name)};
    return list.toArray();
}

Result<QByteArray> readWholeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, QStringLiteral("%1: %2").arg(path, file.errorString())};
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::CannotRead, QStringLiteral("%1: %2").arg(path, file.errorString())};
    return content;
}

} // namespace pdsi
