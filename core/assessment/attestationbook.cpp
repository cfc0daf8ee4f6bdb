// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/attestationbook.h"

#include "core/assessment/entryreader.h"

namespace pdsi {

namespace {

Result<Attestation> attestationFrom(const QJsonValue &entry, const QString &where)
{
    EntryReader reader(entry, where);
    Attestation attestation;
    attestation.control = reader.controlId();
    std::tie(attestation.resourceKind, attestation.resourceId) = reader.resource();
    const QString verdict = reader.choice(QLatin1String("verdict"), {QStringLiteral("pass"), QStringLiteral("fail")});
    attestation.verdict = verdict == QLatin1String("pass") ? OutcomeStatus::Pass : OutcomeStatus::Fail;
    attestation.statement = reader.text(QLatin1String("statement"));
    attestation.attestedBy = reader.text(QLatin1String("attestedBy"));
    attestation.attestedAt
        = QDateTime::fromSecsSinceEpoch(reader.firstInstant(QLatin1String("attestedAt")), Qt::UTC);
    attestation.expires = reader.lastInstant(QLatin1String("expires"));
    if (const auto read = reader.finish(); !read)
        return read.error();
    return attestation;
}

/// 0: does not cover the outcome, 1: covers the whole control, 2: names its resource.
int fit(const Attestation &attestation, const Outcome &outcome)
{
    if (attestation.control != outcome.controlId)
        return 0;
    if (attestation.resourceKind.isEmpty())
        return 1;
    const bool same = attestation.resourceKind == outcome.resource.kind && attestation.resourceId == outcome.resource.id;
    return same ? 2 : 0;
}

} // namespace

Result<AttestationBook> AttestationBook::fromJson(const QByteArray &json)
{
    const auto list = readEntryList(json, QStringLiteral("attestations"));
    if (!list)
        return list.error();
    QList<Attestation> attestations;
    for (qsizetype i = 0; i < list->size(); ++i) {
        const auto attestation = attestationFrom(list->at(i), QStringLiteral("attestations[%1]").arg(i));
        if (!attestation)
            return attestation.error();
        attestations << *attestation;
    }
    return AttestationBook(std::move(attestations));
}

Result<AttestationBook> AttestationBook::fromFile(const QString &path)
{
    const auto content = readWholeFile(path);
    return content ? fromJson(*content) : Result<AttestationBook>(content.error());
}

bool AttestationBook::canSettle(const Outcome &outcome)
{
    return outcome.status == OutcomeStatus::Manual
        || (outcome.status == OutcomeStatus::NotDetermined && outcome.reason == ReasonCode::NotExposed);
}

void AttestationBook::settle(AssessedOutcome &outcome, Instant now) const
{
    if (!canSettle(outcome))
        return;
    const Attestation *best = nullptr;
    int bestFit = 0;
    for (const Attestation &attestation : m_attestations) {
        const int itsFit = fit(attestation, outcome);
        if (itsFit > bestFit && now < attestation.expires) {
            best = &attestation;
            bestFit = itsFit;
        }
    }
    if (!best)
        return;
    outcome.attestation = AppliedAttestation{best->statement, best->attestedBy, best->attestedAt,
                                             QDateTime::fromSecsSinceEpoch(best->expires, Qt::UTC), outcome.status};
    outcome.status = best->verdict;
    outcome.reason.reset();
}

} // namespace pdsi
