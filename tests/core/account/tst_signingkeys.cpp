// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/signingkeys.h"
#include "tests/support/fakecredentialstore.h"

#include <QTest>

using namespace pdsi;

/// The key in the keychain: made once, never where none can be kept.
class TestSigningKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnceAndKept();
    void lookingMakesNone();
    void isNotMadeWhereItCannotBeKept_data();
    void isNotMadeWhereItCannotBeKept();
    void damagedSeedIsNoKey();

private:
    static Result<SigningKey> asked(CredentialStore &store, void (SigningKeys::*question)(SigningKeys::Answer));
};

Result<SigningKey> TestSigningKeys::asked(CredentialStore &store, void (SigningKeys::*question)(SigningKeys::Answer))
{
    SigningKeys keys(store);
    std::optional<Result<SigningKey>> answer;
    (keys.*question)([&answer](const Result<SigningKey> &key) { answer = key; });
    [&] { QTRY_VERIFY(answer.has_value()); }();
    return *answer;
}

void TestSigningKeys::isMadeOnceAndKept()
{
    FakeCredentialStore store;
    const auto made = asked(store, &SigningKeys::get), again = asked(store, &SigningKeys::get), found = asked(store, &SigningKeys::find);
    QVERIFY(made && again && found);
    QCOMPARE(again->publicKey(), made->publicKey());
    QCOMPARE(found->publicKey(), made->publicKey());
    QCOMPARE(store.secrets.size(), 1);
    QCOMPARE(store.secrets.first().reveal(), made->seed().reveal());
}

void TestSigningKeys::lookingMakesNone()
{
    FakeCredentialStore store;
    const auto found = asked(store, &SigningKeys::find);
    QVERIFY(!found && found.error().code == ErrorCode::NotFound);
    QVERIFY(store.secrets.isEmpty());
}

void TestSigningKeys::isNotMadeWhereItCannotBeKept_data()
{
    QTest::addColumn<bool>("onRead");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("locked when read") << true << ErrorCode::KeychainLocked;
    QTest::newRow("locked when written") << false << ErrorCode::KeychainLocked;
    QTest::newRow("absent") << true << ErrorCode::KeychainUnavailable;
}

void TestSigningKeys::isNotMadeWhereItCannotBeKept()
{
    QFETCH(bool, onRead);
    QFETCH(ErrorCode, code);
    FakeCredentialStore store;
    (onRead ? store.readError : store.writeError) = code;
    const auto made = asked(store, &SigningKeys::get);
    QVERIFY(!made);
    QCOMPARE(made.error().code, code);
    QVERIFY(store.secrets.isEmpty());
}

void TestSigningKeys::damagedSeedIsNoKey()
{
    FakeCredentialStore store;
    QVERIFY(asked(store, &SigningKeys::get));
    store.secrets.first() = Secret("short");
    const auto damaged = asked(store, &SigningKeys::get);
    QVERIFY(!damaged && damaged.error().code == ErrorCode::InvalidArgument);
    QCOMPARE(store.secrets.first().reveal(), QByteArray("short")); // what is there may still be somebody's key
}

QTEST_GUILESS_MAIN(TestSigningKeys)
#include "tst_signingkeys.moc"
