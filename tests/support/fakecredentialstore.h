// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/credentialstore.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <optional>

namespace pdsi {

/// A keychain in memory that can be locked, be absent, and be looked into.
class FakeCredentialStore final : public CredentialStore
{
public:
    QMap<QString, Secret> secrets;           ///< by CredentialKey::text
    std::optional<ErrorCode> readError;      ///< of reading and probing
    std::optional<ErrorCode> writeError;     ///< of writing, removing and probing
    std::function<void()> afterRead;         ///< somebody else comes between

    void probe(Finished finished) override { answer<Done>(finished, refusal(readError ? readError : writeError)); }

    void read(const CredentialKey &key, Read finished) override
    {
        Result<Secret> result = Error{ErrorCode::NotFound, key.text()};
        if (readError)
            result = Error{*readError, QStringLiteral("as told")};
        else if (secrets.contains(key.text()))
            result = secrets.value(key.text());
        answer<Secret>(finished, result);
        if (afterRead)
            afterRead();
    }

    void write(const CredentialKey &key, const Secret &secret, Finished finished) override
    {
        if (!writeError)
            secrets.insert(key.text(), secret);
        answer<Done>(finished, refusal(writeError));
    }

    void remove(const CredentialKey &key, Finished finished) override
    {
        if (!writeError)
            secrets.remove(key.text());
        answer<Done>(finished, refusal(writeError));
    }

private:
    static Result<Done> refusal(const std::optional<ErrorCode> &code)
    {
        return code ? Result<Done>(Error{*code, QStringLiteral("as told")}) : Result<Done>(Done{});
    }

    template<typename Value>
    void answer(const std::function<void(Result<Value>)> &finished, const Result<Value> &result)
    {
        QTimer::singleShot(0, &m_context, [finished, result] { finished(result); });
    }

    QObject m_context;
};

} // namespace pdsi
