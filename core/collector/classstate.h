// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"

namespace pdsi {

/// True when the first state tells less about the account than the second.
bool isWorse(CollectionState a, CollectionState b);

/// The state of a class whose only or first request ended like this (not Answered). Which 404 means "not in the
/// plan" and which means failure depends on the class.
void applyRefusal(ResourceClassState &state, RequestResult result, int status);

/// Some pages or rows are missing.
void applyPartial(ResourceClassState &state, ReasonCode reason);

} // namespace pdsi
