// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tries a keychain store step by step and prints what became of each step; run by tst_keychain inside
// a secret service of its own.
#include "core/account/credentialstore.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

using namespace pdsi;

namespace {

QString word(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return QStringLiteral("absent");
    case ErrorCode::KeychainLocked: return QStringLiteral("locked");
    case ErrorCode::KeychainUnavailable: return QStringLiteral("unavailable");
    default: return QStringLiteral("other");
    }
}

template<typename Value>
void print(const char *step, const Result<Value> &result)
{
    QTextStream(stdout) << step << '=' << (result ? QStringLiteral("ok") : word(result.error().code)) << '\n';
}

const CredentialKey key{QStringLiteral("Harbour: main"), SecretKind::ApiKey};
const CredentialKey other{QStringLiteral("Harbour: main"), SecretKind::OAuthTokens};

void finish() { QCoreApplication::quit(); }

void readRemoveRead(CredentialStore &store)
{
    store.read(key, [&store](const Result<Secret> &read) {
        print("read", read);
        if (read)
            QTextStream(stdout) << "same=" << (read->reveal() == QByteArray("q\0r", 3) ? "yes" : "no") << '\n';
        store.read(other, [&store](const Result<Secret> &none) {
            print("readOther", none);
            store.remove(key, [&store](const Result<Done> &removed) {
                print("remove", removed);
                store.read(key, [](const Result<Secret> &gone) {
                    print("readAgain", gone);
                    finish();
                });
            });
        });
    });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto store = CredentialStore::keychain(std::chrono::seconds(20));
    const bool prepare = qEnvironmentVariableIsSet("PDSI_KEYRING_PREPARE");
    QTimer::singleShot(0, &application, [&store, prepare] {
        store->probe([&store, prepare](const Result<Done> &probed) {
            print(prepare ? "prepareProbe" : "probe", probed);
            store->write(key, Secret(QByteArray("q\0r", 3)), [&store, prepare](const Result<Done> &written) {
                print(prepare ? "prepareWrite" : "write", written);
                prepare ? finish() : readRemoveRead(*store);
            });
        });
    });
    return QCoreApplication::exec();
}
