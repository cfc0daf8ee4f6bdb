// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"
#include "core/report/figure.h"

namespace pdsi {

/// What is wrong, in two or three words.
QString graphMarkWords(GraphMarkKind kind);
/// How bad that looks.
FigureRole graphMarkRole(GraphMarkKind kind);
/// `phone`, `SMS`, `e-mail`, `push`, `WhatsApp`, or the type as sent.
QString contactMethodWords(const QString &contactType);

/// The way of an incident along one policy, in sentences. For a graph of the scope Policy or Service.
QString escalationWords(const EscalationGraph &graph);

} // namespace pdsi
