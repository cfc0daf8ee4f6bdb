// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartfigures.h"
#include "core/report/coveragefigure.h"
#include "core/report/figuresvg.h"
#include "core/report/gaprows.h"
#include "core/report/population.h"
#include "tests/core/report/madeassessment.h"

#include <QBuffer>
#include <QTest>

using namespace pdsi;

namespace {

constexpr Instant monday = 1'792'972'800; // 2026-10-26T00:00:00Z
constexpr Instant hour = 3'600;

QStringList textsOf(const Figure &figure)
{
    QStringList texts;
    for (const FigureShape &shape : figure.shapes) {
        if (const auto *text = std::get_if<FigureText>(&shape))
            texts << text->text;
    }
    return texts;
}

std::vector<FigureBox> boxesOf(const Figure &figure, FigureRole role)
{
    std::vector<FigureBox> boxes;
    for (const FigureShape &shape : figure.shapes) {
        if (const auto *box = std::get_if<FigureBox>(&shape); box && box->role == role)
            boxes.push_back(*box);
    }
    return boxes;
}

bool liesInside(const Figure &figure)
{
    const QRectF all(QPointF(-0.01, -0.01), figure.size + QSizeF(0.02, 0.02));
    return std::all_of(figure.shapes.begin(), figure.shapes.end(), [&](const FigureShape &shape) {
        const auto *box = std::get_if<FigureBox>(&shape);
        return !box || all.contains(box->rect);
    });
}

QByteArray svgOf(const Figure &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    ReportSink sink(buffer);
    HtmlWriter html(sink);
    writeFigureSvg(figure, "one", html);
    sink.finish();
    return bytes;
}

/// Four weeks: a service without anybody for a day, one that a level catches for two hours, one that is never
/// uncovered, and one that is disabled.
AccountCoverage fourWeeks()
{
    AccountCoverage coverage;
    coverage.options.window = {monday, monday + 28 * secondsPerDay};
    CoveredSchedule nights;
    nights.id = QStringLiteral("PNIGHTS");
    nights.name = QStringLiteral("Nights");
    nights.zone = QStringLiteral("Europe/Berlin");
    nights.gaps = {{monday + secondsPerDay, monday + 2 * secondsPerDay, GapKind::Nobody, -1, true}};
    nights.policies = {0};
    coverage.schedules = {nights};
    CoveredPolicy policy;
    policy.id = QStringLiteral("PPOLICY");
    policy.name = QStringLiteral("Core <policy>");
    policy.levels.resize(1);
    policy.levels[0].schedules = {0};
    policy.stretches = {{monday, monday + secondsPerDay, 0},
                        {monday + secondsPerDay, monday + 2 * secondsPerDay, nobodyLevel},
                        {monday + 2 * secondsPerDay, monday + 28 * secondsPerDay, 0}};
    coverage.policies = {policy};
    const auto service = [](const char *id, const char *name, std::vector<CoverageGap> gaps) {
        CoveredService one;
        one.id = QString::fromLatin1(id);
        one.name = QString::fromLatin1(name);
        one.policy = 0;
        one.gaps = std::move(gaps);
        return one;
    };
    coverage.services = {service("PA", "Always", {}),
                         service("PC", "Caught", {{monday + hour, monday + 3 * hour, GapKind::CaughtByLevel, 1, true}}),
                         service("PN", "Nobody & <b>", nights.gaps),
                         service("PD", "Disabled", {{monday, monday + 28 * secondsPerDay, GapKind::Disabled, -1, false}})};
    coverage.services.back().disabled = true;
    return coverage;
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chartsSayTheirNumbers()
    {
        const Report report(made::small());
        const QStringList severities = textsOf(severityChart(report));
        QVERIFY(severities.contains(QStringLiteral("critical")));
        QCOMPARE(severities.filter(QStringLiteral("1 open, 1 waived")).size(), 1); // high
        QCOMPARE(severities.filter(QStringLiteral("0 open")).size(), 2);
        QVERIFY(statusChart(report).description.contains(QStringLiteral("fail: 2 controls")));
        QVERIFY(undeterminedChart(report).description.contains(QStringLiteral("no permission: 1 outcome, 1 control")));
        int counted = 0;
        for (const FrameworkCounts &one : frameworkCounts(report.assessment())) {
            const StatusCounts &c = one.controls;
            counted = c.pass + c.fail + c.notApplicable + c.manual + c.notDetermined + c.error + one.unmapped;
            QCOMPARE(counted, 7); // every control refers to every framework
        }
        QVERIFY(counted > 0);
        for (const Figure &figure : {severityChart(report), statusChart(report), frameworkChart(report), undeterminedChart(report)})
            QVERIFY(liesInside(figure));
    }

    void longestBarIsTheMost()
    {
        const Figure figure = severityChart(Report(made::large(50)));
        double longest = 0;
        for (const FigureRole role : {FigureRole::Critical, FigureRole::High, FigureRole::Medium, FigureRole::Low}) {
            for (const FigureBox &box : boxesOf(figure, role))
                longest = std::max(longest, box.rect.width());
        }
        QCOMPARE(longest, boxesOf(figure, FigureRole::Panel).front().rect.width());
    }

    void nothingToChartIsEmpty()
    {
        const Report report(made::empty());
        QVERIFY(statusChart(report).isEmpty());
        QVERIFY(frameworkChart(report).isEmpty());
        QVERIFY(undeterminedChart(report).isEmpty());
        QVERIFY(svgOf(statusChart(report)).isEmpty());
    }

    void lanesAreWorstFirstWithoutWhatHasNoGap()
    {
        const AccountCoverage coverage = fourWeeks();
        const CoverageFigures figures(coverage);
        QCOMPARE(figures.withGaps(GapSubject::Service), (std::vector<int>{2, 1}));
        QCOMPARE(figures.withGaps(GapSubject::Schedule), (std::vector<int>{0}));
        QCOMPARE(figures.sentence(GapSubject::Service, 0), QStringLiteral("covered all the time"));
        QCOMPARE(figures.sentence(GapSubject::Service, 1), QStringLiteral("caught by another level for 2 h in 1 gap"));
    }

    void gapsLieWhereTheirTimeIs()
    {
        const AccountCoverage coverage = fourWeeks();
        const Figure figure = CoverageFigures(coverage).figure(GapSubject::Service, {2, 1});
        QVERIFY(liesInside(figure));
        const FigureBox lane = boxesOf(figure, FigureRole::Covered).front();
        const FigureBox gap = boxesOf(figure, FigureRole::Nobody).front();
        QVERIFY(std::abs(gap.rect.left() - (lane.rect.left() + lane.rect.width() / 28)) < 0.01);
        QVERIFY(std::abs(gap.rect.width() - lane.rect.width() / 28) < 0.01);
        QVERIFY(textsOf(figure).contains(QStringLiteral("2 Nov")));
        QVERIFY(textsOf(figure).contains(QStringLiteral("nobody on call")));
        QVERIFY(figure.description.contains(QStringLiteral("nobody on call for 1 d in 1 gap")));
    }

    void manyShortGapsStayFew()
    {
        AccountCoverage coverage = fourWeeks();
        coverage.services[0].gaps.clear();
        for (Instant at = monday; at < monday + 28 * secondsPerDay; at += 600)
            coverage.services[0].gaps.push_back({at, at + 300, GapKind::Nobody, -1, true});
        const Figure figure = CoverageFigures(coverage).figure(GapSubject::Service, {0});
        QVERIFY(figure.shapes.size() < 500);
        QVERIFY(liesInside(figure));
    }

    void gapRowsAreWorstFirst()
    {
        const AccountCoverage coverage = fourWeeks();
        const GapRowMaker rows(coverage);
        QCOMPARE(rows.worstFirst().size(), 4u);
        const GapRow schedule = rows.row(rows.worstFirst()[0]);
        QCOMPARE(schedule.subjectKind, QStringLiteral("schedule"));
        QCOMPARE(schedule.localTime, QStringLiteral("Tue 01:00 to Wed 01:00 CET"));
        QCOMPARE(schedule.zone, QStringLiteral("Europe/Berlin"));
        QCOMPARE(schedule.coveredBy, QStringLiteral("nobody"));
        QCOMPARE(schedule.policies, QStringList{QStringLiteral("Core <policy>")});
        QCOMPARE(schedule.seconds, secondsPerDay);
        QCOMPARE(rows.row(rows.worstFirst()[1]).subjectId, QStringLiteral("PN"));
        QCOMPARE(rows.row(rows.worstFirst()[2]).subjectId, QStringLiteral("PC"));
        QCOMPARE(rows.row(rows.worstFirst()[3]).coveredBy, QStringLiteral("no incident is created"));
    }

    void populationSaysWhatIsMissing()
    {
        auto assessment = std::make_shared<Assessment>(*made::small());
        assessment->partialView = true;
        ResourceClassState &users = assessment->snapshot.states[int(ResourceClass::Users)];
        users = {ResourceClass::Users, CollectionState::Partial, ReasonCode::Cap, 10'000, 10'400, 100, 3};
        ResourceClassState &teams = assessment->snapshot.states[int(ResourceClass::Teams)];
        teams = {ResourceClass::Teams, CollectionState::NotCollected, ReasonCode::NotCollected, 0, {}, 0, 0};
        const QList<PopulationRow> rows = populationRows(Report(assessment));
        QCOMPARE(rows.size(), resourceClassCount);
        QCOMPARE(rows.last().resourceClass, ResourceClass::Teams);
        const PopulationRow row = rows.at(2);
        QCOMPARE(row.name, QStringLiteral("users"));
        QVERIFY(row.capped && row.mayHide && !row.denied && !row.planAbsent);
        QCOMPARE(row.note, QStringLiteral("400 fewer received than the account says. PagerDuty lists no more than 10,000 of "
                                          "these. Some may be invisible to the key."));
        QCOMPARE(row.duplicatesDropped, 3);
    }

    void svgIsTextOnly()
    {
        for (const QString &hostile : made::hostileTexts()) {
            Figure figure;
            figure.size = {100, 20};
            figure.title = figure.description = hostile;
            figure.shapes = {FigureText{{0, 10}, hostile, 10, FigureRole::Text, FigureAnchor::Start, false, 60},
                             FigurePath{{{0, 0}, {5, 5}, {6, 6}, {10, 10}}, FigureRole::Edge, 1, true, true, true}};
            const QByteArray svg = svgOf(figure);
            for (const char *markup : {"<script", "<img", "</style", "<b>"})
                QVERIFY2(!svg.contains(markup), markup);
            QCOMPARE(svg.count("<svg"), 1);
            QCOMPARE(svg.count("<text"), 1);
            QVERIFY(svg.contains("role=img") && svg.contains("aria-labelledby=\"one-t one-d\"") && svg.contains("<title id=\"one-t\">"));
        }
    }

    void elidesToTheRoom()
    {
        const QString name(10'240, QLatin1Char('W'));
        const QString cut = elidedToWidth(name, 10, false, 100);
        QVERIFY(cut.endsWith(QChar(0x2026)) && cut.size() <= 12 && cut.size() >= 8);
        QCOMPARE(elidedToWidth(QStringLiteral("short"), 10, false, 100), QStringLiteral("short"));
        QCOMPARE(elidedToWidth(name, 10, false, 0), name);
        const QString pagers = QStringLiteral("\U0001F4DF").repeated(50);
        QVERIFY(!elidedToWidth(pagers, 10, false, 55).chopped(1).back().isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
