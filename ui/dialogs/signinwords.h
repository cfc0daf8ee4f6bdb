// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/connectiontest.h"

#include <QString>

namespace pdsi {

/// What happened, what it means and what to do, for everything that can go wrong on the way to an account. Plain text.
QString signInSentence(const Error &error);

/// What is wrong with a connection as checkConnection and ConnectionStore say it.
QString connectionProblem(const Error &error);

QString sightSentence(const ConnectionTestResult &result);
QString areaName(ResourceClass area);
/// Why an area cannot be seen, and what that leads to.
QString areaSentence(const TestedArea &area);

/// The whole result as HTML, everything from the account escaped.
QString testResultPage(const ConnectionTestResult &result);

} // namespace pdsi
