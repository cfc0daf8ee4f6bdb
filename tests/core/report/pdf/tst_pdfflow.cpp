// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/figurepainter.h"
#include "core/report/pdf/pdfflow.h"

#include <QTest>

using namespace pdsi;

namespace {

const QSizeF space(4990, 7200);

QStringList textsOf(const PdfPage &page)
{
    QStringList texts;
    for (const PdfPlacedRow &placed : page.rows) {
        if (!placed.row->cells.empty())
            texts << placed.row->cells.front().texts.front().text;
    }
    return texts;
}

std::vector<PdfPage> pagesOf(const PdfSections &sections)
{
    static const PdfTypesetter typesetter;
    PdfFlow flow(sections, typesetter, space);
    std::vector<PdfPage> pages;
    while (!flow.atEnd())
        pages.push_back(flow.nextPage());
    return pages;
}

/// A table of so many rows, one piece a row, with cells of different heights.
PdfSections tableOf(int rows)
{
    const PdfTable table({{QStringLiteral("Number"), 1}, {QStringLiteral("Text"), 3}});
    PdfSection section;
    section.pieces = rows;
    section.write = [table](qsizetype piece, PdfRows &out) {
        out.push_back(table.row({QString::number(piece), QStringLiteral("word ").repeated(1 + piece % 97)}));
    };
    return {section};
}

} // namespace

/// Where rows come to lie on pages, without any page being painted.
class TestPdfFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noRowIsSplitAndNoneOverlaps()
    {
        const auto pages = pagesOf(tableOf(400));
        QVERIFY(pages.size() > 5);
        QStringList numbers;
        for (const PdfPage &page : pages) {
            double y = 0;
            for (const PdfPlacedRow &placed : page.rows) {
                QVERIFY(placed.y >= y);
                y = placed.y + placed.height;
                QVERIFY(y <= space.height());
            }
            numbers += textsOf(page).mid(1);
        }
        QCOMPARE(numbers.size(), 400);
        for (int i = 0; i < 400; ++i)
            QCOMPARE(numbers.at(i), QString::number(i));
    }

    void everyPageRepeatsTheHead()
    {
        for (const PdfPage &page : pagesOf(tableOf(400))) {
            QCOMPARE(textsOf(page).first(), QStringLiteral("Number"));
            QCOMPARE(textsOf(page).count(QStringLiteral("Number")), 1);
        }
    }

    void noHeadingStandsAlone()
    {
        PdfSection section;
        section.pieces = 200;
        section.write = [](qsizetype piece, PdfRows &rows) {
            rows.push_back(pdfHeading(QStringLiteral("heading")));
            for (int i = 0; i < piece % 7 + 1; ++i)
                rows.push_back(pdfParagraph(QStringLiteral("text")));
        };
        const auto pages = pagesOf({section});
        QVERIFY(pages.size() > 3);
        for (const PdfPage &page : pages)
            QCOMPARE(textsOf(page).last(), QStringLiteral("text"));
    }

    void chaptersStartPages()
    {
        PdfSection section;
        section.pieces = 3;
        section.write = [](qsizetype piece, PdfRows &rows) {
            rows.push_back(pdfChapter(QString::number(piece), QStringLiteral("c%1").arg(piece)));
            rows.push_back(pdfParagraph(QStringLiteral("text")));
        };
        const PdfTypesetter typesetter;
        const PdfPagination placed = paginate({section}, typesetter, space);
        QCOMPARE(placed.starts.size(), std::size_t(3));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(placed.anchors.value(QStringLiteral("c%1").arg(i)).page, i);
    }

    void aPageMadeAloneEqualsItselfInTheRow()
    {
        const PdfSections sections = tableOf(300);
        const auto pages = pagesOf(sections);
        const PdfTypesetter typesetter;
        for (const PdfPage &page : pages) {
            const PdfPage alone = PdfFlow(sections, typesetter, space, page.start).nextPage();
            QCOMPARE(textsOf(alone), textsOf(page));
            QCOMPARE(alone.rows.back().y, page.rows.back().y);
        }
    }

    void textHigherThanAPageIsCut()
    {
        PdfSection section;
        section.write = [](qsizetype, PdfRows &rows) { rows.push_back(pdfParagraph(QString(200'000, QLatin1Char('W')))); };
        const auto pages = pagesOf({section});
        QCOMPARE(pages.size(), std::size_t(1));
        QVERIFY(pages.front().rows.front().height <= space.height());
        QVERIFY(pages.front().rows.front().lines.front().front().back().text.endsWith(QChar(0x2026)));
    }

    void aFigureFitsAPage()
    {
        PdfSection section;
        section.write = [](qsizetype, PdfRows &rows) {
            Figure figure;
            figure.size = {400, 9'000};
            figure.shapes.push_back(FigureBox{{0, 0, 400, 9'000}});
            rows.push_back(pdfFigureRow(figure));
        };
        QVERIFY(pagesOf({section}).front().rows.front().height <= space.height());
    }

    void stopsWhenTold()
    {
        const PdfTypesetter typesetter;
        QVERIFY(paginate(tableOf(400), typesetter, space, [](int page) { return page < 2; }).starts.empty());
    }

    void hatchesStayInsideTheirBox()
    {
        const QRectF box(10, 20, 37, 11);
        for (const PdfHatch hatch : {PdfHatch::Rising, PdfHatch::Falling, PdfHatch::Crossed, PdfHatch::Across, PdfHatch::Upright}) {
            const auto lines = hatchLines(box, hatch, 3);
            QVERIFY(lines.size() > 2);
            for (const auto &[from, to] : lines)
                QVERIFY(box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(from) && box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(to));
        }
    }

    /// In black and white: what is next to each other in one chart differs in its pattern.
    void rolesOfOneChartDifferInPattern()
    {
        using R = FigureRole;
        const QList<QList<R>> charts{{R::Critical, R::High, R::Medium, R::Low},
                                     {R::Pass, R::Fail, R::NotDetermined, R::Manual, R::Error},
                                     {R::Covered, R::CaughtByLevel, R::Nobody, R::Unknown, R::OffHours, R::Maintenance}};
        for (const QList<R> &chart : charts) {
            QList<PdfHatch> hatches;
            for (const R role : chart) {
                QVERIFY(!hatches.contains(figureHatch(role)));
                hatches << figureHatch(role);
            }
        }
    }
};

QTEST_MAIN(TestPdfFlow)
#include "tst_pdfflow.moc"
