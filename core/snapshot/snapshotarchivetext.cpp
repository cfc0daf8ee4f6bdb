// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshotarchivetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pdsi {

namespace {

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }
QJsonValue textOrNull(const QByteArray &text) { return textOrNull(QString::fromLatin1(text)); }
QJsonValue timeOrNull(const QDateTime &time) { return time.isValid() ? QJsonValue(formatTimestamp(time)) : QJsonValue(); }

QJsonArray statesJson(const QList<ResourceClassState> &states)
{
    QJsonArray all;
    for (const ResourceClassState &s : states) {
        all.append(QJsonObject{
            {QStringLiteral("kind"), resourceClassName(s.resourceClass)},
            {QStringLiteral("state"), collectionStateName(s.state)},
            {QStringLiteral("reason"), s.reason ? QJsonValue(reasonCodeName(*s.reason)) : QJsonValue()},
            {QStringLiteral("received"), s.received},
            {QStringLiteral("reportedTotal"), s.reportedTotal ? QJsonValue(*s.reportedTotal) : QJsonValue()},
            {QStringLiteral("pages"), s.pages},
            {QStringLiteral("duplicatesDropped"), s.duplicatesDropped},
        });
    }
    return all;
}

QJsonObject snapshotJson(const SnapshotInfo &info)
{
    QJsonObject json{{QStringLiteral("id"), info.id.toString(QUuid::WithoutBraces)},
                     {QStringLiteral("asOf"), formatInstant(info.asOf)},
                     {QStringLiteral("startedAt"), timeOrNull(info.startedAt)},
                     {QStringLiteral("finishedAt"), timeOrNull(info.finishedAt)},
                     {QStringLiteral("includesAnalytics"), info.includesAnalytics}};
    if (info.redacted)
        json.insert(QStringLiteral("redacted"), true);
    return json;
}

QJsonObject accountJson(const AccountInfo &account)
{
    return {{QStringLiteral("baseUrl"), account.baseUrl},
            {QStringLiteral("signIn"), signInKindName(account.signIn)},
            {QStringLiteral("keyHint"), textOrNull(account.keyHint)},
            {QStringLiteral("requester"), textOrNull(account.requester)}};
}

} // namespace

QString bodyFileName(int requestId)
{
    return QStringLiteral("requests/%1.json").arg(requestId, 6, 10, QLatin1Char('0'));
}

QByteArray manifestText(const SnapshotInfo &info, const ArchiveDigests &digests)
{
    QJsonObject files;
    for (auto it = digests.begin(); it != digests.end(); ++it)
        files.insert(it.key(), QString::fromLatin1(it.value()));
    const QJsonObject manifest{
        {QStringLiteral("formatVersion"), archiveFormatVersion},
        {QStringLiteral("tool"), QJsonObject{{QStringLiteral("name"), QStringLiteral("pagerduty-sec-inspector")},
                                             {QStringLiteral("version"), info.toolVersion}}},
        {QStringLiteral("snapshot"), snapshotJson(info)},
        {QStringLiteral("account"), accountJson(info.account)},
        {QStringLiteral("parameters"), info.parameters.toJson()},
        {QStringLiteral("collection"), QJsonObject{{QStringLiteral("requests"), info.requests},
                                                   {QStringLiteral("retries"), info.retries},
                                                   {QStringLiteral("rateLimitedWaits"), info.rateLimitedWaits},
                                                   {QStringLiteral("bytes"), info.bytes},
                                                   {QStringLiteral("resources"), statesJson(info.states)}}},
        {QStringLiteral("files"), files},
    };
    return QJsonDocument(manifest).toJson(QJsonDocument::Indented);
}

QByteArray requestLine(const RequestRecord &r, const QList<RemovedField> &removed)
{
    QJsonArray unreadable;
    for (const int row : r.unreadableRows)
        unreadable.append(row);
    QJsonArray removedJson;
    for (const RemovedField &field : removed) {
        removedJson.append(QJsonObject{{QStringLiteral("pointer"), field.pointer},
                                       {QStringLiteral("digest"), textOrNull(field.digest)}});
    }
    const QJsonObject line{
        {QStringLiteral("id"), r.id},
        {QStringLiteral("resource"), resourceClassName(r.resourceClass)},
        {QStringLiteral("subject"), textOrNull(r.subject)},
        {QStringLiteral("method"), QString::fromLatin1(r.method)},
        {QStringLiteral("path"), r.path},
        {QStringLiteral("sentAt"), timeOrNull(r.sentAt)},
        {QStringLiteral("receivedAt"), timeOrNull(r.receivedAt)},
        {QStringLiteral("status"), r.status},
        {QStringLiteral("bytes"), r.bytes},
        {QStringLiteral("sha256"), textOrNull(r.sha256)},
        {QStringLiteral("serverRequestId"), textOrNull(r.serverRequestId)},
        {QStringLiteral("attempts"), r.attempts},
        {QStringLiteral("result"), requestResultName(r.result)},
        {QStringLiteral("superseded"), r.superseded},
        {QStringLiteral("unreadableRows"), unreadable},
        {QStringLiteral("removed"), removedJson},
    };
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace pdsi
