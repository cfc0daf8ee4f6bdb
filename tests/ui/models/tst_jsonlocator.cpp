// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonaccess.h"
#include "ui/models/jsonlayout.h"
#include "ui/models/jsonlocator.h"

#include <QJsonDocument>
#include <QTest>

using namespace pdsi;

class TestJsonLocator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatThePointerNames_data();
    void findsWhatThePointerNames();
    void namesNothing_data();
    void namesNothing();
    void agreesWithTheParser();
    void laysOut();
    void layoutMarksTheValue();
    void hostileCharactersBecomeEscapes();
    void notJson_data();
    void notJson();
    void windowAroundTheMark();
    void bracketsAloneStayLinear();
    void plainTextIsHarmless();
};

namespace {

QByteArray bytesAt(const QByteArray &json, const QString &pointer)
{
    const auto range = JsonLocator(json).locate(pointer);
    return range ? json.mid(range->start, range->length) : QByteArray("(nothing)");
}

QStringView markedIn(const LaidOutText &out)
{
    return out.mark ? QStringView(out.text).sliced(out.mark->start, out.mark->length) : QStringView();
}

QJsonValue parsed(const QByteArray &value)
{
    return QJsonDocument::fromJson('[' + value + ']').array().first();
}

/// Every pointer into a value, for comparing with the parser.
void collectPointers(const QJsonValue &value, const QString &at, QStringList &pointers)
{
    pointers << at;
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            collectPointers(value.toArray().at(i), pointerTo(at, i), pointers);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectPointers(it.value(), pointerTo(at, it.key()), pointers);
}

} // namespace

void TestJsonLocator::findsWhatThePointerNames_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    const QByteArray nested = R"( {"a": [1, {"b": "x, ]}"}, [ ]], "": {"": 7}, "a/b": 1.50e3, "m~n": null, "k\"": true} )";
    QTest::newRow("root") << nested << "" << nested.trimmed();
    QTest::newRow("element") << nested << "/a/0" << QByteArray("1");
    QTest::newRow("string with brackets") << nested << "/a/1/b" << QByteArray(R"("x, ]}")");
    QTest::newRow("empty list") << nested << "/a/2" << QByteArray("[ ]");
    QTest::newRow("empty key") << nested << "//" << QByteArray("7");
    QTest::newRow("~1 is a slash") << nested << "/a~1b" << QByteArray("1.50e3");
    QTest::newRow("~0 is a tilde") << nested << "/m~0n" << QByteArray("null");
    QTest::newRow("escaped quote in a key") << nested << "/k\"" << QByteArray("true");
    QTest::newRow("~01 is ~1, not a slash") << QByteArray(R"({"~1": 1, "/": 2})") << "/~01" << QByteArray("1");
    QTest::newRow("last of two keys") << QByteArray(R"({"a": 1, "b": {"a": 3}, "a": {"c": 2}})") << "/a/c" << QByteArray("2");
    QTest::newRow("unicode key, written") << QByteArray("{\"Z\xC3\xBCrich\": 1}") << QStringLiteral(u"/Zürich") << QByteArray("1");
    QTest::newRow("unicode key, escaped") << QByteArray(R"({"Z\u00fcrich\ud83d\ude00": 2})") << QStringLiteral(u"/Zürich😀") << QByteArray("2");
    QTest::newRow("behind unicode") << QByteArray("[\"\xF0\x9F\x98\x80\", [5]]") << "/1/0" << QByteArray("5");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{\"a\":1}") << "/a" << QByteArray("1");
    QTest::newRow("backslash before the quote") << QByteArray(R"({"a": "\\", "b": 3})") << "/b" << QByteArray("3");
}

void TestJsonLocator::findsWhatThePointerNames()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    QTEST(bytesAt(json, pointer), "value");
}

void TestJsonLocator::namesNothing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer");
    const QByteArray json = R"({"a": [1, 2], "b": "text", "01": 0})";
    QTest::newRow("missing key") << json << "/c";
    QTest::newRow("past the end") << json << "/a/2";
    QTest::newRow("leading zero") << json << "/a/01";
    QTest::newRow("minus") << json << "/a/-";
    QTest::newRow("sign") << json << "/a/+1";
    QTest::newRow("into a text") << json << "/b/0";
    QTest::newRow("no slash") << json << "a";
    QTest::newRow("empty text") << QByteArray() << "";
    QTest::newRow("empty text, some key") << QByteArray() << "/a";
    QTest::newRow("cut in the value") << QByteArray(R"({"a": {"b": [1, 2)") << "/a/b";
    QTest::newRow("cut in the key") << QByteArray(R"({"a)") << "/a";
    QTest::newRow("stray character") << QByteArray(R"({"a": <html>})") << "/a";
    QTest::newRow("key without colon") << QByteArray(R"({"a" 1})") << "/a";
    QTest::newRow("bracket of the other kind first") << QByteArray("{]") << "/a";
}

void TestJsonLocator::namesNothing()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    QCOMPARE(bytesAt(json, pointer), QByteArray("(nothing)"));
}

void TestJsonLocator::agreesWithTheParser()
{
    const QByteArray json = R"({"users":[{"id":"P1","n":{"x/y":[[],[{}],"\u00e9"]}},{"id":"P2","tags":["a","b"],"id":"P3"}],)"
                            R"("more":false,"deep":{"~":{"~0":{"~1":[0.1,-2,3e5,null]}}}})";
    const QJsonValue root = QJsonDocument::fromJson(json).object();
    QStringList pointers;
    collectPointers(root, {}, pointers);
    QVERIFY(pointers.size() > 20);
    for (const QString &pointer : std::as_const(pointers))
        QCOMPARE(parsed(bytesAt(json, pointer)), valueAtPointer(root, pointer));
}

