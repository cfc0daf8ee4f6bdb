// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/escalationfigure.h"
#include "core/report/escalationwords.h"

#include "core/snapshot/snapshotarchive.h"
#include "tests/support/inventorybuilder.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant now = InventoryBuilder::now;
constexpr Instant hour = 3'600;

struct FigureCase {
    FigureCase()
    {
        for (const QString &id : {u"PADA"_s, u"PBOB"_s, u"PCID"_s})
            builder.user(id);
        Schedule &schedule = builder.schedule(u"PSCH1"_s, {u"PADA"_s, u"PBOB"_s});
        builder.entry(schedule, 0, 12 * hour, u"PADA"_s);
        builder.entry(schedule, 12 * hour, 24 * hour, u"PBOB"_s);
        EscalationPolicy &policy = builder.policy(u"PE1"_s, {{u"PSCH1"_s}, {u"PCID"_s}});
        policy.rules[0].delayMinutes = 10;
        policy.numLoops = 2;
        builder.service(u"PS1"_s, u"PE1"_s);
    }
    Figure figure(Instant after = 0) const
    {
        CoverageOptions options;
        options.window = {now, now + 48 * hour};
        const auto inventory = builder.build();
        return escalationFigure(*inventory, *computeCoverage(*inventory, options), u"PE1"_s, now + after);
    }
    InventoryBuilder builder;
};

QStringList texts(const Figure &figure, std::optional<FigureRole> role = {})
{
    QStringList found;
    for (const FigureShape &shape : figure.shapes) {
        const auto *text = std::get_if<FigureText>(&shape);
        if (text && (!role || text->role == *role))
            found.append(text->text);
    }
    return found;
}

/// Boxes with a frame: the nodes.
std::vector<QRectF> frames(const Figure &figure)
{
    std::vector<QRectF> found;
    for (const FigureShape &shape : figure.shapes) {
        const auto *box = std::get_if<FigureBox>(&shape);
        if (box && box->framed)
            found.push_back(box->rect);
    }
    return found;
}

} // namespace

class TestEscalationFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePath();
    void saysThePath();
    void nowAndNextAreOneLine();
    void faultsAreWords();
    void manyServicesAreOne();
    void hostileNames();
    void policiesThatAreNotThere();
    void sampleFitsThePage();
    void everyMarkHasWords();
};

void TestEscalationFigure::showsThePath()
{
    const Figure figure = FigureCase().figure();
    QCOMPARE(figure.title, u"Escalation of PE1 at 2026-03-02T12:30:00Z"_s);
    const QStringList all = texts(figure);
    for (const QString &text : {u"PS1"_s, u"PE1"_s, u"Level 1"_s, u"Level 2"_s, u"PSCH1"_s, u"PADA"_s, u"at once"_s,
                                u"10 min"_s, u"now"_s, u"next"_s, u"repeats 2\u00d7"_s, u"Levels"_s, u"People"_s})
        QVERIFY2(all.contains(text), qPrintable(text));
    QCOMPARE(texts(figure, FigureRole::Covered), QStringList({u"on call"_s, u"on call"_s}));
    QCOMPARE(frames(figure).size(), size_t(8));
    int dashed = 0, arrows = 0;
    for (const FigureShape &shape : figure.shapes) {
        if (const auto *path = std::get_if<FigurePath>(&shape)) {
            QCOMPARE(path->points.size() % 3, size_t(1));
            dashed += path->dashed;
            arrows += path->arrow;
        }
    }
    QCOMPARE(dashed, 2); // who is next, and the way back
    QCOMPARE(arrows, 8);
}

void TestEscalationFigure::saysThePath()
{
    QCOMPARE(FigureCase().figure().description,
             u"Escalation policy PE1. Used by PS1. Level 1, at once: schedule PSCH1, on call PADA, then PBOB from "
             "2026-03-03T00:30:00Z. Level 2, 10 minutes later: PCID. Then it starts again at level 1, 2 times."_s);
}

void TestEscalationFigure::nowAndNextAreOneLine()
{
    FigureCase c;
    ScheduleEntry &second = c.builder.rows().schedules.front().finalEntries->back();
    second.userId = u"PADA"_s;
    second.start += hour; // after a pause, or it would be the same turn
    const Figure figure = c.figure();
    QVERIFY(texts(figure).contains(u"now, next"_s));
    QVERIFY(!texts(figure).contains(u"next"_s));
    const auto arrows = std::count_if(figure.shapes.begin(), figure.shapes.end(), [](const FigureShape &shape) {
        const auto *path = std::get_if<FigurePath>(&shape);
        return path && path->arrow;
    });
    QCOMPARE(arrows, 7);
}

