// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

/// Control characters have no place in a table; tab and line breaks stay, inside quotes.
QString withoutControlCharacters(QString text)
{
    for (QChar &c : text) {
        const char16_t u = c.unicode();
        if ((u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r') || (u >= 0x7F && u <= 0x9F))
            c = QChar(0xFFFD);
    }
    return text;
}

/// Quoted where needed, and never something a spreadsheet would calculate.
QByteArray cell(const QString &text)
{
    QString content = withoutControlCharacters(text);
    if (!content.isEmpty() && QStringLiteral("=+-@\t\r").contains(content.front()))
        content.prepend(QLatin1Char('\''));
    QByteArray bytes = content.toUtf8();
    const bool quote = bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r')
        || bytes.startsWith(' ') || bytes.endsWith(' ');
    if (!quote)
        return bytes;
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

QByteArray row(const AssessedOutcome &outcome, const QByteArray &controlCells, const QByteArray &frameworks)
{
    const QString expires = outcome.waiver && outcome.waiver->expires.isValid()
        ? formatInstant(outcome.waiver->expires.toSecsSinceEpoch())
        : QString();
    const QByteArrayList cells{
        controlCells,
        cell(outcomeStatusName(outcome.status)),
        outcome.reason ? cell(reasonCodeName(*outcome.reason)) : QByteArray(),
        cell(outcome.resource.kind),
        cell(outcome.resource.id),
        cell(outcome.resource.name),
        cell(outcome.resource.url),
        cell(outcome.message),
        outcome.waiver ? QByteArrayLiteral("true") : QByteArrayLiteral("false"),
        cell(expires),
        cell(outcome.fingerprint),
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
        const QByteArray frameworks = cell(frameworkCell(control.info));
        const QByteArray controlCells = QByteArrayList{QByteArray::number(control.info.id), cell(control.info.title),
                                                       cell(severityName(control.info.severity))}
                                            .join(',');
        for (qsizetype i = 0; i < control.outcomeCount; ++i)
            sink << row(assessment.outcomes.at(control.firstOutcome + i), controlCells, frameworks);
    }
}

} // namespace pdsi