void TestJsonLocator::laysOut()
{
    const auto out = layOutJson(R"({"b":[1,{}, [ ],"x"],"a":-1.50E+2,"c":{"d":null}})", std::nullopt);
    QVERIFY(out);
    QCOMPARE(out->text, QStringLiteral("{\n  \"b\": [\n    1,\n    {},\n    [],\n    \"x\"\n  ],\n  \"a\": -1.50E+2,\n"
                                       "  \"c\": {\n    \"d\": null\n  }\n}"));
    QVERIFY(!out->mark && !out->cutBefore && !out->cutAfter);
}

void TestJsonLocator::layoutMarksTheValue()
{
    const QByteArray json = R"({"a":{"b":[1,2]},"c":"\ud83d\ude00 Z"})";
    const auto list = layOutJson(json, JsonLocator(json).locate(u"/a/b"));
    QCOMPARE(markedIn(*list).toString(), QStringLiteral("[\n      1,\n      2\n    ]"));
    const auto text = layOutJson(json, JsonLocator(json).locate(u"/c"));
    QCOMPARE(markedIn(*text).toString(), QStringLiteral(R"("\ud83d\ude00 Z")"));
    const auto all = layOutJson(json, JsonLocator(json).locate(u""));
    QCOMPARE(markedIn(*all).toString(), all->text);
}

void TestJsonLocator::hostileCharactersBecomeEscapes()
{
    const QString odd = QStringLiteral(u"\"\u202Eevil\u2066\u200B\u00A0\uFEFF\u2028\uFFFC\uFDD0\u0007 fine 😀 日本 <b>&amp;</b>\"");
    const QByteArray json = '[' + odd.toUtf8() + ']';
    const auto out = layOutJson(json, JsonLocator(json).locate(u"/0"));
    QVERIFY(out);
    QCOMPARE(markedIn(*out).toString(),
             QStringLiteral(u"\"\\u202eevil\\u2066\\u200b\\u00a0\\ufeff\\u2028\\ufffc\\ufdd0\\u0007 fine 😀 日本 <b>&amp;</b>\""));
    // The same value as before.
    QCOMPARE(jsonStringValue(markedIn(*out).toUtf8()), jsonStringValue(odd.toUtf8()));
}

void TestJsonLocator::notJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>Bad gateway</html>");
    QTest::newRow("cut") << QByteArray(R"({"a": [1, )");
    QTest::newRow("cut in a text") << QByteArray(R"({"a": "b)");
    QTest::newRow("closes too much") << QByteArray("{}}");
    QTest::newRow("two documents") << QByteArray("{}{}");
}

void TestJsonLocator::notJson()
{
    QFETCH(QByteArray, text);
    QVERIFY(!layOutJson(text, std::nullopt));
}

void TestJsonLocator::windowAroundTheMark()
{
    QByteArray json = "[";
    for (int i = 0; i < 20'000; ++i)
        json += "{\"n\":" + QByteArray::number(i) + "},";
    json += "0]";
    constexpr qsizetype around = 2'000;
    const auto whole = layOutJson(json, JsonLocator(json).locate(u"/12345"));
    const auto window = layOutJson(json, JsonLocator(json).locate(u"/12345"), around);
    QVERIFY(window && window->cutBefore && window->cutAfter);
    QCOMPARE(markedIn(*window).toString(), QStringLiteral("{\n    \"n\": 12345\n  }"));
    QVERIFY(window->text.size() <= 3 * around);
    QVERIFY(window->mark->start >= around);
    const qint64 wholeLine = QStringView(whole->text).first(whole->mark->start).count(u'\n');
    const qint64 windowLine = QStringView(window->text).first(window->mark->start).count(u'\n') + window->firstLine - 1;
    QCOMPARE(windowLine, wholeLine);
    QVERIFY(whole->text.contains(window->text));

    const auto first = layOutJson(json, JsonLocator(json).locate(u"/0"), around);
    QVERIFY(!first->cutBefore && first->cutAfter);
    const auto last = layOutJson(json, JsonLocator(json).locate(u"/20000"), around);
    QVERIFY(last->cutBefore && !last->cutAfter);
    QCOMPARE(markedIn(*last).toString(), QStringLiteral("0"));
    const auto everything = layOutJson(json, JsonLocator(json).locate(u""), around);
    QVERIFY(everything->cutAfter);
    QCOMPARE(everything->text.size(), around);
    QCOMPARE(everything->mark, (TextRange{0, around}));
    const auto unmarked = layOutJson(json, std::nullopt, around);
    QCOMPARE(unmarked->text.size(), around);
}

void TestJsonLocator::bracketsAloneStayLinear()
{
    const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    QVERIFY(JsonLocator(deep).locate(u""));
    QVERIFY(!JsonLocator(deep).locate(u"/1"));
    const auto out = layOutJson(deep, std::nullopt);
    QVERIFY(out);
    QVERIFY(out->text.size() < 100 * deep.size());
}

void TestJsonLocator::plainTextIsHarmless()
{
    const LaidOutText out = layOutPlain("a\r\nb\t\x1b[31m \xE2\x80\xAE" "c\xFF", 100);
    QCOMPARE(out.text, QStringLiteral(u"a\nb\uFFFD\uFFFD[31m \uFFFDc\uFFFD"));
    QVERIFY(!out.cutAfter);
    QVERIFY(layOutPlain(QByteArray(500, 'x'), 100).cutAfter);
}

QTEST_APPLESS_MAIN(TestJsonLocator)
#include "tst_jsonlocator.moc"
