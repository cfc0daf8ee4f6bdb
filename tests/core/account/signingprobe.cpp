// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks twice for the signing key and prints what became of it; run by tst_keychain inside a secret service of its own.
#include "core/account/signingkeys.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace pdsi;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto store = CredentialStore::keychain(std::chrono::seconds(20));
    SigningKeys first(*store), second(*store);
    const auto word = [](const Result<SigningKey> &key) {
        if (key)
            return "ok";
        return key.error().code == ErrorCode::KeychainLocked ? "locked"
            : key.error().code == ErrorCode::KeychainUnavailable ? "unavailable" : "other";
    };
    first.get([&](const Result<SigningKey> &made) {
        QTextStream(stdout) << "made=" << word(made) << '\n';
        second.find([&, made](const Result<SigningKey> &found) {
            QTextStream(stdout) << "found=" << word(found) << '\n';
            if (made && found)
                QTextStream(stdout) << "same=" << (made->publicKey() == found->publicKey() ? "yes" : "no") << '\n';
            QCoreApplication::quit();
        });
    });
    return QCoreApplication::exec();
}
