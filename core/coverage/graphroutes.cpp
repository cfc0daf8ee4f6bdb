// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/graphroutes.h"

#include "core/coverage/spacedpositions.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace pdsi {

namespace {

constexpr int laneCount = 8;       ///< below the drawing; more ways back share them
constexpr double laneHeight = 10;
constexpr double laneTurn = 8;     ///< how far a way round leaves a node

void lineTo(std::vector<QPointF> &points, QPointF to)
{
    const QPointF from = points.back();
    if (from == to)
        return;
    points.insert(points.end(), {from + (to - from) / 3, from + (to - from) * 2 / 3, to});
}

/// Leaves and arrives level.
void curveTo(std::vector<QPointF> &points, QPointF to)
{
    const QPointF from = points.back();
    const double middle = (from.x() + to.x()) / 2;
    points.insert(points.end(), {QPointF(middle, from.y()), QPointF(middle, to.y()), to});
}

/// Finds the way of every edge.
class RouteFinder
{
public:
    RouteFinder(const EscalationGraph &graph, const GraphLayers &layers, const std::vector<QRectF> &nodes,
                const std::vector<double> &centres, GraphColumns &columns, const QSizeF &labelSize)
        : m_graph(graph), m_layers(layers), m_nodes(nodes), m_centres(centres), m_columns(columns), m_label(labelSize)
    {
    }

    std::vector<GraphGeometry::Route> run()
    {
        std::vector<GraphGeometry::Route> routes;
        routes.reserve(m_graph.edges.size());
        for (size_t i = 0; i < m_graph.edges.size(); ++i)
            routes.push_back(route(i));
        if (m_backward > 0)
            m_columns.bottom += laneTurn + laneHeight * std::min(m_backward, laneCount);
        spreadLabels(routes);
        return routes;
    }

private:
    const QRectF &rect(int node) const { return m_nodes[static_cast<size_t>(node)]; }
    int column(int cell) const { return m_layers.cells[static_cast<size_t>(cell)].column; }
    double left(int column) const { return m_columns.left[static_cast<size_t>(column)]; }
    double right(int column) const { return m_columns.right[static_cast<size_t>(column)]; }