void TestEscalationFigure::faultsAreWords()
{
    FigureCase c;
    c.builder.rows().policies.front().rules[1].targets[0].deleted = true;
    const Figure figure = c.figure(30 * hour);
    QCOMPARE(texts(figure, FigureRole::Nobody), QStringList({u"nobody on call"_s, u"nobody on call"_s}));
    QCOMPARE(texts(figure, FigureRole::CaughtByLevel), QStringList({u"skipped: nobody"_s, u"skipped: nobody"_s}));
    QCOMPARE(texts(figure, FigureRole::Fail), QStringList({u"never escalates"_s, u"does not exist"_s}));
    QVERIFY(figure.description.contains(u"PCID (does not exist)"_s));
    QVERIFY(figure.description.contains(u"PE1 (nobody on call, never escalates)"_s));
}

void TestEscalationFigure::manyServicesAreOne()
{
    FigureCase c;
    for (int i = 2; i <= 6; ++i)
        c.builder.service(u"PS%1"_s.arg(i), u"PE1"_s);
    QVERIFY(texts(c.figure()).contains(u"PS6"_s));
    c.builder.service(u"PS7"_s, u"PE1"_s);
    const Figure folded = c.figure();
    QVERIFY(texts(folded).contains(u"7 services"_s));
    QVERIFY(!texts(folded).contains(u"PS6"_s));
    QCOMPARE(frames(folded).size(), size_t(8));
    QVERIFY(folded.description.contains(u"Used by PS1, PS2, PS3, PS4, PS5 and 2 more."_s));
}

void TestEscalationFigure::hostileNames()
{
    FigureCase c;
    c.builder.rows().services.front().name = u"a\nb\u202e"_s;
    c.builder.rows().policies.front().name = QString(5'000, u'x');
    const Figure figure = c.figure();
    QVERIFY(texts(figure).contains(u"a b\ufffd"_s));
    for (const FigureShape &shape : figure.shapes) {
        if (const auto *text = std::get_if<FigureText>(&shape)) // whoever draws cuts it there
            QVERIFY(text->width > 0 && text->width < 120);
    }
}

void TestEscalationFigure::policiesThatAreNotThere()
{
    const auto inventory = FigureCase().builder.build();
    const auto coverage = computeCoverage(*inventory, {{now, now + hour}, 60, {}, {}});
    QVERIFY(escalationFigure(*inventory, *coverage, u"PNONE"_s, now).isEmpty());
}

void TestEscalationFigure::sampleFitsThePage()
{
    const auto snapshot = openSnapshotArchive(qEnvironmentVariable("PDSI_SOURCE_DIR") + u"/resources/sample/sample.pdsnap"_s);
    QVERIFY(snapshot.ok());
    const auto inventory = Inventory::load(*snapshot);
    const auto coverage = computeCoverage(*inventory, coverageOptions(inventory->info()));
    for (const EscalationPolicy &policy : inventory->policies) {
        const Figure figure = escalationFigure(*inventory, *coverage, policy.id, coverage->window().start);
        QVERIFY(!figure.isEmpty() && !figure.description.isEmpty());
        QVERIFY(figure.size.width() <= figureWidth);
        const QRectF all({}, figure.size);
        const std::vector<QRectF> boxes = frames(figure);
        for (size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(all.contains(boxes[i]));
            for (size_t j = 0; j < i; ++j)
                QVERIFY(!boxes[i].intersects(boxes[j]));
        }
        for (const FigureShape &shape : figure.shapes) {
            const auto *text = std::get_if<FigureText>(&shape);
            QVERIFY(!text || (all.contains(text->at) && text->size >= 6)); // readable on paper
        }
    }
}

void TestEscalationFigure::everyMarkHasWords()
{
    for (int kind = 0; kind <= int(GraphMarkKind::NotReadable); ++kind) {
        QVERIFY(!graphMarkWords(GraphMarkKind(kind)).isEmpty());
        QVERIFY(graphMarkRole(GraphMarkKind(kind)) != FigureRole::Text);
    }
    QCOMPARE(contactMethodWords(u"sms_contact_method"_s), u"SMS"_s);
    QCOMPARE(contactMethodWords(u"carrier\npigeon"_s), u"carrier pigeon"_s);
}

QTEST_GUILESS_MAIN(TestEscalationFigure)
#include "tst_escalationfigure.moc"
