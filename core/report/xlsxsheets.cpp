// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/xlsxsheets.h"

#include "core/report/markdown.h"
#include "core/report/population.h"
#include "core/report/reportwords.h"

namespace pdsi {

namespace {

using Kind = XlsxColumnKind;
using Cells = QList<XlsxCell>;

QList<XlsxColumn> signOffColumns()
{
    return {{QStringLiteral("Tested by"), 14, Kind::Input, {}},
            {QStringLiteral("Date"), 11, Kind::DateInput, {}},
            {QStringLiteral("Conclusion"), 16, Kind::ChoiceInput,
             {QStringLiteral("Confirmed"), QStringLiteral("Not confirmed"), QStringLiteral("Exception accepted"),
              QStringLiteral("Not tested")}},
            {QStringLiteral("Note"), 30, Kind::Input, {}}};
}

QString sheetInstant(const QDateTime &time)
{
    return time.isValid() ? formatInstant(time.toSecsSinceEpoch()) : QString();
}

QString sheetFrameworks(const ControlInfo &info)
{
    QStringList cells;
    for (const FrameworkReference &reference : info.frameworks) {
        if (!reference.reviewed.isEmpty())
            cells << reference.framework + QLatin1Char(' ') + reference.reviewed.join(QLatin1Char(' '));
    }
    return cells.join(QStringLiteral("; "));
}

QString sheetEvidence(const AssessedOutcome &outcome)
{
    QStringList facts;
    for (const Evidence &fact : outcome.evidence)
        facts << QStringLiteral("request %1%2%3").arg(fact.requestId)
                     .arg(fact.pointer.isEmpty() ? QString() : QStringLiteral(" "), fact.pointer);
    return facts.join(QStringLiteral("; "));
}

QString sheetLifecycle(const AssessedOutcome &outcome)
{
    QString state = outcome.waiver ? QStringLiteral("waived") : QStringLiteral("open");
    if (outcome.baseline == BaselineState::New)
        state += QStringLiteral(", new since the baseline");
    else if (outcome.baseline == BaselineState::Unchanged)
        state += QStringLiteral(", also in the baseline");
    return state;
}

QString sheetWaiver(const std::optional<AppliedWaiver> &waiver)
{
    if (!waiver)
        return {};
    const QString ticket = waiver->ticket.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(waiver->ticket);
    const QString until = waiver->expires.isValid() ? QStringLiteral(", until ") + sheetInstant(waiver->expires)
                                                    : QStringLiteral(", without end");
    return waiver->reason + ticket + QStringLiteral(". Approved by ") + waiver->approver + until;
}

/// What a finding is, before the columns of those who test it.
Cells findingCells(const Report &report, const AssessedOutcome &outcome)
{
    const ControlResult *control = report.control(outcome.controlId);
    return {outcome.controlId, control ? control->info.title : QString(),
            control ? severityName(control->info.severity) : QString(), outcome.resource.kind, outcome.resource.id,
            outcome.resource.name, outcome.message};
}

QList<XlsxColumn> findingColumns()
{
    return {{QStringLiteral("Control"), 8, Kind::Plain, {}},      {QStringLiteral("Title"), 20, Kind::Wrapped, {}},
            {QStringLiteral("Severity"), 9, Kind::Plain, {}},     {QStringLiteral("Kind"), 16, Kind::Wrapped, {}},
            {QStringLiteral("Resource id"), 16, Kind::Plain, {}}, {QStringLiteral("Resource"), 24, Kind::Wrapped, {}},
            {QStringLiteral("Finding"), 48, Kind::Wrapped, {}}};
}

} // namespace

void writeXlsxFindings(const Report &report, XlsxBook &book)
{
    QList<XlsxColumn> columns = findingColumns();
    columns << XlsxColumn{QStringLiteral("Lifecycle"), 12, Kind::Wrapped, {}} << signOffColumns();
    const int printed = int(columns.size());
    columns << QList<XlsxColumn>{{QStringLiteral("Waiver"), 30, Kind::Wrapped, {}},
                                 {QStringLiteral("Evidence"), 40, Kind::Wrapped, {}},
                                 {QStringLiteral("Frameworks"), 40, Kind::Wrapped, {}},
                                 {QStringLiteral("Address"), 30, Kind::Plain, {}},
                                 {QStringLiteral("Fingerprint"), 66, Kind::Plain, {}}};
    XlsxTable table(book, QStringLiteral("Findings"), columns, {}, printed);
    QHash<int, QString> frameworks;
    for (const ControlResult &control : report.assessment().controls)
        frameworks.insert(control.info.id, sheetFrameworks(control.info));
    for (const qsizetype index : report.findingsInScope()) {
        const AssessedOutcome &outcome = report.assessment().outcomes.at(index);
        Cells cells = findingCells(report, outcome);
        cells << sheetLifecycle(outcome) << sheetWaiver(outcome.waiver) << sheetEvidence(outcome)
              << frameworks.value(outcome.controlId) << safeHttpsAddress(outcome.resource.url) << outcome.fingerprint;
        table.addRow(cells);
    }
}

void writeXlsxControls(const Report &report, XlsxBook &book)
{
    QList<XlsxColumn> columns{{QStringLiteral("Control"), 8, Kind::Plain, {}},
                              {QStringLiteral("Title"), 24, Kind::Wrapped, {}},
                              {QStringLiteral("Severity"), 9, Kind::Plain, {}},
                              {QStringLiteral("Status"), 14, Kind::Plain, {}},
                              {QStringLiteral("Reason"), 26, Kind::Wrapped, {}},
                              {QStringLiteral("What was found"), 50, Kind::Wrapped, {}},
                              {QStringLiteral("Population"), 11, Kind::Plain, {}}};
    for (const char *name : {"Pass", "Fail", "Waived", "Not determined", "Manual", "Not applicable", "Error"})
        columns << XlsxColumn{QString::fromLatin1(name), 9, Kind::Plain, {}};
    columns << XlsxColumn{QStringLiteral("Requirement"), 50, Kind::Wrapped, {}};
    const int printed = int(columns.size());
    columns << XlsxColumn{QStringLiteral("Frameworks"), 40, Kind::Wrapped, {}};
    XlsxTable table(book, QStringLiteral("Controls"), columns, {}, printed);
    for (const ControlResult &control : report.assessment().controls) {
        const StatusCounts &counts = control.counts;
        table.addRow({control.info.id, control.info.title, severityName(control.info.severity), statusWords(control.status),
                      control.reason ? reasonWords(*control.reason) : QString(), control.message, control.population,
                      counts.pass, counts.fail, control.waived, counts.notDetermined, counts.manual, counts.notApplicable,
                      counts.error, control.info.requirement, sheetFrameworks(control.info)});
    }
}

void writeXlsxPopulation(const Report &report, XlsxBook &book)
{
    XlsxTable table(book, QStringLiteral("Population"),
                    {{QStringLiteral("Resources"), 32, Kind::Wrapped, {}},
                     {QStringLiteral("Class"), 28, Kind::Plain, {}},
                     {QStringLiteral("State"), 14, Kind::Plain, {}},
                     {QStringLiteral("Reported total"), 11, Kind::Plain, {}},
                     {QStringLiteral("Received"), 11, Kind::Plain, {}},
                     {QStringLiteral("Missing"), 11, Kind::Plain, {}},
                     {QStringLiteral("Pages"), 9, Kind::Plain, {}},
                     {QStringLiteral("Duplicates dropped"), 12, Kind::Plain, {}},
                     {QStringLiteral("Some may be invisible"), 12, Kind::Plain, {}},
                     {QStringLiteral("Not in the plan"), 12, Kind::Plain, {}},
                     {QStringLiteral("List is capped"), 12, Kind::Plain, {}},
                     {QStringLiteral("How the numbers go together"), 50, Kind::Wrapped, {}}});
    const auto yes = [](bool so) { return so ? QStringLiteral("yes") : QString(); };
    for (const PopulationRow &row : populationRows(report)) {
        // What the account did not count cannot be compared: an empty cell, not a zero.
        const XlsxCell total = row.reportedTotal ? XlsxCell(*row.reportedTotal) : XlsxCell();
        const XlsxCell missing = row.reportedTotal ? XlsxCell(*row.reportedTotal - row.received) : XlsxCell();
        table.addRow({row.name, resourceClassName(row.resourceClass), stateWords(row.state), total, row.received, missing,
                      row.pages, row.duplicatesDropped, yes(row.mayHide), yes(row.planAbsent), yes(row.capped), row.note});
    }
}

void writeXlsxOpenQuestions(const Report &report, XlsxBook &book)
{
    XlsxTable table(book, QStringLiteral("Not determined"),
                    QList<XlsxColumn>{{QStringLiteral("Control"), 8, Kind::Plain, {}},
                                      {QStringLiteral("Title"), 24, Kind::Wrapped, {}},
                                      {QStringLiteral("Severity"), 9, Kind::Plain, {}},
                                      {QStringLiteral("Kind"), 20, Kind::Wrapped, {}},
                                      {QStringLiteral("Resource id"), 16, Kind::Plain, {}},
                                      {QStringLiteral("Resource"), 24, Kind::Wrapped, {}},
                                      {QStringLiteral("What is known"), 48, Kind::Wrapped, {}},
                                      {QStringLiteral("Status"), 14, Kind::Plain, {}},
                                      {QStringLiteral("Reason"), 36, Kind::Wrapped, {}}}
                        << signOffColumns());
    for (const AssessedOutcome &outcome : report.assessment().outcomes) {
        if (outcome.status != OutcomeStatus::NotDetermined && outcome.status != OutcomeStatus::Manual
            && outcome.status != OutcomeStatus::Error)
            continue;
        Cells cells = findingCells(report, outcome);
        cells << statusWords(outcome.status) << (outcome.reason ? reasonWords(*outcome.reason) : QString());
        table.addRow(cells);
    }
}

void writeXlsxSample(const Report &report, const FindingSample &sample, XlsxBook &book)
{
    QList<XlsxColumn> columns{{QStringLiteral("Drawn"), 12, Kind::Plain, {}}};
    columns << findingColumns() << signOffColumns();
    const int printed = int(columns.size());
    columns << XlsxColumn{QStringLiteral("Address"), 40, Kind::Plain, {}}
            << XlsxColumn{QStringLiteral("Fingerprint"), 66, Kind::Plain, {}}
            << XlsxColumn{QStringLiteral("Ticket"), 66, Kind::Plain, {}};
    const QString size = sample.asked == 0 ? QStringLiteral("none asked for")
                                           : QStringLiteral("%1 of %2 findings").arg(sample.drawn.size()).arg(sample.populationSize);
    XlsxTable table(book, QStringLiteral("Sample"), columns,
                    {{QStringLiteral("Sample"), size},
                     {QStringLiteral("Seed"), QString::number(sample.seed)},
                     {QStringLiteral("Population"), sample.populationDigest}},
                    printed);
    for (qsizetype i = 0; i < sample.drawn.size(); ++i) {
        const DrawnFinding &drawn = sample.drawn.at(i);
        Cells cells{qint64(i + 1)};
        cells << findingCells(report, report.assessment().outcomes.at(drawn.outcome)) << XlsxCell::link(drawn.address)
              << drawn.fingerprint << drawn.ticket;
        table.addRow(cells);
    }
}

void writeXlsxRequests(const Report &report, XlsxBook &book)
{
    XlsxTable table(book, QStringLiteral("Requests"),
                    {{QStringLiteral("Request"), 8, Kind::Plain, {}},
                     {QStringLiteral("Class of resources"), 28, Kind::Plain, {}},
                     {QStringLiteral("Method"), 8, Kind::Plain, {}},
                     {QStringLiteral("Path"), 60, Kind::Wrapped, {}},
                     {QStringLiteral("Sent"), 25, Kind::Plain, {}},
                     {QStringLiteral("Received"), 25, Kind::Plain, {}},
                     {QStringLiteral("Status"), 8, Kind::Plain, {}},
                     {QStringLiteral("Result"), 12, Kind::Plain, {}},
                     {QStringLiteral("Attempts"), 9, Kind::Plain, {}},
                     {QStringLiteral("Bytes"), 11, Kind::Plain, {}},
                     {QStringLiteral("SHA-256 as received"), 66, Kind::Plain, {}},
                     {QStringLiteral("Server's request id"), 38, Kind::Plain, {}}});
    const auto moment = [](const QDateTime &time) { return time.isValid() ? formatTimestamp(time) : QString(); };
    for (const RequestRecord &request : report.assessment().requests)
        table.addRow({request.id, resourceClassName(request.resourceClass), QString::fromLatin1(request.method), request.path,
                      moment(request.sentAt), moment(request.receivedAt), request.status, requestResultName(request.result),
                      request.attempts, request.bytes, QString::fromLatin1(request.sha256), request.serverRequestId});
}

} // namespace pdsi