    bool isBetweenLevels(const GraphEdge &edge) const
    {
        return m_graph.nodes[static_cast<size_t>(edge.from)].kind == GraphNodeKind::Level
            && m_graph.nodes[static_cast<size_t>(edge.to)].kind == GraphNodeKind::Level;
    }
    bool isBackUp(const GraphEdge &edge) const { return edge.kind == GraphEdgeKind::LoopsBack && isBetweenLevels(edge); }
    GraphGeometry::Route route(size_t index)
    {
        const GraphEdge &edge = m_graph.edges[index];
        if (!m_layers.chains[index].empty())
            return forward(m_layers.chains[index]);
        if (edge.kind == GraphEdgeKind::Escalates && isBetweenLevels(edge))
            return downTo(edge);
        return isBackUp(edge) ? backUp(edge) : around(edge);
    }
    GraphGeometry::Route forward(const std::vector<int> &chain) const
    {
        GraphGeometry::Route made;
        const QRectF &from = rect(chain.front());
        made.points.push_back({from.right(), from.center().y()});
        for (size_t step = 1; step < chain.size(); ++step) {
            const int here = column(chain[step - 1]), next = column(chain[step]);
            // Out of its own column first: its neighbours may be wider.
            lineTo(made.points, {right(here), made.points.back().y()});
            // The node's own middle, which is rounded: the least corner before the end would turn the arrow's head.
            const double y = step + 1 == chain.size() ? rect(chain.back()).center().y() : m_centres[static_cast<size_t>(chain[step])];
            const QPointF start = made.points.back();
            curveTo(made.points, {left(next), y});
            made.label = (start + made.points.back()) / 2;
        }
        if (made.points.back().x() < rect(chain.back()).left())
            lineTo(made.points, {rect(chain.back()).left(), rect(chain.back()).center().y()});
        return made;
    }
    GraphGeometry::Route downTo(const GraphEdge &edge) const
    {
        GraphGeometry::Route made;
        const QRectF &from = rect(edge.from), &to = rect(edge.to);
        made.points.push_back({from.center().x(), from.bottom()});
        lineTo(made.points, {to.center().x(), to.top()});
        made.label = (made.points.front() + made.points.back()) / 2;
        return made;
    }
    GraphGeometry::Route backUp(const GraphEdge &edge) const
    {
        GraphGeometry::Route made;
        const QRectF &from = rect(edge.from), &to = rect(edge.to);
        const QPointF start(from.left(), from.top() + from.height() * 0.75);
        const QPointF end(to.left(), to.top() + to.height() * 0.75 - (edge.from == edge.to ? to.height() * 0.5 : 0));
        const double x = left(column(edge.from)) - (m_label.width() + 4) / 2; // leaves room for its text
        made.points = {start, {x, start.y()}, {x, end.y()}, end};
        made.label = {left(column(edge.from)) - m_label.width() / 2 - 2, (start.y() + end.y()) / 2};
        return made;
    }
    GraphGeometry::Route around(const GraphEdge &edge)
    {
        GraphGeometry::Route made;
        const double y = m_columns.bottom + laneTurn + laneHeight * (m_backward++ % laneCount);
        const QRectF &from = rect(edge.from), &to = rect(edge.to);
        const double out = right(column(edge.from)) + laneTurn, in = left(column(edge.to)) - laneTurn;
        made.points.push_back({from.right(), from.center().y()});
        for (const QPointF &corner : {QPointF(out, from.center().y()), QPointF(out, y), QPointF(in, y),
                                      QPointF(in, to.center().y()), QPointF(to.left(), to.center().y())})
            lineTo(made.points, corner);
        made.label = {(out + in) / 2, y};
        return made;
    }
    /// Labels in the same strip keep a distance from each other.
    void spreadLabels(std::vector<GraphGeometry::Route> &routes) const
    {
        std::map<int, std::vector<std::pair<double, size_t>>> strips;
        for (size_t i = 0; i < routes.size(); ++i) {
            const GraphEdge &edge = m_graph.edges[i];
            if (hasLabel(edge.kind) && (!m_layers.chains[i].empty() || isBackUp(edge)))
                strips[column(m_graph.edges[i].to)].emplace_back(routes[i].label.y(), i);
        }
        for (auto &[strip, labels] : strips) {
            std::sort(labels.begin(), labels.end());
            std::vector<PositionWish> wishes;
            for (const auto &[y, index] : labels)
                wishes.push_back({y, 1, m_label.height()});
            const std::vector<double> places = spacedPositions(wishes);
            double least = m_label.height() / 2;
            for (size_t i = 0; i < labels.size(); ++i) {
                routes[labels[i].second].label.setY(std::max(least, places[i]));
                least = routes[labels[i].second].label.y() + m_label.height();
            }
        }
    }

    const EscalationGraph &m_graph;
    const GraphLayers &m_layers;
    const std::vector<QRectF> &m_nodes;
    const std::vector<double> &m_centres;
    GraphColumns &m_columns;
    const QSizeF m_label;
    int m_backward = 0;
};

} // namespace

bool hasLabel(GraphEdgeKind kind)
{
    return kind == GraphEdgeKind::Escalates || kind == GraphEdgeKind::LoopsBack || kind == GraphEdgeKind::PagedBy
        || kind == GraphEdgeKind::OnCallNow || kind == GraphEdgeKind::OnCallNext;
}

std::vector<GraphGeometry::Route> graphRoutes(const EscalationGraph &graph, const GraphLayers &layers,
                                              const std::vector<QRectF> &nodes, const std::vector<double> &centres,
                                              GraphColumns &columns, const QSizeF &labelSize)
{
    return RouteFinder(graph, layers, nodes, centres, columns, labelSize).run();
}

} // namespace pdsi
