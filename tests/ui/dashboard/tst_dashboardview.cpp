// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/judging.h"
#include "ui/dashboard/dashboardpanel.h"
#include "ui/dashboard/dashboardview.h"
#include "ui/dashboard/sectionchart.h"
#include "ui/shell/selection.h"
#include "ui/theme/palettes.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QChartView>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QPieSeries>
#include <QPrintDialog>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <QtMath>

using namespace pdsi;

namespace {

/// The dock on an audit, with a selection of its own.
struct Opened {
    Selection selection;
    DashboardView view{selection};

    explicit Opened(const JudgedSnapshot &audit, QSize size = {400, 800})
    {
        selection.setAudit(audit);
        view.resize(size);
        view.show();
    }
    DashboardPanel *panel(const char *key) const
    {
        return view.findChild<DashboardPanel *>(QLatin1String("dashboard.") + QLatin1String(key));
    }
    QTableView *table(const char *key) const { return panel(key)->findChild<QTableView *>(); }
    QChartView *chartView(const char *key) const { return panel(key)->findChild<QChartView *>(); }
    QString filter() const { return selection.filter().text(); }

    /// Clicks where the chart is at these coordinates of its own.
    void clickChart(const char *key, QPointF at) const
    {
        QChartView *chart = chartView(key);
        view.findChild<QScrollArea *>()->ensureWidgetVisible(chart);
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->mapFromScene(chart->chart()->mapToScene(at)));
    }
    /// The middle of a slice, `turn` of a full turn from above.
    void clickSlice(const char *key, double turn) const
    {
        const QRectF plot = chartView(key)->chart()->plotArea();
        const double radius = qMin(plot.width(), plot.height()) / 2 * 0.9 * 0.8; // half way between hole and rim
        const double angle = qDegreesToRadians(turn * 360 - 90);
        clickChart(key, plot.center() + QPointF(qCos(angle), qSin(angle)) * radius);
    }
    /// The middle of the first piece of a bar; rows counted from above.
    void clickBar(const char *key, int row, int rows) const
    {
        const QRectF plot = chartView(key)->chart()->plotArea();
        clickChart(key, {plot.left() + 6, plot.top() + plot.height() * (row + 0.5) / rows});
    }
};

bool hasInk(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    return colors.size() > 20;
}

} // namespace

class TestDashboardView : public QObject
{
    Q_OBJECT

private:
    JudgedSnapshot m_sample;

private Q_SLOTS:
    void initTestCase()
    {
        const auto judged = judgeSample();
        QVERIFY(judged.ok());
        m_sample = *judged;
        QApplication::setStyle(QStringLiteral("Fusion"));
    }

    void sliceFilters()
    {
        Opened opened(m_sample);
        opened.selection.setFilter(QStringLiteral("night severity:low"));
        // Slices start above and run clockwise, in the order of the rows: fail first.
        opened.clickSlice("status", 0.1);
        QCOMPARE(opened.filter(), QStringLiteral("night status:fail"));
        opened.clickSlice("status", 0.99);
        QCOMPARE(opened.filter(), QStringLiteral("night status:pass"));
    }

    void barFilters()
    {
        Opened opened(m_sample);
        opened.clickBar("findings", 1, 4);
        QCOMPARE(opened.filter(), QStringLiteral("severity:high status:fail waived:no"));
        opened.clickBar("frameworks", 2, 8);
        QCOMPARE(opened.filter(), QStringLiteral("framework:\"SOC 2\" status:fail"));
        opened.clickBar("undetermined", 0, 2);
        QCOMPARE(opened.filter(), QStringLiteral("status:notDetermined reason:notExposed"));
    }

