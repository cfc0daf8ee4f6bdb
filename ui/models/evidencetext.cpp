// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencetext.h"

#include "ui/models/jsonlocator.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace pdsi {

namespace {

DigestCheck checkDigest(const Inventory &inventory, int requestId, const QByteArray &body)
{
    const RequestRecord *record = inventory.request(requestId);
    if (body.isEmpty() || !record)
        return DigestCheck::NothingStored;
    if (!inventory.removed(requestId).isEmpty())
        return DigestCheck::Redacted;
    const QByteArray now = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    return now == record->sha256 ? DigestCheck::Matches : DigestCheck::Differs;
}

/// The value written in these bytes, by the same parser that filled in Evidence::value.
QJsonValue parsed(const QByteArray &body, const std::optional<TextRange> &range)
{
    if (!range || range->length > wholeBodyLimit)
        return QJsonValue::Undefined;
    return QJsonDocument::fromJson('[' + body.mid(range->start, range->length) + ']').array().first();
}

} // namespace

EvidenceText readEvidenceText(const Inventory &inventory, int requestId, const QString &pointer)
{
    const QByteArray body = inventory.body(requestId);
    EvidenceText text;
    text.hasBody = !body.isEmpty();
    text.storedBytes = body.size();
    text.digest = checkDigest(inventory, requestId, body);
    const bool whole = body.size() <= wholeBodyLimit;
    const qsizetype around = whole ? std::numeric_limits<qsizetype>::max() : bodyWindow;
    const auto range = JsonLocator(body).locate(pointer);
    if (auto laidOut = layOutJson(body, range, around)) {
        text.shown = std::move(*laidOut);
        text.value = parsed(body, range);
        text.isJson = true;
    } else {
        text.shown = layOutPlain(body, around);
    }
    return text;
}

QString jsonText(const QJsonValue &value)
{
    if (value.isUndefined())
        return QStringLiteral("null");
    const QByteArray listed = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(listed.mid(1, listed.size() - 2));
}

} // namespace pdsi
