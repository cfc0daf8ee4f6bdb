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

void HtmlPictures::link(const AssessedOutcome &finding, HtmlWriter &html)
{
    const QByteArray id = m_coverage ? pictureId(finding) : QByteArray();
    if (id.isEmpty())
        return;
    if (!m_drawn.contains(id)) {
        Figure figure = m_drawn.size() < mostPictures ? figureOf(finding) : Figure();
        if (figure.isEmpty())
            return;
        m_drawn.insert(id);
        m_pending.append({id, std::move(figure)});
    }
    html << "<br><a href=\"#" << id.constData() << "\">Picture</a>";
}

void HtmlPictures::draw(HtmlWriter &html)
{
    for (const auto &[id, figure] : m_pending) {
        html << "<div id=" << id.constData() << ">\n";
        writeHtmlFigure(html, figure, id);
        html << "</div>\n";
    }
    m_pending.clear();
}

} // namespace pdsi
