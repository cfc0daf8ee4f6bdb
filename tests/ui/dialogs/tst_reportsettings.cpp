// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "core/report/bundle/minisign.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/madeauthority.h"
#include "ui/dialogs/signingkeyform.h"
#include "ui/dialogs/timestampform.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

/// The page Reports of the settings: time stamps from a real server, and the signing key of a keychain in memory.
class TestReportSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        m_directory = std::make_unique<QTemporaryDir>();
        auto keychain = std::make_unique<FakeCredentialStore>();
        m_keychain = keychain.get();
        m_settings = std::make_unique<AppSettings>();
        m_access = std::make_unique<ConnectionAccess>(m_directory->path(), std::move(keychain), Clock::system());
    }

    void testSaysWhoStampsAndWhen()
    {
        MadeAuthority authority;
        TimestampForm form(*m_settings, *m_access);
        connectSettings(form);
        edit(form, "timestamp.address")->setText(authority.url().toString());
        QVERIFY(test(form));
        QVERIFY(result(form).startsWith(u"It works"_s));
        QVERIFY(result(form).contains(u"Harbour Time. Not trusted here"_s));
        QVERIFY(result(form).contains(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd"_s)));
        QVERIFY(authority.asked.body.size() < 100); // a digest and nothing else
        QCOMPARE(m_settings->timestamp().host(), u"127.0.0.1"_s);
        QFile ca(m_directory->filePath(u"ca.pem"_s));
        QVERIFY(ca.open(QIODevice::WriteOnly) && ca.write(authority.certificate()) > 0);
        ca.close();
        edit(form, "timestamp.caFile")->setText(ca.fileName());
        QVERIFY(test(form));
        QVERIFY(result(form).contains(u"trusted by the CA file"_s));
        // Another authority, of the same name, is not taken then.
        const MadeAuthority other;
        edit(form, "timestamp.address")->setText(other.url().toString());
        QVERIFY(!test(form));
        QVERIFY(result(form).contains(u"nor this system vouches"_s));
    }

    void failuresAreSaid_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such page") << int(MadeAuthority::Mood::NotFound) << u"404"_s;
        QTest::newRow("something else") << int(MadeAuthority::Mood::Garbage) << u"RFC 3161 server"_s;
        QTest::newRow("refused") << int(MadeAuthority::Mood::Refuses) << u"refused"_s;
    }

    void failuresAreSaid()
    {
        QFETCH(const int, mood);
        QFETCH(const QString, said);
        MadeAuthority authority;
        authority.mood = MadeAuthority::Mood(mood);
        TimestampForm form(*m_settings, *m_access);
        edit(form, "timestamp.address")->setText(authority.url().toString());
        QVERIFY(!test(form));
        QVERIFY2(result(form).contains(said), qPrintable(result(form)));
        QVERIFY(form.findChild<QPushButton *>(u"timestamp.test"_s)->isEnabled());
    }

    void nobodyThereAndBadFilesAreSaid()
    {
        TimestampForm form(*m_settings, *m_access);
        edit(form, "timestamp.address")->setText(u"http://127.0.0.1:1/"_s);
        QVERIFY(!test(form));
        QVERIFY(result(form).contains(u"does not answer"_s));
        edit(form, "timestamp.caFile")->setText(m_directory->filePath(u"none.pem"_s));
        QVERIFY(!test(form));
        QVERIFY(result(form).contains(u"The CA file cannot be read"_s));
    }

    void onlyAddressesAreKept()
    {
        TimestampForm form(*m_settings, *m_access);
        connectSettings(form);
        QSignalSpy changed(&form, &TimestampForm::changed);
        for (const char *typed : {"tsa.example", "ftp://tsa.example/", "https://user:secret@tsa.example/"}) {
            edit(form, "timestamp.address")->setText(QLatin1String(typed));
            Q_EMIT edit(form, "timestamp.address")->editingFinished();
            QVERIFY(result(form).contains(u"not kept"_s));
        }
        QVERIFY(changed.isEmpty());
        edit(form, "timestamp.address")->setText(u" http://tsa.example/tsr "_s);
        Q_EMIT edit(form, "timestamp.address")->editingFinished();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_settings->timestamp().address, u"http://tsa.example/tsr"_s);
        QCOMPARE(AppSettings().timestamp(), m_settings->timestamp());
    }

    void wayIsThatOfAConnection()
    {
        Connection connection;
        connection.id = connection.name = u"office"_s;
        connection.baseUrl = QUrl(u"https://api.pagerduty.com"_s);
        connection.caFile = m_directory->filePath(u"gone.pem"_s);
        QVERIFY(m_access->save(connection));
        const MadeAuthority authority;
        TimestampForm form(*m_settings, *m_access);
        connectSettings(form);
        edit(form, "timestamp.address")->setText(authority.url().toString());
        auto *way = form.findChild<QComboBox *>(u"timestamp.way"_s);
        way->setCurrentIndex(way->findData(u"office"_s));
        Q_EMIT way->activated(way->currentIndex());
        QCOMPARE(m_settings->timestamp().connectionId, u"office"_s);
        QVERIFY(!test(form)); // its certificates cannot be read, so it is not asked another way
        QVERIFY(result(form).contains(u"gone.pem"_s));
        QVERIFY(authority.asked.body.isEmpty());
        QVERIFY(m_access->remove(connection));
        TimestampForm later(*m_settings, *m_access);
        QVERIFY(later.findChild<QComboBox *>(u"timestamp.way"_s)->currentText().contains(u"gone"_s));
        QVERIFY(!test(later));
        QVERIFY(result(later).contains(u"connection that is gone"_s));
    }

    void keyIsShownCopiedAndExported()
    {
        const QString fingerprint = keepKey();
        SigningKeyForm form(*m_keychain);
        QTRY_COMPARE(edit(form, "signing.fingerprint")->text(), fingerprint);
        button(form, "signing.copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), fingerprint);
        button(form, "signing.export")->click();
        auto *dialog = form.findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = m_directory->filePath(u"me.pub"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto key = readMinisignPublicKey(file.readAll());
        QVERIFY(key && keyFingerprint(*key) == fingerprint);
        QVERIFY(notice(form).contains(path));
    }

    void newKeyIsMadeAfterAWarning()
    {
        const QString before = keepKey();
        SigningKeyForm form(*m_keychain);
        QTRY_COMPARE(edit(form, "signing.fingerprint")->text(), before);
        button(form, "signing.make")->click();
        auto *question = form.findChild<QMessageBox *>(u"signing.question"_s);
        QVERIFY(question && question->informativeText().contains(u"old public key"_s));
        question->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!form.findChild<QMessageBox *>(u"signing.question"_s));
        QCOMPARE(edit(form, "signing.fingerprint")->text(), before);
        button(form, "signing.make")->click();
        question = form.findChild<QMessageBox *>(u"signing.question"_s);
        for (QAbstractButton *each : question->buttons()) {
            if (question->buttonRole(each) == QMessageBox::AcceptRole)
                each->click();
        }
        QTRY_VERIFY(edit(form, "signing.fingerprint")->text() != before);
        QCOMPARE(edit(form, "signing.fingerprint")->text().size(), 64);
        SigningKeyForm again(*m_keychain);
        QTRY_COMPARE(edit(again, "signing.fingerprint")->text(), edit(form, "signing.fingerprint")->text());
    }

    void firstKeyNeedsNoWarning()
    {
        SigningKeyForm form(*m_keychain);
        QTRY_VERIFY(notice(form).contains(u"no key yet"_s));
        QVERIFY(!button(form, "signing.copy")->isEnabled() && !button(form, "signing.export")->isEnabled());
        button(form, "signing.make")->click();
        QTRY_COMPARE(edit(form, "signing.fingerprint")->text().size(), 64);
        QCOMPARE(m_keychain->secrets.size(), 1);
    }

    void closedKeychainsAreSaid_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("locked") << ErrorCode::KeychainLocked << u"locked"_s;
        QTest::newRow("absent") << ErrorCode::KeychainUnavailable << u"has no keychain"_s;
    }

    void closedKeychainsAreSaid()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, said);
        const QString fingerprint = keepKey();
        m_keychain->readError = code;
        SigningKeyForm form(*m_keychain);
        QTRY_VERIFY(notice(form).contains(said));
        for (const char *name : {"signing.copy", "signing.export", "signing.make"})
            QVERIFY2(!button(form, name)->isEnabled(), name);
        m_keychain->readError.reset();
        button(form, "signing.again")->click();
        QTRY_COMPARE(edit(form, "signing.fingerprint")->text(), fingerprint);
        // Readable, and yet it takes nothing new: the old key stays.
        m_keychain->writeError = code;
        button(form, "signing.make")->click();
        for (QAbstractButton *each : form.findChild<QMessageBox *>(u"signing.question"_s)->buttons()) {
            if (form.findChild<QMessageBox *>(u"signing.question"_s)->buttonRole(each) == QMessageBox::AcceptRole)
                each->click();
        }
        QTRY_VERIFY(notice(form).contains(said));
        m_keychain->writeError.reset();
        button(form, "signing.again")->click();
        QTRY_COMPARE(edit(form, "signing.fingerprint")->text(), fingerprint);
    }

