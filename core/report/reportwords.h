// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/coverage/coveragerows.h"

/// Words that every report format shares.
namespace pdsi {

/// "not determined" for `notDetermined`.
QString statusWords(OutcomeStatus status);
/// What a status means, as the end of a sentence with a full stop.
QString statusMeaning(OutcomeStatus status);
/// All six, as they weigh: error, fail, not determined, manual, pass, not applicable.
const QList<OutcomeStatus> &statusesWorstFirst();
/// "3 fail, 1 manual": those that occur; "none" when none does.
QString statusCountWords(const StatusCounts &counts);

/// What a reason code means, in a sentence.
QString reasonWords(ReasonCode reason);
/// The same in one to three words: "no permission".
QString reasonLabel(ReasonCode reason);
/// "not collected" for `notCollected`.
QString stateWords(CollectionState state);
/// "layer-based schedules" for `schedules`.
QString classWords(ResourceClass resourceClass);
/// "an API key", "OAuth", "a saved snapshot", "the sample account".
QString signInWords(SignInKind kind);

/// "2 d 3 h", "15 min", "0 s": at most two units.
QString lengthWords(qint64 seconds);
/// "nobody on call", "caught by a later level", "not known", ...
QString gapKindWords(GapKind kind);
/// "Mon 19 Oct 2026" in UTC.
QString dayWords(Instant instant);

} // namespace pdsi
