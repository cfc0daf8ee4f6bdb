// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/madefindings.h"
#include "ui/models/findingindex.h"
#include "ui/models/searchcompletion.h"

#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestSearchCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<QString>("text"); // the cursor stands at the |
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("first"); // with the first candidate in it
        QTest::newRow("nothing typed") << u"|"_s << QStringList() << u""_s;
        QTest::newRow("a facet") << u"sta|"_s << QStringList{u"status:"_s} << u"status:|"_s;
        QTest::newRow("facets that begin alike") << u"re|"_s << QStringList{u"requirement:"_s, u"reason:"_s} << u"requirement:|"_s;
        QTest::newRow("a negated facet") << u"x -sev|"_s << QStringList{u"severity:"_s} << u"x -severity:|"_s;
        QTest::newRow("no facet") << u"payments|"_s << QStringList() << u""_s;
        QTest::newRow("behind a blank") << u"status:fail |"_s << QStringList() << u""_s;
        QTest::newRow("all values") << u"waived:|"_s << QStringList{u"no"_s, u"yes"_s} << u"waived:no|"_s;
        QTest::newRow("values that begin so") << u"status:not| x"_s << QStringList{u"notDetermined"_s, u"notApplicable"_s} << u"status:notDetermined| x"_s;
        QTest::newRow("behind a comma") << u"status:fail,ma|"_s << QStringList{u"manual"_s} << u"status:fail,manual|"_s;
        QTest::newRow("there already") << u"status:fail|"_s << QStringList() << u""_s;
        QTest::newRow("a value with a blank") << u"framework:soc|"_s << QStringList{u"\"SOC 2\""_s} << u"framework:\"SOC 2\"|"_s;
        QTest::newRow("in open quotes") << u"framework:\"SO|"_s << QStringList{u"\"SOC 2\""_s} << u"framework:\"SOC 2\"|"_s;
        QTest::newRow("controls by name") << u"control:oncall|"_s << QStringList{u"oncall-coverage"_s} << u"control:oncall-coverage|"_s;
        QTest::newRow("kinds there are") << u"kind:|"_s << QStringList{u"user"_s} << u"kind:user|"_s;
        QTest::newRow("free values") << u"name:a|"_s << QStringList() << u""_s;
        QTest::newRow("unknown facet") << u"foo:b|"_s << QStringList() << u""_s;
    }

    void offers()
    {
        QFETCH(QString, text);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const auto index = FindingIndex::build(made::findingsOf({made::findingOf(8, OutcomeStatus::Fail, u"user"_s, u"P1"_s, u"Ana"_s)}));
        const SearchCompletion completion = completeSearch(text, cursor, *index);
        QTEST(completion.candidates, "offered");
        if (completion.candidates.isEmpty())
            return;
        auto [applied, at] = completion.applied(text, completion.candidates.first());
        QTEST(applied.insert(at, u'|'), "first");
    }

    void requirementsAreThoseOfTheAssessment()
    {
        const auto index = FindingIndex::build(made::findingsOf({}));
        const QStringList offered = completeSearch(u"requirement:cc6"_s, 15, *index).candidates;
        QVERIFY(offered.contains(u"CC6.1"_s));
        for (const QString &id : offered)
            QVERIFY(id.startsWith(u"CC6"_s));
    }
};

QTEST_GUILESS_MAIN(TestSearchCompletion)
#include "tst_searchcompletion.moc"
