// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/layeredlayout.h"

#include <QByteArray>

#include <optional>

namespace pdsi {

/// What Graphviz lays out: nodes by index, with sizes, and edges. Nothing of the account is in it.
QByteArray dotText(const EscalationGraph &graph, const GraphNodeSizes &sizes);

/// The graph with names, for people who draw it elsewhere; all account text is quoted.
QByteArray namedDotText(const EscalationGraph &graph, const QString &title);

/// What `dot -Tplain` answered to dotText(). nullopt unless every node and edge is there.
std::optional<GraphGeometry> geometryFromPlain(const QByteArray &plain, const EscalationGraph &graph, const GraphNodeSizes &sizes);

} // namespace pdsi
