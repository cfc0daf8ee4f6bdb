// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundleverification.h"
#include "core/report/bundle/evidencebundle.h"
#include "core/session/timestampclient.h"
#include "core/snapshot/inventory.h"
#include "tests/support/httpconnection.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/evp.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace pdsi;

namespace {

/// A time stamp authority on this computer: a real socket, a certificate of its own.
class MadeAuthority
{
public:
    enum class Mood { Good, OtherQuestion, Refuses, NotFound, Garbage, Silent };

    explicit MadeAuthority(const char *purpose = "critical,timeStamping")
    {
        m_key = EVP_EC_gen("P-256");
        m_certificate = X509_new();
        X509_set_version(m_certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(m_certificate), 11);
        X509_gmtime_adj(X509_getm_notBefore(m_certificate), -3600);
        X509_gmtime_adj(X509_getm_notAfter(m_certificate), 86'400);
        X509_set_pubkey(m_certificate, m_key);
        X509_NAME *name = X509_get_subject_name(m_certificate);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Harbour Time"), -1, -1, 0);
        X509_set_issuer_name(m_certificate, name);
        X509_EXTENSION *use = X509V3_EXT_conf_nid(nullptr, nullptr, NID_ext_key_usage, purpose);
        X509_add_ext(m_certificate, use, -1);
        X509_EXTENSION_free(use);
        X509_sign(m_certificate, m_key, EVP_sha256());
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(); });
        m_server.listen(QHostAddress::LocalHost);
    }
    ~MadeAuthority()
    {
        X509_free(m_certificate);
        EVP_PKEY_free(m_key);
    }
    MadeAuthority(const MadeAuthority &) = delete;
    MadeAuthority &operator=(const MadeAuthority &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/stamp").arg(m_server.serverPort())); }
    QByteArray answerTo(const QByteArray &question) const;

    Mood mood = Mood::Good;
    HttpRequest asked;

private:
    void serve();

    QTcpServer m_server;
    EVP_PKEY *m_key = nullptr;
    X509 *m_certificate = nullptr;
};

QByteArray MadeAuthority::answerTo(const QByteArray &question) const
{
    TS_RESP_CTX *context = TS_RESP_CTX_new();
    TS_RESP_CTX_set_signer_cert(context, m_certificate);
    TS_RESP_CTX_set_signer_key(context, m_key);
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    ASN1_OBJECT *policy = OBJ_txt2obj("1.3.6.1.4.1.99999.1", 1);
    TS_RESP_CTX_set_def_policy(context, policy);
    if (mood != Mood::Refuses) // without a digest it knows it refuses
        TS_RESP_CTX_add_md(context, EVP_sha256());
    TS_RESP_CTX_set_serial_cb(context, [](TS_RESP_CTX *, void *) {
        ASN1_INTEGER *serial = ASN1_INTEGER_new();
        ASN1_INTEGER_set(serial, 4711);
        return serial;
    }, nullptr);
    BIO *in = BIO_new_mem_buf(question.constData(), int(question.size()));
    TS_RESP *response = TS_RESP_create_response(context, in);
    unsigned char *der = nullptr;
    const int size = i2d_TS_RESP(response, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    TS_RESP_free(response);
    BIO_free(in);
    ASN1_OBJECT_free(policy);
    TS_RESP_CTX_free(context);
    return bytes;
}

void MadeAuthority::serve()
{
    auto *connection = new HttpConnection(m_server.nextPendingConnection(), &m_server);
    QObject::connect(connection, &HttpConnection::requested, connection, [this, connection](const HttpRequest &request) {
        asked = request;
        if (mood == Mood::Silent)
            return;
        QByteArray body = mood == Mood::Garbage ? QByteArray("<html>sorry</html>") : answerTo(request.body);
        if (mood == Mood::OtherQuestion)
            body = answerTo(*timestampQuestion(QByteArray(32, 'o')));
        connection->send((mood == Mood::NotFound ? "HTTP/1.1 404 Not Found\r\n" : "HTTP/1.1 200 OK\r\n")
                         + QByteArray("Content-Type: application/timestamp-reply\r\nContent-Length: ") + QByteArray::number(body.size())
                         + "\r\n\r\n" + body);
        connection->finish();
    });
}

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
    void onlySafeAddresses_data();
    void onlySafeAddresses();

private:
    QString bundle(const char *name, const char *version = "0.1.0") const;
    Result<Done> stamp(const QString &path, std::chrono::milliseconds timeout = std::chrono::seconds(20));

    QTemporaryDir m_directory;
    std::unique_ptr<MadeAuthority> m_authority;
};

void TestTimestampClient::init() { m_authority = std::make_unique<MadeAuthority>(); }

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
    TimestampClient client(m_authority->url(), {}, timeout);
    std::optional<Result<Done>> result;
    client.stamp(path, [&result](const Result<Done> &stamped) { result = stamped; });
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
    QTest::newRow("other question") << int(Mood::OtherQuestion) << ErrorCode::Malformed;
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
    QCOMPARE(inspectTimestamp(answer, digest).state, TimestampVerdict::State::Valid);
    int refused = 0;
    for (qsizetype at = 0; at < answer.size(); ++at) {
        QByteArray changed = answer;
        changed[at] = char(changed.at(at) ^ 1);
        const TimestampVerdict verdict = inspectTimestamp(changed, digest);
        const TimestampVerdict good = inspectTimestamp(answer, digest);
        refused += verdict.state == TimestampVerdict::State::Wrong ? 1 : 0;
        // What is not signed (how the answer was granted) may differ; time, authority and policy may not.
        QVERIFY(verdict.state == TimestampVerdict::State::Wrong
                || (verdict.time == good.time && verdict.authority == good.authority && verdict.policy == good.policy));
    }
    QVERIFY2(refused > answer.size() * 9 / 10, qPrintable(QStringLiteral("%1 of %2").arg(refused).arg(answer.size())));
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

void TestTimestampClient::onlySafeAddresses_data()
{
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https://tsa.example/stamp") << true;
    QTest::newRow("http://127.0.0.1:8080/") << true;
    QTest::newRow("http://tsa.example/stamp") << false;
    QTest::newRow("http://localhost.evil.example/") << false;
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
