// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotstorerows.h"

#include "core/snapshot/snapshotstorebodies.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pdsi {

namespace {

const QString requestColumns = QStringLiteral(
    "id, resource_class, subject, method, path, sent_at, received_at, status, bytes, sha256, server_request_id, "
    "attempts, result, superseded, unreadable_rows");

QString rowsToText(const QList<int> &rows)
{
    QJsonArray array;
    for (const int row : rows)
        array.append(row);
    return QString::fromLatin1(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<int> rowsFromText(const QString &text)
{
    QList<int> rows;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &row : array)
        rows << row.toInt();
    return rows;
}

Error unknownWord(const QString &column, const QString &word)
{
    return {ErrorCode::Malformed, QStringLiteral("%1: \"%2\" is unknown").arg(column, word)};
}

Result<RequestRecord> recordOf(const QSqlQuery &query)
{
    const QString className = query.value(1).toString(), resultName = query.value(12).toString();
    const auto resourceClass = resourceClassFromName(className);
    const auto result = requestResultFromName(resultName);
    if (!resourceClass)
        return unknownWord(QStringLiteral("requests.resource_class"), className);
    if (!result)
        return unknownWord(QStringLiteral("requests.result"), resultName);
    RequestRecord record;
    record.id = query.value(0).toInt();
    record.resourceClass = *resourceClass;
    record.subject = query.value(2).toString();
    record.method = query.value(3).toString().toLatin1();
    record.path = query.value(4).toString();
    record.sentAt = timeOf(query.value(5));
    record.receivedAt = timeOf(query.value(6));
    record.status = query.value(7).toInt();
    record.bytes = query.value(8).toLongLong();
    record.sha256 = query.value(9).toString().toLatin1();
    record.serverRequestId = query.value(10).toString();
    record.attempts = query.value(11).toInt();
    record.result = *result;
    record.superseded = query.value(13).toBool();
    record.unreadableRows = rowsFromText(query.value(14).toString());
    return record;
}

Result<ResourceClassState> stateOf(const QSqlQuery &query)
{
    const QString className = query.value(0).toString(), stateName = query.value(1).toString();
    const auto resourceClass = resourceClassFromName(className);
    const auto state = collectionStateFromName(stateName);
    const auto reason = reasonCodeFromName(query.value(2).toString());
    if (!resourceClass)
        return unknownWord(QStringLiteral("resource_states.resource_class"), className);
    if (!state || (!reason && !query.value(2).isNull()))
        return unknownWord(QStringLiteral("resource_states.state"), stateName + QLatin1Char(' ') + query.value(2).toString());
    ResourceClassState read;
    read.resourceClass = *resourceClass;
    read.state = *state;
    read.reason = reason;
    read.received = query.value(3).toLongLong();
    if (!query.value(4).isNull())
        read.reportedTotal = query.value(4).toLongLong();
    read.pages = query.value(5).toInt();
    read.duplicatesDropped = query.value(6).toLongLong();
    return read;
}

Result<QList<ResourceClassState>> readStates(StoreDatabase &database, qint64 snapshotKey)
{
    auto query = database.run(QStringLiteral("SELECT resource_class, state, reason, received, reported_total, pages, "
                                             "duplicates_dropped FROM resource_states WHERE snapshot_key = ?"),
                              {snapshotKey});
    if (!query)
        return query.error();
    QList<ResourceClassState> states;
    while (query.value().next()) {
        auto state = stateOf(*query);
        if (!state)
            return state.error();
        states << *state;
    }
    return statesOfAllClasses(states);
}

Result<AccountInfo> accountOf(const QSqlQuery &query, int column)
{
    const QString signIn = query.value(column + 1).toString();
    if (signIn != signInKindName(SignInKind::ApiKey) && signIn != signInKindName(SignInKind::OAuth))
        return unknownWord(QStringLiteral("snapshots.sign_in"), signIn);
    AccountInfo account;
    account.baseUrl = query.value(column).toString();
    account.signIn = signIn == signInKindName(SignInKind::OAuth) ? SignInKind::OAuth : SignInKind::ApiKey;
    account.keyHint = query.value(column + 2).toString();
    account.requester = query.value(column + 3).toString();
    return account;
}

/// Of columns 0.. as `readSnapshot` selects them.
Result<SnapshotInfo> infoOf(const QSqlQuery &query)
{
    auto account = accountOf(query, 1);
    if (!account)
        return account.error();
    auto parameters = Parameters::fromJson(QJsonDocument::fromJson(query.value(6).toString().toUtf8()).object());
    if (!parameters)
        return Error{ErrorCode::Malformed, parameters.error().detail};
    SnapshotInfo info;
    info.toolVersion = query.value(5).toString();
    info.account = *account;
    info.parameters = *parameters;
    info.includesAnalytics = query.value(7).toBool();
    info.asOf = query.value(8).toLongLong();
    info.startedAt = timeOf(query.value(9));
    info.finishedAt = timeOf(query.value(10));
    info.requests = query.value(11).toInt();
    info.retries = query.value(12).toInt();
    info.rateLimitedWaits = query.value(13).toInt();
    info.bytes = query.value(14).toLongLong();
    return info;
}

} // namespace

QVariant sqlTime(const QDateTime &time) { return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(); }

QDateTime timeOf(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

Result<Done> insertPage(StoreDatabase &database, qint64 snapshotKey, const CollectedPage &page)
{
    const RequestRecord &r = page.record;
    auto inserted = database.run(
        QStringLiteral("INSERT INTO requests (snapshot_key, %1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .arg(requestColumns),
        {snapshotKey, r.id, resourceClassName(r.resourceClass), sqlText(r.subject),
         sqlText(QString::fromLatin1(r.method)), sqlText(r.path), sqlTime(r.sentAt), sqlTime(r.receivedAt), r.status,
         r.bytes, sqlText(QString::fromLatin1(r.sha256)), sqlText(r.serverRequestId), r.attempts,
         requestResultName(r.result), r.superseded ? 1 : 0, rowsToText(r.unreadableRows)});
    if (!inserted)
        return inserted.error();
    if (!page.body.isEmpty()) {
        auto body = database.run(
            QStringLiteral("INSERT INTO bodies (snapshot_key, request_id, size, content) VALUES (?, ?, ?, ?)"),
            {snapshotKey, r.id, page.body.size(), compressBody(page.body)});
        if (!body)
            return body.error();
    }
    for (qsizetype i = 0; i < page.removed.size(); ++i) {
        const RemovedField &field = page.removed.at(i);
        auto removed = database.run(QStringLiteral("INSERT INTO removed_fields (snapshot_key, request_id, position, "
                                                   "pointer, digest) VALUES (?, ?, ?, ?, ?)"),
                                    {snapshotKey, r.id, i, sqlText(field.pointer),
                                     sqlText(QString::fromLatin1(field.digest))});
        if (!removed)
            return removed.error();
    }
    return Done{};
}

Result<QList<RequestRecord>> readRequests(StoreDatabase &database, const QString &condition, const QVariantList &values)
{
    auto query = database.run(QStringLiteral("SELECT %1 FROM requests WHERE %2").arg(requestColumns, condition), values);
    if (!query)
        return query.error();
    QList<RequestRecord> records;
    while (query.value().next()) {
        auto record = recordOf(*query);
        if (!record)
            return record.error();
        records << *record;
    }
    return records;
}

Result<QHash<int, QList<RemovedField>>> readRemoved(StoreDatabase &database, qint64 snapshotKey)
{
    auto query = database.run(QStringLiteral("SELECT request_id, pointer, digest FROM removed_fields "
                                             "WHERE snapshot_key = ? ORDER BY request_id, position"),
                              {snapshotKey});
    if (!query)
        return query.error();
    QHash<int, QList<RemovedField>> removed;
    while (query.value().next())
        removed[query->value(0).toInt()] << RemovedField{query->value(1).toString(), query->value(2).toString().toLatin1()};
    return removed;
}

Result<QList<RemovedField>> readRemoved(StoreDatabase &database, qint64 snapshotKey, int requestId)
{
    auto query = database.run(QStringLiteral("SELECT pointer, digest FROM removed_fields "
                                             "WHERE snapshot_key = ? AND request_id = ? ORDER BY position"),
                              {snapshotKey, requestId});
    if (!query)
        return query.error();
    QList<RemovedField> removed;
    while (query.value().next())
        removed << RemovedField{query->value(0).toString(), query->value(1).toString().toLatin1()};
    return removed;
}

Result<Done> writeStates(StoreDatabase &database, qint64 snapshotKey, const QList<ResourceClassState> &states)
{
    for (const ResourceClassState &s : statesOfAllClasses(states)) {
        auto written = database.run(
            QStringLiteral("INSERT INTO resource_states (snapshot_key, resource_class, state, reason, received, "
                           "reported_total, pages, duplicates_dropped) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {snapshotKey, resourceClassName(s.resourceClass), collectionStateName(s.state),
             s.reason ? QVariant(reasonCodeName(*s.reason)) : QVariant(), s.received,
             s.reportedTotal ? QVariant(*s.reportedTotal) : QVariant(), s.pages, s.duplicatesDropped});
        if (!written)
            return written.error();
    }
    return Done{};
}

QList<ResourceClassState> statesOfAllClasses(const QList<ResourceClassState> &known)
{
    QList<ResourceClassState> all;
    for (int i = 0; i < resourceClassCount; ++i) {
        ResourceClassState state;
        state.resourceClass = static_cast<ResourceClass>(i);
        state.reason = ReasonCode::NotCollected;
        all << state;
    }
    for (const ResourceClassState &state : known)
        all[static_cast<int>(state.resourceClass)] = state;
    return all;
}

Result<Snapshot> readSnapshot(StoreDatabase &database, const QUuid &id)
{
    auto query = database.run(
        QStringLiteral("SELECT key, base_url, sign_in, key_hint, requester, tool_version, parameters, "
                       "includes_analytics, as_of, started_at, finished_at, SUM(requests), SUM(retries), "
                       "SUM(rate_limited_waits), SUM(bytes) FROM snapshots JOIN runs ON snapshot_key = key "
                       "WHERE id = ? AND finished_at IS NOT NULL GROUP BY key"),
        {id.toString(QUuid::WithoutBraces)});
    if (!query)
        return query.error();
    if (!query.value().next())
        return Error{ErrorCode::NotFound, QStringLiteral("no sealed snapshot %1").arg(id.toString(QUuid::WithoutBraces))};
    const qint64 key = query->value(0).toLongLong();
    auto info = infoOf(*query);
    if (!info)
        return info.error();
    query.value().finish();
    info.value().id = id;
    auto states = readStates(database, key);
    if (!states)
        return states.error();
    info.value().states = *states;
    auto requests = readRequests(database, QStringLiteral("snapshot_key = ? ORDER BY id"), {key});
    if (!requests)
        return requests.error();
    auto removed = readRemoved(database, key);
    if (!removed)
        return removed.error();
    return Snapshot(*info, *requests, *removed, std::make_shared<DatabaseBodySource>(database.path(), key));
}

} // namespace pdsi
