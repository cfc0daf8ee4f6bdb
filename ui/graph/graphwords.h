// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/escalationgraph.h"

/// Words about the escalation graph for people, in their language. What they say of the account is made harmless
/// (plainText) but not escaped.
namespace pdsi {

/// PagerDuty's type string of what a node stands for: of a level its policy, of a contact method its person.
QString resourceKindOf(GraphNodeKind kind);
/// False for levels and contact methods: they stand for something else.
bool isResource(GraphNodeKind kind);

QString graphKindWord(GraphNodeKind kind);
/// "Payments", "Level 2", "SMS".
QString graphTitle(const GraphNode &node);
/// What a node says below its title, one line each.
QStringList graphLines(const EscalationGraph &graph, int node);
/// Of a mark on a node of this kind, in a few words and as a sentence.
QString graphMarkWord(GraphMarkKind kind, GraphNodeKind node);
QString graphMarkSentence(GraphMarkKind kind, GraphNodeKind node);
/// "after 30 min", "repeats 2 times"; empty when the edge needs no words.
QString graphEdgeWords(const GraphEdge &edge);

/// What an edge means, one line each: between what, when, how often.
QStringList graphEdgeTip(const EscalationGraph &graph, int edge);

/// For assistive technology: "Escalation policy Payments, 1 level. Never escalates: ..."
QString spokenGraphNode(const EscalationGraph &graph, int node);
/// Everything known about a node and the edges that lead to it, one line each.
QStringList graphTip(const EscalationGraph &graph, int node);

/// "2026-10-22 14:00 UTC"
QString graphInstant(Instant instant);

} // namespace pdsi
