// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include "core/report/markdown.h"
#include "core/report/plaintext.h"
#include "core/report/sarifrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype resultsPerRun = 25'000; // what GitHub takes

/// One line of the list of results: a failing outcome, or a finding of the baseline that is gone.
struct ResultSource {
    const AssessedOutcome *outcome = nullptr;
    const BaselineFinding *resolved = nullptr;
};

/// A scope is drawn over what is there now: what is gone belongs to the report on everything only.
QList<ResultSource> resultSources(const Report &report)
{
    const Assessment &assessment = report.assessment();
    QList<ResultSource> sources;
    for (const qsizetype index : report.findingsInScope())
        sources << ResultSource{&assessment.outcomes.at(index), nullptr};
    if (report.options().scope.isWhole()) {
        for (const BaselineFinding &finding : assessment.resolved)
            sources << ResultSource{nullptr, &finding};
    }
    return sources;
}

/// A file of the evidence bundle: the stored answer, or the request log where no answer was stored.
QJsonObject location(const Report &report, const ResourceRef &resource, const QList<Evidence> &evidence)
{
    QString file = QStringLiteral("requests.jsonl");
    int line = 1;
    if (!evidence.isEmpty()) {
        const int id = evidence.front().requestId;
        if (report.assessment().bodiless.contains(id))
            line = std::max(1, report.requestLine(id));
        else
            file = QStringLiteral("requests/%1.json").arg(id, 6, 10, QLatin1Char('0'));
    }
    // A stored answer is one line as a rule: the region is its beginning, the context the line.
    return {{QStringLiteral("physicalLocation"),
             QJsonObject{{QStringLiteral("artifactLocation"),
                          QJsonObject{{QStringLiteral("uri"), QStringLiteral("evidence/") + file}}},
                         {QStringLiteral("region"), QJsonObject{{QStringLiteral("startLine"), line},
                                                                {QStringLiteral("startColumn"), 1},
                                                                {QStringLiteral("endColumn"), 2}}},
                         {QStringLiteral("contextRegion"), QJsonObject{{QStringLiteral("startLine"), line}}}}},
            {QStringLiteral("logicalLocations"),
             QJsonArray{QJsonObject{{QStringLiteral("name"), plainText(resource.name)},
                                    {QStringLiteral("fullyQualifiedName"),
                                     plainText(resource.kind + QLatin1Char('/') + resource.id)},
                                    {QStringLiteral("kind"), QStringLiteral("resource")}}}}};
}

/// In plain messages brackets make links; account text shall make none.
QString bracketsEscaped(QString text)
{
    return text.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
        .replace(QLatin1Char('['), QLatin1String("\\["))
        .replace(QLatin1Char(']'), QLatin1String("\\]"));
}

QJsonObject message(const ResourceRef &resource, const QString &sentence)
{
    const QString name = bracketsEscaped(plainText(resource.name.isEmpty() ? resource.id : resource.name));
    QString plain = bracketsEscaped(plainText(sentence));
    if (plain.endsWith(QLatin1Char('.')))
        plain.chop(1);
    QString text = sarifMessageTemplate();
    text.replace(text.indexOf(QLatin1String("{1}")), 3, plain).replace(text.indexOf(QLatin1String("{0}")), 3, name);
    return {{QStringLiteral("id"), QStringLiteral("default")},
            {QStringLiteral("text"), text},
            {QStringLiteral("markdown"),
             QStringLiteral("%1: %2").arg(markdownLink(resource.name.isEmpty() ? resource.id : resource.name, resource.url),
                                          markdownText(sentence))},
            {QStringLiteral("arguments"), QJsonArray{name, plain}}};
}

