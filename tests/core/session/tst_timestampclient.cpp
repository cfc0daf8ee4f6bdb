// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundleverification.h"
#include "core/report/bundle/evidencebundle.h"
#include "core/session/timestampclient.h"
#include "core/snapshot/inventory.h"
#include "tests/support/madeauthority.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace pdsi;

namespace {

class EmptyBodies final : public BodySource
{
public:
    QByteArray body(int) const override { return "{}"; }
};

} // namespace

/// Time stamps from an authority on a real socket, and what is made of bad ones.
class TestTimestampClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bundleIsStamped();
    void questionHoldsNothingButTheDigest();
    void badAnswersLeaveTheBundleAlone_data();
    void badAnswersLeaveTheBundleAlone();
    void stampOfAnotherBundleIsWrong();
    void changedStampIsNamed();
    void certificateMustBeForTimeStamps();
    void ownAuthorityIsTrustedByItsCertificate();
    void stampsOfOthersAreRefused();
    void certificatesComeFromFiles();
    void onlySafeAddresses_data();
    void onlySafeAddresses();

private:
    QString bundle(const char *name, const char *version = "0.1.0") const;
    Result<Done> stamp(const QString &path, std::chrono::milliseconds timeout = std::chrono::seconds(20));

    QTemporaryDir m_directory;
    std::unique_ptr<MadeAuthority> m_authority;
    QByteArray m_certificates;
};

void TestTimestampClient::init()
{
    m_authority = std::make_unique<MadeAuthority>();
    m_certificates.clear();
}

