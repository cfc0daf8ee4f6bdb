// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/oscalparts.h"

#include "core/assessment/fingerprint.h"
#include "core/report/markdown.h"
#include "core/report/plaintext.h"

#include <QJsonDocument>

namespace pdsi {

namespace {

constexpr qsizetype longestFact = 500;
const QLatin1String oscalNamespace("https://github.com/pdsecinspector/ns/oscal");

/// Titles and descriptions are Markdown: account text shall make none.
QString oscalMarkup(const QString &text)
{
    return markdownText(oscalText(text));
}

QString oscalTime(const QDateTime &time)
{
    return formatInstant(time.toSecsSinceEpoch());
}

QString factText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return elided(QString::fromUtf8(array.mid(1, array.size() - 2)), longestFact);
}

QJsonObject evidenceOf(const Report &report, const Evidence &fact)
{
    const RequestRecord *request = report.request(fact.requestId);
    const bool bodiless = report.assessment().bodiless.contains(fact.requestId);
    QJsonArray properties{oscalProperty(QStringLiteral("request"), QString::number(fact.requestId))};
    if (!fact.pointer.isEmpty())
        properties << oscalProperty(QStringLiteral("pointer"), fact.pointer);
    if (request && !request->sha256.isEmpty())
        properties << oscalProperty(QStringLiteral("sha256-received"), QString::fromLatin1(request->sha256));
    return {{QStringLiteral("href"), bodiless ? QStringLiteral("evidence/requests.jsonl")
                                              : QStringLiteral("evidence/requests/%1.json").arg(fact.requestId, 6, 10, QLatin1Char('0'))},
            {QStringLiteral("description"), oscalMarkup(factText(fact.value))},
            {QStringLiteral("props"), properties}};
}

/// When the last answer came that the outcome rests on; the end of the collection when it rests on none.
QDateTime collectedAt(const Report &report, const AssessedOutcome &outcome)
{
    QDateTime latest;
    for (const Evidence &fact : outcome.evidence) {
        const RequestRecord *request = report.request(fact.requestId);
        if (request && request->receivedAt.isValid() && (!latest.isValid() || request->receivedAt > latest))
            latest = request->receivedAt;
    }
    const QDateTime end = report.assessment().snapshot.finishedAt;
    return latest.isValid() ? latest : end.isValid() ? end : report.assessment().assessedAt;
}

QString resourceIdentity(const ResourceRef &resource)
{
    return resource.kind + QLatin1Char('\n') + resource.id;
}

QString resourceTitle(const ResourceRef &resource)
{
    return oscalMarkup(resource.name.isEmpty() ? resource.id : resource.name);
}

QJsonArray observationProperties(const AssessedOutcome &outcome)
{
    QJsonArray properties{oscalProperty(QStringLiteral("status"), outcomeStatusName(outcome.status)),
                          oscalProperty(QStringLiteral("control"), oscalControlId(outcome.controlId))};
    if (outcome.reason)
        properties << oscalProperty(QStringLiteral("reason"), reasonCodeName(*outcome.reason));
    if (!outcome.fingerprint.isEmpty())
        properties << oscalProperty(QStringLiteral("fingerprint"), outcome.fingerprint);
    for (const Gap &gap : outcome.gaps)
        properties << oscalProperty(QStringLiteral("gap"),
                                    QStringLiteral("%1/%2 %3").arg(formatInstant(gap.start), formatInstant(gap.end),
                                                                   gap.coveredBy.isEmpty() ? QStringLiteral("nobody") : gap.coveredBy));
    return properties;
}

QJsonArray waiverFactor(const AppliedWaiver &waiver, const QUuid &risk)
{
    QJsonArray properties{oscalProperty(QStringLiteral("approver"), waiver.approver)};
    if (!waiver.ticket.isEmpty())
        properties << oscalProperty(QStringLiteral("ticket"), waiver.ticket);
    if (waiver.expires.isValid())
        properties << oscalProperty(QStringLiteral("waiver-expires"), oscalTime(waiver.expires));
    return {QJsonObject{{QStringLiteral("uuid"), oscalUuid(QStringLiteral("waiver"), risk.toString()).toString(QUuid::WithoutBraces)},
                        {QStringLiteral("description"), oscalMarkup(waiver.reason)},
                        {QStringLiteral("props"), properties}}};
}

QJsonArray severityOf(const ControlInfo &info)
{
    return {QJsonObject{{QStringLiteral("origin"), oscalOrigins().first()},
                        {QStringLiteral("facets"),
                         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("severity")},
                                                {QStringLiteral("system"), QString(oscalNamespace)},
                                                {QStringLiteral("value"), severityName(info.severity)}}}}}};
}