QJsonArray suppressions(const std::optional<AppliedWaiver> &waiver)
{
    if (!waiver)
        return {};
    const QString until = waiver->expires.isValid()
        ? QStringLiteral(" Until %1.").arg(formatInstant(waiver->expires.toSecsSinceEpoch())) : QString();
    const QString ticket = waiver->ticket.isEmpty() ? QString() : QStringLiteral(" Ticket %1.").arg(waiver->ticket);
    const QString justification = QStringLiteral("%1 Approved by %2.%3%4").arg(waiver->reason, waiver->approver, ticket, until);
    return {QJsonObject{{QStringLiteral("kind"), QStringLiteral("external")},
                        {QStringLiteral("status"), QStringLiteral("accepted")},
                        {QStringLiteral("justification"), plainText(justification)}}};
}

QJsonObject resultSkeleton(const Report &report, int controlId, const ResourceRef &resource, const QString &sentence,
                           const QString &fingerprint)
{
    const ControlResult *control = report.control(controlId);
    const qint64 ruleIndex = control ? control - report.assessment().controls.constData() : -1;
    QJsonObject properties;
    if (const QString address = safeHttpsAddress(resource.url); !address.isEmpty())
        properties.insert(QStringLiteral("pagerDuty"), address);
    return {{QStringLiteral("ruleId"), sarifRuleId(controlId)},
            {QStringLiteral("ruleIndex"), ruleIndex},
            {QStringLiteral("level"), sarifLevel(control ? control->info.severity : Severity::Low)},
            {QStringLiteral("message"), message(resource, sentence)},
            {QStringLiteral("partialFingerprints"),
             QJsonObject{{QStringLiteral("primaryLocationLineHash"), fingerprint.left(16) + QStringLiteral(":1")},
                         {QStringLiteral("pagerdutySecInspector/v1"), fingerprint}}},
            {QStringLiteral("properties"), properties}};
}

QJsonObject resultJson(const Report &report, const ResultSource &source)
{
    const bool compared = !report.assessment().baselineName.isEmpty();
    if (source.resolved) {
        const BaselineFinding &gone = *source.resolved;
        QJsonObject result = resultSkeleton(report, gone.controlId, gone.resource, gone.message, gone.fingerprint);
        result.insert(QStringLiteral("locations"), QJsonArray{location(report, gone.resource, {})});
        result.insert(QStringLiteral("baselineState"), QStringLiteral("absent"));
        return result;
    }
    const AssessedOutcome &outcome = *source.outcome;
    QJsonObject result
        = resultSkeleton(report, outcome.controlId, outcome.resource, outcome.message, outcome.fingerprint);
    result.insert(QStringLiteral("locations"), QJsonArray{location(report, outcome.resource, outcome.evidence)});
    if (report.findings().waived > 0) // then its absence would mean that nobody knows
        result.insert(QStringLiteral("suppressions"), suppressions(outcome.waiver));
    if (compared)
        result.insert(QStringLiteral("baselineState"), outcome.baseline == BaselineState::Unchanged
                          ? QStringLiteral("unchanged") : QStringLiteral("new"));
    return result;
}

QJsonObject toolJson(const Assessment &assessment)
{
    QJsonArray rules;
    for (const ControlResult &control : assessment.controls)
        rules << sarifRule(control.info);
    const QJsonObject driver{
        {QStringLiteral("name"), QStringLiteral("pagerduty-sec-inspector")},
        {QStringLiteral("fullName"), QStringLiteral("PagerDuty Security Inspector ") + assessment.toolVersion},
        {QStringLiteral("version"), assessment.toolVersion},
        {QStringLiteral("semanticVersion"), assessment.toolVersion},
        {QStringLiteral("informationUri"), QStringLiteral("https://github.com/pdsecinspector")},
        {QStringLiteral("rules"), rules}};
    return {{QStringLiteral("driver"), driver}};
}

QJsonObject notification(const QString &level, const QString &text)
{
    return {{QStringLiteral("level"), level}, {QStringLiteral("message"), QJsonObject{{QStringLiteral("text"), text}}}};
}