    void keyboardReachesEverySliceAndBar()
    {
        Opened opened(m_sample);
        QTableView *table = opened.table("findings");
        table->setFocus(Qt::TabFocusReason);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.filter(), QStringLiteral("severity:high status:fail"));
        QTest::keyClick(table, Qt::Key_Right);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.filter(), QStringLiteral("severity:high status:fail waived:no"));
        QTest::keyClick(table, Qt::Key_Right); // nothing is waived: nothing to show, nothing happens
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.filter(), QStringLiteral("severity:high status:fail waived:no"));

        // Every mark of every chart has its cell, and the cell sets its words.
        const QList<DashboardSection> sections = dashboardSections(DashboardFigures::of(*m_sample.assessment));
        for (const DashboardSection &section : sections) {
            QTableView *cells = opened.panel(qPrintable(section.key))->findChild<QTableView *>();
            QVERIFY(cells->focusPolicy() & Qt::TabFocus);
            for (const DashboardMark &mark : section.marks) {
                cells->setCurrentIndex(cells->model()->index(mark.row, mark.column + 1));
                QTest::keyClick(cells, Qt::Key_Return);
                QCOMPARE(opened.filter(), withFacets({}, {}, mark.facets).text());
            }
        }
    }

    void tabLeavesTheTable()
    {
        Opened opened(m_sample);
        opened.view.activateWindow();
        opened.table("score")->setFocus();
        QTRY_VERIFY(opened.table("score")->hasFocus());
        QTest::keyClick(opened.table("score"), Qt::Key_Tab);
        QVERIFY(opened.table("status")->hasFocus());
    }

    void currentCellSetsItsSliceOff()
    {
        Opened opened(m_sample);
        QTableView *table = opened.table("status");
        table->setCurrentIndex(table->model()->index(1, 1));
        const auto *series = qobject_cast<QPieSeries *>(opened.chartView("status")->chart()->series().first());
        QVERIFY(series->slices().at(1)->isExploded());
        QVERIFY(!series->slices().at(0)->isExploded());
    }

    void pointerTellsInWords()
    {
        Opened opened(m_sample);
        auto *series = qobject_cast<QPieSeries *>(opened.chartView("status")->chart()->series().first());
        auto *chart = qobject_cast<SectionChart *>(opened.chartView("status")->chart());
        QSignalSpy hovered(chart, &SectionChart::hovered);
        Q_EMIT series->slices().at(0)->hovered(true);
        QCOMPARE(hovered.takeFirst().first().toInt(), 0);
        Q_EMIT series->slices().at(0)->hovered(false);
        QCOMPARE(hovered.takeFirst().first().toInt(), -1);
    }

    void nothingMovesUntilTold()
    {
        Opened opened(m_sample);
        for (const QChartView *view : opened.view.findChildren<QChartView *>())
            QCOMPARE(view->chart()->animationOptions(), QChart::NoAnimation);
        opened.view.setAnimationsEnabled(true);
        for (const QChartView *view : opened.view.findChildren<QChartView *>())
            QCOMPARE(view->chart()->animationOptions(), QChart::SeriesAnimations);
        opened.view.setAnimationsEnabled(false);
        QCOMPARE(opened.chartView("status")->chart()->animationOptions(), QChart::NoAnimation);
    }

    void reflows_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::newRow("narrow") << 400 << 1;
        QTest::newRow("medium") << 800 << 2;
        QTest::newRow("wide") << 1200 << 3;
    }

    void reflows()
    {
        QFETCH(int, width);
        QFETCH(int, columns);
        Opened opened(m_sample, {1000, 700});
        opened.view.resize(width, 700);
        auto *page = opened.view.findChild<QScrollArea *>()->widget();
        QTRY_COMPARE(opened.panel("score")->y() == opened.panel("status")->y(), columns > 1);
        QTRY_COMPARE(opened.panel("score")->y() == opened.panel("findings")->y(), columns > 2);
        QTRY_VERIFY(page->width() <= opened.view.findChild<QScrollArea *>()->viewport()->width()); // scrolls downwards only
        for (const char *key : {"status", "findings", "frameworks", "undetermined", "collection"}) {
            const QTableView *table = opened.table(key);
            QTRY_VERIFY2(table->horizontalHeader()->length() <= table->viewport()->width(), key);
            QTRY_VERIFY2(table->verticalScrollBar()->maximum() == 0, key); // nothing is cut off
        }
    }

    void followsThePalette()
    {
        Opened opened(m_sample);
        Theme theme;
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            theme.apply(choice);
            QTRY_COMPARE(opened.chartView("status")->chart()->backgroundBrush().color(),
                         Theme::palette(choice == ThemeChoice::Dark).color(QPalette::Base));
        }
    }

    void paintsOnPaper()
    {
        Opened opened(m_sample);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        opened.view.paintDashboard(painter, QRectF(0, 0, writer.width(), writer.height()));
        QVERIFY(painter.end());
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY2(bytes.size() > 20'000, qPrintable(QString::number(bytes.size())));

        QImage image(800, 1131, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter onImage(&image);
        opened.view.paintDashboard(onImage, image.rect());
        onImage.end();
        QVERIFY(hasInk(image));
        for (int x = 0; x < image.width(); ++x) // all of it is inside the target
            QCOMPARE(image.pixelColor(x, image.height() - 1), QColor(Qt::white));

        Opened nothing({});
        image.fill(Qt::white);
        QPainter none(&image);
        nothing.view.paintDashboard(none, image.rect());
        none.end();
        QVERIFY(!hasInk(image));
    }

    void exportsPictures()
    {
        Opened opened(m_sample);
        QTemporaryDir folder;
        for (const char *name : {"d.png", "d.svg", "d.PDF"}) {
            QVERIFY2(opened.view.exportTo(folder.filePath(QLatin1String(name))).ok(), name);
            QCOMPARE(QFile::permissions(folder.filePath(QLatin1String(name)))
                         & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        }
        QVERIFY(hasInk(QImage(folder.filePath(QStringLiteral("d.png")))));
        QFile svg(folder.filePath(QStringLiteral("d.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QString drawing = QString::fromUtf8(svg.readAll());
        QXmlStreamReader xml(drawing);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        // Every hatch that fills something is defined: SVG got no fill it cannot hold.
        static const QRegularExpression fill(QStringLiteral("fill=\"url\\(#([^)]+)\\)\""));
        int fills = 0;
        for (auto match = fill.globalMatch(drawing); match.hasNext(); ++fills)
            QVERIFY(drawing.contains(QStringLiteral("id=\"%1\"").arg(match.next().captured(1))));
        QVERIFY(fills > 0);
        QFile pdf(folder.filePath(QStringLiteral("d.PDF")));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(4) == "%PDF");
        QCOMPARE(opened.view.exportTo(folder.filePath(QStringLiteral("d.gif"))).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!opened.view.exportTo(folder.filePath(QStringLiteral("none/d.png"))).ok());
    }

    void actionsOpenDialogs()
    {
        Opened opened(m_sample);
        QStringList names;
        for (const QAction *action : opened.view.actions())
            names << action->objectName();
        QCOMPARE(names, (QStringList{QStringLiteral("dashboard.print"), QStringLiteral("dashboard.export")}));
        for (QAction *action : opened.view.actions()) {
            QVERIFY(action->isEnabled());
            action->trigger();
        }
        auto *print = opened.view.findChild<QPrintDialog *>();
        QVERIFY(print && print->isVisible());
        auto *files = opened.view.findChild<QFileDialog *>();
        QVERIFY(files && files->isVisible());
        Q_EMIT files->fileSelected(QStringLiteral("dashboard.gif"));
        auto *box = opened.view.findChild<QMessageBox *>();
        QVERIFY(box && box->text().contains(QLatin1String("dashboard.gif")));
        for (QDialog *dialog : QList<QDialog *>{box, files, print})
            dialog->reject();
        opened.selection.setAudit({});
        QVERIFY(!opened.view.actions().first()->isEnabled());
    }

    void everythingHasAName()
    {
        QAccessible::setActive(true);
        Opened opened(m_sample);
        int named = 0;
        for (QWidget *widget : opened.view.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->inherits("QHeaderView") || widget->inherits("QScrollBar")
                || !(widget->focusPolicy() & Qt::TabFocus) || widget->objectName() == QLatin1String("qt_scrollarea_viewport"))
                continue;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            ++named;
        }
        QVERIFY(named >= 6);
    }
};

QTEST_MAIN(TestDashboardView)
#include "tst_dashboardview.moc"
