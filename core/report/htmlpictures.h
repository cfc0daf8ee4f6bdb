// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/coveragefigure.h"
#include "core/report/htmlwriter.h"
#include "core/report/report.h"

#include <QSet>

#include <optional>

namespace pdsi {

/// The pictures beside findings: the time line of a schedule, the way an alert takes through a policy. Each is drawn
/// once in a page, later findings link to it; and no more than some, so that a page of 10,000 findings stays light.
class HtmlPictures
{
public:
    /// `report` must outlive this.
    explicit HtmlPictures(const Report &report);

    /// A link to the picture that goes with this finding, or nothing.
    void link(const AssessedOutcome &finding, HtmlWriter &html);
    /// Draws what was linked to since the last time.
    void draw(HtmlWriter &html);

private:
    QByteArray pictureId(const AssessedOutcome &finding) const;
    Figure figureOf(const AssessedOutcome &finding) const;

    const Report &m_report;
    std::optional<CoverageFigures> m_coverage;
    QSet<QByteArray> m_drawn;
    QList<std::pair<QByteArray, Figure>> m_pending;
};

} // namespace pdsi
