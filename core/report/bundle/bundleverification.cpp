// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/bundleverification.h"

#include "core/report/bundle/bundleparts.h"
#include "core/report/bundle/minisign.h"
#include "core/snapshot/zipreader.h"

#include <QCryptographicHash>
#include <QSet>

namespace pdsi {

namespace {

using Kind = BundleDifference::Kind;

Error notABundle(const QString &why) { return {ErrorCode::Malformed, why}; }

Result<Done> checkBundleNames(const ZipReader &zip)
{
    for (const QString &name : zip.names()) {
        if (!isBundleName(name))
            return notABundle(QStringLiteral("\"%1\" has no place in an evidence bundle").arg(name));
    }
    return Done{};
}

std::optional<QByteArray> readSmall(const ZipReader &zip, QLatin1String name)
{
    return zip.size(name) <= largestBundleText ? zip.read(name) : std::nullopt;
}

/// Checks one open bundle, part by part.
class Verification
{
public:
    Verification(const ZipReader &zip, const BundleTrust &trust, const Cancellation &cancellation)
        : m_zip(zip), m_trust(trust), m_cancellation(cancellation)
    {
    }

    Result<BundleVerdict> run();

private:
    void checkSignature();
    void checkWithKey(const QByteArray &publicKey, const QByteArray &signature);
    void signatureIs(Kind kind, QLatin1String file, const QString &detail);
    void checkExpectedKey();
    Result<Done> checkFiles();
    void checkFile(const BundleEntry &file);
    void checkTimestamp();
    void differs(Kind kind, const QString &file, const QString &detail) { m_verdict.differences << BundleDifference{kind, file, detail}; }

