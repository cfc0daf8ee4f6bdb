// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QStringList>

namespace pdsi {

/// A body as it may be stored.
struct RedactedBody {
    QByteArray stored;          ///< the bytes as received where nothing had to go
    QList<RemovedField> removed;
};

/// Takes credentials, keys, feed addresses and personal contact data out of an answer before it is written
/// anywhere. Pure. Array indexes never shift: only keys of objects go and strings are replaced.
class BodyRedactor
{
public:
    /// `salt`: for digests of integration keys. `secrets`: texts that must not appear at all (key, token).
    BodyRedactor(QByteArray salt, QList<QByteArray> secrets);

    RedactedBody redact(ResourceClass resourceClass, const QByteArray &received, const QJsonDocument &parsed) const;

private:
    struct Walk;
    QJsonValue clean(Walk &walk, const QJsonValue &value, const QString &key, const QString &pointer, int depth) const;
    QJsonValue cleanObject(Walk &walk, const QJsonObject &object, const QString &key, const QString &pointer,
                           int depth) const;
    QJsonValue cleanString(Walk &walk, const QString &text, const QString &key, const QString &pointer) const;
    bool mustGo(const Walk &walk, const QJsonObject &object, const QString &parentKey, const QString &key,
                int depth) const;
    QByteArray digest(const QJsonValue &value) const;
    QString withoutSecrets(QString text) const;

    QByteArray m_salt;
    QStringList m_secrets;
};

} // namespace pdsi
