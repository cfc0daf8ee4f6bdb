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
    if (auto laidOut = layOutJson(body, JsonLocator(body).locate(pointer), around)) {
        text.shown = std::move(*laidOut);
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