    const ZipReader &m_zip;
    const BundleTrust &m_trust;
    const Cancellation &m_cancellation;
    QByteArray m_manifest;
    QList<BundleDifference> m_signatureDifferences;
    BundleVerdict m_verdict;
};

Result<BundleVerdict> Verification::run()
{
    const auto manifest = readSmall(m_zip, bundlename::manifest);
    if (!manifest && !m_zip.names().contains(bundlename::manifest))
        return notABundle(QStringLiteral("there is no manifest.json"));
    const auto parsed = parseBundleManifest(manifest.value_or(QByteArray()));
    if (!parsed && parsed.error().code == ErrorCode::UnsupportedVersion)
        return parsed.error();
    if (!parsed) {
        differs(Kind::Differs, bundlename::manifest, parsed.error().detail);
        m_verdict.signature = BundleVerdict::Signature::Wrong;
        return m_verdict;
    }
    m_manifest = *manifest;
    m_verdict.manifest = *parsed;
    checkSignature();
    if (auto files = checkFiles(); !files)
        return files.error();
    m_verdict.differences << m_signatureDifferences;
    if (m_verdict.good()) {
        const auto parts = checkBundleParts(m_zip, m_verdict.manifest, m_cancellation);
        if (!parts)
            return parts.error();
        m_verdict.differences << *parts;
    }
    if (m_cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    checkTimestamp();
    checkExpectedKey();
    return m_verdict;
}

/// A manifest that is not what was signed is the first news; a signature or key that was touched is told after the
/// files, for the key is one of them.
void Verification::signatureIs(Kind kind, QLatin1String file, const QString &detail)
{
    m_verdict.signature = BundleVerdict::Signature::Wrong;
    if (file == bundlename::manifest)
        differs(kind, file, detail);
    else
        m_signatureDifferences << BundleDifference{kind, file, detail};
}

void Verification::checkSignature()
{
    const bool expected = !m_verdict.manifest.signedBy.isEmpty();
    const auto signature = readSmall(m_zip, bundlename::signature);
    if (!expected && !m_zip.names().contains(bundlename::signature))
        return;
    if (!signature)
        return signatureIs(m_zip.names().contains(bundlename::signature) ? Kind::Differs : Kind::Missing, bundlename::signature, {});
    const auto keyText = readSmall(m_zip, bundlename::publicKey);
    const auto key = readMinisignPublicKey(keyText.value_or(QByteArray()));
    if (!key)
        return signatureIs(keyText ? Kind::Differs : Kind::Missing, bundlename::publicKey, keyText ? key.error().detail : QString());
    checkWithKey(*key, *signature);
}

void Verification::checkWithKey(const QByteArray &publicKey, const QByteArray &signature)
{
    m_verdict.fingerprint = keyFingerprint(publicKey);
    const MinisignVerdict verdict = checkMinisign(publicKey, m_manifest, signature);
    if (!verdict.intact)
        return signatureIs(Kind::Differs, bundlename::signature, QStringLiteral("is not a signature by the key in PUBLIC-KEY.txt"));
    if (!verdict.matches)
        return signatureIs(Kind::Differs, bundlename::manifest, QStringLiteral("is not what was signed"));
    if (m_verdict.fingerprint != m_verdict.manifest.signedBy)
        return signatureIs(Kind::Differs, bundlename::manifest, QStringLiteral("names another key than the one that signed"));
    m_verdict.signature = BundleVerdict::Signature::Good;
    m_verdict.trust = m_trust.knownFingerprints.contains(m_verdict.fingerprint) ? BundleVerdict::Trust::KnownKey
                                                                                : BundleVerdict::Trust::OnlyItself;
}

void Verification::checkExpectedKey()
{
    const bool asked = !m_trust.expectedFingerprint.isEmpty();
    if (m_verdict.signature == BundleVerdict::Signature::None) {
        if (asked || m_trust.requireSignature)
            differs(Kind::Missing, bundlename::signature, QStringLiteral("the bundle is not signed"));
        return;
    }
    if (!asked)
        return;
    const bool good = m_verdict.signature == BundleVerdict::Signature::Good;
    if (good && m_verdict.fingerprint == m_trust.expectedFingerprint) {
        m_verdict.trust = BundleVerdict::Trust::GivenFingerprint;
        return;
    }
    m_verdict.trust = BundleVerdict::Trust::Nobody;
    if (good)
        differs(Kind::Mismatch, bundlename::signature, QStringLiteral("is by another key than the expected one"));
    m_verdict.signature = BundleVerdict::Signature::Wrong;
}

Result<Done> Verification::checkFiles()
{
    QSet<QString> present(m_zip.names().begin(), m_zip.names().end());
    for (const BundleEntry &file : std::as_const(m_verdict.manifest.files)) {
        if (m_cancellation.isCancelled())
            return Error{ErrorCode::Cancelled, {}};
        if (present.remove(file.name))
            checkFile(file);
        else
            differs(Kind::Missing, file.name, {});
    }
    for (const QLatin1String own : {bundlename::manifest, bundlename::signature, bundlename::timestamp})
        present.remove(own);
    QStringList extra(present.begin(), present.end());
    extra.sort();
    for (const QString &name : std::as_const(extra))
        differs(Kind::Extra, name, {});
    return Done{};
}

void Verification::checkFile(const BundleEntry &file)
{
    // The size comes first: nothing is unpacked beyond what the manifest vouches for.
    if (m_zip.size(file.name) != file.size)
        return differs(Kind::Differs, file.name, QStringLiteral("has another size than manifest.json says"));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool whole = m_zip.readPieces(file.name, [&hash, this](QByteArrayView piece) {
        hash.addData(piece);
        return !m_cancellation.isCancelled();
    });
    if (!m_cancellation.isCancelled() && (!whole || hash.result().toHex() != file.sha256))
        differs(Kind::Differs, file.name, QStringLiteral("does not have the SHA-256 that manifest.json says"));
}

void Verification::checkTimestamp()
{
    if (!m_zip.names().contains(bundlename::timestamp))
        return;
    const QByteArray answer = readSmall(m_zip, bundlename::timestamp).value_or(QByteArray());
    m_verdict.timestamp = inspectTimestamp(answer, QCryptographicHash::hash(m_manifest, QCryptographicHash::Sha256),
                                           m_trust.timestampCertificates);
    if (m_verdict.timestamp.state == TimestampVerdict::State::Wrong)
        differs(Kind::Differs, bundlename::timestamp, m_verdict.timestamp.problem);
}

} // namespace

Result<BundleVerdict> verifyEvidenceBundle(const QString &path, const BundleTrust &trust, const Cancellation &cancellation)
{
    const auto zip = ZipReader::open(path, largestBundleFile);
    if (!zip)
        return zip.error();
    if (auto names = checkBundleNames(**zip); !names)
        return names.error();
    return Verification(**zip, trust, cancellation).run();
}

} // namespace pdsi
