// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartfigures.h"

#include "core/report/reportwords.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace pdsi {

namespace {

constexpr double chartWidth = 480;
constexpr double rowHeight = 20;
constexpr double barHeight = 13;
constexpr double labelWidth = 120;
constexpr double wordsWidth = 150;
constexpr double textSize = 9.5;

struct ChartPart {
    FigureRole role = FigureRole::Pass;
    int count = 0;
};

struct ChartRow {
    QString label;
    std::vector<ChartPart> parts;
    QString words; ///< right of the bar

    int total() const
    {
        return std::accumulate(parts.begin(), parts.end(), 0, [](int sum, const ChartPart &one) { return sum + one.count; });
    }
};

FigureRole chartRole(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return FigureRole::Error;
    case OutcomeStatus::Fail: return FigureRole::Fail;
    case OutcomeStatus::NotDetermined: return FigureRole::NotDetermined;
    case OutcomeStatus::Manual: return FigureRole::Manual;
    case OutcomeStatus::Pass: return FigureRole::Pass;
    case OutcomeStatus::NotApplicable: return FigureRole::NotApplicable;
    }
    return FigureRole::Error;
}

FigureRole chartRole(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return FigureRole::Critical;
    case Severity::High: return FigureRole::High;
    case Severity::Medium: return FigureRole::Medium;
    case Severity::Low: return FigureRole::Low;
    }
    return FigureRole::Low;
}

/// "1 control", "2 controls".
QString chartCount(qsizetype count, const char *word)
{
    return QStringLiteral("%1 %2%3").arg(count).arg(QLatin1String(word), QLatin1String(count == 1 ? "" : "s"));
}

/// One bar a row, all to the same scale.
Figure barChart(const QString &title, const std::vector<ChartRow> &rows)
{
    Figure figure;
    figure.title = title;
    if (rows.empty())
        return figure;
    int most = 1;
    for (const ChartRow &row : rows)
        most = std::max(most, row.total());
    const double left = labelWidth + 8, room = chartWidth - left - wordsWidth - 8;
    QStringList sentences;
    double top = 2;
    for (const ChartRow &row : rows) {
        const double base = top + rowHeight - 7;
        figure.shapes.push_back(FigureText{{labelWidth, base}, row.label, textSize, FigureRole::Text, FigureAnchor::End, false, labelWidth});
        figure.shapes.push_back(FigureBox{{left, top + 3, room, barHeight}, FigureRole::Panel, 2, false});
        double x = left;
        for (const ChartPart &part : row.parts) {
            const double width = part.count > 0 ? std::max(1.5, room * part.count / most) : 0;
            if (part.count > 0)
                figure.shapes.push_back(FigureBox{{x, top + 3, std::min(width, left + room - x), barHeight}, part.role, 1, true});
            x += width;
        }
        figure.shapes.push_back(FigureText{{left + room + 8, base}, row.words, textSize, FigureRole::Text, FigureAnchor::Start, false, wordsWidth});
        sentences << QStringLiteral("%1: %2").arg(row.label, row.words);
        top += rowHeight;
    }
    figure.size = {chartWidth, top + 4};
    figure.description = sentences.join(QStringLiteral("; ")) + QLatin1Char('.');
    return figure;
}

std::array<int, 4> waivedBySeverity(const Report &report)
{
    std::array<int, 4> waived{};
    for (const AssessedOutcome &outcome : report.assessment().outcomes) {
        const ControlResult *its = outcome.status == OutcomeStatus::Fail && outcome.waiver ? report.control(outcome.controlId) : nullptr;
        if (its)
            ++waived.at(static_cast<std::size_t>(its->info.severity));
    }
    return waived;
}

} // namespace

Figure severityChart(const Report &report)
{
    const std::array<int, 4> waived = waivedBySeverity(report);
    std::vector<ChartRow> rows;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
        const int open = report.findings().of(severity), accepted = waived.at(static_cast<std::size_t>(severity));
        QString words = QStringLiteral("%1 open").arg(open);
        if (accepted > 0)
            words += QStringLiteral(", %1 waived").arg(accepted);
        rows.push_back({severityName(severity), {{chartRole(severity), open}, {FigureRole::NotApplicable, accepted}}, words});
    }
    return barChart(QStringLiteral("Findings by severity"), rows);
}

Figure statusChart(const Report &report)
{
    std::vector<ChartRow> rows;
    for (const OutcomeStatus status : statusesWorstFirst()) {
        const int count = report.controlCounts().of(status);
        if (count > 0)
            rows.push_back({statusWords(status), {{chartRole(status), count}},
                            chartCount(count, "control")});
    }
    return barChart(QStringLiteral("Controls by status"), rows);
}

QList<FrameworkCounts> frameworkCounts(const Assessment &assessment)
{
    QList<FrameworkCounts> all;
    for (const ControlResult &control : assessment.controls) {
        for (const FrameworkReference &reference : control.info.frameworks) {
            auto at = std::find_if(all.begin(), all.end(),
                                   [&](const FrameworkCounts &one) { return one.framework == reference.framework; });
            if (at == all.end())
                at = all.insert(at, {reference.framework, reference.edition, {}, 0});
            if (reference.reviewed.isEmpty())
                ++at->unmapped;
            else
                at->controls.add(control.status);
        }
    }
    return all;
}

Figure frameworkChart(const Report &report)
{
    std::vector<ChartRow> rows;
    for (const FrameworkCounts &one : frameworkCounts(report.assessment())) {
        ChartRow row{one.framework, {}, {}};
        const StatusCounts &counts = one.controls;
        for (const OutcomeStatus status : {OutcomeStatus::Fail, OutcomeStatus::Error, OutcomeStatus::NotDetermined,
                                           OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable})
            row.parts.push_back({chartRole(status), counts.of(status)});
        const int unjudged = counts.notDetermined + counts.manual + counts.error;
        row.words = row.total() == 0
            ? QStringLiteral("no reviewed requirement")
            : QStringLiteral("%1 fail, %2 pass, %3 open").arg(counts.fail).arg(counts.pass).arg(unjudged);
        rows.push_back(std::move(row));
    }
    return barChart(QStringLiteral("Controls by framework: fail, pass, and still open"), rows);
}

Figure undeterminedChart(const Report &report)
{
    QMap<ReasonCode, int> outcomes;
    QMap<ReasonCode, QSet<int>> controls;
    for (const AssessedOutcome &outcome : report.assessment().outcomes) {
        if (outcome.status != OutcomeStatus::NotDetermined || !outcome.reason)
            continue;
        ++outcomes[*outcome.reason];
        controls[*outcome.reason].insert(outcome.controlId);
    }
    QList<ReasonCode> reasons = outcomes.keys();
    std::stable_sort(reasons.begin(), reasons.end(), [&](ReasonCode a, ReasonCode b) { return outcomes[a] > outcomes[b]; });
    std::vector<ChartRow> rows;
    for (const ReasonCode reason : reasons)
        rows.push_back({reasonLabel(reason), {{FigureRole::NotDetermined, outcomes[reason]}},
                        QStringLiteral("%1, %2").arg(chartCount(outcomes[reason], "outcome"), chartCount(controls[reason].size(), "control"))});
    return barChart(QStringLiteral("What could not be determined, by reason"), rows);
}

} // namespace pdsi
