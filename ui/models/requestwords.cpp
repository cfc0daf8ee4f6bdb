// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/requestwords.h"

#include "ui/models/translate.h"

#include <QLocale>

namespace pdsi {

QString wordFor(RequestResult result)
{
    switch (result) {
    case RequestResult::Answered: return tr("Answered");
    case RequestResult::Denied: return tr("Denied");
    case RequestResult::PlanGated: return tr("Not in the plan");
    case RequestResult::Missing: return tr("Not there");
    case RequestResult::Refused: return tr("Refused");
    case RequestResult::Unreadable: return tr("Unreadable");
    case RequestResult::Failed: return tr("Failed");
    }
    return {};
}

QString wordFor(ClassPhase phase)
{
    switch (phase) {
    case ClassPhase::Waiting: return tr("Waiting");
    case ClassPhase::Reading: return tr("Reading");
    case ClassPhase::Over: break;
    }
    return {};
}

qint64 durationMs(const RequestRecord &record)
{
    return record.sentAt.isValid() && record.receivedAt.isValid() ? record.sentAt.msecsTo(record.receivedAt) : -1;
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) : QString();
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

} // namespace pdsi
