// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/madegraph.h"
#include "ui/graph/dotlayout.h"
#include "ui/graph/dottext.h"
#include "ui/graph/graphgeometry.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// Graphviz as a process, and programs that behave worse than it.
class TestDotLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void laysOut();
    void sameTextSamePicture();
    void bothLayoutsHoldTheSame();
    void missing_data();
    void missing();
    void takesTooLong();
    void failing();
    void superseded();
    void diesWithItsOwner();

private:
    static QByteArray dotOf(const GraphContent &content) { return dotText(content.graph, content.sizes); }
    /// A program of this text, which gets its own process id written next to it.
    QString program(const QByteArray &script)
    {
        const QString path = m_folder.filePath(u"program"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write("#!/bin/sh\n" + script + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    static bool isAlive(qint64 process) { return kill(static_cast<pid_t>(process), 0) == 0; }
    static std::optional<DotLayout::Failure> failureOf(const QSignalSpy &failed)
    {
        return failed.isEmpty() ? std::nullopt : std::optional(failed.first().first().value<DotLayout::Failure>());
    }

    QTemporaryDir m_folder;
    // Reads all, answers nothing, does not end.
    const QByteArray m_endless = "cat > /dev/null; exec tail -f /dev/null";
};

#define NEED_DOT() \
    if (DotLayout::installedProgram().isEmpty()) \
        QSKIP("Graphviz is not installed")

void TestDotLayout::laysOut()
{
    NEED_DOT();
    const auto content = madeContent();
    DotLayout layout(DotLayout::installedProgram());
    QSignalSpy finished(&layout, &DotLayout::finished);
    layout.start(dotOf(*content));
    QVERIFY(layout.isRunning());
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!layout.isRunning());
    const auto geometry = geometryFromPlain(finished.first().first().toByteArray(), content->graph, content->sizes);
    QVERIFY(geometry);
    const GraphGeometry done = finishedGeometry(*content, *geometry);
    const QRectF all(QPointF(), done.size);
    for (size_t i = 0; i < done.nodes.size(); ++i) {
        QVERIFY(all.contains(done.nodes[i]));
        for (size_t other = 0; other < i; ++other)
            QVERIFY(!done.nodes[i].intersects(done.nodes[other]));
    }
    for (size_t i = 0; i < done.edges.size(); ++i) {
        const GraphEdge &edge = content->graph.edges[i];
        if (edge.kind == GraphEdgeKind::LoopsBack)
            continue;
        QVERIFY(done.nodes[size_t(edge.from)].right() < done.nodes[size_t(edge.to)].left()); // left to right
        QCOMPARE(done.edges[i].points.front().x(), done.nodes[size_t(edge.from)].right());
        QCOMPARE(done.edges[i].points.back().x(), done.nodes[size_t(edge.to)].left());
    }
}

void TestDotLayout::sameTextSamePicture()
{
    NEED_DOT();
    QList<QByteArray> answers;
    for (int i = 0; i < 2; ++i) {
        DotLayout layout(DotLayout::installedProgram());
        QSignalSpy finished(&layout, &DotLayout::finished);
        layout.start(dotOf(*madeContent()));
        QTRY_COMPARE(finished.count(), 1);
        answers << finished.first().first().toByteArray();
    }
    QCOMPARE(answers.at(0), answers.at(1));
}

void TestDotLayout::bothLayoutsHoldTheSame()
{
    NEED_DOT();
    const auto content = madeContent();
    const GraphGeometry own = finishedGeometry(*content, layeredLayout(content->graph, content->sizes));
    DotLayout layout(DotLayout::installedProgram());
    QSignalSpy finished(&layout, &DotLayout::finished);
    layout.start(dotOf(*content));
    QTRY_COMPARE(finished.count(), 1);
    const auto theirs = geometryFromPlain(finished.first().first().toByteArray(), content->graph, content->sizes);
    QVERIFY(theirs);
    QCOMPARE(own.nodes.size(), theirs->nodes.size());
    QCOMPARE(own.edges.size(), theirs->edges.size());
    for (size_t i = 0; i < own.nodes.size(); ++i)
        QCOMPARE(own.nodes[i].size(), theirs->nodes[i].size());
    for (const GraphGeometry::Route &route : own.edges)
        QVERIFY(route.points.size() >= 4 && route.points.size() % 3 == 1);
}

void TestDotLayout::missing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("not installed") << QString();
    QTest::newRow("gone since") << m_folder.filePath(u"none"_s);
}

void TestDotLayout::missing()
{
    QFETCH(QString, path);
    DotLayout layout(path);
    QSignalSpy failed(&layout, &DotLayout::failed);
    layout.start(dotOf(*madeContent()));
    QTRY_COMPARE(failureOf(failed), std::optional(DotLayout::Failure::Missing));
    QVERIFY(!layout.isRunning());
}

void TestDotLayout::takesTooLong()
{
    DotLayout layout(program(m_endless));
    layout.setTimeLimit(std::chrono::milliseconds(200));
    QSignalSpy failed(&layout, &DotLayout::failed);
    layout.start(dotOf(*madeContent()));
    QTRY_VERIFY(layout.processId() != 0);
    const qint64 process = layout.processId();
    QTRY_COMPARE(failureOf(failed), std::optional(DotLayout::Failure::TimedOut));
    QTRY_VERIFY(!isAlive(process));
}

void TestDotLayout::failing()
{
    DotLayout layout(program("cat > /dev/null; echo graph 1 1 1; exit 3"));
    QSignalSpy failed(&layout, &DotLayout::failed), finished(&layout, &DotLayout::finished);
    layout.start(dotOf(*madeContent()));
    QTRY_COMPARE(failureOf(failed), std::optional(DotLayout::Failure::Failed));
    QCOMPARE(finished.count(), 0);
}

void TestDotLayout::superseded()
{
    DotLayout layout(program("read first; echo \"$first\"; cat > /dev/null"));
    QSignalSpy failed(&layout, &DotLayout::failed), finished(&layout, &DotLayout::finished);
    layout.start("one\n");
    layout.start("two\n");
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().toByteArray(), QByteArray("two\n"));
    layout.start("three\n");
    layout.cancel();
    QVERIFY(!layout.isRunning());
    layout.start("four\n");
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(finished.last().first().toByteArray(), QByteArray("four\n"));
    QCOMPARE(failed.count(), 0);
}

void TestDotLayout::diesWithItsOwner()
{
    auto layout = std::make_unique<DotLayout>(program(m_endless));
    layout->start(dotOf(*madeContent()));
    QTRY_VERIFY(layout->processId() != 0);
    const qint64 process = layout->processId();
    QVERIFY(isAlive(process));
    layout.reset();
    QTRY_VERIFY(!isAlive(process));
}

QTEST_MAIN(TestDotLayout)
#include "tst_dotlayout.moc"
