// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/bundle/bundlefixture.h"
#include "tests/support/madeauthority.h"
#include "ui/dialogs/bundledialog.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace pdsi;
using namespace Qt::StringLiterals;

class TestBundleDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_directory.filePath(u"bundle.zip"_s);
        const SigningKey key = fixture::signingKey();
        m_fingerprint = keyFingerprint(key.publicKey());
        QVERIFY(writeEvidenceBundle(fixture::bundleContent(), &key, m_path).ok());
    }

    void trustGrowsWithTheFingerprint()
    {
        BundleDialog dialog(m_path, {}, describe);
        QSignalSpy checked(&dialog, &BundleDialog::checked);
        QTRY_COMPARE(checked.size(), 1);
        QVERIFY(headline(dialog).startsWith(u"Unchanged"_s));
        QVERIFY(details(dialog).contains(u"a key that is unknown to this computer"_s));
        dialog.findChild<QLineEdit *>(u"bundle.fingerprint"_s)->setText(m_fingerprint.toUpper());
        dialog.findChild<QPushButton *>(u"bundle.again"_s)->click();
        QTRY_COMPARE(checked.size(), 2);
        QVERIFY(checked.at(1).at(0).toBool());
        QVERIFY(details(dialog).contains(u"by the key with the fingerprint you entered"_s));
    }

    void anotherKeyIsSaid()
    {
        BundleDialog dialog(m_path, {}, describe);
        QSignalSpy checked(&dialog, &BundleDialog::checked);
        dialog.findChild<QLineEdit *>(u"bundle.fingerprint"_s)->setText(keyFingerprint(fixture::signingKey(9).publicKey()));
        QTRY_COMPARE(checked.size(), 1);
        dialog.findChild<QPushButton *>(u"bundle.again"_s)->click();
        QTRY_COMPARE(checked.size(), 2);
        QVERIFY(details(dialog).contains(u"Rely on nothing in this bundle"_s));
        QCOMPARE(headline(dialog), u"Signed by another key than the one you entered"_s);
    }

    void knownKeysAreSaid()
    {
        BundleTrust known;
        known.knownFingerprints << m_fingerprint;
        BundleDialog dialog(m_path, known, describe);
        QTRY_VERIFY(details(dialog).contains(u"this computer's keychain"_s));
    }

    void unsignedIsTheFirstWord()
    {
        const QString path = m_directory.filePath(u"unsigned.zip"_s);
        QVERIFY(writeEvidenceBundle(fixture::bundleContent(), nullptr, path).ok());
        BundleDialog dialog(path, {}, describe);
        QTRY_VERIFY(headline(dialog).startsWith(u"Unsigned"_s));
        QVERIFY(details(dialog).contains(u"nobody vouches"_s));
    }

    void stampTellsTimeAuthorityAndTrust()
    {
        const MadeAuthority authority;
        const QString path = m_directory.filePath(u"stamped.zip"_s);
        const SigningKey key = fixture::signingKey();
        QVERIFY(writeEvidenceBundle(fixture::bundleContent(), &key, path).ok());
        QVERIFY(addBundleTimestamp(path, authority.answerTo(*timestampQuestion(*bundleManifestDigest(path)))).ok());
        BundleDialog stranger(path, {}, describe);
        QTRY_VERIFY(details(stranger).contains(u"Harbour Time"_s));
        QVERIFY(details(stranger).contains(u"Not trusted here"_s));
        BundleTrust trust;
        trust.timestampCertificates = authority.certificate();
        BundleDialog dialog(path, trust, describe);
        QTRY_VERIFY(details(dialog).contains(u"Harbour Time, trusted by the CA file"_s));
        QVERIFY(details(dialog).contains(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd"_s)));
    }

    void mistypedFingerprintIsNotTaken()
    {
        BundleDialog dialog(m_path, {}, describe);
        QTRY_VERIFY(headline(dialog).startsWith(u"Unchanged"_s));
        dialog.findChild<QLineEdit *>(u"bundle.fingerprint"_s)->setText(u"not hex"_s);
        dialog.findChild<QPushButton *>(u"bundle.again"_s)->click();
        QVERIFY(headline(dialog).startsWith(u"That is no fingerprint"_s));
    }

    void otherFilesAreRefusedInWords()
    {
        QFile file(m_directory.filePath(u"other.zip"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no zip") == 6);
        file.close();
        BundleDialog dialog(file.fileName(), {}, describe);
        QSignalSpy checked(&dialog, &BundleDialog::checked);
        QTRY_COMPARE(checked.size(), 1);
        QVERIFY(!checked.at(0).at(0).toBool());
        QCOMPARE(headline(dialog), u"This file cannot be checked"_s);
        QVERIFY(details(dialog).startsWith(u"said: "_s));
    }

    void namesFromTheBundleAreText()
    {
        BundleVerdict verdict;
        verdict.differences << BundleDifference{BundleDifference::Kind::Extra, u"<img src=x>"_s, {}};
        verdict.manifest.subdomain = u"<b>acme</b>"_s;
        const QString html = bundleVerdictHtml(verdict);
        QVERIFY(!html.contains(u"<img"_s) && !html.contains(u"<b>"_s));
        QVERIFY(html.contains(u"&lt;img src=x&gt;"_s));
        QCOMPARE(bundleHeadline(verdict), u"Changed: <img src=x>"_s);
        QVERIFY(html.contains(u"Unsigned"_s));
    }

private:
    static QString describe(const Error &error) { return u"said: "_s + error.detail; }
    static QString headline(const BundleDialog &dialog) { return dialog.findChild<QLabel *>(u"bundle.headline"_s)->text(); }
    static QString details(const BundleDialog &dialog) { return dialog.findChild<QTextBrowser *>(u"bundle.details"_s)->toPlainText(); }

    QTemporaryDir m_directory;
    QString m_path, m_fingerprint;
};

QTEST_MAIN(TestBundleDialog)
#include "tst_bundledialog.moc"
