// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/coveragefigure.h"

#include "core/report/plaintext.h"
#include "core/report/reportwords.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace pdsi {

namespace {

constexpr double lanesWidth = 480;
constexpr double namesWidth = 130;
constexpr double headHeight = 18;
constexpr double laneHeight = 18;
constexpr double stripHeight = 12;
constexpr double legendHeight = 16;
constexpr double smallText = 8;
constexpr double leastWidth = 1.2;      ///< of a gap, so that a short one is seen
constexpr double tickRoom = 36;
constexpr qsizetype longestLaneName = 80;

/// As they are drawn: what lies on top comes last.
constexpr std::array drawnKinds{GapKind::Disabled, GapKind::OffHours, GapKind::Maintenance,
                                GapKind::CaughtByLevel, GapKind::Unknown, GapKind::Nobody};

FigureRole gapRole(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return FigureRole::Nobody;
    case GapKind::CaughtByLevel: return FigureRole::CaughtByLevel;
    case GapKind::Unknown: return FigureRole::Unknown;
    case GapKind::OffHours: return FigureRole::OffHours;
    case GapKind::Maintenance: return FigureRole::Maintenance;
    case GapKind::Disabled: return FigureRole::Disabled;
    }
    return FigureRole::Unknown;
}

/// Where instants lie in the figure.
struct LaneScale {
    Interval window;
    double left = namesWidth + 6;
    double right = lanesWidth - 2;

    double at(Instant instant) const
    {
        const double share = double(std::clamp(instant, window.start, window.end) - window.start) / double(std::max<qint64>(1, window.seconds()));
        return left + (right - left) * share;
    }
};

bool hasDailyTicks(Interval window) { return window.seconds() <= 10 * secondsPerDay; }

/// Midnights of Mondays, or of every day in a short window.
std::vector<Instant> tickInstants(Interval window)
{
    const bool daily = hasDailyTicks(window);
    constexpr Instant monday = 4 * secondsPerDay; // 1970-01-05
    const Instant step = daily ? secondsPerDay : 7 * secondsPerDay;
    Instant first = monday + ((window.start - monday) / step) * step;
    while (first < window.start)
        first += step;
    std::vector<Instant> ticks;
    for (Instant tick = first; tick < window.end; tick += step)
        ticks.push_back(tick);
    return ticks;
}

QString tickWords(Instant instant)
{
    return QLocale::c().toString(QDateTime::fromSecsSinceEpoch(instant, Qt::UTC).date(), QStringLiteral("d MMM"));
}

void drawTicks(Figure &figure, const LaneScale &scale, double bottom)
{
    double free = scale.left;
    for (const Instant tick : tickInstants(scale.window)) {
        const double x = scale.at(tick);
        figure.shapes.push_back(FigurePath{{{x, headHeight - 4}, {x, bottom}}, FigureRole::Grid, 0.6, false, false, false});
        if (x < free || x + tickRoom > scale.right)
            continue;
        figure.shapes.push_back(FigureText{{x + 2, headHeight - 6}, tickWords(tick), smallText, FigureRole::SoftText, FigureAnchor::Start, false, tickRoom});
        free = x + tickRoom;
    }
    const QString head = hasDailyTicks(scale.window) ? QStringLiteral("midnights, UTC") : QStringLiteral("Mondays, UTC");
    figure.shapes.push_back(FigureText{{namesWidth, headHeight - 6}, head, smallText, FigureRole::SoftText, FigureAnchor::End, false, namesWidth});
}

/// Gaps of one kind, those that touch on paper drawn as one.
void drawGaps(Figure &figure, const LaneScale &scale, const std::vector<GapListEntry> &gaps, GapKind kind, double top)
{
    double from = 0, until = -1;
    qint64 seconds = 0;
    const auto flush = [&] {
        if (until < from)
            return;
        const double width = std::max(leastWidth, until - from);
        figure.shapes.push_back(FigureBox{{std::min(from, scale.right - width), top, width, stripHeight}, gapRole(kind), 0, true});
        const QString words = lengthWords(seconds);
        const double room = double(words.size()) * smallText * 0.6 + 3;
        if (until - from < room + 2)
            return;
        const double middle = (from + until) / 2;
        figure.shapes.push_back(FigureBox{{middle - room / 2, top + 1.5, room, stripHeight - 3}, FigureRole::Panel, 2, false});
        figure.shapes.push_back(FigureText{{middle, top + stripHeight - 3.2}, words, smallText, FigureRole::Text, FigureAnchor::Middle, true, 0});
    };
    for (const GapListEntry &gap : gaps) {
        if (gap.kind != kind)
            continue;
        const double start = scale.at(gap.start), end = scale.at(gap.end);
        if (until >= from && start - until < 0.4) {
            until = std::max(until, end);
            seconds += gap.seconds();
            continue;
        }
        flush();
        from = start;
        until = end;
        seconds = gap.seconds();
    }
    flush();
}

