// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/checks/checks.h"
#include "core/controls/audittrail.h"
#include "core/controls/outcomes.h"

#include <QHash>

namespace pdsi {

namespace {

/// What was seen of one key, told apart by actor and last characters.
struct Token {
    const AuditRecord *recent = nullptr; ///< newest use in the latest window
    const AuditRecord *old = nullptr; ///< oldest use in the window that ends at the allowed age
    const AuditRecord *any = nullptr;
};

class Tokens
{
public:
    Tokens(const Inventory &inventory, Instant now, int maxAgeDays)
        : m_now(now),
          m_recentFrom(now - auditWindowDays * secondsPerDay),
          m_oldUntil(now - maxAgeDays * secondsPerDay),
          m_oldFrom(m_oldUntil - auditWindowDays * secondsPerDay)
    {
        for (const AuditRecord &record : inventory.auditTokensRecent)
            add(record);
        for (const AuditRecord &record : inventory.auditTokensOld)
            add(record);
    }
    const std::vector<Token> &all() const { return m_tokens; }

private:
    void add(const AuditRecord &record)
    {
        if (record.methodType != QLatin1String("api_token") || record.truncatedToken.isEmpty())
            return;
        const bool recent = record.executedAt >= m_recentFrom && record.executedAt <= m_now;
        const bool old = record.executedAt >= m_oldFrom && record.executedAt <= m_oldUntil;
        if (!recent && !old)
            return;
        const auto key = std::pair(record.actorId, record.truncatedToken);
        auto found = m_index.find(key);
        if (found == m_index.end()) {
            found = m_index.insert(key, m_tokens.size());
            m_tokens.push_back({nullptr, nullptr, &record});
        }
        Token &token = m_tokens[*found];
        if (recent && (!token.recent || record.executedAt > token.recent->executedAt))
            token.recent = &record;
        if (old && (!token.old || record.executedAt < token.old->executedAt))
            token.old = &record;
    }

    Instant m_now, m_recentFrom, m_oldUntil, m_oldFrom;
    std::vector<Token> m_tokens;
    QHash<std::pair<QString, QString>, size_t> m_index;
};

Outcome judgeToken(const Token &token, int maxAgeDays)
{
    const AuditRecord &any = *token.any;
    const QString actor = any.actorName.isEmpty() ? QStringLiteral("unknown actor") : any.actorName;
    const ResourceRef resource{QStringLiteral("api_token"),
                               any.actorId + QLatin1Char(':') + any.truncatedToken,
                               QStringLiteral("%1 (key ending %2)").arg(actor, any.truncatedToken),
                               {}};
    if (token.recent && token.old && !any.actorId.isEmpty())
        return outcome(
            OutcomeStatus::Fail, resource,
            QStringLiteral("The API key of %1 ending %2 was used on %3 and still on %4, so it is older than %5.")
                .arg(quoted(actor), any.truncatedToken, formatInstant(token.old->executedAt),
                     formatInstant(token.recent->executedAt), counted(maxAgeDays, "day")),
            {evidenceAt(token.old->source), evidenceAt(token.recent->source)});
    return undetermined(ReasonCode::NotExposed, resource,
                        QStringLiteral("PagerDuty does not show when the API key of %1 ending %2 was created.")
                            .arg(quoted(actor), any.truncatedToken),
                        {evidenceAt(any.source)});
}

} // namespace

QList<Outcome> apiKeyRotation(const Inventory &inventory, const EvaluationContext &context)
{
    const int maxAgeDays = context.parameters.apiKeyMaxAgeDays;
    const Tokens tokens(inventory, context.now, maxAgeDays);
    QList<Outcome> outcomes;
    for (const Token &token : tokens.all())
        outcomes.append(judgeToken(token, maxAgeDays));
    outcomes.append(undetermined(
        ReasonCode::NotExposed, accountRef(inventory),
        QStringLiteral(
            "PagerDuty lists no API keys: %1 left traces in the audit trail, and keys that only read leave none.")
            .arg(counted(static_cast<qsizetype>(tokens.all().size()), "key")),
        requestEvidence(inventory, ResourceClass::AuditTokensRecent)
            + requestEvidence(inventory, ResourceClass::AuditTokensOld)));
    return outcomes;
}

} // namespace pdsi
