// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/layeredlayout.h"

#include <QFont>
#include <QStringList>

namespace pdsi {

/// What is written on a node, cut to its width.
struct GraphCard {
    QString title;
    QStringList lines;
    QStringList marks;     ///< a word for each, parallel to GraphNode::marks
    QString searched;      ///< everything a search looks in, folded
};

/// Measures shared by all cards of one font.
struct GraphCardMetrics {
    explicit GraphCardMetrics(const QFont &used = {});

    QFont font;
    double line = 16;      ///< height of a line
    double ascent = 12;
    double band = 22;      ///< width of the coloured band with the kind's picture
    double pad = 6;

    /// Of the mark in a node drawn at `node`: the picture and its word.
    QRectF markRect(const GraphCard &card, const QRectF &node, int mark) const;
};

/// A graph with all that is written on it; immutable once made. Geometry comes apart, from a layout.
struct GraphContent {
    EscalationGraph graph;
    GraphCardMetrics metrics;
    std::vector<GraphCard> cards;        ///< parallel to the nodes
    GraphNodeSizes sizes;
    std::vector<QString> edgeWords;      ///< parallel to the edges
    std::vector<std::vector<int>> leaving, arriving; ///< edges of each node

    bool isEmpty() const { return graph.nodes.empty(); }
    /// The node that stands for a resource; -1 when there is none.
    int nodeOf(const QString &resourceKind, const QString &id) const;
};

/// Pure; safe in a worker.
std::shared_ptr<const GraphContent> graphContent(EscalationGraph graph, const QFont &font);

} // namespace pdsi
