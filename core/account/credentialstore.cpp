// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/credentialstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>

namespace pdsi {

namespace {

class SessionCredentialStore final : public CredentialStore
{
public:
    void probe(Finished finished) override { answer(std::move(finished), Result<Done>(Done{})); }

    void read(const CredentialKey &key, Read finished) override
    {
        const auto found = m_secrets.constFind(key.text());
        answer(std::move(finished), found == m_secrets.constEnd() ? Result<Secret>(Error{ErrorCode::NotFound, key.text()})
                                                                  : Result<Secret>(*found));
    }

    void write(const CredentialKey &key, const Secret &secret, Finished finished) override
    {
        m_secrets.insert(key.text(), secret);
        answer(std::move(finished), Result<Done>(Done{}));
    }

    void remove(const CredentialKey &key, Finished finished) override
    {
        m_secrets.remove(key.text());
        answer(std::move(finished), Result<Done>(Done{}));
    }

private:
    template<typename Value>
    void answer(std::function<void(Result<Value>)> finished, Result<Value> result)
    {
        QTimer::singleShot(0, &m_context, [finished = std::move(finished), result = std::move(result)] { finished(result); });
    }

    QHash<QString, Secret> m_secrets;
    QObject m_context;
};

} // namespace

QString CredentialKey::text() const
{
    static constexpr std::array names{QLatin1String("api-key"), QLatin1String("oauth"), QLatin1String("oauth-client"),
                                      QLatin1String("proxy"), QLatin1String("signing-seed")};
    static_assert(names.size() == secretKindCount);
    return connectionId + QLatin1Char(':') + names.at(static_cast<size_t>(kind));
}

std::unique_ptr<CredentialStore> CredentialStore::sessionOnly() { return std::make_unique<SessionCredentialStore>(); }

} // namespace pdsi
