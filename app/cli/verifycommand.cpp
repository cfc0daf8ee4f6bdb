// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verifycommand.h"

#include "app/cli/messages.h"

#include <QCommandLineParser>
#include <QTimer>

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

QString signatureLine(const BundleVerdict &verdict)
{
    using Trust = BundleVerdict::Trust;
    if (verdict.signature == BundleVerdict::Signature::Wrong)
        return QStringLiteral("signature: not good");
    const QString by = QStringLiteral("signature: good, by %1").arg(verdict.fingerprint);
    switch (verdict.trust) {
    case Trust::GivenFingerprint: return by + QStringLiteral(", the key you named");
    case Trust::KnownKey: return by + QStringLiteral(", the key in your keychain");
    case Trust::OnlyItself:
        return by + QStringLiteral("\n  Only the bundle says whose key this is: compare the fingerprint with the one its owner tells "
                                   "you by another way, or give that one with --key.");
    case Trust::Nobody: break;
    }
    return QStringLiteral("signature: none. The files fit together, but nobody vouches for them.");
}

QString timestampLine(const TimestampVerdict &stamp)
{
    switch (stamp.state) {
    case TimestampVerdict::State::None: return QStringLiteral("time stamp: none");
    case TimestampVerdict::State::Wrong: return QStringLiteral("time stamp: not good (%1)").arg(stamp.problem);
    case TimestampVerdict::State::Valid: break;
    }
    return QStringLiteral("time stamp: %1 by %2, %3")
        .arg(formatInstant(stamp.time.toSecsSinceEpoch()), stamp.authority,
             stamp.trusted ? QStringLiteral("which this system trusts")
                           : QStringLiteral("which this system does not trust (%1)").arg(stamp.problem));
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
                                                    "Exit codes: 0 good, 1 a file differs (it is named), 2 not readable or wrong use."));
    parser.addPositionalArgument(QStringLiteral("verify"), QStringLiteral("This command."));
    parser.addPositionalArgument(QStringLiteral("BUNDLE"), QStringLiteral("The bundle (.zip)."));
    parser.addOption({QStringLiteral("key"), QStringLiteral("The bundle must be signed by the key with this fingerprint (SHA-256)."),
                      QStringLiteral("FINGERPRINT")});
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
    QStringList lines{bundle + (verdict.good() ? QStringLiteral(": good") : QStringLiteral(": DIFFERS"))};
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
    lines << QStringLiteral("  ") + signatureLine(verdict) << QStringLiteral("  ") + timestampLine(verdict.timestamp);
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
    const auto verdict = verifyEvidenceBundle(m_options.path, {m_options.fingerprint, knownFingerprints});
    if (!verdict) {
        complain(sentenceFor(verdict.error()));
        Q_EMIT exited(Unreadable);
        return;
    }
    std::fputs(verdictText(m_options.path, *verdict).toUtf8().constData(), stdout);
    Q_EMIT exited(verdict->good() ? Good : Differs);
}

} // namespace pdsi::cli
