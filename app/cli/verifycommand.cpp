// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifycommand.h"

#include "app/cli/messages.h"
#include "core/report/bundle/bundlemanifest.h"

#include <QCommandLineParser>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace pdsi::cli {

namespace {

QString differenceLine(const BundleDifference &difference)
{
    using Kind = BundleDifference::Kind;
    const QString more = difference.detail.isEmpty() ? QString() : QStringLiteral(": ") + difference.detail;
    switch (difference.kind) {
    case Kind::Missing: return difference.file + QStringLiteral(" is missing") + more;
    case Kind::Extra: return difference.file + QStringLiteral(" is not listed in manifest.json") + more;
    case Kind::Differs: return difference.file + QStringLiteral(" differs") + more;
    case Kind::Mismatch: return difference.file + QStringLiteral(" does not belong to the rest") + more;
    }
    return difference.file;
}

/// What was found about the signature, and beneath it what that means for who relies on the bundle.
QStringList signatureLines(const BundleVerdict &verdict)
{
    using Trust = BundleVerdict::Trust;
    if (verdict.signature == BundleVerdict::Signature::Wrong)
        return {QStringLiteral("signature: NOT GOOD%1").arg(verdict.fingerprint.isEmpty() ? QString() : QStringLiteral(", by ") + verdict.fingerprint),
                QStringLiteral("  Something was changed after it was signed, or somebody else signed it. Rely on nothing in it and"),
                QStringLiteral("  ask its maker for the original.")};
    const QString good = QStringLiteral("signature: good, by %1, %2").arg(verdict.fingerprint);
    switch (verdict.trust) {
    case Trust::GivenFingerprint:
        return {good.arg(QStringLiteral("the key you named")),
                QStringLiteral("  Whoever holds that key made this bundle, and nothing was changed since.")};
    case Trust::KnownKey:
        return {good.arg(QStringLiteral("the key in your keychain")),
                QStringLiteral("  You made this bundle with your key, and nothing was changed since.")};
    case Trust::OnlyItself:
        return {good.arg(QStringLiteral("a key UNKNOWN to this computer")),
                QStringLiteral("  Nothing was changed since the holder of that key signed. Who that is, only the bundle says, and a"),
                QStringLiteral("  forger would sign as well: have its maker tell you the fingerprint by another way (by telephone, on"),
                QStringLiteral("  paper), then check with --key FINGERPRINT.")};
    case Trust::Nobody: break;
    }
    return {QStringLiteral("signature: NONE"),
            QStringLiteral("  The files fit together, but nobody vouches for them: anybody could have changed one and listed it anew."),
            QStringLiteral("  Not evidence by itself: ask for a signed bundle. --require-signature refuses one like this.")};
}

QStringList timestampLines(const TimestampVerdict &stamp)
{
    switch (stamp.state) {
    case TimestampVerdict::State::None:
        return {QStringLiteral("time stamp: none. When it was made, only the bundle itself says.")};
    case TimestampVerdict::State::Wrong: return {QStringLiteral("time stamp: NOT GOOD (%1)").arg(stamp.problem)};
    case TimestampVerdict::State::Valid: break;
    }
    const QString found = QStringLiteral("time stamp: %1 by %2").arg(formatInstant(stamp.time.toSecsSinceEpoch()), stamp.authority);
    if (stamp.trusted) {
        return {QStringLiteral("%1, trusted by %2").arg(found, stamp.trustedBySystem ? QStringLiteral("this system") : QStringLiteral("--timestamp-ca")),
                QStringLiteral("  The bundle was there at that time, and nothing was changed since.")};
    }
    return {QStringLiteral("%1, NOT TRUSTED here (%2)").arg(found, stamp.problem),
            QStringLiteral("  It proves the time only if you trust that authority: get its certificate and name it with --timestamp-ca.")};
}

QString headLine(const QString &bundle, const BundleVerdict &verdict)
{
    const bool isUnsigned = verdict.signature == BundleVerdict::Signature::None;
    if (verdict.good())
        return bundle + (isUnsigned ? QStringLiteral(": files good, UNSIGNED") : QStringLiteral(": good"));
    const auto isMissingSignature = [](const BundleDifference &difference) { return difference.file == bundlename::signature; };
    if (isUnsigned && std::all_of(verdict.differences.begin(), verdict.differences.end(), isMissingSignature))
        return bundle + QStringLiteral(": UNSIGNED");
    return bundle + QStringLiteral(": DIFFERS");
}

/// Names in a manifest may come from anybody: nothing in them shall steer the terminal.
QString printable(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() && c != QLatin1Char('\n'))
            c = QLatin1Char('?');
    }
    return text;
}

} // namespace

