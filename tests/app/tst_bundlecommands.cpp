// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommand.h"
#include "app/cli/verifycommand.h"
#include "core/snapshot/zipreader.h"
#include "tests/support/fakecredentialstore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace pdsi::cli;

/// --bundle, --redact and `verify`, from the command line's options to exit codes.
class TestBundleCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signedBundleIsVerified();
    void changedBundleExits1();
    void unreadableBundleExits2();
    void withoutKeychainOnlyUnsigned();
    void redactedFilesNameNobody();
    void pseudonymsAndTheirTableComeTogether();
    void unreachableAuthorityExits5();
    void wordsSayWhoVouches_data();
    void wordsSayWhoVouches();
    void verifyArguments_data();
    void verifyArguments();

private:
    Options sample() const;
    int audit(const Options &options, std::unique_ptr<CredentialStore> keychain);
    int verify(const QString &fingerprint = {}, bool requireSignature = false);
    QByteArray content(const char *name) const;
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBundleCommands::init() { m_folder = std::make_unique<QTemporaryDir>(); }

Options TestBundleCommands::sample() const
{
    Options options;
    options.source = Source::Sample;
    options.outputPath = path("report.json");
    options.progress = ProgressStyle::Never;
    options.bundle.path = path("bundle.zip");
    return options;
}

