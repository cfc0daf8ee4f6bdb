// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchivefields.h"
#include "core/snapshot/snapshotarchivetext.h"
#include "core/snapshot/snapshotstorerows.h"

#include <QJsonDocument>
#include <QSet>

#include <limits>

namespace pdsi {

namespace {

constexpr int maxInt = std::numeric_limits<int>::max();

Error malformed(const QString &what) { return {ErrorCode::Malformed, what}; }

AccountInfo readAccount(FieldReader fields)
{
    AccountInfo account;
    account.baseUrl = fields.text(QLatin1String("baseUrl"));
    account.keyHint = fields.textOrNull(QLatin1String("keyHint"));
    account.requester = fields.textOrNull(QLatin1String("requester"));
    const QString signIn = fields.text(QLatin1String("signIn"));
    if (signIn == signInKindName(SignInKind::OAuth))
        account.signIn = SignInKind::OAuth;
    else if (signIn != signInKindName(SignInKind::ApiKey))
        fields.refuse(QLatin1String("signIn"), QStringLiteral("is neither api-key nor oauth"));
    return account;
}

void readSnapshotFields(FieldReader fields, SnapshotInfo &info)
{
    info.id = QUuid(fields.text(QLatin1String("id")));
    if (info.id.isNull())
        fields.refuse(QLatin1String("id"), QStringLiteral("is not a UUID"));
    const auto asOf = parseInstant(fields.text(QLatin1String("asOf")));
    if (!asOf)
        fields.refuse(QLatin1String("asOf"), QStringLiteral("is not a time"));
    info.asOf = asOf.value_or(0);
    info.startedAt = fields.time(QLatin1String("startedAt"));
    info.finishedAt = fields.time(QLatin1String("finishedAt"));
    info.includesAnalytics = fields.flag(QLatin1String("includesAnalytics"));
    info.redacted = fields.flagOrAbsent(QLatin1String("redacted"));
}

std::optional<ReasonCode> readReason(FieldReader &fields)
{
    const QString reason = fields.textOrNull(QLatin1String("reason"));
    const auto code = reasonCodeFromName(reason);
    if (!code && !reason.isEmpty())
        fields.refuse(QLatin1String("reason"), QStringLiteral("is not a known word"));
    return code;
}

QList<ResourceClassState> readStates(const QJsonArray &array, QString &problem)
{
    QList<ResourceClassState> states;
    QSet<ResourceClass> seen;
    for (qsizetype i = 0; i < array.size(); ++i) {
        FieldReader fields(array.at(i).toObject(), QStringLiteral("manifest.json collection.resources[%1]").arg(i), problem);
        ResourceClassState s;
        s.resourceClass = fields.word(QLatin1String("kind"), &resourceClassFromName, ResourceClass::SignIn);
        s.state = fields.word(QLatin1String("state"), &collectionStateFromName, CollectionState::Failed);
        s.reason = readReason(fields);
        s.received = fields.size(QLatin1String("received"));
        s.reportedTotal = fields.sizeOrNull(QLatin1String("reportedTotal"));
        s.pages = fields.count(QLatin1String("pages"));
        s.duplicatesDropped = fields.size(QLatin1String("duplicatesDropped"));
        if (seen.contains(s.resourceClass))
            fields.refuse(QLatin1String("kind"), QStringLiteral("is listed twice"));
        seen.insert(s.resourceClass);
        states << s;
    }
    return statesOfAllClasses(states);
}

/// What `fromJson` would bend to fit (a fraction, a truth value) is refused.
Parameters readParameters(FieldReader fields, const QJsonObject &json)
{
    const auto parameters = Parameters::fromJson(json);
    if (!parameters) {
        fields.refuse(QLatin1String("parameters"), parameters.error().detail);
        return {};
    }
    const QJsonObject read = parameters->toJson();
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (read.value(it.key()) != it.value())
            fields.refuse(QLatin1String("parameters"), QStringLiteral("hold an odd value of %1").arg(it.key()));
    }
    return *parameters;
}

void readCollection(FieldReader fields, SnapshotInfo &info, QString &problem)
{
    info.requests = fields.count(QLatin1String("requests"));
    info.retries = fields.count(QLatin1String("retries"));
    info.rateLimitedWaits = fields.count(QLatin1String("rateLimitedWaits"));
    info.bytes = fields.size(QLatin1String("bytes"));
    info.states = readStates(fields.array(QLatin1String("resources")), problem);
}

ArchiveDigests readDigests(FieldReader fields, const QJsonObject &json)
{
    ArchiveDigests digests;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString digest = it->toString();
        if (!isDigest(digest))
            fields.refuse(QLatin1String("files"), QStringLiteral("hold no digest for %1").arg(it.key()));
        digests.insert(it.key(), digest.toLatin1());
    }
    return digests;
}