/// What a reader must know beside the results: parts, and what could not be judged.
QJsonArray notifications(const Assessment &assessment, qsizetype part, qsizetype parts)
{
    QJsonArray list;
    if (parts > 1)
        list << notification(QStringLiteral("note"),
                             QStringLiteral("There are more than %1 results: this is part %2 of %3 runs.")
                                 .arg(resultsPerRun).arg(part + 1).arg(parts));
    for (const ControlResult &control : assessment.controls) {
        const int open = control.counts.notDetermined + control.counts.error + control.counts.manual;
        if (open > 0)
            list << notification(QStringLiteral("warning"), QStringLiteral("%1 (%2): %3 without a verdict. %4")
                                     .arg(sarifRuleId(control.info.id), control.info.title).arg(open)
                                     .arg(plainText(control.message)));
    }
    return list;
}

QJsonObject invocation(const Assessment &assessment, qsizetype part, qsizetype parts)
{
    QJsonObject json{{QStringLiteral("executionSuccessful"), true},
                     {QStringLiteral("toolExecutionNotifications"), notifications(assessment, part, parts)}};
    if (assessment.snapshot.startedAt.isValid())
        json.insert(QStringLiteral("startTimeUtc"), formatTimestamp(assessment.snapshot.startedAt));
    if (assessment.snapshot.finishedAt.isValid())
        json.insert(QStringLiteral("endTimeUtc"), formatTimestamp(assessment.snapshot.finishedAt));
    return json;
}

/// Distinct for each part: two runs of one category would replace each other.
QString automationId(const Assessment &assessment, qsizetype part, qsizetype parts)
{
    const QString account = assessment.subdomain.isEmpty() ? QStringLiteral("account") : assessment.subdomain;
    QString id = QStringLiteral("pagerduty-sec-inspector/%1/").arg(plainText(account));
    if (parts > 1)
        id += QStringLiteral("part-%1/").arg(part + 1);
    return id;
}

/// What a reader must know about the whole run.
QJsonObject runProperties(const ReportOptions &options)
{
    QJsonObject properties;
    if (!options.scope.isWhole())
        properties.insert(QStringLiteral("scope"), plainText(options.scope.words));
    if (options.redacted)
        properties.insert(QStringLiteral("redacted"), true);
    if (!options.operatorName.isEmpty())
        properties.insert(QStringLiteral("operator"), plainText(options.operatorName));
    return properties;
}

void writeRun(ReportSink &sink, const Report &report, const QList<ResultSource> &sources, qsizetype part, qsizetype parts)
{
    const Assessment &assessment = report.assessment();
    const auto compact = [](const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); };
    sink << "{\"tool\":" << compact(toolJson(assessment));
    sink << ",\n\"automationDetails\":"
         << compact({{QStringLiteral("id"), automationId(assessment, part, parts)}});
    sink << ",\n\"invocations\":[" << compact(invocation(assessment, part, parts)) << "]";
    if (const QJsonObject properties = runProperties(report.options()); !properties.isEmpty())
        sink << ",\n\"properties\":" << compact(properties);
    sink << ",\n\"columnKind\":\"utf16CodeUnits\",\n\"results\":[";
    const qsizetype begin = part * resultsPerRun;
    const qsizetype end = std::min(begin + resultsPerRun, sources.size());
    for (qsizetype i = begin; i < end; ++i)
        sink << (i == begin ? "\n" : ",\n") << compact(resultJson(report, sources.at(i)));
    sink << "]}";
}

} // namespace

void writeSarifReport(const Report &report, ReportSink &sink)
{
    const QList<ResultSource> sources = resultSources(report);
    const qsizetype parts = std::max<qsizetype>(1, (sources.size() + resultsPerRun - 1) / resultsPerRun);
    sink << "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\n\"version\":\"2.1.0\",\n\"runs\":[";
    for (qsizetype part = 0; part < parts; ++part) {
        sink << (part == 0 ? "\n" : ",\n");
        writeRun(sink, report, sources, part, parts);
    }
    sink << "]}\n";
}

} // namespace pdsi