QString TestTimestampClient::bundle(const char *name, const char *version) const
{
    SnapshotInfo info;
    info.id = QUuid::createUuid();
    info.toolVersion = QString::fromLatin1(version);
    info.account.baseUrl = QStringLiteral("https://api.pagerduty.com");
    info.startedAt = info.finishedAt = QDateTime::fromSecsSinceEpoch(1'773'000'000, Qt::UTC);
    info.states = Inventory::load(Snapshot(info, {}, {}, nullptr))->info().states;
    const QDateTime assessed = QDateTime::fromSecsSinceEpoch(1'773'000'000, Qt::UTC);
    const BundleContent content{Snapshot(info, {}, {}, std::make_shared<EmptyBodies>()), {}, {}, info.toolVersion,
                                QUuid::createUuid(), 1'773'000'000, assessed, false};
    const QString path = m_directory.filePath(QLatin1String(name));
    if (!writeEvidenceBundle(content, nullptr, path))
        qFatal("cannot write the bundle");
    return path;
}

Result<Done> TestTimestampClient::stamp(const QString &path, std::chrono::milliseconds timeout)
{
    TimestampClient client({m_authority->url(), {}, m_certificates}, timeout);
    std::optional<Result<Done>> result;
    client.stamp(path, [&result](const Result<Timestamp> &stamped) {
        result = stamped ? Result<Done>(Done{}) : Result<Done>(stamped.error());
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
    return result.value_or(Error{ErrorCode::TimedOut, {}});
}

void TestTimestampClient::bundleIsStamped()
{
    const QString path = bundle("stamped.zip");
    const auto stamped = stamp(path);
    QVERIFY2(stamped, qPrintable(stamped ? QString() : stamped.error().detail));
    const auto verdict = verifyEvidenceBundle(path);
    QVERIFY(verdict && verdict->good());
    QCOMPARE(verdict->timestamp.state, TimestampVerdict::State::Valid);
    QVERIFY(verdict->timestamp.authority.contains(QLatin1String("Harbour Time")));
    QCOMPARE(verdict->timestamp.policy, QStringLiteral("1.3.6.1.4.1.99999.1"));
    QVERIFY(qAbs(verdict->timestamp.time.secsTo(QDateTime::currentDateTimeUtc())) < 120);
    QVERIFY(!verdict->timestamp.trusted); // nobody's system trusts what this test made
    QVERIFY(!verdict->timestamp.problem.isEmpty());
    QVERIFY(!stamp(path)); // one is enough
}

void TestTimestampClient::questionHoldsNothingButTheDigest()
{
    const QString path = bundle("asked.zip");
    QVERIFY(stamp(path));
    QCOMPARE(m_authority->asked.method, QByteArray("POST"));
    QCOMPARE(m_authority->asked.header("content-type"), QByteArray("application/timestamp-query"));
    QVERIFY(m_authority->asked.body.contains(*bundleManifestDigest(path)));
    QVERIFY(m_authority->asked.body.size() < 100);
}

void TestTimestampClient::badAnswersLeaveTheBundleAlone_data()
{
    QTest::addColumn<int>("mood");
    QTest::addColumn<ErrorCode>("code");
    using Mood = MadeAuthority::Mood;
    QTest::newRow("other question") << -1 << ErrorCode::Malformed;
    QTest::newRow("refuses") << int(Mood::Refuses) << ErrorCode::InvalidArgument;
    QTest::newRow("not found") << int(Mood::NotFound) << ErrorCode::InvalidArgument;
    QTest::newRow("garbage") << int(Mood::Garbage) << ErrorCode::Malformed;
    QTest::newRow("silent") << int(Mood::Silent) << ErrorCode::TimedOut;
}

void TestTimestampClient::badAnswersLeaveTheBundleAlone()
{
    QFETCH(int, mood);
    QFETCH(ErrorCode, code);
    const QString path = bundle("kept.zip");
    if (mood < 0)
        m_authority->answersInstead = *timestampQuestion(QByteArray(32, 'o'));
    else
        m_authority->mood = MadeAuthority::Mood(mood);
    const auto stamped = stamp(path, std::chrono::milliseconds(1'500));
    QVERIFY(!stamped);
    QCOMPARE(stamped.error().code, code);
    const auto verdict = verifyEvidenceBundle(path);
    QVERIFY(verdict && verdict->good());
    QCOMPARE(verdict->timestamp.state, TimestampVerdict::State::None);
}

void TestTimestampClient::stampOfAnotherBundleIsWrong()
{
    const QString one = bundle("one.zip"), two = bundle("two.zip", "0.2.0");
    const QByteArray answer = m_authority->answerTo(*timestampQuestion(*bundleManifestDigest(one)));
    const auto added = addBundleTimestamp(two, answer);
    QVERIFY(!added && added.error().code == ErrorCode::Malformed);
    QCOMPARE(inspectTimestamp(answer, *bundleManifestDigest(one)).state, TimestampVerdict::State::Valid);
    QCOMPARE(inspectTimestamp(answer, *bundleManifestDigest(two)).state, TimestampVerdict::State::Wrong);
}

void TestTimestampClient::changedStampIsNamed()
{
    const QByteArray digest = QCryptographicHash::hash("x", QCryptographicHash::Sha256);
    const QByteArray answer = m_authority->answerTo(*timestampQuestion(digest));
    const TimestampVerdict good = inspectTimestamp(answer, digest);
    QCOMPARE(good.state, TimestampVerdict::State::Valid);
    int refused = 0, looked = 0;
    for (qsizetype at = 0; at < answer.size(); at += 3) {
        ++looked;
        QByteArray changed = answer;
        changed[at] = char(changed.at(at) ^ 1);
        const TimestampVerdict verdict = inspectTimestamp(changed, digest);
        refused += verdict.state == TimestampVerdict::State::Wrong ? 1 : 0;
        // What is not signed (how the answer was granted) may differ; time, authority and policy may not.
        QVERIFY(verdict.state == TimestampVerdict::State::Wrong
                || (verdict.time == good.time && verdict.authority == good.authority && verdict.policy == good.policy));
    }
    QVERIFY2(refused > looked * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(looked)));
    for (const qsizetype size : {0, 1, 20, 200})
        QCOMPARE(inspectTimestamp(answer.left(size), digest).state, TimestampVerdict::State::Wrong);
}

void TestTimestampClient::certificateMustBeForTimeStamps()
{
    const MadeAuthority other("critical,serverAuth");
    const QByteArray digest(32, 'd');
    QCOMPARE(inspectTimestamp(m_authority->answerTo(*timestampQuestion(digest)), digest).state, TimestampVerdict::State::Valid);
    QCOMPARE(inspectTimestamp(other.answerTo(*timestampQuestion(digest)), digest).state, TimestampVerdict::State::Wrong);
}

void TestTimestampClient::ownAuthorityIsTrustedByItsCertificate()
{
    m_certificates = m_authority->certificate();
    const QString path = bundle("own.zip");
    QVERIFY(stamp(path));
    BundleTrust trust;
    QVERIFY(!verifyEvidenceBundle(path, trust)->timestamp.trusted);
    trust.timestampCertificates = m_certificates;
    const auto verdict = verifyEvidenceBundle(path, trust);
    QVERIFY(verdict && verdict->timestamp.trusted && !verdict->timestamp.trustedBySystem);
    QVERIFY(verdict->timestamp.problem.isEmpty());
}

void TestTimestampClient::stampsOfOthersAreRefused()
{
    const MadeAuthority other;
    m_certificates = other.certificate(); // of the same name, with another key
    const QString path = bundle("others.zip");
    const auto stamped = stamp(path);
    QVERIFY(!stamped && stamped.error().code == ErrorCode::InvalidArgument);
    QVERIFY(stamped.error().detail.contains(QLatin1String("Harbour Time")));
    QCOMPARE(verifyEvidenceBundle(path)->timestamp.state, TimestampVerdict::State::None);
}

void TestTimestampClient::certificatesComeFromFiles()
{
    QFile file(m_directory.filePath(QStringLiteral("ca.pem")));
    QCOMPARE(readTimestampCertificates(file.fileName()).error().code, ErrorCode::CannotRead);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no certificate") > 0);
    file.close();
    QCOMPARE(readTimestampCertificates(file.fileName()).error().code, ErrorCode::Malformed);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Harbour's own\n" + m_authority->certificate()) > 0);
    file.close();
    QVERIFY(readTimestampCertificates(file.fileName()));
}

void TestTimestampClient::onlySafeAddresses_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https://tsa.example/stamp") << true;
    QTest::newRow("http://127.0.0.1:8080/") << true;
    QTest::newRow("http://tsa.example/stamp") << true; // the stamp itself is signed
    QTest::newRow("https://user:pw@tsa.example/") << false;
    QTest::newRow("ftp://tsa.example/") << false;
    QTest::newRow("tsa.example") << false;
    QTest::newRow("https://") << false;
}

void TestTimestampClient::onlySafeAddresses()
{
    QFETCH(bool, allowed);
    QCOMPARE(TimestampClient::parseAuthority(QString::fromLatin1(QTest::currentDataTag())).ok(), allowed);
}

QTEST_GUILESS_MAIN(TestTimestampClient)
#include "tst_timestampclient.moc"
