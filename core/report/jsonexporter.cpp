// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pdsi {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(formatTimestamp(time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue secondOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(formatInstant(time.toSecsSinceEpoch())) : QJsonValue(QJsonValue::Null);
}

QJsonValue reasonOrNull(const std::optional<ReasonCode> &reason)
{
    return reason ? QJsonValue(reasonCodeName(*reason)) : QJsonValue(QJsonValue::Null);
}

QJsonValue baselineOrNull(BaselineState state)
{
    switch (state) {
    case BaselineState::None: return QJsonValue::Null;
    case BaselineState::New: return QStringLiteral("new");
    case BaselineState::Unchanged: return QStringLiteral("unchanged");
    case BaselineState::Absent: return QStringLiteral("absent");
    }
    return QJsonValue::Null;
}

QJsonObject countsJson(const StatusCounts &counts)
{
    return {{QStringLiteral("pass"), counts.pass},     {QStringLiteral("fail"), counts.fail},
            {QStringLiteral("manual"), counts.manual}, {QStringLiteral("notApplicable"), counts.notApplicable},
            {QStringLiteral("error"), counts.error},   {QStringLiteral("notDetermined"), counts.notDetermined}};
}

/// The scope is that of the other formats: this one holds every outcome.
QJsonObject reportJson(const ReportOptions &options)
{
    return {{QStringLiteral("redacted"), options.redacted},
            {QStringLiteral("operator"), textOrNull(options.operatorName)},
            {QStringLiteral("scope"), options.scope.isWhole() ? QJsonValue(QJsonValue::Null) : QJsonValue(options.scope.words)}};
}

QJsonObject assessmentJson(const Assessment &assessment)
{
    return {{QStringLiteral("id"), assessment.id.toString(QUuid::WithoutBraces)},
            {QStringLiteral("asOf"), formatInstant(assessment.asOf)},
            {QStringLiteral("assessedAt"), secondOrNull(assessment.assessedAt)},
            {QStringLiteral("profile"), assessment.profile},
            {QStringLiteral("parameters"), assessment.parameters.toJson()}};
}

QJsonObject accountJson(const Assessment &assessment)
{
    const AccountInfo &account = assessment.snapshot.account;
    return {{QStringLiteral("baseUrl"), account.baseUrl},
            {QStringLiteral("subdomain"), textOrNull(assessment.subdomain)},
            {QStringLiteral("signIn"), signInKindName(assessment.signIn)},
            {QStringLiteral("keyHint"), textOrNull(account.keyHint)},
            {QStringLiteral("requester"), textOrNull(account.requester)},
            {QStringLiteral("partialView"), assessment.partialView}};
}

QJsonObject resourceStateJson(const ResourceClassState &state)
{
    return {{QStringLiteral("kind"), resourceClassName(state.resourceClass)},
            {QStringLiteral("state"), collectionStateName(state.state)},
            {QStringLiteral("reason"), reasonOrNull(state.reason)},
            {QStringLiteral("received"), state.received},
            {QStringLiteral("reportedTotal"),
             state.reportedTotal ? QJsonValue(*state.reportedTotal) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("pages"), state.pages},
            {QStringLiteral("duplicatesDropped"), state.duplicatesDropped}};
}

QJsonObject collectionJson(const SnapshotInfo &snapshot)
{
    QJsonArray resources;
    for (const ResourceClassState &state : snapshot.states)
        resources << resourceStateJson(state);
    return {{QStringLiteral("startedAt"), timeOrNull(snapshot.startedAt)},
            {QStringLiteral("finishedAt"), timeOrNull(snapshot.finishedAt)},
            {QStringLiteral("requests"), snapshot.requests},
            {QStringLiteral("retries"), snapshot.retries},
            {QStringLiteral("rateLimitedWaits"), snapshot.rateLimitedWaits},
            {QStringLiteral("bytes"), snapshot.bytes},
            {QStringLiteral("complete"), snapshot.complete()},
            {QStringLiteral("resources"), resources}};
}

