// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/madegraph.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphgeometry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// Pictures of graphs written in the background: whole, or not at all.
class TestGraphExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsHowFarItIs();
    void stopsWhenAsked();
    void cancelledLeavesNothing();
    void goesAwayWhileWriting();

private:
    static GraphScene scene(int copies)
    {
        EscalationGraph all;
        for (int copy = 0; copy < copies; ++copy) {
            const EscalationGraph one = madeGraph();
            const int first = int(all.nodes.size());
            all.nodes.insert(all.nodes.end(), one.nodes.begin(), one.nodes.end());
            for (GraphEdge edge : one.edges) {
                edge.from += first;
                edge.to += first;
                all.edges.push_back(edge);
            }
        }
        GraphScene made;
        made.content = graphContent(all, QGuiApplication::font());
        made.geometry = quickGeometry(*made.content);
        return made;
    }
    QTemporaryDir m_folder;
};

void TestGraphExport::tellsHowFarItIs()
{
    const GraphPicture picture(scene(40), {u"Title"_s});
    for (const GraphPictureFormat format : {GraphPictureFormat::Svg, GraphPictureFormat::Png, GraphPictureFormat::Pdf}) {
        QList<double> parts;
        QVERIFY(!picture.written(format, [&parts](double part) {
            parts << part;
            return true;
        }).isEmpty());
        QVERIFY(parts.size() >= 5);
        QVERIFY(std::is_sorted(parts.begin(), parts.end()));
        QVERIFY(parts.first() < 0.3 && parts.last() > 0.8 && parts.last() <= 1);
    }
}

void TestGraphExport::stopsWhenAsked()
{
    const GraphPicture picture(scene(40), {u"Title"_s});
    for (const GraphPictureFormat format : {GraphPictureFormat::Svg, GraphPictureFormat::Png, GraphPictureFormat::Pdf}) {
        int asked = 0;
        QVERIFY(picture.written(format, [&asked](double) { return ++asked < 3; }).isEmpty());
        QVERIFY(asked <= 4); // the rest is not painted
    }
}

void TestGraphExport::cancelledLeavesNothing()
{
    GraphExport writer;
    QList<Result<Done>> finished;
    connect(&writer, &GraphExport::finished, this, [&finished](const QString &, const Result<Done> &result) { finished << result; });
    const QString path = m_folder.filePath(u"a.svg"_s);
    QVERIFY(writer.write(path, GraphPicture(scene(400), {u"Title"_s}), GraphPictureFormat::Svg));
    QVERIFY(!writer.write(path, GraphPicture(scene(1), {u"Other"_s}), GraphPictureFormat::Svg));
    writer.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QCOMPARE(finished.first().error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(m_folder.path()).isEmpty());
    QVERIFY(writer.write(path, GraphPicture(scene(1), {u"Title"_s}), GraphPictureFormat::Svg));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20'000);
    QVERIFY(QFile::exists(path));
    QVERIFY(QFile::remove(path));
}

void TestGraphExport::goesAwayWhileWriting()
{
    {
        GraphExport writer;
        QVERIFY(writer.write(m_folder.filePath(u"b.svg"_s), GraphPicture(scene(400), {u"Title"_s}), GraphPictureFormat::Svg));
    }
    QTRY_COMPARE_WITH_TIMEOUT(QThreadPool::globalInstance()->activeThreadCount(), 0, 20'000);
    QVERIFY(QDir(m_folder.path()).isEmpty());
}

QTEST_MAIN(TestGraphExport)
#include "tst_graphexport.moc"
