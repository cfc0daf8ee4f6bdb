// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/bundle/bundlefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;
using namespace pdsi::fixture;

/// What a bundle holds, and that others than this program find it good.
class TestEvidenceBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItLists();
    void sameContentGivesTheSameBytes();
    void isForItsOwnerAlone();
    void signedBundleIsGood();
    void trustDependsOnWhatIsKnown();
    void unsignedBundleSaysSo();
    void minisignAcceptsIt();
    void instructionsWorkWithoutThisProgram();
    void stopsWhenAsked();
    void nothingIsLeftWhereItCannotBeWritten();
    void keysComeFromTheirSeed();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    QString written(const char *name, const SigningKey *key);
    /// Exit code, and what it said.
    std::pair<int, QByteArray> ran(const QString &program, const QStringList &arguments);
    QString unpackedFolder();

    QTemporaryDir m_directory;
    const SigningKey m_key = signingKey();
};

QString TestEvidenceBundle::written(const char *name, const SigningKey *key)
{
    const auto done = writeEvidenceBundle(bundleContent(), key, path(name));
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return path(name);
}

std::pair<int, QByteArray> TestEvidenceBundle::ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    [&] { QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000); }();
    return {process.exitCode(), process.readAll()};
}

void TestEvidenceBundle::holdsWhatItLists()
{
    const Entries entries = unpacked(written("bundle.zip", &m_key));
    QList<QByteArray> names;
    for (const auto &[name, content] : entries)
        names << name;
    const QList<QByteArray> expected{"manifest.json", "manifest.json.minisig", "PUBLIC-KEY.txt", "HOW-TO-VERIFY.txt", "report.json",
                                     "report.csv", "snapshot.pdsnap", "evidence/requests.jsonl", "evidence/requests/000001.json",
                                     "evidence/requests/000002.json", "evidence/requests/1234567.json"};
    QCOMPARE(names, expected);
    const auto manifest = parseBundleManifest(entries.first().second);
    QVERIFY(manifest);
    QCOMPARE(manifest->files.size(), names.size() - 2);
    for (const BundleEntry &file : manifest->files) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto &e) { return e.first == file.name.toUtf8(); });
        QVERIFY2(found != entries.end(), qPrintable(file.name));
        QCOMPARE(file.sha256, sha256(found->second));
        QCOMPARE(file.size, found->second.size());
    }
    QCOMPARE(manifest->snapshotId, goodSnapshot().info().id);
    QCOMPARE(manifest->signedBy, keyFingerprint(m_key.publicKey()));
}

