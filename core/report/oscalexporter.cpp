// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include "core/report/markdown.h"
#include "core/report/oscalparts.h"

#include <QJsonDocument>
#include <QSet>

namespace pdsi {

namespace {

QByteArray compactOscal(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// A list that is left out where it would be empty, as OSCAL wants it; one element a line.
class OscalList
{
public:
    OscalList(ReportSink &sink, const char *name) : m_sink(sink), m_name(name) {}
    ~OscalList()
    {
        if (m_any)
            m_sink << "]";
    }
    Q_DISABLE_COPY_MOVE(OscalList)

    void add(const QJsonObject &element)
    {
        if (m_any)
            m_sink << ",\n";
        else
            m_sink << ",\n\"" << m_name << "\":[\n";
        m_any = true;
        m_sink << compactOscal(element);
    }

private:
    ReportSink &m_sink;
    const char *m_name;
    bool m_any = false;
};

QString accountTitle(const Assessment &assessment)
{
    return assessment.subdomain.isEmpty() ? assessment.snapshot.account.baseUrl : assessment.subdomain;
}

QJsonObject oscalMetadata(const Report &report)
{
    const Assessment &assessment = report.assessment();
    QJsonObject json{
        {QStringLiteral("title"), QStringLiteral("PagerDuty audit of ") + markdownText(oscalText(accountTitle(assessment)))},
        {QStringLiteral("last-modified"), formatInstant(assessment.assessedAt.toSecsSinceEpoch())},
        {QStringLiteral("version"), formatInstant(assessment.asOf)},
        {QStringLiteral("oscal-version"), QStringLiteral("1.2.2")}};
    QJsonArray properties{oscalProperty(QStringLiteral("redacted"), report.options().redacted ? QStringLiteral("true")
                                                                                              : QStringLiteral("false"))};
    if (!report.options().scope.isWhole())
        properties << oscalProperty(QStringLiteral("scope-of-other-formats"), report.options().scope.words);
    json.insert(QStringLiteral("props"), properties);
    if (const QString &name = report.options().operatorName; !name.isEmpty()) {
        const QString id = oscalUuid(QStringLiteral("party"), name).toString(QUuid::WithoutBraces);
        json.insert(QStringLiteral("roles"), QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("assessor")},
                                                                    {QStringLiteral("title"), QStringLiteral("Made the report")}}});
        json.insert(QStringLiteral("parties"), QJsonArray{QJsonObject{{QStringLiteral("uuid"), id},
                                                                      {QStringLiteral("type"), QStringLiteral("person")},
                                                                      {QStringLiteral("name"), oscalText(name)}}});
        json.insert(QStringLiteral("responsible-parties"),
                    QJsonArray{QJsonObject{{QStringLiteral("role-id"), QStringLiteral("assessor")},
                                           {QStringLiteral("party-uuids"), QJsonArray{id}}}});
    }
    return json;
}

/// The judged controls; a control that is named here and has no finding has no verdict.
QJsonObject reviewedControls(const Assessment &assessment)
{
    QJsonArray controls, objectives;
    for (const ControlResult &control : assessment.controls) {
        controls << QJsonObject{{QStringLiteral("control-id"), oscalControlId(control.info.id)}};
        objectives << QJsonObject{{QStringLiteral("objective-id"), oscalObjectiveId(control.info.id)}};
    }
    if (controls.isEmpty()) // the list may be neither empty nor left out
        return {{QStringLiteral("control-selections"),
                 QJsonArray{QJsonObject{{QStringLiteral("description"), QStringLiteral("No control was judged.")},
                                        {QStringLiteral("include-controls"),
                                         QJsonArray{QJsonObject{{QStringLiteral("control-id"), QStringLiteral("none")}}}}}}}};
    return {{QStringLiteral("control-selections"),
             QJsonArray{QJsonObject{{QStringLiteral("include-controls"), controls}}}},
            {QStringLiteral("control-objective-selections"),
             QJsonArray{QJsonObject{{QStringLiteral("include-objectives"), objectives}}}},
            {QStringLiteral("remarks"),
             QStringLiteral("A control without a finding has no verdict: not determined, manual, not applicable, or in "
                            "error. Its observations say which and why.")}};
}

QJsonObject toolComponent(const Assessment &assessment)
{
    return {{QStringLiteral("uuid"), oscalToolId().toString(QUuid::WithoutBraces)},
            {QStringLiteral("type"), QStringLiteral("software")},
            {QStringLiteral("title"), QStringLiteral("PagerDuty Security Inspector")},
            {QStringLiteral("description"), QStringLiteral("Collects the account read-only and judges it.")},
            {QStringLiteral("props"), QJsonArray{oscalProperty(QStringLiteral("version"), assessment.toolVersion)}},
            {QStringLiteral("status"), QJsonObject{{QStringLiteral("state"), QStringLiteral("operational")}}}};
}

