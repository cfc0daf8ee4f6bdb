// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/coverage/graphcase.h"
#include "ui/graph/graphcanvas.h"

#include <QDir>
#include <QTest>

#include <functional>
#include <optional>

using namespace pdsi;

/// A policy with nothing wrong and one with each fault, drawn: the fault's word and picture are where they can be read.
/// Where PDSI_PICTURES names a folder, the pictures are left there.
class TestGraphPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsWrong_data();
    void showsWhatIsWrong();
    void overviewLeadsToTheWorst_data();
    void overviewLeadsToTheWorst();

private:
    using Edit = std::function<void(GraphCase &)>;
    static GraphCase named();
    static std::unique_ptr<GraphCanvas> canvasOf(const EscalationGraph &graph, bool dark);
    static int pixelsOf(const QImage &picture, QRgb ink);
    static void leave(const QImage &picture, const QString &name, bool dark);
};

/// People, a schedule and a policy with names like those of an account.
GraphCase TestGraphPictures::named()
{
    GraphCase c;
    c.methods = true;
    c.user(0).name = u"Ada Okafor"_s;
    c.user(1).name = u"Bruno Lindqvist"_s;
    c.user(2).name = u"Cid Marchetti"_s;
    c.schedule().name = u"Payments primary"_s;
    c.policy().name = u"Payments"_s;
    c.builder.rows().services.front().name = u"Payment gateway"_s;
    return c;
}

std::unique_ptr<GraphCanvas> TestGraphPictures::canvasOf(const EscalationGraph &graph, bool dark)
{
    auto canvas = std::make_unique<GraphCanvas>();
    QPalette palette;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base})
        palette.setColor(role, dark ? QColor(30, 30, 30) : QColor(250, 250, 250));
    palette.setColor(QPalette::WindowText, dark ? Qt::white : Qt::black);
    canvas->setPalette(palette);
    canvas->resize(1280, graph.scope.kind == GraphScopeKind::Account ? 800 : 360);
    canvas->show();
    const auto content = graphContent(graph, canvas->font());
    canvas->setGraph(content, quickGeometry(*content));
    return canvas;
}

int TestGraphPictures::pixelsOf(const QImage &picture, QRgb ink)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += (picture.pixel(x, y) | 0xff000000U) == ink;
    }
    return count;
}

void TestGraphPictures::leave(const QImage &picture, const QString &name, bool dark)
{
    const QString folder = qEnvironmentVariable("PDSI_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(QDir().mkpath(folder) && picture.save(QDir(folder).filePath(name + (dark ? u"-dark.png"_s : u"-light.png"_s))));
}

void TestGraphPictures::showsWhatIsWrong_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<std::optional<GraphMarkKind>>("fault");
    const auto add = [](const char *name, std::optional<GraphMarkKind> fault, const Edit &edit) { QTest::newRow(name) << edit << fault; };
    const auto nobodyNow = [](GraphCase &c) { c.schedule().finalEntries->erase(c.schedule().finalEntries->begin()); };
    add("healthy", std::nullopt, [](GraphCase &) {});
    add("missing-policy", GraphMarkKind::MissingPolicy, [](GraphCase &c) { c.builder.service(u"PS2"_s, u"PEGONE"_s).name = u"Ledger export"_s; });
    add("single-level", GraphMarkKind::SingleLevel, [](GraphCase &c) { c.policy().rules.pop_back(); });
    add("deleted-user", GraphMarkKind::DeadEnd, [](GraphCase &c) { c.policy().rules[1].targets[0].deleted = true; });
    add("empty-schedule", GraphMarkKind::EmptySchedule, [](GraphCase &c) { c.schedule().finalEntries->clear(); });
    add("unreachable-person", GraphMarkKind::Unreachable, [](GraphCase &c) { c.user(2).notificationRules->clear(); });
    add("same-person", GraphMarkKind::SamePersonEveryLevel, [](GraphCase &c) {
        for (ScheduleEntry &entry : *c.schedule().finalEntries)
            entry.userId = u"PCID"_s;
        c.schedule().layers[0].users = {InventoryBuilder::reference(u"PCID"_s, u"user"_s)};
    });
    add("loop-back", std::nullopt, [](GraphCase &c) { c.policy().numLoops = 2; });
    add("gap-right-now", GraphMarkKind::NobodyNow, [nobodyNow](GraphCase &c) {
        nobodyNow(c);
        c.policy().rules[1].targets = c.policy().rules[0].targets;
    });
    add("level-skipped", GraphMarkKind::LevelSkipped, nobodyNow);
}

