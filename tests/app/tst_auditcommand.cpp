// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommand.h"
#include "tests/support/accounts.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/fakeidentity.h"
#include "tests/support/fakepagerduty.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace pdsi;
using namespace pdsi::cli;

/// The whole command against an account with real sockets: what it writes, what it keeps, how it exits.
class TestAuditCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void auditsALiveAccount();
    void liveAndArchiveGiveTheSameOutcomes();
    void findingsAtThresholdExit1();
    void writesWhatTheReportOptionsSay();
    void unreadableFilesExit2_data();
    void unreadableFilesExit2();
    void refusedKeyExits3();
    void nobodyThereExits3();
    void incompleteCollectionExits4();
    void unwritableReportExits5();
    void interruptedExits130AndResumes();
    void savedConnectionRenewsItsToken();
    void savedConnectionThatCannotSignInExits3_data();
    void savedConnectionThatCannotSignInExits3();
    void renewalNobodyAnswersKeepsWhatWasRead();

private:
    Options saved(const FakeIdentity &identity) const;
    Options live() const;
    int run(const Options &options, std::unique_ptr<CredentialStore> keychain = nullptr);
    QJsonObject report() const;
    QString file(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePagerDuty> m_account;
};

void TestAuditCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
    m_account = std::make_unique<FakePagerDuty>(randomAccount(7));
    QVERIFY(m_account->listen());
}

Options TestAuditCommand::live() const
{
    Options options;
    options.baseUrl = m_account->url();
    options.apiKey = Secret(m_account->options().apiKey);
    options.now = parseInstant(u"2026-10-19T08:00:00Z");
    options.outputPath = file("report.json");
    options.saveSnapshotPath = file("account.pdsnap");
    options.progress = ProgressStyle::Never;
    return options;
}

