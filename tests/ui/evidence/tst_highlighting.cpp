// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/highlighthtml.h"
#include "ui/evidence/processhighlighting.h"
#include "ui/evidence/spanhighlighter.h"
#include "ui/models/jsonlayout.h"

#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace pdsi;

class TestHighlighting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsSpans();
    void refusesAnotherText_data();
    void refusesAnotherText();
    void bestOfThisMachine_data();
    void bestOfThisMachine();
    void realProgram();
    void slowProgramIsGivenUp();
    void failingPrograms_data();
    void failingPrograms();
    void newRequestDropsTheOldOne();
    void plainFallback();
    void spansAreDrawnOnOurText();
};

namespace {

const char *const hostileJson = "{\"<b>name</b>\": \"</pre></body><script>alert(1)</script>&amp;&lt;\", \"n\": [1, true, null, \"it's \\\"x\\\" \\u202e\"],"
                                "\n\"\xC3\xBC\xF0\x9F\x98\x80\": \"<span style=\\\"color:#ff0000\\\">\"}";

QByteArray page(const QByteArray &body) { return "<!DOCTYPE html><html><body><pre>\n" + body + "</pre></body></html>\n"; }

/// A program that stands in for KDE's.
QString scriptIn(const QTemporaryDir &folder, const QByteArray &lines)
{
    QFile file(folder.filePath(QStringLiteral("program")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QList<HighlightSpan> spansOf(const QSignalSpy &ready) { return ready.last().first().value<QList<HighlightSpan>>(); }

} // namespace

void TestHighlighting::readsSpans()
{
    const QString text = QStringLiteral("{\"a\": 1}\n<x>");
    const auto spans = spansFromHtml(page("<span style=\"color:#644a9b;font-weight:bold;\">{</span><span style=\"color:#0057ae;\">&quot;a&quot;</span>: "
                                          "<span style=\"font-style:italic;background-color:#000000;\">1</span>}\n&lt;x&gt;\n"), text);
    QVERIFY(spans);
    QCOMPARE(*spans, (QList<HighlightSpan>{{{0, 1}, QColor(0x64, 0x4a, 0x9b), true, false},
                                           {{1, 3}, QColor(0x00, 0x57, 0xae), false, false},
                                           {{6, 1}, {}, false, true}}));
}

void TestHighlighting::refusesAnotherText_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no pre") << QByteArray("<html>ab</html>");
    QTest::newRow("shorter") << page("a");
    QTest::newRow("longer") << page("abc");
    QTest::newRow("different") << page("ax");
    QTest::newRow("another tag") << page("<img src=\"x\">ab");
    QTest::newRow("span in a span") << page("<span style=\"a\"><span style=\"b\">ab</span></span>");
    QTest::newRow("open span") << page("<span style=\"a\">ab");
    QTest::newRow("closes nothing") << page("ab</span>");
    QTest::newRow("unknown entity") << page("a&nbsp;b");
    QTest::newRow("cut") << QByteArray("<pre>\nab");
    QTest::newRow("cut in a tag") << QByteArray("<pre>\nab<span");
    QTest::newRow("two ends too many") << page("ab\n\n");
}

void TestHighlighting::refusesAnotherText()
{
    QFETCH(QByteArray, html);
    QVERIFY(!spansFromHtml(html, QStringLiteral("ab")));
    QVERIFY(spansFromHtml(page("ab\n"), QStringLiteral("ab")));
}

void TestHighlighting::bestOfThisMachine_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Whichever back end this machine has: every span lies inside the text, and keys, texts and numbers look different.
void TestHighlighting::bestOfThisMachine()
{
    QFETCH(bool, dark);
    QVERIFY(!JsonHighlighting::description().isEmpty());
    QObject parent;
    JsonHighlighting *highlighting = JsonHighlighting::create(&parent);
    if (qobject_cast<PlainHighlighting *>(highlighting))
        QSKIP("KDE Syntax Highlighting is not installed");
    QSignalSpy ready(highlighting, &JsonHighlighting::ready);
    const QString text = QStringLiteral("{\n  \"key\": \"text\",\n  \"n\": 12\n}");
    highlighting->request(text, dark);
    QTRY_COMPARE(ready.count(), 1);
    const QList<HighlightSpan> spans = spansOf(ready);
    const auto lookAt = [&](qsizetype at) {
        for (const HighlightSpan &span : spans) {
            if (span.range.start <= at && at < span.range.end())
                return span.color;
        }
        return QColor();
    };
    for (const HighlightSpan &span : spans)
        QVERIFY(span.range.start >= 0 && span.range.length > 0 && span.range.end() <= text.size());
    const QColor key = lookAt(text.indexOf(QStringLiteral("key"))), value = lookAt(text.indexOf(QStringLiteral("text")));
    QVERIFY(key.isValid() && value.isValid());
    QVERIFY(key != value && value != lookAt(text.indexOf(QStringLiteral("12"))));
}

void TestHighlighting::realProgram()
{
    const QString program = ProcessHighlighting::installedProgram();
    if (program.isEmpty())
        QSKIP("kate-syntax-highlighter is not installed");
    ProcessHighlighting highlighting(program);
    QSignalSpy ready(&highlighting, &JsonHighlighting::ready);
    const auto laidOut = layOutJson(hostileJson, std::nullopt);
    QVERIFY(laidOut);
    highlighting.request(laidOut->text, false);
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY2(spansOf(ready).size() > 10, "the program gave back our text, so there are spans");
    QByteArray large = "[";
    while (large.size() < 300'000)
        large += "{\"id\":\"P123456\",\"n\":[1,2.5,true,null]},";
    const auto many = layOutJson(large + "0]", std::nullopt);
    QVERIFY(many->text.size() > JsonHighlighting::longestText / 2);
    highlighting.request(many->text, true);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 2, 10'000);
    QVERIFY(spansOf(ready).size() > 10'000);
}

void TestHighlighting::slowProgramIsGivenUp()
{
    QTemporaryDir folder;
    ProcessHighlighting highlighting(scriptIn(folder, "exec sleep 60"));
    highlighting.setTimeLimit(std::chrono::milliseconds(50));
    QSignalSpy ready(&highlighting, &JsonHighlighting::ready);
    highlighting.request(QStringLiteral("{}"), false);
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY(spansOf(ready).isEmpty());
}

void TestHighlighting::failingPrograms_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("fails") << QByteArray("exit 3");
    QTest::newRow("fails after the answer") << QByteArray("printf '<pre>\\n<span style=\"color:#ff0000\">{}</span></pre>'; exit 1");
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$");
    QTest::newRow("reads nothing") << QByteArray("exec <&-; exit 0");
    QTest::newRow("another text") << QByteArray("printf '<pre>\\n<span style=\"color:#ff0000\">[]</span></pre>'");
    QTest::newRow("no such program") << QByteArray();
}

void TestHighlighting::failingPrograms()
{
    QFETCH(QByteArray, lines);
    QTemporaryDir folder;
    ProcessHighlighting highlighting(lines.isEmpty() ? folder.filePath(QStringLiteral("missing")) : scriptIn(folder, lines));
    QSignalSpy ready(&highlighting, &JsonHighlighting::ready);
    highlighting.request(QStringLiteral("{}"), false);
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY(spansOf(ready).isEmpty());
}

void TestHighlighting::newRequestDropsTheOldOne()
{
    QTemporaryDir folder;
    // Answers with what it was given, all of it red; the first request would take forever.
    ProcessHighlighting highlighting(scriptIn(folder, "t=$(cat); [ \"$t\" = slow ] && exec sleep 60\n"
                                                      "printf '<pre>\\n<span style=\"color:#ff0000\">%s</span></pre>' \"$t\""));
    QSignalSpy ready(&highlighting, &JsonHighlighting::ready);
    highlighting.request(QStringLiteral("slow"), false);
    highlighting.request(QStringLiteral("quick"), false);
    QTRY_COMPARE(ready.count(), 1);
    QCOMPARE(spansOf(ready), (QList<HighlightSpan>{{{0, 5}, QColor(0xff, 0, 0), false, false}}));
    highlighting.request(QStringLiteral("slow"), false);
    highlighting.cancel();
    highlighting.request(QStringLiteral("again"), false);
    QTRY_COMPARE(ready.count(), 2);
}

void TestHighlighting::plainFallback()
{
    PlainHighlighting highlighting;
    QSignalSpy ready(&highlighting, &JsonHighlighting::ready);
    highlighting.request(QString::fromUtf8(hostileJson), true);
    QCOMPARE(ready.count(), 1);
    QVERIFY(spansOf(ready).isEmpty());
}

void TestHighlighting::spansAreDrawnOnOurText()
{
    QPlainTextEdit edit;
    SpanHighlighter highlighter(edit.document());
    const QString text = QStringLiteral("{\n  \"a\": \"b\U0001F600c\"\n}");
    edit.setPlainText(text);
    const QColor red(0xff, 0, 0), blue(0, 0, 0xff);
    highlighter.setSpans({{{0, 1}, red, true, false}, {{4, 3}, blue, false, false}, {{9, 4}, red, false, true}, {{13, 4}, blue, false, false}});
    QCOMPARE(edit.toPlainText(), text);
    const auto formats = edit.document()->findBlockByNumber(1).layout()->formats();
    QCOMPARE(formats.size(), 3);
    QCOMPARE(formats.at(0).start, 2);
    QCOMPARE(formats.at(0).length, 3);
    QCOMPARE(formats.at(0).format.foreground().color(), blue);
    QCOMPARE(formats.at(1).start, 7);
    QVERIFY(formats.at(1).format.fontItalic());
    // A span over a line's end colours both lines.
    QCOMPARE(formats.at(2).start + formats.at(2).length, edit.document()->findBlockByNumber(1).text().size());
    QCOMPARE(edit.document()->findBlockByNumber(2).layout()->formats().size(), 1);
    highlighter.setSpans({});
    QVERIFY(edit.document()->findBlockByNumber(1).layout()->formats().isEmpty());
}

QTEST_MAIN(TestHighlighting)
#include "tst_highlighting.moc"
