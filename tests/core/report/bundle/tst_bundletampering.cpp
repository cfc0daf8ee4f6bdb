// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/bundle/bundlefixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace pdsi;
using namespace pdsi::fixture;

/// Bundles that were changed afterwards, or made to do damage.
class TestBundleTampering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void changedByteNamesTheFile_data();
    void changedByteNamesTheFile();
    void everyByteOfTheManifestCounts();
    void missingAndExtraFilesAreNamed();
    void removedSignatureIsMissed();
    void resignedByAnotherKeyIsNotTrusted();
    void partsOfAnotherAuditAreNamed_data();
    void partsOfAnotherAuditAreNamed();
    void hostileZipsAreRefused_data();
    void hostileZipsAreRefused();
    void bombsAreNotUnpacked();
    void linksAreRefused();
    void cutAndFlippedZipsAreNeverGood();
    void otherFilesAreNoBundles();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    /// The bundle of these entries.
    QString packed(const Entries &entries) const;
    QStringList problemsWith(const Entries &entries) const;
    /// Lets the manifest list what the entries now hold, as who has no key can do.
    static Entries relisted(Entries entries);

    QTemporaryDir m_directory;
    Entries m_good, m_unsigned;
    const SigningKey m_key = signingKey();
};

void TestBundleTampering::initTestCase()
{
    QVERIFY(writeEvidenceBundle(bundleContent(), &m_key, path("good.zip")));
    QVERIFY(writeEvidenceBundle(bundleContent(), nullptr, path("unsigned.zip")));
    m_good = unpacked(path("good.zip"));
    m_unsigned = unpacked(path("unsigned.zip"));
    QCOMPARE(problemsWith(m_good), QStringList()); // what pack() makes of the same entries is good
    QCOMPARE(problemsWith(m_unsigned), QStringList());
}

QString TestBundleTampering::packed(const Entries &entries) const
{
    pack(path("changed.zip"), entries);
    return path("changed.zip");
}

QStringList TestBundleTampering::problemsWith(const Entries &entries) const
{
    const auto verdict = verifyEvidenceBundle(packed(entries));
    return verdict ? problemsOf(*verdict) : QStringList{QStringLiteral("error: ") + verdict.error().detail};
}

Entries TestBundleTampering::relisted(Entries entries)
{
    auto manifest = parseBundleManifest(entry(entries, "manifest.json"));
    for (BundleEntry &file : manifest.value().files) {
        const QByteArray content = entry(entries, file.name.toUtf8());
        file.size = content.size();
        file.sha256 = sha256(content);
    }
    entry(entries, "manifest.json") = bundleManifestText(*manifest);
    return entries;
}

void TestBundleTampering::changedByteNamesTheFile_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const auto &[name, content] : std::as_const(m_good))
        QTest::newRow(name.constData()) << name;
}

void TestBundleTampering::changedByteNamesTheFile()
{
    QFETCH(QByteArray, name);
    const qsizetype size = entry(m_good, name).size();
    for (const qsizetype at : {qsizetype(0), size / 3, size / 2, size - 1}) {
        Entries changed = m_good;
        char &byte = entry(changed, name).data()[at];
        byte = char(byte ^ 1);
        const QStringList problems = problemsWith(changed);
        QVERIFY2(!problems.isEmpty() && problems.first() == QString::fromUtf8(name),
                 qPrintable(QStringLiteral("byte %1: %2").arg(at).arg(problems.join(u' '))));
    }
}

void TestBundleTampering::everyByteOfTheManifestCounts()
{
    for (qsizetype at = 0; at < entry(m_unsigned, "manifest.json").size(); at += 7) {
        Entries changed = m_good;
        char &byte = entry(changed, "manifest.json").data()[at];
        byte = char(byte ^ 2);
        const auto verdict = verifyEvidenceBundle(packed(changed));
        QVERIFY2(!verdict || problemsOf(*verdict).value(0) == bundlename::manifest, qPrintable(QString::number(at)));
    }
}