int TestAuditCommand::run(const Options &options, std::unique_ptr<CredentialStore> keychain)
{
    AuditCommand command(options, Clock::system(), std::move(keychain));
    QSignalSpy exited(&command, &AuditCommand::exited);
    command.start();
    // Retries of an unreachable account wait a few seconds.
    if (!QTest::qWaitFor([&exited] { return !exited.isEmpty(); }, 60'000))
        return -1;
    return exited.first().first().toInt();
}

QJsonObject TestAuditCommand::report() const
{
    QFile written(file("report.json"));
    return written.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(written.readAll()).object() : QJsonObject();
}

void TestAuditCommand::auditsALiveAccount()
{
    QCOMPARE(run(live()), int(AuditCommand::Done));
    const QJsonObject json = report();
    QCOMPARE(json.value(QLatin1String("schemaVersion")).toString(), QStringLiteral("1.0"));
    QCOMPARE(json.value(QLatin1String("controls")).toArray().size(), 25);
    QCOMPARE(json.value(QLatin1String("account")).toObject().value(QLatin1String("keyHint")).toString(), QStringLiteral("fa00"));
    QCOMPARE(json.value(QLatin1String("requests")).toArray().size(), m_account->stats().requests);
    QVERIFY(!QJsonDocument(json).toJson().contains("fakefakefakefakefa00"));
}

void TestAuditCommand::liveAndArchiveGiveTheSameOutcomes()
{
    QCOMPARE(run(live()), int(AuditCommand::Done));
    const QJsonObject collected = report();
    m_account->resetStats();
    Options saved = live();
    saved.source = Source::Archive;
    saved.archivePath = file("account.pdsnap");
    saved.saveSnapshotPath.clear();
    saved.now.reset();
    QCOMPARE(run(saved), int(AuditCommand::Done));
    QCOMPARE(m_account->stats().requests, 0);
    for (const char *part : {"outcomes", "controls", "summary", "collection", "requests"})
        QCOMPARE(report().value(QLatin1String(part)), collected.value(QLatin1String(part)));
}

void TestAuditCommand::findingsAtThresholdExit1()
{
    Options options = live();
    options.source = Source::Sample;
    options.saveSnapshotPath.clear();
    options.failOn = Severity::Critical;
    QCOMPARE(run(options), int(AuditCommand::FindingsAtThreshold));
    options.controls = {3, 11}; // both pass on the sample account
    QCOMPARE(run(options), int(AuditCommand::Done));
    QCOMPARE(report().value(QLatin1String("controls")).toArray().size(), 2);
}

void TestAuditCommand::writesWhatTheReportOptionsSay()
{
    Options options = live();
    options.source = Source::Sample;
    options.saveSnapshotPath.clear();
    options.report.operatorName = QStringLiteral("Dana Reyes");
    QCOMPARE(run(options), int(AuditCommand::Done));
    QCOMPARE(report().value(QLatin1String("report")).toObject().value(QLatin1String("operator")).toString(),
             QStringLiteral("Dana Reyes"));
    options.format = ReportFormat::Oscal;
    QCOMPARE(run(options), int(AuditCommand::Done));
    QVERIFY(report().contains(QLatin1String("assessment-results")));
    options.format = ReportFormat::Xlsx;
    QCOMPARE(run(options), int(AuditCommand::Done));
    QFile book(options.outputPath);
    QVERIFY(book.open(QIODevice::ReadOnly));
    QVERIFY(book.readAll().startsWith("PK\3\4"));
}

void TestAuditCommand::unreadableFilesExit2_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("snapshot") << 0;
    QTest::newRow("waivers") << 1;
    QTest::newRow("attestations") << 2;
    QTest::newRow("baseline") << 3;
    QTest::newRow("unknown control") << 4;
}

void TestAuditCommand::unreadableFilesExit2()
{
    QFETCH(int, which);
    Options options = live();
    options.source = which == 0 ? Source::Archive : Source::Sample;
    const QString missing = file("missing");
    if (which == 0)
        options.archivePath = missing;
    else if (which == 1)
        options.waiversPath = missing;
    else if (which == 2)
        options.attestationsPath = missing;
    else if (which == 3)
        options.baselinePath = missing;
    else
        options.controls = {77};
    QCOMPARE(run(options), int(AuditCommand::WrongUse));
    QVERIFY(!QFile::exists(file("report.json")));
}

void TestAuditCommand::refusedKeyExits3()
{
    Options options = live();
    options.apiKey = Secret("notthekeynotthekey00");
    QCOMPARE(run(options), int(AuditCommand::NoAccount));
    QVERIFY(!QFile::exists(file("report.json")));
}

void TestAuditCommand::nobodyThereExits3()
{
    const Options options = live();
    m_account->shutDown();
    QCOMPARE(run(options), int(AuditCommand::NoAccount));
    QVERIFY(!QFile::exists(file("report.json")));
}

void TestAuditCommand::incompleteCollectionExits4()
{
    m_account->addFault(QStringLiteral("status=403@/services"));
    QCOMPARE(run(live()), int(AuditCommand::Incomplete));
    for (const QJsonValue &control : report().value(QLatin1String("controls")).toArray()) {
        if (control[QLatin1String("id")].toInt() == 22) {
            QCOMPARE(control[QLatin1String("status")].toString(), QStringLiteral("notDetermined"));
            QCOMPARE(control[QLatin1String("reason")].toString(), QStringLiteral("permission"));
        }
    }
}

void TestAuditCommand::unwritableReportExits5()
{
    Options options = live();
    options.outputPath = file("no/such/folder/report.json");
    QCOMPARE(run(options), int(AuditCommand::ReportNotWritten));
    QCOMPARE(m_account->stats().requests, 0); // found out before anything was asked
}

void TestAuditCommand::interruptedExits130AndResumes()
{
    m_account = std::make_unique<FakePagerDuty>(sampleAccount()); // its lists hold still: nothing is read twice
    QVERIFY(m_account->listen());
    m_account->options().latencyMs = 20;
    {
        AuditCommand command(live(), Clock::system());
        QSignalSpy exited(&command, &AuditCommand::exited);
        QSignalSpy asked(m_account.get(), &FakePagerDuty::asked);
        command.start();
        QTRY_VERIFY(asked.count() > 25);
        command.interrupt();
        QTRY_COMPARE(exited.count(), 1);
        QCOMPARE(exited.first().first().toInt(), int(AuditCommand::Interrupted));
    }
    QVERIFY(!QFile::exists(file("report.json")));
    const int before = m_account->stats().requests;
    QCOMPARE(run(live()), int(AuditCommand::Done));
    const QList<QByteArray> targets = m_account->stats().targets;
    const QSet<QByteArray> distinct(targets.begin(), targets.end());
    const qsizetype askedAgain = targets.size() - distinct.size();
    QVERIFY2(askedAgain <= 10, qPrintable(QStringLiteral("%1 asked again, %2 asked before the interruption: only what "
                                                         "was in flight may be").arg(askedAgain).arg(before)));
}

namespace {

std::unique_ptr<FakeCredentialStore> keychainWith(FakeIdentity &identity)
{
    identity.give();
    OAuthTokens tokens;
    tokens.access = Secret(identity.access());
    tokens.refresh = Secret(identity.refresh());
    auto keychain = std::make_unique<FakeCredentialStore>();
    keychain->secrets.insert(QStringLiteral("id:oauth"), tokens.toSecret());
    return keychain;
}

} // namespace

/// What `--connection Harbour` asks for, with the connection saved.
Options TestAuditCommand::saved(const FakeIdentity &identity) const
{
    Connection connection{QStringLiteral("Harbour"), m_account->url(), SignInKind::OAuth, {}, QStringLiteral("id")};
    connection.oauth.clientId = QStringLiteral("client");
    connection.oauth.tokenUrl = identity.tokenUrl();
    if (!ConnectionStore(ConnectionStore::defaultDirectory()).save(connection))
        qFatal("cannot save the connection");
    Options options = live();
    options.connectionName = connection.name;
    options.apiKey = {};
    return options;
}

void TestAuditCommand::savedConnectionRenewsItsToken()
{
    FakeIdentity identity;
    QVERIFY(identity.listen());
    auto keychain = keychainWith(identity);
    m_account->options().bearerToken = identity.access();
    connect(m_account.get(), &FakePagerDuty::asked, m_account.get(), [this] {
        if (m_account->stats().requests == 20)
            m_account->options().bearerToken = "expired";
    });
    connect(&identity, &FakeIdentity::tokensGiven, m_account.get(),
            [this, &identity] { m_account->options().bearerToken = identity.access(); });
    QCOMPARE(run(saved(identity), std::move(keychain)), int(AuditCommand::Done)); // complete, or it would be 4
    QCOMPARE(identity.asked.size(), 1);
    QCOMPARE(report().value(QLatin1String("account")).toObject().value(QLatin1String("signIn")).toString(), QStringLiteral("oauth"));
}

void TestAuditCommand::savedConnectionThatCannotSignInExits3_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("locked") << ErrorCode::KeychainLocked;
    QTest::newRow("no keychain") << ErrorCode::KeychainUnavailable;
    QTest::newRow("nothing kept") << ErrorCode::NotFound;
}