RequestRecord readRecord(FieldReader &fields)
{
    RequestRecord r;
    r.id = static_cast<int>(fields.integer(QLatin1String("id"), 1, maxInt - 1));
    r.resourceClass = fields.word(QLatin1String("resource"), &resourceClassFromName, ResourceClass::SignIn);
    r.subject = fields.textOrNull(QLatin1String("subject"));
    r.method = fields.text(QLatin1String("method")).toLatin1();
    r.path = fields.text(QLatin1String("path"));
    r.sentAt = fields.timeOrNull(QLatin1String("sentAt"));
    r.receivedAt = fields.timeOrNull(QLatin1String("receivedAt"));
    r.status = static_cast<int>(fields.integer(QLatin1String("status"), 0, 999));
    r.bytes = fields.size(QLatin1String("bytes"));
    r.sha256 = fields.digestOrNull(QLatin1String("sha256"));
    r.serverRequestId = fields.textOrNull(QLatin1String("serverRequestId"));
    r.attempts = fields.count(QLatin1String("attempts"));
    r.result = fields.word(QLatin1String("result"), &requestResultFromName, RequestResult::Failed);
    r.superseded = fields.flag(QLatin1String("superseded"));
    const QJsonArray rows = fields.array(QLatin1String("unreadableRows"));
    for (const QJsonValue &row : rows) {
        if (row.toInt(-1) < 0)
            fields.refuse(QLatin1String("unreadableRows"), QStringLiteral("hold more than indexes"));
        r.unreadableRows << row.toInt();
    }
    return r;
}

QList<RemovedField> readRemovedFields(const QJsonArray &array, const QString &where, QString &problem)
{
    QList<RemovedField> removed;
    for (const QJsonValue &entry : array) {
        FieldReader fields(entry.toObject(), where + QStringLiteral(" removed"), problem);
        removed << RemovedField{fields.text(QLatin1String("pointer")), fields.digestOrNull(QLatin1String("digest"))};
    }
    return removed;
}

} // namespace

Result<ArchiveManifest> parseManifest(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return malformed(QStringLiteral("manifest.json is not a JSON object: %1").arg(error.errorString()));
    QString problem;
    FieldReader fields(document.object(), QStringLiteral("manifest.json"), problem);
    const qint64 version = fields.integer(QLatin1String("formatVersion"), 1, maxInt);
    if (problem.isEmpty() && version > archiveFormatVersion)
        return Error{ErrorCode::UnsupportedVersion, QStringLiteral("archive format version %1").arg(version)};
    ArchiveManifest manifest;
    FieldReader tool = fields.inside(QLatin1String("tool"));
    if (tool.text(QLatin1String("name")) != QLatin1String("pagerduty-sec-inspector"))
        tool.refuse(QLatin1String("name"), QStringLiteral("is not pagerduty-sec-inspector"));
    manifest.info.toolVersion = tool.text(QLatin1String("version"));
    readSnapshotFields(fields.inside(QLatin1String("snapshot")), manifest.info);
    manifest.info.account = readAccount(fields.inside(QLatin1String("account")));
    manifest.info.parameters = readParameters(fields, fields.object(QLatin1String("parameters")));
    readCollection(fields.inside(QLatin1String("collection")), manifest.info, problem);
    manifest.digests = readDigests(fields, fields.object(QLatin1String("files")));
    if (!problem.isEmpty())
        return malformed(problem);
    return manifest;
}

Result<ArchiveRequests> parseRequestLines(const QByteArray &text)
{
    ArchiveRequests requests;
    int lastId = 0, number = 0;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end;
        const QString where = QStringLiteral("requests.jsonl line %1").arg(++number);
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(text.constData() + start, end - start), &error);
        if (!document.isObject())
            return malformed(QStringLiteral("%1 is not a JSON object: %2").arg(where, error.errorString()));
        QString problem;
        FieldReader fields(document.object(), where, problem);
        const RequestRecord record = readRecord(fields);
        const auto removed = readRemovedFields(fields.array(QLatin1String("removed")), where, problem);
        if (problem.isEmpty() && record.id <= lastId)
            fields.refuse(QLatin1String("id"), QStringLiteral("is a double or out of order"));
        if (!problem.isEmpty())
            return malformed(problem);
        lastId = record.id;
        requests.records << record;
        if (!removed.isEmpty())
            requests.removed.insert(record.id, removed);
        start = end + 1;
    }
    return requests;
}

} // namespace pdsi