void TestBundleTampering::missingAndExtraFilesAreNamed()
{
    for (qsizetype i = 2; i < m_good.size(); ++i) { // all but the manifest and its signature
        Entries fewer = m_good;
        fewer.removeAt(i);
        const auto verdict = verifyEvidenceBundle(packed(fewer));
        QVERIFY(verdict && !verdict->good());
        QCOMPARE(verdict->differences.first().file, QString::fromUtf8(m_good.at(i).first));
        QCOMPARE(verdict->differences.first().kind, BundleDifference::Kind::Missing);
    }
    Entries more = m_good;
    more << std::pair(QByteArray("evidence/requests/000099.json"), QByteArray("{}"));
    QCOMPARE(problemsWith(more), QStringList{QStringLiteral("evidence/requests/000099.json")});
}

void TestBundleTampering::removedSignatureIsMissed()
{
    Entries bare = m_good;
    bare.removeAt(1);
    QCOMPARE(problemsWith(bare), QStringList{bundlename::signature});
    // Who also rewrites the manifest gets an unsigned bundle, which says so and fails where a key is expected.
    Entries rewritten = m_unsigned;
    entry(rewritten, "report.csv") += "more";
    const QString bundle = packed(relisted(rewritten));
    QCOMPARE(verifyEvidenceBundle(bundle)->trust, BundleVerdict::Trust::Nobody);
    QVERIFY(!verifyEvidenceBundle(bundle, {keyFingerprint(m_key.publicKey()), {}})->good());
}

void TestBundleTampering::resignedByAnotherKeyIsNotTrusted()
{
    Entries changed = m_good;
    entry(changed, "report.csv") += "more";
    QCOMPARE(problemsWith(relisted(changed)), QStringList{bundlename::manifest});
    const SigningKey other = signingKey(9);
    BundleContent content = bundleContent();
    content.reports << reportOf(QStringLiteral("report.html"), "<p>all is well</p>");
    QVERIFY(writeEvidenceBundle(content, &other, path("forged.zip")));
    const QString own = keyFingerprint(m_key.publicKey());
    QCOMPARE(verifyEvidenceBundle(path("forged.zip"), {{}, {own}})->trust, BundleVerdict::Trust::OnlyItself);
    QCOMPARE(problemsOf(*verifyEvidenceBundle(path("forged.zip"), {own, {own}})), QStringList{bundlename::signature});
    // The genuine key file beside a forged signature.
    Entries mixed = unpacked(path("forged.zip"));
    entry(mixed, "PUBLIC-KEY.txt") = entry(m_good, "PUBLIC-KEY.txt");
    QVERIFY(!verifyEvidenceBundle(packed(mixed), {own, {}})->good());
    QVERIFY(!verifyEvidenceBundle(packed(mixed))->good());
}

void TestBundleTampering::partsOfAnotherAuditAreNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content");
    const Snapshot good = goodSnapshot();
    SnapshotInfo info = good.info();
    info.id = QUuid::createUuid();
    QVERIFY(saveSnapshotArchive(Snapshot(info, good.requests(), {}, nullptr), path("other.pdsnap")));
    QTest::newRow("snapshot") << QByteArray("snapshot.pdsnap") << contentOf(path("other.pdsnap"));
    QTest::newRow("no snapshot at all") << QByteArray("snapshot.pdsnap") << QByteArray("PK");
    QTest::newRow("answer") << QByteArray("evidence/requests/000002.json") << QByteArray("{\"users\":[]}");
    QTest::newRow("log") << QByteArray("evidence/requests.jsonl") << QByteArray("{}\n");
    QTest::newRow("report of another assessment")
        << QByteArray("report.json") << jsonReportOf(good, QUuid::createUuid(), good.info().asOf);
    QTest::newRow("report of another snapshot")
        << QByteArray("report.json") << jsonReportOf(Snapshot(info, {}, {}, nullptr), bundleContent().assessmentId, good.info().asOf);
}

void TestBundleTampering::partsOfAnotherAuditAreNamed()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, content);
    Entries changed = m_unsigned;
    entry(changed, file) = content;
    QCOMPARE(problemsWith(relisted(changed)), QStringList{QString::fromUtf8(file)});
}

