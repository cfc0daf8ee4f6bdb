// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/fingerprint.h"

#include <QCryptographicHash>

namespace pdsi {

QString findingFingerprint(int controlId, const QString &resourceKind, const QString &resourceId)
{
    const QString identity
        = QString::number(controlId) + QLatin1Char('\n') + resourceKind + QLatin1Char('\n') + resourceId;
    return QString::fromLatin1(QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace pdsi
