// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpictures.h"

#include "core/report/htmlsections.h"

namespace pdsi {

namespace {

constexpr qsizetype mostPictures = 60;

} // namespace

HtmlPictures::HtmlPictures(const Report &report) : m_report(report)
{
    if (report.coverage())
        m_coverage.emplace(*report.coverage());
}

Figure HtmlPictures::figureOf(const AssessedOutcome &finding, QByteArray &id) const
{
    const QString &kind = finding.resource.kind;
    if (kind == QLatin1String("schedule") && !finding.gaps.isEmpty()) {
        const int schedule = m_report.coverage()->scheduleIndex(finding.resource.id);
        id = "t-schedule-" + QByteArray::number(schedule);
        return schedule < 0 ? Figure() : m_coverage->figure(GapSubject::Schedule, {schedule});
    }
    return {};
}

void HtmlPictures::write(const AssessedOutcome &finding, HtmlWriter &html)
{
    if (!m_coverage)
        return;
    QByteArray id;
    const Figure figure = figureOf(finding, id);
    if (figure.isEmpty())
        return;
    if (m_drawn.contains(id)) {
        html << "<br><a href=\"#" << id.constData() << "\">Picture</a>";
        return;
    }
    if (m_drawn.size() >= mostPictures)
        return;
    m_drawn.insert(id);
    html << "<div id=" << id.constData() << ">";
    writeHtmlFigure(html, figure, id);
    html << "</div>";
}

} // namespace pdsi
