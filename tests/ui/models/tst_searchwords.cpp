// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/prng.h"
#include "ui/models/searchwords.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

/// `-facet:value|value` a term, for comparing.
QString told(const SearchWords &words)
{
    QStringList terms;
    for (const SearchTerm &term : words.terms())
        terms << (term.negated ? u"-"_s : u""_s) + term.facet + u":"_s + term.values.join(u'|');
    return terms.join(u' ');
}

} // namespace

class TestSearchWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("blanks alone") << u" \t\u00a0 "_s << u""_s;
        QTest::newRow("a word") << u"night"_s << u":night"_s;
        QTest::newRow("a phrase") << u"\"night shift\""_s << u":night shift"_s;
        QTest::newRow("a facet") << u"status:fail"_s << u"status:fail"_s;
        QTest::newRow("facets are lower case") << u"STATUS:Fail"_s << u"status:Fail"_s;
        QTest::newRow("several values") << u"status:fail,manual"_s << u"status:fail|manual"_s;
        QTest::newRow("quoted value") << u"framework:\"SOC 2\",CIS"_s << u"framework:SOC 2|CIS"_s;
        QTest::newRow("comma in quotes") << u"name:\"a, b\""_s << u"name:a, b"_s;
        QTest::newRow("comma in free text") << u"a,b"_s << u":a,b"_s;
        QTest::newRow("negated") << u"-kind:user -night"_s << u"-kind:user -:night"_s;
        QTest::newRow("a hyphen is a hyphen") << u"- a-b"_s << u":- :a-b"_s;
        QTest::newRow("an address is no facet") << u"https://acme.example/x"_s << u":https://acme.example/x"_s;
        QTest::newRow("a time is no facet") << u"12:30"_s << u":12:30"_s;
        QTest::newRow("quotes undo a facet") << u"\"status:fail\""_s << u":status:fail"_s;
        QTest::newRow("no value yet") << u"status:"_s << u"status:"_s;
        QTest::newRow("empty values") << u"status:,,fail,"_s << u"status:fail"_s;
        QTest::newRow("empty quotes") << u"\"\" name:\"\""_s << u"name:"_s;
        QTest::newRow("open quote") << u"name:\"night shift"_s << u"name:night shift"_s;
        QTest::newRow("doubled quotes") << u"name:\"say \"\"hi\"\" twice\""_s << u"name:say \"hi\" twice"_s;
        QTest::newRow("quotes inside a word") << u"ni\"ght sh\"ift"_s << u":night shift"_s;
        QTest::newRow("two colons") << u"name:a:b"_s << u"name:a:b"_s;
        QTest::newRow("colon alone") << u": :x"_s << u":: ::x"_s;
        QTest::newRow("other scripts") << u"name:שלום 平和"_s << u"name:שלום :平和"_s;
        QTest::newRow("line breaks separate") << u"a\nb"_s << u":a :b"_s;
    }

    void reads()
    {
        QFETCH(const QString, text);
        const SearchWords words = SearchWords::parse(text);
        QTEST(told(words), "expected");
        QCOMPARE(words.text(), text);
    }

    void placesOfTerms()
    {
        const QString text = u" -status:fail,\"not determined\"  night"_s;
        const SearchWords words = SearchWords::parse(text);
        QCOMPARE(words.terms().size(), 2);
        QCOMPARE(text.mid(words.terms().at(0).start, words.terms().at(0).length), u"-status:fail,\"not determined\""_s);
        QCOMPARE(text.mid(words.terms().at(1).start, words.terms().at(1).length), u"night"_s);
    }

    void facetValues()
    {
        const SearchWords words = SearchWords::parse(u"-status:pass status:fail,manual status:error"_s);
        QCOMPARE(words.facet(u"status"_s), (QStringList{u"fail"_s, u"manual"_s}));
        QVERIFY(words.facet(u"kind"_s).isEmpty());
    }

    void withFacet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("added") << u"night"_s << QStringList{u"fail"_s} << u"night status:fail"_s;
        QTest::newRow("into nothing") << u""_s << QStringList{u"fail"_s, u"manual"_s} << u"status:fail,manual"_s;
        QTest::newRow("replaced, every one") << u"status:a night status:b -status:c"_s << QStringList{u"d"_s} << u"night status:d"_s;
        QTest::newRow("taken out") << u"a status:fail b"_s << QStringList() << u"a b"_s;
        QTest::newRow("nothing to take out") << u"a"_s << QStringList() << u"a"_s;
        QTest::newRow("blanks in quotes stay") << u"name:\"a   b\" status:x"_s << QStringList{u"y"_s} << u"name:\"a   b\" status:y"_s;
        QTest::newRow("an open quote is closed") << u"name:\"night"_s << QStringList{u"fail"_s} << u"name:\"night\" status:fail"_s;
        QTest::newRow("quoted") << u""_s << QStringList{u"not determined"_s} << u"status:\"not determined\""_s;
    }

    void withFacet()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, values);
        const SearchWords words = SearchWords::parse(text).withFacet(u"status"_s, values);
        QTEST(words.text(), "expected");
        QCOMPARE(words.facet(u"status"_s), values);
    }

    void without()
    {
        const SearchWords once = SearchWords::parse(u"night"_s).without(u"id"_s, u"P1"_s);
        QCOMPARE(once.text(), u"night -id:P1"_s);
        QCOMPARE(once.without(u"id"_s, u"P1"_s).text(), once.text());
        QCOMPARE(once.without(u"id"_s, u"P2"_s).text(), u"night -id:P1 -id:P2"_s);
    }

    /// Whatever is written is read back, wherever it stands.
    void quotedComesBack()
    {
        Prng random(7);
        const QString alphabet = u"ab :,\"-\\\t\nש\u00e9<"_s;
        for (int i = 0; i < 2'000; ++i) {
            QString value;
            for (int c = random.between(1, 8); c > 0; --c)
                value += alphabet.at(random.below(int(alphabet.size())));
            const SearchWords words = SearchWords::parse(u"x"_s).withFacet(u"name"_s, {value, u"other"_s});
            QCOMPARE(words.facet(u"name"_s), (QStringList{value, u"other"_s}));
            QCOMPARE(words.terms().size(), 2);
            const SearchWords free = SearchWords::parse(SearchWords::quoted(value));
            QCOMPARE(told(free), u":"_s + value);
        }
    }

    void anyTextIsRead()
    {
        Prng random(8);
        const QString alphabet = u"ab :,\"-"_s + QChar(0) + QChar(0xD800);
        for (int i = 0; i < 2'000; ++i) {
            QString text;
            for (int c = random.below(30); c > 0; --c)
                text += alphabet.at(random.below(int(alphabet.size())));
            const SearchWords words = SearchWords::parse(text);
            qsizetype end = 0;
            for (const SearchTerm &term : words.terms()) {
                QVERIFY(term.start >= end && term.length > 0);
                end = term.start + term.length;
            }
            QVERIFY(end <= text.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
