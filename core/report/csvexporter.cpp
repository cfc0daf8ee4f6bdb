// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvcell.h"
#include "core/report/exporters.h"

namespace pdsi {

namespace {

/// `FedRAMP IA-2 IA-5; CMMC IA.L2-3.5.1`: what a reviewer can defend.
QString frameworkCell(const ControlInfo &info)
{
    QStringList cells;
    for (const FrameworkReference &reference : info.frameworks) {
        if (!reference.reviewed.isEmpty())
            cells << reference.framework + QLatin1Char(' ') + reference.reviewed.join(QLatin1Char(' '));
    }
    return cells.join(QStringLiteral("; "));
}

QByteArray row(const AssessedOutcome &outcome, const QByteArray &controlCells, const QByteArray &frameworks)
{
    const QString expires = outcome.waiver && outcome.waiver->expires.isValid()
        ? formatInstant(outcome.waiver->expires.toSecsSinceEpoch())
        : QString();
    const QByteArrayList cells{
        controlCells,
        csvCell(outcomeStatusName(outcome.status)),
        outcome.reason ? csvCell(reasonCodeName(*outcome.reason)) : QByteArray(),
        csvCell(outcome.resource.kind),
        csvCell(outcome.resource.id),
        csvCell(outcome.resource.name),
        csvCell(outcome.resource.url),
        csvCell(outcome.message),
        outcome.waiver ? QByteArrayLiteral("true") : QByteArrayLiteral("false"),
        csvCell(expires),
        csvCell(outcome.fingerprint),
        frameworks,
    };
    return cells.join(',') + "\r\n";
}

} // namespace

void writeCsvReport(const Report &report, ReportSink &sink)
{
    sink << "\xEF\xBB\xBF"
            "control_id,control,severity,status,reason,resource_kind,resource_id,resource_name,resource_url,message,"
            "waived,waiver_expires,fingerprint,frameworks\r\n";
    const Assessment &assessment = report.assessment();
    for (const ControlResult &control : assessment.controls) {
        const QByteArray frameworks = csvCell(frameworkCell(control.info));
        const QByteArray controlCells = QByteArrayList{QByteArray::number(control.info.id), csvCell(control.info.title),
                                                       csvCell(severityName(control.info.severity))}
                                            .join(',');
        for (qsizetype i = control.firstOutcome; i < control.firstOutcome + control.outcomeCount; ++i) {
            if (report.inScope(i))
                sink << row(assessment.outcomes.at(i), controlCells, frameworks);
        }
    }
}

} // namespace pdsi
