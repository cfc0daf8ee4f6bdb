// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/exporters.h"

#include "core/report/htmlsections.h"
#include "resources/resources.h"

#include <QCryptographicHash>

namespace pdsi {

namespace {

/// Only this very style sheet may apply, and nothing may be loaded.
void writeHead(HtmlWriter &html, const Report &report, const QByteArray &css)
{
    const QString digest
        = QString::fromLatin1(QCryptographicHash::hash(css, QCryptographicHash::Sha256).toBase64());
    const QString account = report.assessment().subdomain.isEmpty() ? report.assessment().snapshot.account.baseUrl
                                                                    : report.assessment().subdomain;
    html << "<!DOCTYPE html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
         << digest << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=viewport content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=color-scheme content=\"light dark\">\n<meta name=referrer content=no-referrer>\n"
            "<meta name=robots content=noindex>\n<title>PagerDuty audit of "
         << account << "</title>\n<style>" << css.constData() << "</style>\n</head>\n";
}

void writeHeader(HtmlWriter &html, const Report &report)
{
    const Assessment &assessment = report.assessment();
    html << "<body>\n<a class=skip href=\"#main\">Skip to the content</a>\n<header>\n<h1>PagerDuty audit of <bdi>"
         << (assessment.subdomain.isEmpty() ? QStringLiteral("an account") : assessment.subdomain)
         << "</bdi></h1>\n<p class=soft>State of ";
    html.instant(assessment.asOf) << ", collected from " << assessment.snapshot.account.baseUrl
                                  << ", judged by pagerduty-sec-inspector " << assessment.toolVersion << ".</p>\n"
                                  << "<nav aria-label=Chapters><ul>\n";
    const std::pair<const char *, QString> chapters[] = {
        {"summary", QStringLiteral("Summary")},       {"findings", QStringLiteral("Findings")},
        {"open", QStringLiteral("Not determined")},   {"controls", QStringLiteral("Controls and frameworks")},
        {"population", QStringLiteral("Population")}, {"parameters", QStringLiteral("Parameters")},
        {"requests", QStringLiteral("Request log")},  {"reading", QStringLiteral("How to read this")},
    };
    for (const auto &[anchor, title] : chapters)
        html << "<li><a href=\"#" << anchor << "\">" << title << "</a></li>\n";
    html << "</ul></nav>\n</header>\n<main id=main>\n";
}

} // namespace

void writeHtmlReport(const Report &report, ReportSink &sink)
{
    HtmlWriter html(sink);
    writeHead(html, report, readResource(QStringLiteral("reports/report.css")));
    writeHeader(html, report);
    writeHtmlSummary(report, html);
    writeHtmlFindings(report, html);
    writeHtmlOpenQuestions(report, html);
    writeHtmlBaseline(report, html);
    writeHtmlControls(report, html);
    writeHtmlPopulation(report, html);
    writeHtmlParameters(report, html);
    writeHtmlRequests(report, html);
    writeHtmlHowToRead(report, html);
    html << "</main>\n<footer>\n<p>Assessment " << report.assessment().id.toString(QUuid::WithoutBraces)
         << ", made ";
    html.time(report.assessment().assessedAt)
        << ". The JSON report holds every outcome, failing or not.</p>\n</footer>\n</body>\n</html>\n";
}

} // namespace pdsi
