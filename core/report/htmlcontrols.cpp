// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

namespace pdsi {

namespace {

void writeIds(HtmlWriter &html, const QString &framework, const QStringList &ids, bool withTitles)
{
    if (ids.isEmpty()) {
        html << "none";
        return;
    }
    html << "<ul>";
    for (const QString &id : ids) {
        html << "<li>" << id;
        const QString title = requirementTitle(framework, id);
        if (withTitles && !title.isEmpty())
            html << ": " << title;
        html << "</li>";
    }
    html << "</ul>";
}

void writeFrameworks(const ControlInfo &info, HtmlWriter &html)
{
    beginHtmlTable(html, QStringLiteral("Framework references of control %1: %2").arg(info.id).arg(info.title),
                   {QStringLiteral("Framework"), QStringLiteral("Edition"), QStringLiteral("Specified"),
                    QStringLiteral("Reviewed"), QStringLiteral("Verdict"), QStringLiteral("Note")});
    for (const FrameworkReference &reference : info.frameworks) {
        html << "<tr><th scope=row>" << reference.framework << "</th><td>" << reference.edition << "</td><td>";
        writeIds(html, reference.framework, reference.specified, false);
        html << "</td><td>";
        writeIds(html, reference.framework, reference.reviewed, true);
        html << "</td><td>" << reference.verdict << "</td><td>" << reference.note << "</td></tr>\n";
    }
    endHtmlTable(html);
}

/// `listed`: the findings chapter has a part about it.
void writeControl(const ControlResult &control, bool listed, HtmlWriter &html)
{
    const ControlInfo &info = control.info;
    html << "<section class=control aria-labelledby=c" << qint64(info.id) << ">\n<h3 id=c" << qint64(info.id) << ">"
         << qint64(info.id) << ". " << info.title << " ";
    html.status(control.status) << "</h3>\n<p>" << info.requirement << "</p>\n<dl class=facts><dt>Severity</dt><dd>";
    html.severity(info.severity) << "</dd><dt>Resources looked at</dt><dd>" << qint64(control.population)
                                 << "</dd><dt>Outcomes</dt><dd>" << statusCountWords(control.counts) << "</dd>";
    if (control.reason)
        html << "<dt>Reason</dt><dd>" << reasonWords(*control.reason) << "</dd>";
    if (control.counts.fail > 0 && listed)
        html << "<dt>Findings</dt><dd><a href=\"#f" << qint64(info.id) << "\">" << qint64(control.counts.fail)
             << (control.counts.fail == 1 ? " finding" : " findings") << " of control " << qint64(info.id) << "</a></dd>";
    html << "</dl>\n";
    if (!info.frameworks.isEmpty())
        writeFrameworks(info, html);
    html << "</section>\n";
}

} // namespace

void writeHtmlControls(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "controls", QStringLiteral("Controls and frameworks"));
    html << "<p>A reference says that a finding is evidence for a requirement, never that the requirement is met. "
            "<em>Specified</em> is what the catalogue of controls names, <em>reviewed</em> what can be defended against "
            "the named edition.</p>\n";
    QSet<int> listed;
    for (const qsizetype index : report.findingsInScope())
        listed.insert(report.assessment().outcomes.at(index).controlId);
    for (const ControlResult &control : report.assessment().controls)
        writeControl(control, listed.contains(control.info.id), html);
    endHtmlChapter(html);
}

} // namespace pdsi
