// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collector/planreader.h"

namespace pdsi {

/// What a row of a list says about requests still to come.
void noteId(const QJsonObject &row, std::set<QString> &ids);
void noteUser(const QJsonObject &row, PlanFacts &facts);
void noteService(const QJsonObject &row, PlanFacts &facts);
void noteIntegration(const QJsonObject &row, PlanFacts &facts);
void noteDependency(const QJsonObject &row, PlanFacts &facts);
/// `window`: index of the time window the list was rendered for.
void noteSchedule(const QJsonObject &row, int window, PlanFacts &facts);

} // namespace pdsi