void TestAuditCommand::savedConnectionThatCannotSignInExits3()
{
    QFETCH(ErrorCode, code);
    FakeIdentity identity;
    QVERIFY(identity.listen());
    auto keychain = std::make_unique<FakeCredentialStore>();
    keychain->readError = code;
    QCOMPARE(run(saved(identity), std::move(keychain)), int(AuditCommand::NoAccount));
    QCOMPARE(m_account->stats().requests, 0);
}

void TestAuditCommand::renewalNobodyAnswersKeepsWhatWasRead()
{
    FakeIdentity identity;
    QVERIFY(identity.listen());
    identity.canned = FakeIdentity::Canned{503, "text/html", "", false};
    m_account->options().bearerToken = "pdus+_0access1";
    connect(m_account.get(), &FakePagerDuty::asked, m_account.get(), [this] {
        if (m_account->stats().requests == 20)
            m_account->options().bearerToken = "expired";
    });
    Options options = saved(identity);
    options.now.reset();
    QCOMPARE(run(options, keychainWith(identity)), int(AuditCommand::Interrupted));
    m_account->options().bearerToken = "pdus+_0access1"; // it was the account's mistake
    m_account->disconnect();
    m_account->resetStats();
    FakeIdentity same;
    QVERIFY(same.listen());
    QCOMPARE(run(options, keychainWith(same)), int(AuditCommand::Done));
    QVERIFY(m_account->stats().requests < report().value(QLatin1String("requests")).toArray().size());
}

QTEST_GUILESS_MAIN(TestAuditCommand)
#include "tst_auditcommand.moc"