QJsonArray requirementProperties(const ControlInfo &info)
{
    QJsonArray properties;
    for (const FrameworkReference &reference : info.frameworks) {
        for (const QString &id : reference.reviewed)
            properties << oscalProperty(QStringLiteral("framework-requirement"), reference.framework + QLatin1Char(' ') + id);
    }
    return properties;
}

} // namespace

QUuid oscalUuid(const QString &what, const QString &name)
{
    static const QUuid root(QStringLiteral("{6f0c0a53-9f0e-4c56-9a27-0b1f6c0e5d11}"));
    return QUuid::createUuidV5(root, what + QLatin1Char('\n') + name);
}

QString oscalText(const QString &text)
{
    const auto isBlank = [](QChar c) { return c.isSpace() || c == QChar(0xFEFF); };
    const QString plain = plainText(text);
    qsizetype begin = 0, end = plain.size();
    while (begin < end && isBlank(plain.at(begin)))
        ++begin;
    while (end > begin && isBlank(plain.at(end - 1)))
        --end;
    return begin == end ? QStringLiteral("(empty)") : plain.mid(begin, end - begin);
}

QJsonObject oscalProperty(const QString &name, const QString &value)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("ns"), QString(oscalNamespace)},
            {QStringLiteral("value"), oscalText(value)}};
}

QString oscalControlId(int controlId)
{
    return QStringLiteral("pdsi-%1").arg(controlId, 3, 10, QLatin1Char('0'));
}

QString oscalObjectiveId(int controlId)
{
    return oscalControlId(controlId) + QStringLiteral("_obj");
}

QUuid oscalToolId()
{
    return oscalUuid(QStringLiteral("tool"), QStringLiteral("pagerduty-sec-inspector"));
}

QJsonArray oscalOrigins()
{
    const QJsonObject actor{{QStringLiteral("type"), QStringLiteral("tool")},
                            {QStringLiteral("actor-uuid"), oscalToolId().toString(QUuid::WithoutBraces)}};
    return {QJsonObject{{QStringLiteral("actors"), QJsonArray{actor}}}};
}

QList<QUuid> oscalObservationIds(const Assessment &assessment)
{
    QList<QUuid> ids;
    ids.reserve(assessment.outcomes.size());
    QHash<QString, int> seen;
    for (const AssessedOutcome &outcome : assessment.outcomes) {
        QString name = findingFingerprint(outcome.controlId, outcome.resource.kind, outcome.resource.id);
        if (const int before = seen[name]++; before > 0)
            name += QLatin1Char('\n') + QString::number(before);
        ids << oscalUuid(QStringLiteral("observation"), name);
    }
    return ids;
}

QUuid oscalRiskId(const QUuid &observation)
{
    return oscalUuid(QStringLiteral("risk"), observation.toString());
}

QJsonObject oscalResource(const ResourceRef &resource)
{
    const QString kind = resource.id == QLatin1String("*") ? resource.kind + QStringLiteral(" (the whole class)") : resource.kind;
    QJsonObject json{
        {QStringLiteral("uuid"), oscalUuid(QStringLiteral("resource"), resourceIdentity(resource)).toString(QUuid::WithoutBraces)},
        {QStringLiteral("description"), resourceTitle(resource)},
        {QStringLiteral("props"), QJsonArray{oscalProperty(QStringLiteral("kind"), kind),
                                             oscalProperty(QStringLiteral("id"), resource.id)}}};
    if (const QString address = safeHttpsAddress(resource.url); !address.isEmpty())
        json.insert(QStringLiteral("links"), QJsonArray{QJsonObject{{QStringLiteral("href"), address}}});
    return json;
}

