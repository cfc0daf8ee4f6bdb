// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "core/report/xlsxreader.h"
#include "tests/core/report/madeassessment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QTest>

using namespace pdsi;

/// Names out of the account that want to be markup, formulas, directions or nothing at all.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void htmlHoldsTextOnly()
    {
        const QString html = QString::fromUtf8(exportReport(Report(made::hostile()), ReportFormat::Html));
        for (const char *markup : {"<script>alert", "<img", "onerror=alert(1)>\"", "</style></code>", "javascript:alert(1)\"",
                                   "user:pw@evil", "http://plain.example"})
            QVERIFY2(!html.contains(QLatin1String(markup)), markup);
        QVERIFY(html.contains(QLatin1String("&lt;script&gt;alert(1)&lt;/script&gt;")));
        for (const QChar c : html) {
            const char16_t u = c.unicode();
            QVERIFY2((u >= 0x20 && (u < 0x7F || u > 0x9F)) || u == u'\n', qPrintable(QString::number(u, 16)));
            QVERIFY(!(u >= 0x202A && u <= 0x202E) && !(u >= 0x2066 && u <= 0x2069));
        }
        QCOMPARE(html.count(QLatin1String("<style>")), 1);
        QCOMPARE(html.count(QLatin1String("<script")), 1);
    }

    void jsonKeepsTheTextAsItIs()
    {
        const auto assessment = made::hostile();
        QJsonParseError problem;
        const auto document
            = QJsonDocument::fromJson(exportReport(Report(assessment), ReportFormat::Json), &problem);
        QCOMPARE(problem.error, QJsonParseError::NoError);
        const QJsonArray outcomes = document[u"outcomes"].toArray();
        QCOMPARE(outcomes.size(), assessment->outcomes.size());
        for (qsizetype i = 0; i < outcomes.size(); ++i) {
            const QString &name = assessment->outcomes.at(i).resource.name;
            if (QString::fromUtf8(name.toUtf8()) == name) // a lone surrogate has no place in UTF-8
                QCOMPARE(outcomes.at(i)[u"resource"][u"name"].toString(), name);
            const QJsonValue url = outcomes.at(i)[u"resource"][u"url"];
            QVERIFY(url.isNull() || url.toString().startsWith(QLatin1String("https://")));
        }
    }

    void sarifMessagesMakeNoLinks()
    {
        const auto document = QJsonDocument::fromJson(exportReport(Report(made::hostile()), ReportFormat::Sarif));
        const QJsonArray results = document[u"runs"][0][u"results"].toArray();
        QCOMPARE(results.size(), made::hostileTexts().size());
        for (const QJsonValue &result : results) {
            const QString text = result[u"message"][u"text"].toString();
            const QString markdown = result[u"message"][u"markdown"].toString();
            QVERIFY(!markdown.contains(QLatin1String("<script")));
            QVERIFY(!markdown.contains(QLatin1String("](javascript")));
            QVERIFY(!text.contains(QLatin1String("[x](")));
            for (const QChar c : text)
                QVERIFY(c.unicode() >= 0x20);
        }
    }

    void workbookCellsAreTextAndHarmless()
    {
        int names = 0;
        QVERIFY(readXlsx(exportReport(Report(made::hostile()), ReportFormat::Xlsx), [&](const QString &, const QStringList &cells) {
            for (const QString &cell : cells) {
                QVERIFY(cell.size() <= 32'767);
                for (const QChar c : cell)
                    QVERIFY2(c.unicode() >= 0x20 && (c.unicode() < 0x7F || c.unicode() > 0x9F), qPrintable(cell));
            }
            names += int(cells.count(QStringLiteral("=cmd|' /C calc'!A0")));
        }));
        QVERIFY(names > 0); // kept as it is: text is never calculated
    }

    void oscalMarkupHoldsTextOnly()
    {
        const auto document = QJsonDocument::fromJson(exportReport(Report(made::hostile()), ReportFormat::Oscal));
        const QJsonValue result = document[u"assessment-results"][u"results"][0];
        QCOMPARE(result[u"observations"].toArray().size(), made::hostileTexts().size());
        for (const QJsonValue &observation : result[u"observations"].toArray()) {
            for (const QString &text : {observation[u"description"].toString(), observation[u"subjects"][0][u"title"].toString()}) {
                QVERIFY(!text.contains(QLatin1String("<script")) && !text.contains(QLatin1String("](")));
                QVERIFY(!text.isEmpty() && text == text.trimmed());
            }
        }
        for (const QJsonValue &item : result[u"local-definitions"][u"inventory-items"].toArray()) {
            const QString link = item[u"links"][0][u"href"].toString();
            QVERIFY(link.isEmpty() || link.startsWith(QLatin1String("https://")));
        }
    }

    void everyFormatIsUtf8()
    {
        for (const ReportFormat format : reportFormats()) {
            if (isBinaryFormat(format))
                continue;
            const QByteArray bytes = exportReport(Report(made::hostile()), format);
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString text = decoder.decode(bytes);
            QVERIFY(!text.isEmpty() && !decoder.hasError());
        }
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