QJsonObject summaryJson(const Report &report)
{
    const FindingCounts &findings = report.findings();
    QJsonObject bySeverity;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        bySeverity.insert(severityName(severity), findings.of(severity));
    const auto score = report.score();
    return {{QStringLiteral("controls"), countsJson(report.controlCounts())},
            {QStringLiteral("findings"), QJsonObject{{QStringLiteral("open"), findings.open},
                                                     {QStringLiteral("waived"), findings.waived},
                                                     {QStringLiteral("bySeverity"), bySeverity}}},
            {QStringLiteral("score"),
             QJsonObject{{QStringLiteral("overall"), score ? QJsonValue(*score) : QJsonValue(QJsonValue::Null)},
                         {QStringLiteral("basis"), Report::scoreBasis()}}}};
}

QJsonObject resourceJson(const ResourceRef &resource)
{
    return {{QStringLiteral("kind"), resource.kind},
            {QStringLiteral("id"), resource.id},
            {QStringLiteral("name"), resource.name},
            {QStringLiteral("url"), resource.url.startsWith(QLatin1String("https://")) ? QJsonValue(resource.url)
                                                                                       : QJsonValue(QJsonValue::Null)}};
}

/// What changed against an earlier report; null when there was none to compare with.
QJsonValue baselineJson(const Assessment &assessment)
{
    if (assessment.baselineName.isEmpty())
        return QJsonValue::Null;
    int added = 0;
    int unchanged = 0;
    for (const AssessedOutcome &outcome : assessment.outcomes) {
        added += outcome.baseline == BaselineState::New;
        unchanged += outcome.baseline == BaselineState::Unchanged;
    }
    QJsonArray absent;
    for (const BaselineFinding &finding : assessment.resolved) {
        absent << QJsonObject{{QStringLiteral("controlId"), finding.controlId},
                              {QStringLiteral("resource"), resourceJson(finding.resource)},
                              {QStringLiteral("fingerprint"), finding.fingerprint}};
    }
    return QJsonObject{{QStringLiteral("name"), assessment.baselineName},
                       {QStringLiteral("new"), added},
                       {QStringLiteral("unchanged"), unchanged},
                       {QStringLiteral("absent"), absent}};
}

QJsonObject controlJson(const ControlResult &control)
{
    QJsonArray frameworks;
    for (const FrameworkReference &reference : control.info.frameworks) {
        frameworks << QJsonObject{{QStringLiteral("framework"), reference.framework},
                                  {QStringLiteral("edition"), reference.edition},
                                  {QStringLiteral("specified"), QJsonArray::fromStringList(reference.specified)},
                                  {QStringLiteral("reviewed"), QJsonArray::fromStringList(reference.reviewed)},
                                  {QStringLiteral("verdict"), reference.verdict},
                                  {QStringLiteral("note"), reference.note}};
    }
    return {{QStringLiteral("id"), control.info.id},
            {QStringLiteral("slug"), control.info.slug},
            {QStringLiteral("title"), control.info.title},
            {QStringLiteral("severity"), severityName(control.info.severity)},
            {QStringLiteral("status"), outcomeStatusName(control.status)},
            {QStringLiteral("reason"), reasonOrNull(control.reason)},
            {QStringLiteral("message"), control.message},
            {QStringLiteral("population"), control.population},
            {QStringLiteral("counts"), countsJson(control.counts)},
            {QStringLiteral("waived"), control.waived},
            {QStringLiteral("frameworks"), frameworks}};
}

QJsonValue waiverJson(const std::optional<AppliedWaiver> &waiver)
{
    if (!waiver)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("reason"), waiver->reason},
                       {QStringLiteral("approver"), waiver->approver},
                       {QStringLiteral("ticket"), textOrNull(waiver->ticket)},
                       {QStringLiteral("expires"), secondOrNull(waiver->expires)}};
}

QJsonValue attestationJson(const std::optional<AppliedAttestation> &attestation)
{
    if (!attestation)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("statement"), attestation->statement},
                       {QStringLiteral("attestedBy"), attestation->attestedBy},
                       {QStringLiteral("attestedAt"), secondOrNull(attestation->attestedAt)},
                       {QStringLiteral("expires"), secondOrNull(attestation->expires)},
                       {QStringLiteral("original"), outcomeStatusName(attestation->original)}};
}

