// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include <QMap>

#include <algorithm>

namespace pdsi {

namespace {

/// A control under a requirement, with what a reviewer says about the link.
struct MappedControl {
    const ControlResult *control = nullptr;
    const FrameworkReference *reference = nullptr;
};

struct FrameworkMap {
    QString framework;
    QString edition;
    QStringList requirements; ///< as they first occur
    QMap<QString, QList<MappedControl>> controls;
    QStringList unmapped;     ///< controls that no reviewed requirement speaks to
};

QList<FrameworkMap> frameworkMaps(const Report &report)
{
    QList<FrameworkMap> maps;
    for (const ControlResult &control : report.assessment().controls) {
        for (const FrameworkReference &reference : control.info.frameworks) {
            if (!report.options().framework.isEmpty() && report.options().framework != reference.framework)
                continue;
            auto at = std::find_if(maps.begin(), maps.end(),
                                   [&](const FrameworkMap &one) { return one.framework == reference.framework; });
            if (at == maps.end())
                at = maps.insert(at, {reference.framework, reference.edition, {}, {}, {}});
            for (const QString &id : reference.reviewed) {
                if (!at->controls.contains(id))
                    at->requirements << id;
                at->controls[id] << MappedControl{&control, &reference};
            }
            if (reference.reviewed.isEmpty())
                at->unmapped << QString::number(control.info.id);
        }
    }
    return maps;
}

int findingsInScope(const Report &report, int controlId)
{
    const auto &outcomes = report.assessment().outcomes;
    return int(std::count_if(report.findingsInScope().begin(), report.findingsInScope().end(),
                             [&](qsizetype index) { return outcomes.at(index).controlId == controlId; }));
}

void writeMapped(const Report &report, const QString &framework, const QString &id, const MappedControl &mapped, HtmlWriter &html)
{
    const ControlResult &control = *mapped.control;
    const int findings = findingsInScope(report, control.info.id);
    const QString title = requirementTitle(framework, id);
    html << "<tr><th scope=row>" << id << (title.isEmpty() ? QString() : QStringLiteral(": ") + title) << "</th><td><a href=\"#c"
         << qint64(control.info.id) << "\">" << qint64(control.info.id) << ". " << control.info.title << "</a></td><td>";
    html.status(control.status) << "</td><td class=n>";
    if (findings > 0 && report.options().depth > ReportDepth::Executive)
        html << "<a href=\"#f" << qint64(control.info.id) << "\">" << qint64(findings) << "</a>";
    else
        html << qint64(findings);
    html << "</td><td>" << mapped.reference->verdict << "</td><td>" << mapped.reference->note << "</td></tr>\n";
}

} // namespace

void writeHtmlFrameworks(const Report &report, HtmlWriter &html)
{
    beginHtmlChapter(html, "frameworks", QStringLiteral("By framework requirement"));
    html << "<p>A reference says that a finding is evidence for a requirement, never that the requirement is met.</p>\n";
    const QList<FrameworkMap> maps = frameworkMaps(report);
    if (maps.isEmpty())
        html << "<p>No control refers to this framework.</p>\n";
    for (const FrameworkMap &map : maps) {
        html << "<h3>" << map.framework << "</h3>\n<p class=soft>Edition: " << map.edition << "</p>\n";
        beginHtmlTable(html, QStringLiteral("Requirements of %1 and the controls that speak to them").arg(map.framework),
                       {QStringLiteral("Requirement"), QStringLiteral("Control"), QStringLiteral("Status"),
                        QStringLiteral("Findings"), QStringLiteral("Review"), QStringLiteral("Note")});
        for (const QString &id : map.requirements) {
            for (const MappedControl &mapped : map.controls.value(id))
                writeMapped(report, map.framework, id, mapped, html);
        }
        endHtmlTable(html);
        if (!map.unmapped.isEmpty())
            html << "<p class=soft>No requirement stands up to a review for control "
                 << map.unmapped.join(QStringLiteral(", ")) << ".</p>\n";
    }
    endHtmlChapter(html);
}

} // namespace pdsi
