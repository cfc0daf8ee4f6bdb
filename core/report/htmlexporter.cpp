// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include "core/report/figuresvg.h"
#include "core/report/htmlsections.h"
#include "resources/resources.h"

#include <QCryptographicHash>

namespace pdsi {

namespace {

struct Chapter {
    const char *anchor;
    QString title;
    ReportDepth least;              ///< the depth from which on it is written
    bool (*applies)(const Report &); ///< null = always
    void (*write)(const Report &, HtmlWriter &);
};

/// In the order they are written.
const QList<Chapter> &allChapters()
{
    const auto byFramework = [](const Report &report) { return report.options().grouping == ReportGrouping::Framework; };
    const auto compared = [](const Report &report) { return !report.assessment().baselineName.isEmpty(); };
    const auto sampled = [](const Report &report) { return report.options().sampleSize > 0; };
    static const QList<Chapter> chapters{
        {"summary", QStringLiteral("Summary"), ReportDepth::Executive, nullptr, writeHtmlSummary},
        {"frameworks", QStringLiteral("By framework requirement"), ReportDepth::Executive, byFramework, writeHtmlFrameworks},
        {"findings", QStringLiteral("Findings"), ReportDepth::Manager, nullptr, writeHtmlFindings},
        {"coverage", QStringLiteral("On-call coverage"), ReportDepth::Manager, nullptr, writeHtmlCoverage},
        {"open", QStringLiteral("Not determined"), ReportDepth::Executive, nullptr, writeHtmlOpenQuestions},
        {"baseline", QStringLiteral("Baseline"), ReportDepth::Manager, compared, writeHtmlBaseline},
        {"accepted", QStringLiteral("Waivers and attestations"), ReportDepth::Auditor, nullptr, writeHtmlAcceptance},
        {"sample", QStringLiteral("Sample drawn"), ReportDepth::Auditor, sampled, writeHtmlSample},
        {"controls", QStringLiteral("Controls and frameworks"), ReportDepth::Manager, nullptr, writeHtmlControls},
        {"population", QStringLiteral("Population"), ReportDepth::Manager, nullptr, writeHtmlPopulation},
        {"parameters", QStringLiteral("Parameters"), ReportDepth::Auditor, nullptr, writeHtmlParameters},
        {"requests", QStringLiteral("Request log"), ReportDepth::Auditor, nullptr, writeHtmlRequests},
        {"reading", QStringLiteral("How to read this"), ReportDepth::Executive, nullptr, writeHtmlHowToRead},
    };
    return chapters;
}

QList<Chapter> chaptersOf(const Report &report)
{
    QList<Chapter> chapters;
    for (const Chapter &chapter : allChapters()) {
        if (report.options().depth >= chapter.least && (!chapter.applies || chapter.applies(report)))
            chapters << chapter;
    }
    return chapters;
}

QString digestForPolicy(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64());
}

/// Only this very style sheet may apply and only this very script may run, and nothing may be loaded.
void writeHead(HtmlWriter &html, const Report &report, const QByteArray &css, const QByteArray &script)
{
    const QString account = report.assessment().subdomain.isEmpty() ? report.assessment().snapshot.account.baseUrl
                                                                    : report.assessment().subdomain;
    html << "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
         << digestForPolicy(css) << "'; script-src 'sha256-" << digestForPolicy(script)
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=viewport content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=color-scheme content=\"light dark\">\n<meta name=referrer content=no-referrer>\n"
            "<meta name=robots content=noindex>\n<title>PagerDuty audit of "
         << account << "</title>\n<style>" << css.constData() << "</style>\n</head>\n";
}

/// What the reader must know before the first number.
void writeNotes(HtmlWriter &html, const Report &report)
{
    const ReportOptions &options = report.options();
    if (report.assessment().signIn == SignInKind::Sample)
        html << "<p class=note>This is a made-up sample account.</p>\n";
    if (options.redacted)
        html << "<p class=note>Redacted: names and addresses of people are replaced by pseudonyms.</p>\n";
    if (!options.scope.isWhole()) {
        html << "<p class=note>Only a part of the findings is listed: " << qint64(report.findingsInScope().size()) << " of "
             << qint64(report.findings().open + report.findings().waived) << ", those that match <code>" << options.scope.words
             << "</code>. Verdicts, counts and score are of the whole assessment.</p>\n";
    }
}

void writeHeader(HtmlWriter &html, const Report &report, const QList<Chapter> &chapters)
{
    const Assessment &assessment = report.assessment();
    html << "<body>\n<a class=skip href=\"#main\">Skip to the content</a>\n";
    if (report.options().depth > ReportDepth::Executive)
        html << "<a class=skip href=\"#findings\">Skip to the findings</a>\n";
    html << "<header>\n<h1>PagerDuty audit of <bdi>"
         << (assessment.subdomain.isEmpty() ? QStringLiteral("an account") : assessment.subdomain)
         << "</bdi></h1>\n<p class=soft>State of ";
    html.instant(assessment.asOf) << ", collected from " << assessment.snapshot.account.baseUrl
                                  << ", judged by pagerduty-sec-inspector " << assessment.toolVersion;
    if (!report.options().operatorName.isEmpty())
        html << ", report made by <bdi>" << report.options().operatorName << "</bdi>";
    html << ".</p>\n";
    writeNotes(html, report);
    html << "<nav aria-label=Chapters><ul>\n";
    for (const Chapter &chapter : chapters)
        html << "<li><a href=\"#" << chapter.anchor << "\">" << chapter.title << "</a></li>\n";
    html << "</ul></nav>\n</header>\n";
    writeFigureHatches(html);
    html << "<main id=main>\n";
}

} // namespace

void writeHtmlReport(const Report &report, ReportSink &sink)
{
    const QByteArray script = readResource(QStringLiteral("reports/report.js"));
    const QList<Chapter> chapters = chaptersOf(report);
    HtmlWriter html(sink);
    writeHead(html, report, readResource(QStringLiteral("reports/report.css")), script);
    writeHeader(html, report, chapters);
    for (const Chapter &chapter : chapters)
        chapter.write(report, html);
    html << "</main>\n<footer>\n<p>Assessment " << report.assessment().id.toString(QUuid::WithoutBraces)
         << ", made ";
    html.time(report.assessment().assessedAt)
        << ". The JSON report holds every outcome, failing or not.</p>\n</footer>\n<script>" << script.constData()
        << "</script>\n</body>\n</html>\n";
}

} // namespace pdsi
