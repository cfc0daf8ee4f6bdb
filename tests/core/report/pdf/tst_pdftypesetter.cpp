// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdftypesetter.h"
#include "tests/core/report/madeassessment.h"

#include <QTest>

using namespace pdsi;

/// Lines of text, also of text that does not want to be any.
class TestPdfTypesetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksAtBlanks()
    {
        const PdfTypesetter typesetter;
        const QString text = QStringLiteral("one two three four five six seven eight nine ten");
        const double width = typesetter.width(QStringLiteral("one two three "), PdfStyle::Body);
        QStringList words;
        for (const PdfLine &line : typesetter.lines(text, PdfStyle::Body, width, 100)) {
            QVERIFY(line.width <= width);
            words += line.text.split(QLatin1Char(' '));
        }
        QCOMPARE(words.join(QLatin1Char(' ')), text);
    }

    void breaksLongNamesAnywhere()
    {
        const PdfTypesetter typesetter;
        const QString text(500, QLatin1Char('W'));
        QString joined;
        for (const PdfLine &line : typesetter.lines(text, PdfStyle::Small, 700, 1'000)) {
            QVERIFY(line.width <= 700);
            joined += line.text;
        }
        QCOMPARE(joined, text);
    }

    void cutsWithAnEllipsis()
    {
        const PdfTypesetter typesetter;
        const auto lines = typesetter.lines(QString(500, QLatin1Char('W')), PdfStyle::Small, 700, 3);
        QCOMPARE(lines.size(), std::size_t(3));
        QVERIFY(lines.back().text.endsWith(QChar(0x2026)) && lines.back().width <= 700);
    }

    void emptyTextIsOneEmptyLine()
    {
        const PdfTypesetter typesetter;
        QCOMPARE(typesetter.lines({}, PdfStyle::Body, 700, 3).size(), std::size_t(1));
    }

    void hostileTextKeepsItsPlace()
    {
        const PdfTypesetter typesetter;
        for (const QString &text : made::hostileTexts() + QStringList{QStringLiteral("سلام دنیا hello שלום"), QStringLiteral("e\u0301\u0302")}) {
            for (const PdfLine &line : typesetter.lines(text, PdfStyle::Small, 700, 40)) {
                QVERIFY2(line.width <= 701, qPrintable(line.text));
                for (const QChar c : line.text) {
                    const char16_t u = c.unicode();
                    QVERIFY(u >= 0x20 && !(u >= 0x7F && u <= 0x9F) && !(u >= 0x202A && u <= 0x202E) && !(u >= 0x2066 && u <= 0x2069));
                }
            }
        }
    }

    void whatNoFontHasIsNamed()
    {
        QCOMPARE(pdfPlainText(QStringLiteral("\U0001F4DF pager")), QStringLiteral("[U+1F4DF] pager"));
        QCOMPARE(pdfPlainText(QStringLiteral("Zażółć Ärger ✖ шалом")), QStringLiteral("Zażółć Ärger ✖ шалом"));
    }
};

QTEST_MAIN(TestPdfTypesetter)
#include "tst_pdftypesetter.moc"
