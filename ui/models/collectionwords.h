// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/resourceclass.h"

namespace pdsi {

/// "Complete", "Denied", ...
QString wordFor(CollectionState state);
/// Why something is not known, as a sentence with what could be done about it.
QString sentenceFor(ReasonCode reason);
/// What a class of requests asks for: "Users", "Audit records, latest 31 days".
QString classWord(ResourceClass resourceClass);
/// "Schedules: complete, 17 received of 17 the account reports." One class, everything there is to reconcile.
QString reconciliationSentence(const ResourceClassState &state);
/// "1 d 2 h 3 min 4 s" without the parts that are zero; "0 s" for none.
QString durationWords(qint64 seconds);

} // namespace pdsi
