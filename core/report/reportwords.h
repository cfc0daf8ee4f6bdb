// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/outcome.h"

/// Words and signs that every report for people uses.
namespace pdsi {

/// A sign that tells a status apart without colour.
QString statusShape(OutcomeStatus status);
QString severityShape(Severity severity);
/// "not determined" for `notDetermined`.
QString statusWords(OutcomeStatus status);
/// What a status means, as the end of a sentence that begins with it.
QString statusMeaning(OutcomeStatus status);
/// What a reason code means, in a sentence.
QString reasonWords(ReasonCode reason);
/// "not collected" for `notCollected`.
QString collectionStateWords(CollectionState state);
/// The value of a fact, short: long texts are cut, large lists and objects counted.
QString factValueWords(const Evidence &fact);

} // namespace pdsi