int TestBundleCommands::audit(const Options &options, std::unique_ptr<CredentialStore> keychain)
{
    AuditCommand command(options, Clock::system(), std::move(keychain));
    QSignalSpy exited(&command, &AuditCommand::exited);
    command.start();
    return QTest::qWaitFor([&exited] { return !exited.isEmpty(); }, 60'000) ? exited.first().first().toInt() : -1;
}

int TestBundleCommands::verify(const QString &fingerprint, bool requireSignature)
{
    VerifyOptions options;
    options.path = path("bundle.zip");
    options.fingerprint = fingerprint;
    options.requireSignature = requireSignature;
    VerifyCommand command(options, std::make_unique<FakeCredentialStore>());
    QSignalSpy exited(&command, &VerifyCommand::exited);
    command.start();
    return QTest::qWaitFor([&exited] { return !exited.isEmpty(); }, 60'000) ? exited.first().first().toInt() : -1;
}

QByteArray TestBundleCommands::content(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestBundleCommands::signedBundleIsVerified()
{
    QCOMPARE(audit(sample(), std::make_unique<FakeCredentialStore>()), int(AuditCommand::Done));
    QCOMPARE(verify(), int(VerifyCommand::Good));
    const auto verdict = verifyEvidenceBundle(path("bundle.zip"));
    QVERIFY(verdict && verdict->signature == BundleVerdict::Signature::Good);
    QCOMPARE(verify(verdict->fingerprint), int(VerifyCommand::Good));
    QCOMPARE(verify({}, true), int(VerifyCommand::Good));
    QCOMPARE(verify(QString(64, u'0')), int(VerifyCommand::Differs));
    QVERIFY(verdictText(QStringLiteral("b.zip"), *verdict).contains(verdict->fingerprint));
    // The report beside the bundle is the one inside.
    const auto zip = ZipReader::open(path("bundle.zip"));
    QCOMPARE(*(*zip)->read(QStringLiteral("report.json")), content("report.json"));
    QVERIFY((*zip)->read(QStringLiteral("report.pdf"))->startsWith("%PDF"));
}

void TestBundleCommands::changedBundleExits1()
{
    Options options = sample();
    options.bundle.allowUnsigned = true;
    QCOMPARE(audit(options, std::make_unique<FakeCredentialStore>()), int(AuditCommand::Done));
    QByteArray bytes = content("bundle.zip");
    const qsizetype at = bytes.indexOf("report.csv") + 200; // in its deflated data
    bytes[at] = char(bytes.at(at) ^ 1);
    QFile file(path("bundle.zip"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    QCOMPARE(verify(), int(VerifyCommand::Differs));
    const auto verdict = verifyEvidenceBundle(path("bundle.zip"));
    QVERIFY(verdictText(QStringLiteral("b.zip"), *verdict).startsWith(QLatin1String("b.zip: DIFFERS\n  report.csv differs")));
}

void TestBundleCommands::unreadableBundleExits2()
{
    QCOMPARE(verify(), int(VerifyCommand::Unreadable));
}

void TestBundleCommands::withoutKeychainOnlyUnsigned()
{
    auto locked = [] {
        auto store = std::make_unique<FakeCredentialStore>();
        store->readError = ErrorCode::KeychainLocked;
        return store;
    };
    QCOMPARE(audit(sample(), locked()), int(AuditCommand::ReportNotWritten));
    QVERIFY(!QFile::exists(path("bundle.zip")) && !QFile::exists(path("report.json")));
    Options options = sample();
    options.bundle.allowUnsigned = true;
    QCOMPARE(audit(options, locked()), int(AuditCommand::Done));
    QCOMPARE(verifyEvidenceBundle(path("bundle.zip"))->signature, BundleVerdict::Signature::None);
    QCOMPARE(verify(), int(VerifyCommand::Good));
    QCOMPARE(verify({}, true), int(VerifyCommand::Differs));
    BundleTrust strict;
    strict.requireSignature = true;
    const auto refused = verifyEvidenceBundle(path("bundle.zip"), strict);
    QVERIFY(verdictText(QStringLiteral("b.zip"), *refused).startsWith(QLatin1String("b.zip: UNSIGNED\n")));
}

void TestBundleCommands::redactedFilesNameNobody()
{
    Options options = sample();
    options.bundle.redact = true;
    options.bundle.redactionKeyPath = path("key");
    options.bundle.redactionTablePath = path("people.json");
    QCOMPARE(audit(options, std::make_unique<FakeCredentialStore>()), int(AuditCommand::Done));
    const QByteArray report = content("report.json"), table = content("people.json");
    QVERIFY(report.contains("Person ") && !report.contains("Marit Solheim"));
    QVERIFY(table.contains("Marit Solheim"));
    QVERIFY(verifyEvidenceBundle(path("bundle.zip"))->manifest.redacted);
    for (const char *name : {"key", "people.json"})
        QCOMPARE(QFile::permissions(path(name)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // The key that was made is used again.
    QCOMPARE(audit(options, std::make_unique<FakeCredentialStore>()), int(AuditCommand::Done));
    QCOMPARE(content("people.json"), table);
    QFile::remove(path("key"));
    QCOMPARE(audit(options, std::make_unique<FakeCredentialStore>()), int(AuditCommand::Done));
    QVERIFY(content("people.json") != table);
}

void TestBundleCommands::pseudonymsAndTheirTableComeTogether()
{
    Options options = sample();
    options.bundle.redact = true;
    options.bundle.redactionTablePath = path("people.json");
    const QDir folder(m_folder->path());
    // After the first look at the paths and before anything is written, somebody puts a directory in the way.
    const auto blocking = [&folder](const QStringList &names) {
        auto store = std::make_unique<FakeCredentialStore>();
        store->afterRead = [folder, names] {
            for (const QString &name : names)
                folder.mkdir(name);
        };
        return store;
    };
    QCOMPARE(audit(options, blocking({QStringLiteral("people.json")})), int(AuditCommand::ReportNotWritten));
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{QStringLiteral("people.json")});
    QVERIFY(folder.rmdir(QStringLiteral("people.json")));
    QCOMPARE(audit(options, blocking({QStringLiteral("report.json"), QStringLiteral("bundle.zip")})), int(AuditCommand::ReportNotWritten));
    QVERIFY(!folder.exists(QStringLiteral("people.json")));
    // One of the two is enough for a table.
    QVERIFY(folder.rmdir(QStringLiteral("bundle.zip")));
    QVERIFY(folder.rmdir(QStringLiteral("report.json")));
    QCOMPARE(audit(options, blocking({QStringLiteral("report.json")})), int(AuditCommand::ReportNotWritten));
    QVERIFY(QFileInfo(path("people.json")).isFile() && QFileInfo(path("bundle.zip")).isFile());
}

void TestBundleCommands::wordsSayWhoVouches_data()
{
    using Signature = BundleVerdict::Signature;
    using Trust = BundleVerdict::Trust;
    QTest::addColumn<int>("signature");
    QTest::addColumn<int>("trust");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, Signature signature, Trust trust, const char *said) {
        QTest::newRow(name) << int(signature) << int(trust) << QString::fromLatin1(said);
    };
    row("unsigned", Signature::None, Trust::Nobody, "nobody vouches for them");
    row("unknown", Signature::Good, Trust::OnlyItself, "a key UNKNOWN to this computer");
    row("keychain", Signature::Good, Trust::KnownKey, "You made this bundle with your key");
    row("expected", Signature::Good, Trust::GivenFingerprint, "Whoever holds that key made this bundle");
    row("wrong", Signature::Wrong, Trust::Nobody, "Rely on nothing in it");
}

void TestBundleCommands::wordsSayWhoVouches()
{
    QFETCH(const int, signature);
    QFETCH(const int, trust);
    QFETCH(const QString, said);
    BundleVerdict verdict;
    verdict.signature = BundleVerdict::Signature(signature);
    verdict.trust = BundleVerdict::Trust(trust);
    verdict.fingerprint = QString(64, u'a');
    const QString text = verdictText(QStringLiteral("b.zip"), verdict);
    QVERIFY2(text.contains(said), qPrintable(text));
    QCOMPARE(text.contains(QLatin1String("UNSIGNED")), verdict.signature == BundleVerdict::Signature::None);
    for (const QString &line : text.split(u'\n'))
        QVERIFY2(line.size() <= 120, qPrintable(line));
}

void TestBundleCommands::unreachableAuthorityExits5()
{
    Options options = sample();
    options.bundle.allowUnsigned = true;
    options.bundle.timestampAuthority = QUrl(QStringLiteral("http://127.0.0.1:1/"));
    QCOMPARE(audit(options, std::make_unique<FakeCredentialStore>()), int(AuditCommand::ReportNotWritten));
    QCOMPARE(verify(), int(VerifyCommand::Good)); // it is written all the same
}

void TestBundleCommands::verifyArguments_data()
{
    QTest::addColumn<bool>("good");
    QTest::newRow("verify a.zip") << true;
    QTest::newRow("verify") << false;
    QTest::newRow("verify a.zip b.zip") << false;
    QTest::newRow("verify a.zip --key 12ab") << false;
    QTest::newRow("verify a.zip --sample") << false;
    QTest::newRow("verify a.zip --require-signature") << true;
    QTest::newRow("verify a.zip --timestamp-ca ca.pem") << true;
    QTest::newRow("verify a.zip --timestamp-ca") << false;
}

void TestBundleCommands::verifyArguments()
{
    QFETCH(bool, good);
    QStringList arguments{QStringLiteral("program")};
    arguments << QString::fromLatin1(QTest::currentDataTag()).split(u' ');
    QCOMPARE(parseVerifyCommand(arguments).ok(), good);
    QVERIFY(parseVerifyCommand({QStringLiteral("program"), QStringLiteral("verify"), QStringLiteral("--help")})->showHelp);
    const auto keyed = parseVerifyCommand({QStringLiteral("program"), QStringLiteral("verify"), QStringLiteral("a.zip"),
                                           QStringLiteral("--key"), QString(64, u'A')});
    QCOMPARE(keyed->fingerprint, QString(64, u'a'));
}

QTEST_MAIN(TestBundleCommands) // the bundle's PDF needs fonts
#include "tst_bundlecommands.moc"
