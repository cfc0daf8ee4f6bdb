// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlpictures.h"

#include "core/report/escalationfigure.h"
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

/// Empty when no picture goes with it.
QByteArray HtmlPictures::pictureId(const AssessedOutcome &finding) const
{
    const QString &kind = finding.resource.kind;
    const bool isSchedule = kind == QLatin1String("schedule") && !finding.gaps.isEmpty();
    if (!isSchedule && kind != QLatin1String("escalation_policy"))
        return {};
    const int index = isSchedule ? m_report.coverage()->scheduleIndex(finding.resource.id)
                                 : m_report.coverage()->policyIndex(finding.resource.id);
    return index < 0 ? QByteArray() : (isSchedule ? "t-" : "g-") + QByteArray::number(index);
}

Figure HtmlPictures::figureOf(const AssessedOutcome &finding) const
{
    const QString &id = finding.resource.id;
    if (finding.resource.kind == QLatin1String("schedule"))
        return m_coverage->figure(GapSubject::Schedule, {m_report.coverage()->scheduleIndex(id)});
    return escalationFigure(*m_report.inventory(), *m_report.coverage(), id, m_report.assessment().asOf);
}

void HtmlPictures::write(const AssessedOutcome &finding, HtmlWriter &html)
{
    if (!m_coverage)
        return;
    const QByteArray id = pictureId(finding);
    if (m_drawn.contains(id)) {
        html << "<br><a href=\"#" << id.constData() << "\">Picture</a>";
        return;
    }
    if (id.isEmpty() || m_drawn.size() >= mostPictures)
        return;
    const Figure figure = figureOf(finding);
    if (figure.isEmpty())
        return;
    m_drawn.insert(id);
    html << "<div id=" << id.constData() << ">";
    writeHtmlFigure(html, figure, id);
    html << "</div>";
}

} // namespace pdsi
