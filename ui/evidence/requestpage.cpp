// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/requestpage.h"

#include "ui/evidence/detailhtml.h"
#include "ui/models/collectionwords.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostRemoved = 1'000;

QString code(const QString &text) { return QStringLiteral("<code>%1</code>").arg(escaped(text)); }
QString codeOr(const QByteArray &text, const QString &otherwise) { return text.isEmpty() ? escaped(otherwise) : code(QString::fromUtf8(text)); }
QString timeWords(const QDateTime &utc) { return escaped(utc.isValid() ? formatTimestamp(utc) : tr("not known")); }

QString resultWords(RequestResult result)
{
    switch (result) {
    case RequestResult::Answered: return tr("answered");
    case RequestResult::Denied: return tr("denied");
    case RequestResult::PlanGated: return tr("not in the account's plan");
    case RequestResult::Missing: return tr("not found");
    case RequestResult::Refused: return tr("refused");
    case RequestResult::Unreadable: return tr("unreadable: truncated, no JSON or not the documented shape");
    case RequestResult::Failed: return tr("failed: no usable answer");
    }
    return {};
}

QString statusWords(const RequestRecord &request)
{
    const QString status = request.status == 0 ? tr("no answer") : QString::number(request.status);
    return escaped(tr("%1 (%2)").arg(status, resultWords(request.result)));
}

QString removedSection(const QList<RemovedField> &removed)
{
    if (removed.isEmpty())
        return {};
    QStringList items;
    for (const RemovedField &field : removed.first(std::min(removed.size(), mostRemoved)))
        items << code(field.pointer) + (field.digest.isEmpty() ? QString()
                                                               : QStringLiteral("<br>%1 ").arg(soft(tr("keyed digest")))
                                                                   + code(QString::fromLatin1(field.digest)));
    if (removed.size() > mostRemoved)
        items << escaped(tr("and %1 more, listed in the snapshot's request log").arg(removed.size() - mostRemoved));
    return heading(tr("Taken out or shortened before storing (%1)").arg(removed.size())) + bulletList(items);
}

} // namespace

QString digestSentence(DigestCheck digest, qsizetype removedFields)
{
    switch (digest) {
    case DigestCheck::Matches: return tr("Checked now: the stored bytes have this digest.");
    case DigestCheck::Redacted:
        return removedFields == 1
            ? tr("Taken over the bytes as received. 1 field was taken out before storing, so what is stored differs.")
            : tr("Taken over the bytes as received. %1 fields were taken out before storing, so what is stored differs.")
                  .arg(removedFields);
    case DigestCheck::Differs: return tr("The stored bytes do not have this digest although nothing was taken out: do not rely on them.");
    case DigestCheck::NothingStored: return tr("No answer is stored.");
    }
    return {};
}

QString requestPage(const Inventory &inventory, int requestId, std::optional<DigestCheck> digest, bool dark)
{
    const RequestRecord *request = inventory.request(requestId);
    if (!request)
        return styleSheet(dark) + paragraph(tr("Request %1 is not in the log of this snapshot.").arg(requestId));
    const QList<RemovedField> removed = inventory.removed(requestId);
    QList<std::pair<QString, QString>> facts{
        {tr("Request %1").arg(request->id), code(QString::fromLatin1(request->method) + QLatin1Char(' ') + request->path)},
        {tr("Asked for"), escaped(classWord(request->resourceClass))},
        {tr("Sent"), timeWords(request->sentAt)},
        {tr("Received"), timeWords(request->receivedAt)},
        {tr("Status"), statusWords(*request)},
        {tr("Bytes received"), escaped(QString::number(request->bytes))},
        {tr("SHA-256"), codeOr(request->sha256, tr("none: no body came"))},
        {QString(), escaped(digest ? digestSentence(*digest, removed.size()) : tr("Checking the stored bytes..."))},
        {tr("Server's id"), codeOr(request->serverRequestId.toUtf8(), tr("none sent"))},
        {tr("Attempts"), escaped(QString::number(request->attempts))}};
    if (request->superseded)
        facts << std::pair(tr("Not judged"), escaped(tr("A later reading of the same list replaced this answer.")));
    if (!request->unreadableRows.isEmpty())
        facts << std::pair(tr("Not judged"), escaped(tr("%1 rows whose fields have wrong types.").arg(request->unreadableRows.size())));
    return styleSheet(dark) + factTable(facts) + removedSection(removed);
}

} // namespace pdsi
