// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/connectiondialogfixture.h"

using namespace pdsi;

/// Where the dialog puts the secrets of a connection, and where it does not.
class TestConnectionSecrets : public ConnectionDialogFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void lockedKeychainOffersTheSession();
    void keychainThatFailsAtSaving();
    void changingTheKindDropsTheOldSecret();
};

void TestConnectionSecrets::init() { begin(); }

void TestConnectionSecrets::lockedKeychainOffersTheSession()
{
    for (const auto &[code, word] : {std::pair(ErrorCode::KeychainLocked, "locked"), std::pair(ErrorCode::KeychainUnavailable, "no keychain")}) {
        m_keychain->readError = m_keychain->writeError = code;
        open();
        QTRY_VERIFY(words("keychainNotice").contains(QLatin1String(word)));
        QCOMPARE(part<QComboBox>("keepWhere")->currentText(), QStringLiteral("For this session only"));
    }
    m_keychain->readError.reset();
    m_keychain->writeError.reset();
    press("probeAgain");
    QTRY_VERIFY(words("keychainNotice").isEmpty());
    QCOMPARE(part<QComboBox>("keepWhere")->currentText(), QStringLiteral("In the keychain"));
    m_keychain->readError = m_keychain->writeError = ErrorCode::KeychainLocked;
    open();
    QTRY_VERIFY(!words("keychainNotice").isEmpty());
    type("name", QStringLiteral("Passing"));
    type("apiKey", QStringLiteral("passing-key"));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(m_keychain->secrets.isEmpty());
    std::optional<QByteArray> key;
    m_access->secretsOf(m_access->list()->first()).get([&key](const Result<ConnectionSecrets> &s) { key = s ? s->signIn.reveal() : QByteArray(); });
    QTRY_VERIFY(key.has_value());
    QCOMPARE(*key, QByteArray("passing-key"));
}

void TestConnectionSecrets::keychainThatFailsAtSaving()
{
    open();
    type("name", QStringLiteral("Harbour"));
    type("apiKey", QStringLiteral("some-key"));
    m_keychain->writeError = ErrorCode::KeychainLocked; // after it looked well
    pressSave();
    QTRY_VERIFY(words("problem").contains(QLatin1String("Nothing was saved")));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_access->list()->isEmpty());
    pressSave(); // now for this session
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_access->list()->size(), 1);
}

void TestConnectionSecrets::changingTheKindDropsTheOldSecret()
{
    open(stored());
    choose("signInKind", QStringLiteral("With the browser (OAuth 2.0)"));
    type("clientId", QStringLiteral("client"));
    pressSave();
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(m_keychain->secrets.isEmpty());
    open(m_access->list()->first());
    press("testButton");
    QTRY_VERIFY(testWords().contains(QLatin1String("Nothing is kept for this connection yet")));
}

QTEST_MAIN(TestConnectionSecrets)
#include "tst_connectionsecrets.moc"