QJsonObject oscalObservation(const Report &report, const AssessedOutcome &outcome, const QUuid &id)
{
    QJsonArray evidence;
    for (const Evidence &fact : outcome.evidence)
        evidence << evidenceOf(report, fact);
    const QJsonObject subject{
        {QStringLiteral("subject-uuid"),
         oscalUuid(QStringLiteral("resource"), resourceIdentity(outcome.resource)).toString(QUuid::WithoutBraces)},
        {QStringLiteral("type"), QStringLiteral("inventory-item")},
        {QStringLiteral("title"), resourceTitle(outcome.resource)}};
    QJsonObject json{
        {QStringLiteral("uuid"), id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("description"), oscalMarkup(outcome.message)},
        {QStringLiteral("props"), observationProperties(outcome)},
        {QStringLiteral("methods"), QJsonArray{outcome.attestation ? QStringLiteral("INTERVIEW") : QStringLiteral("TEST")}},
        {QStringLiteral("types"), QJsonArray{outcome.status == OutcomeStatus::Fail ? QStringLiteral("finding")
                                                                                   : QStringLiteral("control-objective")}},
        {QStringLiteral("origins"), oscalOrigins()},
        {QStringLiteral("subjects"), QJsonArray{subject}},
        {QStringLiteral("collected"), oscalTime(collectedAt(report, outcome))}};
    if (!evidence.isEmpty())
        json.insert(QStringLiteral("relevant-evidence"), evidence);
    if (outcome.attestation) {
        const AppliedAttestation &word = *outcome.attestation;
        json.insert(QStringLiteral("remarks"),
                    oscalMarkup(QStringLiteral("Settled by a person's word. %1 stated on %2: %3. Without it: %4.")
                                    .arg(word.attestedBy, oscalTime(word.attestedAt), word.statement, outcomeStatusName(word.original))));
        if (word.expires.isValid())
            json.insert(QStringLiteral("expires"), oscalTime(word.expires));
    }
    return json;
}

QJsonObject oscalRisk(const ControlInfo &info, const AssessedOutcome &outcome, const QUuid &observation)
{
    const QUuid id = oscalRiskId(observation);
    QJsonObject json{
        {QStringLiteral("uuid"), id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("title"), QStringLiteral("%1: %2").arg(oscalMarkup(info.title), resourceTitle(outcome.resource))},
        {QStringLiteral("description"), oscalMarkup(outcome.message)},
        {QStringLiteral("statement"), oscalMarkup(info.why)},
        {QStringLiteral("props"), QJsonArray{oscalProperty(QStringLiteral("control"), oscalControlId(info.id)),
                                             oscalProperty(QStringLiteral("fingerprint"), outcome.fingerprint)}},
        {QStringLiteral("status"), outcome.waiver ? QStringLiteral("deviation-approved") : QStringLiteral("open")},
        {QStringLiteral("characterizations"), severityOf(info)},
        {QStringLiteral("related-observations"),
         QJsonArray{QJsonObject{{QStringLiteral("observation-uuid"), observation.toString(QUuid::WithoutBraces)}}}}};
    if (outcome.waiver)
        json.insert(QStringLiteral("mitigating-factors"), waiverFactor(*outcome.waiver, id));
    return json;
}

QJsonObject oscalFinding(const Report &report, const ControlResult &control, const QList<QUuid> &observations)
{
    QJsonArray related, risks;
    for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
        const OutcomeStatus status = report.assessment().outcomes.at(i).status;
        related << QJsonObject{{QStringLiteral("observation-uuid"), observations.at(i).toString(QUuid::WithoutBraces)}};
        if (status == OutcomeStatus::Fail)
            risks << QJsonObject{{QStringLiteral("risk-uuid"), oscalRiskId(observations.at(i)).toString(QUuid::WithoutBraces)}};
    }
    const bool passed = control.status == OutcomeStatus::Pass;
    const QJsonObject target{
        {QStringLiteral("type"), QStringLiteral("objective-id")},
        {QStringLiteral("target-id"), oscalObjectiveId(control.info.id)},
        {QStringLiteral("title"), oscalMarkup(control.info.title)},
        {QStringLiteral("status"), QJsonObject{{QStringLiteral("state"), passed ? QStringLiteral("satisfied") : QStringLiteral("not-satisfied")},
                                               {QStringLiteral("reason"), passed ? QStringLiteral("pass") : QStringLiteral("fail")}}}};
    QJsonObject json{
        {QStringLiteral("uuid"), oscalUuid(QStringLiteral("finding"), control.info.slug).toString(QUuid::WithoutBraces)},
        {QStringLiteral("title"), oscalMarkup(control.info.title)},
        {QStringLiteral("description"), oscalMarkup(control.message)},
        {QStringLiteral("origins"), oscalOrigins()},
        {QStringLiteral("target"), target}};
    if (const QJsonArray properties = requirementProperties(control.info); !properties.isEmpty())
        json.insert(QStringLiteral("props"), properties);
    if (!related.isEmpty())
        json.insert(QStringLiteral("related-observations"), related);
    if (!risks.isEmpty())
        json.insert(QStringLiteral("related-risks"), risks);
    return json;
}

} // namespace pdsi