private:
    static QLineEdit *edit(const QWidget &form, const char *name) { return form.findChild<QLineEdit *>(QLatin1String(name)); }
    static QPushButton *button(const QWidget &form, const char *name) { return form.findChild<QPushButton *>(QLatin1String(name)); }
    static QString notice(const QWidget &form) { return form.findChild<QLabel *>(u"signing.notice"_s)->text(); }
    static QString result(const QWidget &form) { return form.findChild<QLabel *>(u"timestamp.result"_s)->text(); }

    void connectSettings(TimestampForm &form)
    {
        connect(&form, &TimestampForm::changed, &form,
                [this](const TimestampSettings &, const TimestampSettings &after) { m_settings->setTimestamp(after); });
    }

    /// Presses Test and waits: whether it went well.
    static bool test(TimestampForm &form)
    {
        QSignalSpy tested(&form, &TimestampForm::tested);
        form.findChild<QPushButton *>(u"timestamp.test"_s)->click();
        return (!tested.isEmpty() || tested.wait(20'000)) && tested.first().first().toBool();
    }

    /// A key in the keychain; its fingerprint.
    QString keepKey()
    {
        SigningKeys keys(*m_keychain);
        QString fingerprint;
        keys.get([&fingerprint](const Result<SigningKey> &key) { fingerprint = keyFingerprint(key->publicKey()); });
        [&] { QTRY_VERIFY(!fingerprint.isEmpty()); }();
        return fingerprint;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<ConnectionAccess> m_access;
    FakeCredentialStore *m_keychain = nullptr;
};

QTEST_MAIN(TestReportSettings)
#include "tst_reportsettings.moc"