QJsonObject assessmentAssets(const Assessment &assessment)
{
    const QString tool = oscalToolId().toString(QUuid::WithoutBraces);
    return {{QStringLiteral("components"), QJsonArray{toolComponent(assessment)}},
            {QStringLiteral("assessment-platforms"),
             QJsonArray{QJsonObject{
                 {QStringLiteral("uuid"), oscalUuid(QStringLiteral("platform"), tool).toString(QUuid::WithoutBraces)},
                 {QStringLiteral("uses-components"), QJsonArray{QJsonObject{{QStringLiteral("component-uuid"), tool}}}}}}}};
}

void writeLocalDefinitions(const Assessment &assessment, ReportSink &sink)
{
    sink << ",\n\"local-definitions\":{\"assessment-assets\":" << compactOscal(assessmentAssets(assessment));
    {
        OscalList items(sink, "inventory-items");
        QSet<QString> written;
        for (const AssessedOutcome &outcome : assessment.outcomes) {
            const QString identity = outcome.resource.kind + QLatin1Char('\n') + outcome.resource.id;
            if (!written.contains(identity))
                items.add(oscalResource(outcome.resource));
            written.insert(identity);
        }
    }
    sink << "}";
}

void writeOutcomes(const Report &report, ReportSink &sink)
{
    const Assessment &assessment = report.assessment();
    const QList<QUuid> ids = oscalObservationIds(assessment);
    {
        OscalList observations(sink, "observations");
        for (qsizetype i = 0; i < ids.size(); ++i)
            observations.add(oscalObservation(report, assessment.outcomes.at(i), ids.at(i)));
    }
    {
        OscalList risks(sink, "risks");
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const AssessedOutcome &outcome = assessment.outcomes.at(i);
            const ControlResult *control = report.control(outcome.controlId);
            if (outcome.status == OutcomeStatus::Fail && control)
                risks.add(oscalRisk(control->info, outcome, ids.at(i)));
        }
    }
    OscalList findings(sink, "findings");
    for (const ControlResult &control : assessment.controls) {
        if (control.status == OutcomeStatus::Pass || control.status == OutcomeStatus::Fail)
            findings.add(oscalFinding(report, control, ids));
    }
}

void writeOscalResult(const Report &report, ReportSink &sink)
{
    const Assessment &assessment = report.assessment();
    const QString account = markdownText(oscalText(accountTitle(assessment)));
    const QDateTime start = assessment.snapshot.startedAt.isValid() ? assessment.snapshot.startedAt : assessment.assessedAt;
    QJsonObject head{
        {QStringLiteral("uuid"), oscalUuid(QStringLiteral("result"), assessment.id.toString()).toString(QUuid::WithoutBraces)},
        {QStringLiteral("title"), QStringLiteral("Audit of ") + account},
        {QStringLiteral("description"), QStringLiteral("State of the account as of %1, read through its API.").arg(formatInstant(assessment.asOf))},
        {QStringLiteral("start"), formatInstant(start.toSecsSinceEpoch())},
        {QStringLiteral("reviewed-controls"), reviewedControls(assessment)},
        {QStringLiteral("props"), QJsonArray{oscalProperty(QStringLiteral("collection-complete"),
                                                           assessment.snapshot.complete() ? QStringLiteral("true") : QStringLiteral("false"))}}};
    if (assessment.snapshot.finishedAt.isValid())
        head.insert(QStringLiteral("end"), formatInstant(assessment.snapshot.finishedAt.toSecsSinceEpoch()));
    QByteArray open = compactOscal(head);
    open.chop(1); // lists follow in the same object
    sink << open;
    writeLocalDefinitions(assessment, sink);
    writeOutcomes(report, sink);
    sink << "}";
}

} // namespace

void writeOscalReport(const Report &report, ReportSink &sink)
{
    const Assessment &assessment = report.assessment();
    const QString id = assessment.id.toString(QUuid::WithoutBraces);
    const QString plan = oscalUuid(QStringLiteral("plan"), id).toString(QUuid::WithoutBraces);
    const QJsonObject import{{QStringLiteral("href"), QLatin1Char('#') + plan},
                             {QStringLiteral("remarks"), QStringLiteral("There is no assessment plan in OSCAL: the resource says what was judged and how.")}};
    const QJsonObject resource{
        {QStringLiteral("uuid"), plan},
        {QStringLiteral("title"), QStringLiteral("What was judged")},
        {QStringLiteral("description"),
         QStringLiteral("The controls of profile %1 with these parameters: %2")
             .arg(markdownText(oscalText(assessment.profile)),
                  markdownText(oscalText(QString::fromUtf8(compactOscal(assessment.parameters.toJson())))))}};
    sink << "{\"assessment-results\":{\n\"uuid\":\""
         << oscalUuid(QStringLiteral("document"), id).toString(QUuid::WithoutBraces).toLatin1() << "\",\n\"metadata\":"
         << compactOscal(oscalMetadata(report)) << ",\n\"import-ap\":" << compactOscal(import) << ",\n\"results\":[\n";
    writeOscalResult(report, sink);
    sink << "],\n\"back-matter\":" << compactOscal({{QStringLiteral("resources"), QJsonArray{resource}}}) << "}}\n";
}

} // namespace pdsi