Result<VerifyOptions> parseVerifyCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Checks an evidence bundle offline.\n\n"
                                                    "Exit codes: 0 every file is as it was listed (read on who signed it: --require-signature, --key),\n"
                                                    "1 a file differs (it is named) or the signature is not the one asked for,\n"
                                                    "2 not readable or wrong use."));
    parser.addPositionalArgument(QStringLiteral("verify"), QStringLiteral("This command."));
    parser.addPositionalArgument(QStringLiteral("BUNDLE"), QStringLiteral("The bundle (.zip)."));
    parser.addOption({QStringLiteral("key"), QStringLiteral("The bundle must be signed by the key with this fingerprint (SHA-256)."),
                      QStringLiteral("FINGERPRINT")});
    parser.addOption({QStringLiteral("require-signature"), QStringLiteral("An unsigned bundle is not good: end with 1. --key implies it.")});
    parser.addOption({QStringLiteral("timestamp-ca"), QStringLiteral("Trust time stamps of these authorities too (certificates, PEM)."),
                      QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("help"), QStringLiteral("Show this help.")});
    const auto wrongUse = [](const QString &sentence) { return Error{ErrorCode::InvalidArgument, sentence}; };
    if (!parser.parse(arguments))
        return wrongUse(parser.errorText());
    VerifyOptions options;
    options.showHelp = parser.isSet(QStringLiteral("help"));
    options.helpText = parser.helpText();
    if (options.showHelp)
        return options;
    const QStringList names = parser.positionalArguments().mid(1);
    if (names.size() != 1)
        return wrongUse(QStringLiteral("verify: name one bundle."));
    options.path = names.first();
    options.requireSignature = parser.isSet(QStringLiteral("require-signature"));
    options.timestampCaPath = parser.value(QStringLiteral("timestamp-ca"));
    if (parser.isSet(QStringLiteral("timestamp-ca")) && options.timestampCaPath.isEmpty())
        return wrongUse(QStringLiteral("--timestamp-ca: name a file."));
    if (!parser.isSet(QStringLiteral("key")))
        return options;
    const auto fingerprint = keyFingerprintFrom(parser.value(QStringLiteral("key")));
    if (!fingerprint)
        return wrongUse(QStringLiteral("--key: \"%1\" is not a fingerprint of 64 hexadecimal digits.").arg(parser.value(QStringLiteral("key"))));
    options.fingerprint = *fingerprint;
    return options;
}

QString verdictText(const QString &bundle, const BundleVerdict &verdict)
{
    QStringList lines{headLine(bundle, verdict)};
    for (const BundleDifference &difference : verdict.differences)
        lines << QStringLiteral("  ") + differenceLine(difference);
    const BundleManifest &manifest = verdict.manifest;
    if (!manifest.snapshotId.isNull()) {
        lines << QStringLiteral("  account: %1").arg(manifest.subdomain.isEmpty() ? manifest.baseUrl : manifest.subdomain)
              << QStringLiteral("  judged: %1, as of %2, by version %3").arg(formatInstant(manifest.assessedAt.toSecsSinceEpoch()),
                                                                           formatInstant(manifest.asOf), manifest.toolVersion)
              << QStringLiteral("  files: %1%2").arg(manifest.files.size())
                     .arg(manifest.redacted ? QStringLiteral("; people are pseudonyms") : QString());
    }
    if (verdict.good())
        lines << QStringLiteral("  The snapshot is intact, the evidence is the snapshot's, and report.json was made from it.");
    for (const QString &line : signatureLines(verdict) + timestampLines(verdict.timestamp))
        lines << QStringLiteral("  ") + line;
    return printable(lines.join(QLatin1Char('\n'))) + QLatin1Char('\n');
}

VerifyCommand::VerifyCommand(VerifyOptions options, std::unique_ptr<CredentialStore> keychain, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_keychain(std::move(keychain))
{
}

VerifyCommand::~VerifyCommand() = default;

void VerifyCommand::start()
{
    if (!m_options.fingerprint.isEmpty()) { // then no other key matters
        QTimer::singleShot(0, this, [this] { verify({}); });
        return;
    }
    if (!m_keychain)
        m_keychain = CredentialStore::keychain(std::chrono::seconds(10));
    m_keys = std::make_unique<SigningKeys>(*m_keychain);
    m_keys->find([this](const Result<SigningKey> &key) {
        verify(key ? QStringList{keyFingerprint(key->publicKey())} : QStringList());
    });
}

void VerifyCommand::verify(const QStringList &knownFingerprints)
{
    BundleTrust trust{m_options.fingerprint, knownFingerprints, m_options.requireSignature};
    if (!m_options.timestampCaPath.isEmpty()) {
        const auto certificates = readTimestampCertificates(m_options.timestampCaPath);
        if (!certificates) {
            complain(QStringLiteral("--timestamp-ca: %1").arg(sentenceFor(certificates.error())));
            Q_EMIT exited(Unreadable);
            return;
        }
        trust.timestampCertificates = *certificates;
    }
    const auto verdict = verifyEvidenceBundle(m_options.path, trust);
    if (!verdict) {
        complain(sentenceFor(verdict.error()));
        Q_EMIT exited(Unreadable);
        return;
    }
    std::fputs(verdictText(m_options.path, *verdict).toUtf8().constData(), stdout);
    Q_EMIT exited(verdict->good() ? Good : Differs);
}

} // namespace pdsi::cli