void TestEvidenceBundle::sameContentGivesTheSameBytes()
{
    const QByteArray first = contentOf(written("one.zip", &m_key)), second = contentOf(written("two.zip", &m_key));
    QVERIFY(first.size() > 1'000);
    QVERIFY(first == second);
}

void TestEvidenceBundle::isForItsOwnerAlone()
{
    write(path("mine.zip"), "old");
    QFile::setPermissions(path("mine.zip"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const auto permissions = QFileInfo(written("mine.zip", nullptr)).permissions();
    QCOMPARE(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    QVERIFY(QDir(m_directory.path()).entryList({QStringLiteral(".bundle*"), QStringLiteral("mine.zip.*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

void TestEvidenceBundle::signedBundleIsGood()
{
    const auto verdict = verifyEvidenceBundle(written("signed.zip", &m_key));
    QVERIFY2(verdict.ok() && verdict->good(), qPrintable(verdict ? problemsOf(*verdict).join(u' ') : verdict.error().detail));
    QCOMPARE(verdict->signature, BundleVerdict::Signature::Good);
    QCOMPARE(verdict->timestamp.state, TimestampVerdict::State::None);
    QCOMPARE(verdict->manifest.subdomain, QStringLiteral("acme"));
}

void TestEvidenceBundle::trustDependsOnWhatIsKnown()
{
    using Trust = BundleVerdict::Trust;
    const QString bundle = written("trust.zip", &m_key), own = keyFingerprint(m_key.publicKey());
    QCOMPARE(verifyEvidenceBundle(bundle)->trust, Trust::OnlyItself);
    QCOMPARE(verifyEvidenceBundle(bundle, {{}, {own}})->trust, Trust::KnownKey);
    QCOMPARE(verifyEvidenceBundle(bundle, {own, {}})->trust, Trust::GivenFingerprint);
    const auto other = verifyEvidenceBundle(bundle, {keyFingerprint(signingKey(8).publicKey()), {own}});
    QCOMPARE(other->trust, Trust::Nobody);
    QCOMPARE(problemsOf(*other), QStringList{bundlename::signature});
}

void TestEvidenceBundle::unsignedBundleSaysSo()
{
    const QString bundle = written("unsigned.zip", nullptr);
    const auto verdict = verifyEvidenceBundle(bundle);
    QVERIFY(verdict->good());
    QCOMPARE(verdict->signature, BundleVerdict::Signature::None);
    QCOMPARE(verdict->trust, BundleVerdict::Trust::Nobody);
    const auto asked = verifyEvidenceBundle(bundle, {keyFingerprint(m_key.publicKey()), {}});
    QCOMPARE(problemsOf(*asked), QStringList{bundlename::signature});
}

QString TestEvidenceBundle::unpackedFolder()
{
    const QString folder = path("unpacked");
    for (const auto &[name, content] : unpacked(written("for-others.zip", &m_key))) {
        const QString file = folder + QLatin1Char('/') + QString::fromUtf8(name);
        QDir().mkpath(QFileInfo(file).path());
        write(file, content);
    }
    return folder;
}

void TestEvidenceBundle::minisignAcceptsIt()
{
    const QString minisign = QStandardPaths::findExecutable(QStringLiteral("minisign"));
    if (minisign.isEmpty())
        QSKIP("minisign is not installed");
    const QString folder = unpackedFolder(), manifest = folder + QStringLiteral("/manifest.json");
    const QStringList arguments{QStringLiteral("-V"), QStringLiteral("-p"), folder + QStringLiteral("/PUBLIC-KEY.txt"),
                                QStringLiteral("-m"), manifest};
    const auto [code, said] = ran(minisign, arguments);
    QVERIFY2(code == 0, said);
    QVERIFY(said.contains("timestamp:1773100000"));
    write(manifest, contentOf(manifest).replace("acme", "acmf"));
    QVERIFY(ran(minisign, arguments).first != 0);
}

/// The commands of HOW-TO-VERIFY.txt as they stand there.
void TestEvidenceBundle::instructionsWorkWithoutThisProgram()
{
    const QString folder = unpackedFolder();
    const QByteArray text = contentOf(folder + QStringLiteral("/HOW-TO-VERIFY.txt"));
    const auto command = [&](const char *beginning) {
        const qsizetype at = text.indexOf(beginning);
        return QStringLiteral("cd '%1' && %2").arg(folder, QString::fromUtf8(text.mid(at, text.indexOf('\n', at) - at)));
    };
    const auto shell = [this](const QString &line) { return ran(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), line}); };
    const auto [fingerprintCode, fingerprint] = shell(command("sed -n 2p"));
    QVERIFY(fingerprint.startsWith(keyFingerprint(m_key.publicKey()).toLatin1()));
    const QString digests = command("sed -n 's");
    const auto [code, said] = shell(digests);
    QVERIFY2(code == 0 && said.isEmpty(), said);
    write(folder + QStringLiteral("/evidence/requests/000001.json"), "{}");
    const auto [changedCode, changedSaid] = shell(digests);
    QVERIFY(changedCode != 0);
    QVERIFY(changedSaid.contains("evidence/requests/000001.json"));
}

void TestEvidenceBundle::stopsWhenAsked()
{
    const Cancellation cancellation;
    double last = 0;
    const auto done = writeEvidenceBundle(bundleContent(), &m_key, path("stopped.zip"), cancellation, [&](double part) {
        QVERIFY(part >= last && part <= 1);
        last = part;
        if (part > 0.4)
            cancellation.cancel();
    });
    QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
    QVERIFY(last > 0.4 && last < 1);
    QVERIFY(QDir(m_directory.path()).entryList({QStringLiteral("*stopped*"), QStringLiteral(".bundle*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

void TestEvidenceBundle::nothingIsLeftWhereItCannotBeWritten()
{
    const auto nowhere = writeEvidenceBundle(bundleContent(), nullptr, path("no/such/folder.zip"));
    QVERIFY(!nowhere && nowhere.error().code == ErrorCode::CannotWrite);
    BundleContent failing = bundleContent();
    failing.reports << BundleReport{QStringLiteral("report.html"), [](QIODevice &) { return false; }};
    write(path("old.zip"), "old");
    const auto failed = writeEvidenceBundle(failing, nullptr, path("old.zip"));
    QVERIFY(!failed && failed.error().code == ErrorCode::CannotWrite);
    QCOMPARE(contentOf(path("old.zip")), QByteArray("old"));
    BundleContent odd = bundleContent();
    odd.reports << reportOf(QStringLiteral("../report.html"), "x");
    QVERIFY(!writeEvidenceBundle(odd, nullptr, path("odd.zip")));
}

void TestEvidenceBundle::keysComeFromTheirSeed()
{
    // RFC 8032, section 7.1, test 1.
    const auto key = SigningKey::fromSeed(Secret(QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
    QCOMPARE(key->publicKey().toHex(), QByteArray("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    QVERIFY(key->sign({})->toHex().startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
    QVERIFY(!SigningKey::fromSeed(Secret(QByteArray(31, 'x'))));
    QVERIFY(SigningKey::generate()->publicKey() != SigningKey::generate()->publicKey());
    const QString fingerprint = keyFingerprint(key->publicKey());
    QCOMPARE(keyFingerprintFrom(fingerprint.toUpper().insert(4, u':').insert(9, u' ')), std::optional(fingerprint));
    QVERIFY(!keyFingerprintFrom(fingerprint.chopped(1)));
    QVERIFY(!keyFingerprintFrom(fingerprint.chopped(1) + u'g'));
}

QTEST_GUILESS_MAIN(TestEvidenceBundle)
#include "tst_evidencebundle.moc"