void TestBundleTampering::hostileZipsAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"../evil.txt", "/etc/evil", "evidence/../../evil", "a\\..\\evil", "evidence//x", "./x", "-rf", ".hidden",
                             "evidence/", "a\nb", "C:evil", "\xc3\xa4"})
        QTest::newRow(name) << QByteArray(name);
}

void TestBundleTampering::hostileZipsAreRefused()
{
    QFETCH(QByteArray, name);
    Entries changed = m_good;
    changed << std::pair(name, QByteArray("x"));
    const auto verdict = verifyEvidenceBundle(packed(changed));
    QVERIFY(!verdict && verdict.error().code == ErrorCode::Malformed);
}

void TestBundleTampering::bombsAreNotUnpacked()
{
    Entries bomb = m_good;
    entry(bomb, "report.csv") = QByteArray(200'000'000, '0');
    const auto verdict = verifyEvidenceBundle(packed(bomb));
    QCOMPARE(problemsOf(*verdict), QStringList{QStringLiteral("report.csv")});
    QVERIFY(verdict->differences.first().detail.contains(u"size"));
    // A directory that lies about the size: what is beyond it is not read, and the CRC tells.
    QByteArray lying = contentOf(packed(bomb));
    const auto put = [&lying](qsizetype at, quint32 value) { qToLittleEndian(value, lying.data() + at); };
    const qsizetype central = lying.lastIndexOf(QByteArrayLiteral("report.csv")) - 46;
    put(central + 24, quint32(entry(m_good, "report.csv").size()));
    write(path("lying.zip"), lying);
    const auto lied = verifyEvidenceBundle(path("lying.zip"));
    QVERIFY(!lied || problemsOf(*lied) == QStringList{QStringLiteral("report.csv")});
}

void TestBundleTampering::linksAreRefused()
{
    QByteArray bytes = contentOf(path("good.zip"));
    const qsizetype central = bytes.lastIndexOf(QByteArrayLiteral("report.csv")) - 46;
    QCOMPARE(bytes.mid(central, 4), QByteArrayLiteral("PK\x01\x02"));
    qToLittleEndian(quint32(0120777U << 16), bytes.data() + central + 38);
    write(path("link.zip"), bytes);
    const auto verdict = verifyEvidenceBundle(path("link.zip"));
    QVERIFY(!verdict && verdict.error().code == ErrorCode::Malformed);
}

/// Whatever happens to the ZIP itself: no crash, and nothing changed is called good.
void TestBundleTampering::cutAndFlippedZipsAreNeverGood()
{
    const QByteArray good = contentOf(path("good.zip"));
    for (qsizetype at = 0; at < good.size(); at += 11) {
        QByteArray bytes = good;
        bytes[at] = char(bytes.at(at) ^ 0x10);
        write(path("flipped.zip"), bytes);
        const auto verdict = verifyEvidenceBundle(path("flipped.zip"));
        // Bytes that are about no content (dates, versions, local copies of sizes) leave the same entries.
        QVERIFY2(!verdict || !verdict->good() || unpacked(path("flipped.zip")) == m_good, qPrintable(QString::number(at)));
    }
    for (qsizetype size = 0; size < good.size(); size += 97) {
        write(path("cut.zip"), good.left(size));
        const auto verdict = verifyEvidenceBundle(path("cut.zip"));
        QVERIFY(!verdict || !verdict->good());
    }
}

void TestBundleTampering::otherFilesAreNoBundles()
{
    QCOMPARE(verifyEvidenceBundle(path("none.zip")).error().code, ErrorCode::NotFound);
    write(path("text.zip"), "not a bundle");
    QCOMPARE(verifyEvidenceBundle(path("text.zip")).error().code, ErrorCode::Malformed);
    QVERIFY(saveSnapshotArchive(goodSnapshot(), path("just.pdsnap")));
    const auto archive = verifyEvidenceBundle(path("just.pdsnap"));
    QVERIFY(!archive || !archive->good());
    Entries newer = m_good;
    entry(newer, "manifest.json").replace("\"formatVersion\":1", "\"formatVersion\":2");
    QCOMPARE(verifyEvidenceBundle(packed(newer)).error().code, ErrorCode::UnsupportedVersion);
}

QTEST_GUILESS_MAIN(TestBundleTampering)
#include "tst_bundletampering.moc"
