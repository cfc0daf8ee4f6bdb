// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/personaltext.h"

#include <QSet>
#include <QTest>

using namespace pdsi;

/// Names, addresses and numbers in texts, and what stays.
class TestPersonalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void textsAreCleaned_data();
    void textsAreCleaned();
    void samePersonHasOnePseudonym();
    void unknownPeopleAndAddressesAreMaskedAlike();
    void otherKeyGivesOtherPseudonyms();
    void keysAreWhatTheySay();
    void pathsKeepTheirShape();

private:
    PersonalText m_text{*RedactionKey::fromText(QByteArray(64, 'a'))};
};

void TestPersonalText::initTestCase()
{
    m_text.know(QStringLiteral("PU1"), QStringLiteral("Marit Solheim"), QStringLiteral("marit.solheim@corp.example"));
    m_text.know(QStringLiteral("PU1"), QStringLiteral("Marit S."), {});
    m_text.know(QStringLiteral("PU2"), QStringLiteral("Ana O'Brien"), QStringLiteral("aobrien@corp.example"));
    m_text.know(QStringLiteral("PU3"), QStringLiteral("田中太郎"), {});
    m_text.know(QStringLiteral("PU4"), QStringLiteral("Platform Bot"), {});
    m_text.know(QStringLiteral("PU5"), QStringLiteral("Cher"), {});
    m_text.ready();
}

/// %1..%5 stand for the pseudonyms of the five.
void TestPersonalText::textsAreCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cleaned");
    const auto row = [](const char *text, const char *cleaned) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(cleaned); };
    row("Marit Solheim primary", "%1 primary");
    row("MARIT SOLHEIM", "%1");
    row("Solheim, Marit (EMEA)", "%1 (EMEA)");
    row("marit.solheim-rota", "%1-rota");
    row("Marit S. is away", "%1. is away");
    row("Ana O'Brien's shift", "%2's shift");
    row("page aobrien first", "page %2 first");
    row("Marit's laptop", "[name]'s laptop");
    row("marital status", "marital status");
    row("Maritime Solheimers", "Maritime Solheimers");
    row("当番は田中太郎さん", "当番は%3さん");
    row("Platform API", "Platform API");
    row("Platform Bot token", "%4 token");
    row("Cher on call, cheroot", "%5 on call, cheroot");
    row("call +49 (30) 123-4567 now", "call [phone] now");
    row("(555) 123-4567", "[phone]");
    row("030 / 1234567", "[phone]");
    row("2026-10-19T08:00:00Z 08:00-20:00 1,234,567 v1.20.300", "2026-10-19T08:00:00Z 08:00-20:00 1,234,567 v1.20.300");
    row("@oncall, look", "@oncall, look");
    row("@carrier\\.example$", "@carrier\\.example$");
    row("", "");
}

void TestPersonalText::textsAreCleaned()
{
    QFETCH(QString, text);
    QFETCH(QString, cleaned);
    for (int i = 1; i <= 5; ++i)
        cleaned.replace(QStringLiteral("%%1").arg(i), m_text.pseudonym(QStringLiteral("PU%1").arg(i)));
    QCOMPARE(m_text.clean(text), cleaned);
}

void TestPersonalText::samePersonHasOnePseudonym()
{
    const QString pseudonym = m_text.pseudonym(QStringLiteral("PU1"));
    QCOMPARE(m_text.person(QStringLiteral("Marit Solheim")), pseudonym);
    QCOMPARE(m_text.person(QStringLiteral("Marit.Solheim@CORP.example")), pseudonym);
    const QString code = pseudonym.section(u' ', -1).toLower();
    QCOMPARE(m_text.clean(QStringLiteral("to marit.solheim@corp.example!")), QStringLiteral("to person-%1@redacted.invalid!").arg(code));
}

void TestPersonalText::unknownPeopleAndAddressesAreMaskedAlike()
{
    const QString approver = m_text.person(QStringLiteral("Someone Else"));
    QVERIFY(approver.startsWith(QLatin1String("Person ")));
    QCOMPARE(m_text.person(QStringLiteral("someone  else")), approver);
    QVERIFY(m_text.person(QStringLiteral("Someone New")) != approver);
    QVERIFY(m_text.person({}).isEmpty());
    const QString address = m_text.clean(QStringLiteral("list@corp.example"));
    QVERIFY(address.startsWith(QLatin1String("contact-")) && address.endsWith(QLatin1String("@redacted.invalid")));
    QCOMPARE(m_text.clean(QStringLiteral("LIST@corp.example")), address);
}

void TestPersonalText::otherKeyGivesOtherPseudonyms()
{
    QSet<QString> pseudonyms;
    for (int i = 0; i < 20; ++i)
        pseudonyms.insert(PersonalText(RedactionKey::random()).pseudonym(QStringLiteral("PU1")));
    QCOMPARE(pseudonyms.size(), 20);
    PersonalText many(*RedactionKey::fromText(QByteArray(64, 'b')));
    for (int i = 0; i < 20'000; ++i)
        many.know(QStringLiteral("P%1").arg(i), {}, {});
    many.ready();
    QSet<QString> all;
    for (const KnownPerson &person : many.people())
        all.insert(person.pseudonym);
    QCOMPARE(all.size(), 20'000);
}

void TestPersonalText::keysAreWhatTheySay()
{
    const RedactionKey key = RedactionKey::random();
    QCOMPARE(RedactionKey::fromText(key.text() + '\n')->text(), key.text());
    for (const QByteArray &bad : {QByteArray(), QByteArray(63, 'a'), QByteArray(64, 'g'), QByteArray(66, 'a')})
        QVERIFY(!RedactionKey::fromText(bad));
}

void TestPersonalText::pathsKeepTheirShape()
{
    const QString plain = QStringLiteral("/users?include[]=teams&limit=100&since=2026-10-19T08%3A00%3A00Z");
    QCOMPARE(m_text.cleanPath(plain), plain);
    const QString cleaned = m_text.cleanPath(QStringLiteral("/users?query=marit.solheim%40corp.example&limit=1"));
    QVERIFY2(cleaned.startsWith(QLatin1String("/users?query=person-")) && cleaned.endsWith(QLatin1String("@redacted.invalid&limit=1")),
             qPrintable(cleaned));
}

QTEST_GUILESS_MAIN(TestPersonalText)
#include "tst_personaltext.moc"
