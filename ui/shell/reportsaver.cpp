// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reportsaver.h"

#include "core/base/privatefile.h"
#include "core/report/reportexport.h"
#include "ui/shell/backgroundwrite.h"
#include "ui/shell/errorwords.h"
#include "ui/shell/filequestion.h"
#include "ui/shell/messagebar.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QUrl>

namespace pdsi {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("pdsi::ReportSaver", text); }

void write(QWidget *parent, const std::shared_ptr<const Assessment> &assessment, MessageBar &bar, const QString &path)
{
    const auto format = reportFormatOfFile(path);
    if (!format) {
        bar.show(MessageBar::Kind::Error, tr("Which format? End the file name with .html, .json, .csv, .sarif, .xlsx or .oscal.json."));
        return;
    }
    auto *writing = new BackgroundWrite(path, [assessment, format](const QString &to) {
        const QByteArray bytes = exportReport(Report(assessment), *format);
        return bytes.isEmpty() ? Result<Done>(Error{ErrorCode::CannotWrite, to}) : writePrivateFile(to, bytes);
    }, parent);
    QObject::connect(writing, &BackgroundWrite::finished, &bar, [&bar](const QString &to, const Result<Done> &written) {
        if (!written)
            return bar.show(MessageBar::Kind::Error, writeErrorSentence(written.error()));
        bar.show(MessageBar::Kind::Information, tr("The report was written to %1. Only you can read the file.").arg(to),
                 {{tr("Open"), [to] { QDesktopServices::openUrl(QUrl::fromLocalFile(to)); }}});
    });
}

} // namespace

QString suggestedFileName(const Assessment &assessment, const QString &suffix)
{
    QString account;
    for (const QChar c : assessment.subdomain)
        account += c.isLetterOrNumber() && c.unicode() < 128 ? c : QLatin1Char('-');
    if (account.isEmpty())
        account = QStringLiteral("pagerduty");
    return QStringLiteral("%1-%2.%3").arg(account, formatInstant(assessment.asOf).left(10), suffix);
}

void saveReportAs(QWidget *parent, const std::shared_ptr<const Assessment> &assessment, MessageBar &bar)
{
    if (!assessment)
        return;
    FileQuestion question{tr("Export report"),
                          {tr("HTML report (*.html)"), tr("JSON report (*.json)"), tr("Table (*.csv)"), tr("SARIF (*.sarif)"),
                           tr("Excel workpaper (*.xlsx)"), tr("OSCAL assessment results (*.oscal.json)")},
                          true};
    question.suggestion = suggestedFileName(*assessment, QStringLiteral("html"));
    question.suffix = QStringLiteral("html");
    askForFile(parent, question, [parent, assessment, &bar](const QString &path) { write(parent, assessment, bar, path); });
}

} // namespace pdsi