void TestGraphPictures::showsWhatIsWrong()
{
    QFETCH(const Edit, edit);
    QFETCH(const std::optional<GraphMarkKind>, fault);
    GraphCase c = named();
    edit(c);
    const bool lost = fault == GraphMarkKind::MissingPolicy;
    const EscalationGraph graph = lost ? c.graph(GraphScopeKind::Service, u"PS2"_s) : c.graph();
    for (const bool dark : {false, true}) {
        const auto canvas = canvasOf(graph, dark);
        const QImage picture = canvas->grab().toImage();
        leave(picture, QString::fromLatin1(QTest::currentDataTag()), dark);
        QCOMPARE(canvas->scene().detail(), GraphDetail::Full); // everything can be read
        bool found = !fault;
        for (int node = 0; node < canvas->count(); ++node) {
            const std::vector<GraphMark> &marks = graph.nodes[size_t(node)].marks;
            QVERIFY(fault || marks.empty());
            for (int mark = 0; mark < int(marks.size()); ++mark) {
                const QRect box = canvas->rectOf({node, mark});
                QVERIFY(picture.rect().contains(box));
                found = found || marks[size_t(mark)].kind == fault;
                const QRgb ink = canvas->scene().theme.mark(weightOf(marks[size_t(mark)].kind)).rgb();
                QVERIFY(pixelsOf(picture.copy(box.left(), box.top(), box.height(), box.height()), ink) > box.height());
            }
        }
        QVERIFY(found);
    }
}

void TestGraphPictures::overviewLeadsToTheWorst_data()
{
    QTest::addColumn<int>("teams");
    QTest::newRow("overview") << 24;
    QTest::newRow("overview-large") << 400; // blocks only
}

void TestGraphPictures::overviewLeadsToTheWorst()
{
    QFETCH(const int, teams);
    GraphCase c = named();
    for (int i = 0; i < teams; ++i) {
        const QString n = QString::number(i);
        c.builder.user(u"PU"_s + n).name = u"Person "_s + n;
        Schedule &schedule = c.builder.schedule(u"PSCHT"_s + n, {u"PU"_s + n});
        schedule.name = u"Team %1 rota"_s.arg(n);
        if (i % 12 != 5)
            InventoryBuilder::entry(schedule, 0, 48 * graphHour, u"PU"_s + n);
        QList<QStringList> levels{{u"PSCHT"_s + n}, {u"PCID"_s}};
        if (i % 4 == 1)
            levels.removeLast();
        c.builder.policy(u"PET"_s + n, levels).name = u"Team %1"_s.arg(n);
        for (int service = 0; service < 1 + i % 3; ++service)
            c.builder.service(u"PST%1S%2"_s.arg(n).arg(service), u"PET"_s + n).name = u"Service %1.%2"_s.arg(n).arg(service);
    }
    const EscalationGraph graph = c.graph(GraphScopeKind::Account, {});
    for (const bool dark : {false, true}) {
        const auto canvas = canvasOf(graph, dark);
        const QImage picture = canvas->grab().toImage();
        leave(picture, QString::fromLatin1(QTest::currentDataTag()), dark);
        const QRgb wrong = canvas->scene().theme.mark(GraphMarkWeight::Wrong).rgb();
        int shown = 0;
        for (int node = 0; node < canvas->count(); ++node) {
            const QRect block = canvas->rectOf({node, -1});
            QVERIFY(picture.rect().contains(block.center()));
            const std::vector<GraphMark> &marks = graph.nodes[size_t(node)].marks;
            const bool isWrong = !marks.empty() && weightOf(marks.front().kind) == GraphMarkWeight::Wrong;
            if (canvas->scene().detail() == GraphDetail::Full || block.height() < 3)
                continue;
            const QRgb body = picture.pixel(block.left() + block.width() / 2, block.top() + block.height() / 4);
            QCOMPARE(body == wrong, isWrong);
            shown += isWrong;
        }
        QCOMPARE(shown > 0, canvas->scene().detail() != GraphDetail::Full);
    }
}

QTEST_MAIN(TestGraphPictures)
#include "tst_graphpictures.moc"