QJsonObject outcomeJson(const AssessedOutcome &outcome)
{
    QJsonArray evidence;
    for (const Evidence &fact : outcome.evidence) {
        evidence << QJsonObject{{QStringLiteral("requestId"), fact.requestId},
                                {QStringLiteral("pointer"), fact.pointer},
                                {QStringLiteral("value"), fact.value}};
    }
    QJsonArray gaps;
    for (const Gap &gap : outcome.gaps) {
        gaps << QJsonObject{{QStringLiteral("start"), formatInstant(gap.start)},
                            {QStringLiteral("end"), formatInstant(gap.end)},
                            {QStringLiteral("seconds"), gap.seconds()},
                            {QStringLiteral("coveredBy"), textOrNull(gap.coveredBy)}};
    }
    return {{QStringLiteral("controlId"), outcome.controlId},
            {QStringLiteral("status"), outcomeStatusName(outcome.status)},
            {QStringLiteral("resource"), resourceJson(outcome.resource)},
            {QStringLiteral("message"), outcome.message},
            {QStringLiteral("reason"), reasonOrNull(outcome.reason)},
            {QStringLiteral("fingerprint"), textOrNull(outcome.fingerprint)},
            {QStringLiteral("waived"), outcome.waiver.has_value()},
            {QStringLiteral("waiver"), waiverJson(outcome.waiver)},
            {QStringLiteral("attestation"), attestationJson(outcome.attestation)},
            {QStringLiteral("baselineState"), baselineOrNull(outcome.baseline)},
            {QStringLiteral("evidence"), evidence},
            {QStringLiteral("gaps"), gaps}};
}

QJsonObject requestJson(const RequestRecord &request)
{
    return {{QStringLiteral("id"), request.id},
            {QStringLiteral("resource"), resourceClassName(request.resourceClass)},
            {QStringLiteral("method"), QString::fromLatin1(request.method)},
            {QStringLiteral("path"), request.path},
            {QStringLiteral("sentAt"), timeOrNull(request.sentAt)},
            {QStringLiteral("receivedAt"), timeOrNull(request.receivedAt)},
            {QStringLiteral("status"), request.status},
            {QStringLiteral("result"), requestResultName(request.result)},
            {QStringLiteral("bytes"), request.bytes},
            {QStringLiteral("sha256"), textOrNull(QString::fromLatin1(request.sha256))},
            {QStringLiteral("serverRequestId"), textOrNull(request.serverRequestId)},
            {QStringLiteral("attempts"), request.attempts}};
}

/// Indented for reading, one level in.
QByteArray indented(const QJsonObject &object)
{
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed();
    return text.replace("\n", "\n    ");
}

void writeMember(ReportSink &sink, const char *name, const QJsonValue &value)
{
    sink << ",\n    \"" << name << "\": " << (value.isObject() ? indented(value.toObject()) : QByteArray("null"));
}

/// One element a line, so that a report of any size is written in little memory and stays readable.
template<typename Rows, typename ToJson>
void writeRows(ReportSink &sink, const char *name, const Rows &rows, ToJson toJson)
{
    sink << ",\n    \"" << name << "\": [";
    bool first = true;
    for (const auto &row : rows) {
        sink << (first ? "\n        " : ",\n        ") << QJsonDocument(toJson(row)).toJson(QJsonDocument::Compact);
        first = false;
    }
    sink << (first ? "]" : "\n    ]");
}

} // namespace

void writeJsonReport(const Report &report, ReportSink &sink)
{
    const Assessment &assessment = report.assessment();
    sink << "{\n    \"schemaVersion\": \"1.0\"";
    writeMember(sink, "tool", QJsonObject{{QStringLiteral("name"), QStringLiteral("pagerduty-sec-inspector")},
                                          {QStringLiteral("version"), assessment.toolVersion}});
    writeMember(sink, "report", reportJson(report.options()));
    writeMember(sink, "assessment", assessmentJson(assessment));
    writeMember(sink, "account", accountJson(assessment));
    writeMember(sink, "collection", collectionJson(assessment.snapshot));
    writeMember(sink, "summary", summaryJson(report));
    writeMember(sink, "baseline", baselineJson(assessment));
    writeRows(sink, "controls", assessment.controls, controlJson);
    writeRows(sink, "outcomes", assessment.outcomes, outcomeJson);
    writeRows(sink, "requests", assessment.requests, requestJson);
    sink << "\n}\n";
}

} // namespace pdsi
