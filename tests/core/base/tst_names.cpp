// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/accountinfo.h"
#include "core/base/requestrecord.h"
#include "core/base/resourceclass.h"

#include <QSet>
#include <QTest>

using namespace pdsi;

class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClassHasItsOwnNameAndComesBack();
    void wordsComeBack();
    void unknownWordsAreNone();
    void fixedNames();

private:
    template<typename Enum>
    void roundTrip(int count, QString (*name)(Enum), std::optional<Enum> (*fromName)(QStringView));
};

template<typename Enum>
void TestNames::roundTrip(int count, QString (*name)(Enum), std::optional<Enum> (*fromName)(QStringView))
{
    QSet<QString> seen;
    for (int i = 0; i < count; ++i) {
        const QString word = name(static_cast<Enum>(i));
        QVERIFY(!word.isEmpty());
        QVERIFY2(!seen.contains(word), qPrintable(word));
        seen.insert(word);
        QCOMPARE(fromName(word), static_cast<Enum>(i));
        QVERIFY(!fromName(word.toUpper()));
    }
    QVERIFY(!fromName(u""));
}

void TestNames::everyClassHasItsOwnNameAndComesBack()
{
    roundTrip<ResourceClass>(resourceClassCount, &resourceClassName, &resourceClassFromName);
}

void TestNames::wordsComeBack()
{
    roundTrip<CollectionState>(6, &collectionStateName, &collectionStateFromName);
    roundTrip<ReasonCode>(7, &reasonCodeName, &reasonCodeFromName);
    roundTrip<RequestResult>(7, &requestResultName, &requestResultFromName);
}

void TestNames::unknownWordsAreNone()
{
    QVERIFY(!resourceClassFromName(u"gizmos"));
    QVERIFY(!collectionStateFromName(u"completed"));
    QVERIFY(!reasonCodeFromName(u"because"));
    QVERIFY(!requestResultFromName(u"ok"));
}

/// Names that stand in reports and archives: changing one breaks files people have.
void TestNames::fixedNames()
{
    QCOMPARE(resourceClassName(ResourceClass::SignIn), QStringLiteral("sign_in"));
    QCOMPARE(resourceClassName(ResourceClass::Users), QStringLiteral("users"));
    QCOMPARE(resourceClassName(ResourceClass::AuditTokensOld), QStringLiteral("audit_records_api_token_old"));
    QCOMPARE(resourceClassName(ResourceClass::Analytics), QStringLiteral("analytics"));
    QCOMPARE(collectionStateName(CollectionState::NotCollected), QStringLiteral("notCollected"));
    QCOMPARE(reasonCodeName(ReasonCode::NotExposed), QStringLiteral("notExposed"));
    QCOMPARE(requestResultName(RequestResult::PlanGated), QStringLiteral("planGated"));
    QCOMPARE(signInKindName(SignInKind::ApiKey), QStringLiteral("api-key"));
    QCOMPARE(signInKindName(SignInKind::OAuth), QStringLiteral("oauth"));
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
