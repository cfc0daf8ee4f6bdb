// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/memorybodysource.h"
#include "core/snapshot/personaltext.h"
#include "core/snapshot/redactedsnapshot.h"

#include <QSet>
#include <QTest>

#include <algorithm>

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
    void fieldsForPhonesAreMaskedWhole();

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
    m_text.knowPhone(QStringLiteral("5551234567"), QStringLiteral("1"));
    m_text.knowPhone(QStringLiteral("Mobile 0171 / 234 56 78"), QStringLiteral("49"));
    m_text.knowPhone(QStringLiteral("Pixel 9: 4930123456"));
    m_text.knowPhone(QStringLiteral("ext. 12345678")); // too short to be told from other numbers
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
    row("text 5551234567, or 15551234567.", "text [phone], or [phone].");
    row("tel5551234567x", "tel[phone]x");
    row("01712345678 1712345678 491712345678", "[phone] [phone] [phone]");
    row("4930123456 now", "[phone] now");
    row("5551234568 05551234567890 555123456", "5551234568 05551234567890 555123456");
    row("at 1772454600, 1772454600123, ticket 12345678", "at 1772454600, 1772454600123, ticket 12345678");
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

void TestPersonalText::fieldsForPhonesAreMaskedWhole()
{
    // As another program may have archived it: the addresses of contact methods are still there.
    const QByteArray users = R"({"users":[{"id":"PU1","type":"user","name":"Marit Solheim","contact_methods":[
        {"id":"PC1","type":"phone_contact_method","address":"5551234567","country_code":1,"label":"Mobile"},
        {"id":"PC2","type":"sms_contact_method","address":"12 34","label":"5559876543"},
        {"id":"PC3","type":"email_contact_method","address":"marit@corp.example"},
        {"id":"PC4","type":"push_notification_contact_method","address":"0123456789abcdef"}],
        "phone_number":4930123456,"phone_numbers":["4930123457"]}]})";
    const QByteArray services = R"({"services":[{"id":"PS1","description":"Call 15551234567, 5559876543, 4930123456 or 4930123457; order 5551230000"}]})";
    RequestRecord first, second;
    first.id = 1;
    second.id = 2;
    const Snapshot snapshot({}, {first, second}, {}, std::make_shared<MemoryBodySource>(QHash<int, QByteArray>{{1, users}, {2, services}}));
    const RedactedSnapshot redacted = redactSnapshot(snapshot, RedactionKey::random());
    const QByteArray user = redacted.snapshot.body(1), service = redacted.snapshot.body(2);
    for (const char *gone : {"5551234567", "5559876543", "12 34", "marit@", "0123456789abcdef", "4930123456", "4930123457", "Mobile"})
        QVERIFY2(!user.contains(gone) && !service.contains(gone), gone);
    QVERIFY(user.contains("@redacted.invalid") && user.contains("PC1"));
    QVERIFY2(service.contains("Call [phone], [phone], [phone] or [phone]; order 5551230000"), service.constData());
    const QList<RemovedField> removed = redacted.snapshot.removed(1);
    QVERIFY(std::any_of(removed.begin(), removed.end(), [](const RemovedField &f) { return f.pointer == QLatin1String("/users/0/contact_methods/0/address"); }));
}

QTEST_GUILESS_MAIN(TestPersonalText)
#include "tst_personaltext.moc"
