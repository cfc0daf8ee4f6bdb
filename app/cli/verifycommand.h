// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/signingkeys.h"
#include "core/report/bundle/bundleverification.h"

#include <QObject>

namespace pdsi::cli {

/// `verify BUNDLE [--key FINGERPRINT] [--require-signature] [--timestamp-ca FILE]`.
struct VerifyOptions {
    QString path;
    QString fingerprint;   ///< 64 hex digits; empty = none given
    bool requireSignature = false;
    QString timestampCaPath;   ///< certificates (PEM); empty = the system's alone
    bool showHelp = false;
    QString helpText;
};

/// From the arguments after the program's name, `verify` first. InvalidArgument with a sentence.
Result<VerifyOptions> parseVerifyCommand(const QStringList &arguments);

/// Lines for a person: what was found, and what that proves.
QString verdictText(const QString &bundle, const BundleVerdict &verdict);

/// Checks one bundle offline and says what it found on standard output.
class VerifyCommand : public QObject
{
    Q_OBJECT
public:
    enum ExitCode : int { Good = 0, Differs = 1, Unreadable = 2 };

    /// `keychain`: whose key is known; the desktop's when not given.
    explicit VerifyCommand(VerifyOptions options, std::unique_ptr<CredentialStore> keychain = nullptr, QObject *parent = nullptr);
    ~VerifyCommand() override;

    /// `exited` follows exactly once, never from inside this call.
    void start();

Q_SIGNALS:
    void exited(int exitCode);

private:
    void verify(const QStringList &knownFingerprints);

    VerifyOptions m_options;
    std::unique_ptr<CredentialStore> m_keychain;
    std::unique_ptr<SigningKeys> m_keys;
};

} // namespace pdsi::cli
