// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"
#include "core/collector/collectionprogress.h"

namespace pdsi {

/// "Answered", "No such thing", ...
QString wordFor(RequestResult result);
/// "Waiting", "Reading"; empty when over, because then the state says more.
QString wordFor(ClassPhase phase);
/// How long the last attempt took, -1 where the log does not say.
qint64 durationMs(const RequestRecord &record);
/// "3.1 MB", in the user's locale.
QString bytesText(qint64 bytes);
/// "2026-10-19 08:00:01.123", UTC; empty for none.
QString timeText(const QDateTime &time);
/// A tool tip that shows hostile text as it is, wrapped.
QString plainToolTip(const QString &text);

} // namespace pdsi