void drawLegend(Figure &figure, const std::vector<GapKind> &kinds, double top)
{
    double x = namesWidth + 6;
    const auto entry = [&](FigureRole role, const QString &words) {
        const double width = 14 + 4.3 * double(words.size());
        if (x + width > lanesWidth && x > namesWidth + 6) {
            x = namesWidth + 6;
            top += legendHeight - 3;
        }
        figure.shapes.push_back(FigureBox{{x, top, 10, 8}, role, 0, true});
        figure.shapes.push_back(FigureText{{x + 13, top + 7}, words, smallText, FigureRole::SoftText, FigureAnchor::Start, false, 0});
        x += width + 10;
    };
    entry(FigureRole::Covered, QStringLiteral("covered"));
    for (const GapKind kind : kinds)
        entry(gapRole(kind), gapKindWords(kind));
    figure.size = {lanesWidth, top + legendHeight};
}

} // namespace

CoverageFigures::CoverageFigures(const AccountCoverage &coverage)
    : m_coverage(coverage), m_schedules(coverage.schedules.size()), m_services(coverage.services.size())
{
    for (const GapListEntry &entry : gapList(coverage)) {
        auto &lists = entry.subject == GapSubject::Schedule ? m_schedules : m_services;
        lists[static_cast<size_t>(entry.index)].push_back(entry);
    }
}

const std::vector<GapListEntry> &CoverageFigures::gapsOf(GapSubject subject, int index) const
{
    return (subject == GapSubject::Schedule ? m_schedules : m_services)[static_cast<size_t>(index)];
}

QString CoverageFigures::nameOf(GapSubject subject, int index) const
{
    const auto at = static_cast<size_t>(index);
    const QString &name = subject == GapSubject::Schedule ? m_coverage.schedules[at].name : m_coverage.services[at].name;
    return elided(plainText(name), longestLaneName);
}

std::vector<int> CoverageFigures::withGaps(GapSubject subject) const
{
    std::vector<int> indexes = subject == GapSubject::Schedule ? worstSchedulesFirst(m_coverage) : worstServicesFirst(m_coverage);
    std::erase_if(indexes, [&](int index) {
        const bool disabled = subject == GapSubject::Service && m_coverage.services[static_cast<size_t>(index)].disabled;
        return disabled || gapsOf(subject, index).empty();
    });
    return indexes;
}

QString CoverageFigures::sentence(GapSubject subject, int index) const
{
    QStringList parts;
    for (auto kind = drawnKinds.rbegin(); kind != drawnKinds.rend(); ++kind) {
        qint64 seconds = 0;
        int count = 0;
        for (const GapListEntry &gap : gapsOf(subject, index)) {
            if (gap.kind == *kind) {
                seconds += gap.seconds();
                ++count;
            }
        }
        if (count > 0)
            parts << QStringLiteral("%1 for %2 in %3").arg(gapKindWords(*kind), lengthWords(seconds),
                         count == 1 ? QStringLiteral("1 gap") : QStringLiteral("%1 gaps").arg(count));
    }
    return parts.isEmpty() ? QStringLiteral("covered all the time") : parts.join(QStringLiteral("; "));
}

Figure CoverageFigures::figure(GapSubject subject, const std::vector<int> &indexes) const
{
    Figure figure;
    const QString what = subject == GapSubject::Schedule ? QStringLiteral("schedules") : QStringLiteral("services");
    figure.title = QStringLiteral("On-call coverage of %1, worst first").arg(what);
    if (indexes.empty())
        return figure;
    if (indexes.size() == 1)
        figure.title = QStringLiteral("On-call coverage of %1").arg(nameOf(subject, indexes.front()));
    const LaneScale scale{m_coverage.window()};
    const double bottom = headHeight + laneHeight * double(indexes.size());
    QStringList sentences{QStringLiteral("From %1 to %2").arg(formatInstant(scale.window.start), formatInstant(scale.window.end))};
    std::vector<GapKind> kinds;
    drawTicks(figure, scale, bottom);
    double top = headHeight;
    for (const int index : indexes) {
        const QString name = nameOf(subject, index);
        figure.shapes.push_back(FigureText{{0, top + 11}, name, 9, FigureRole::Text, FigureAnchor::Start, false, namesWidth - 6});
        figure.shapes.push_back(FigureBox{{scale.left, top + 2, scale.right - scale.left, stripHeight}, FigureRole::Covered, 0, true});
        for (const GapKind kind : drawnKinds)
            drawGaps(figure, scale, gapsOf(subject, index), kind, top + 2);
        sentences << QStringLiteral("%1: %2").arg(name, sentence(subject, index));
        top += laneHeight;
    }
    for (auto kind = drawnKinds.rbegin(); kind != drawnKinds.rend(); ++kind) {
        const auto has = [&](int index) {
            const auto &gaps = gapsOf(subject, index);
            return std::any_of(gaps.begin(), gaps.end(), [&](const GapListEntry &gap) { return gap.kind == *kind; });
        };
        if (std::any_of(indexes.begin(), indexes.end(), has))
            kinds.push_back(*kind);
    }
    drawLegend(figure, kinds, bottom + 4);
    figure.description = sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
    return figure;
}

} // namespace pdsi
