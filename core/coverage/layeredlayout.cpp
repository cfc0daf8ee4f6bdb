// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/layeredlayout.h"

#include "core/coverage/graphroutes.h"
#include "core/coverage/spacedpositions.h"

#include <algorithm>
#include <cmath>

namespace pdsi {

namespace {

constexpr double passageGap = 8;
constexpr int placingPasses = 10;

/// Heights and places from top to bottom.
class RowPlacing
{
public:
    RowPlacing(const GraphLayers &layers, const GraphNodeSizes &sizes, const GraphSpacing &spacing)
        : m_layers(layers), m_spacing(spacing), m_centres(layers.cells.size())
    {
        for (const GraphCell &cell : layers.cells)
            m_heights.push_back(cell.node < 0 ? 0 : sizes[static_cast<size_t>(cell.node)].height());
        for (const std::vector<int> &column : layers.columns) {
            double y = 0;
            for (size_t i = 0; i < column.size(); ++i) {
                y += i == 0 ? 0 : apart(column[i - 1], column[i]);
                centre(column[i]) = y;
            }
        }
    }

    std::vector<double> run()
    {
        const int count = static_cast<int>(m_layers.columns.size());
        for (int pass = 0; pass < placingPasses; ++pass) {
            const bool last = pass + 2 >= placingPasses;
            for (int i = 0; i < count; ++i) {
                const int column = pass % 2 ? count - 1 - i : i;
                align(m_layers.columns[static_cast<size_t>(column)], last || pass % 2 == 0, last || pass % 2 == 1);
            }
        }
        moveToTop();
        return m_centres;
    }

private:
    double &centre(int cell) { return m_centres[static_cast<size_t>(cell)]; }
    double height(int cell) const { return m_heights[static_cast<size_t>(cell)]; }
    const GraphCell &cellAt(int cell) const { return m_layers.cells[static_cast<size_t>(cell)]; }

    double apart(int above, int below) const
    {
        const GraphCell &a = cellAt(above), &b = cellAt(below);
        const double gap = a.node < 0 || b.node < 0 ? passageGap : a.block == b.block ? m_spacing.levels : m_spacing.rows;
        return (height(above) + height(below)) / 2 + gap;
    }
    /// Moves the cells of a column next to what they are connected to on these sides.
    void align(const std::vector<int> &column, bool toLeft, bool toRight)
    {
        std::vector<PositionWish> wishes;
        for (size_t i = 0; i < column.size(); ++i) {
            const GraphCell &cell = cellAt(column[i]);
            double sum = 0;
            size_t neighbours = 0;
            const auto add = [&](const std::vector<int> &others) {
                for (const int other : others)
                    sum += centre(other);
                neighbours += others.size();
            };
            if (toLeft)
                add(cell.left);
            if (toRight)
                add(cell.right);
            PositionWish wish{centre(column[i]), 0.05, i == 0 ? 0 : apart(column[i - 1], column[i])};
            if (neighbours > 0)
                wish = {sum / static_cast<double>(neighbours), cell.node < 0 ? 2.0 : 1.0, wish.apart};
            wishes.push_back(wish);
        }
        const std::vector<double> places = spacedPositions(wishes);
        for (size_t i = 0; i < column.size(); ++i)
            centre(column[i]) = places[i];
    }
    void moveToTop()
    {
        double top = 0;
        bool first = true;
        for (size_t i = 0; i < m_centres.size(); ++i) {
            const double edge = m_centres[i] - m_heights[i] / 2;
            top = first ? edge : std::min(top, edge);
            first = false;
        }
        for (double &y : m_centres)
            y += m_spacing.margin - top;
    }

    const GraphLayers &m_layers;
    const GraphSpacing &m_spacing;
    std::vector<double> m_heights;
    std::vector<double> m_centres;
};

/// What a strip between two columns must have room for.
struct Strip {
    int edges = 0;
    bool labels = false;
};

std::vector<Strip> stripsOf(const EscalationGraph &graph, const GraphLayers &layers)
{
    std::vector<Strip> strips(layers.columns.size() + 1);
    for (size_t i = 0; i < graph.edges.size(); ++i) {
        const bool label = hasLabel(graph.edges[i].kind);
        const std::vector<int> &chain = layers.chains[i];
        for (size_t step = 1; step < chain.size(); ++step)
            ++strips[static_cast<size_t>(layers.cells[static_cast<size_t>(chain[step])].column)].edges;
        const bool back = graph.edges[i].kind == GraphEdgeKind::LoopsBack;
        if (label && (back || !chain.empty()))
            strips[static_cast<size_t>(layers.cells[static_cast<size_t>(graph.edges[i].to)].column)].labels = true;
    }
    return strips;
}

GraphColumns columnsOf(const EscalationGraph &graph, const GraphLayers &layers, const GraphNodeSizes &sizes,
                       const GraphSpacing &spacing)
{
    const std::vector<Strip> strips = stripsOf(graph, layers);
    GraphColumns columns;
    double x = spacing.margin;
    for (size_t i = 0; i < layers.columns.size(); ++i) {
        const Strip &strip = strips[i];
        const double base = i == 0 && !strip.labels ? 0 : strip.labels ? spacing.label.width() + 16 : spacing.strip;
        x += std::round(base + std::min(spacing.crowd, 2 * std::sqrt(static_cast<double>(strip.edges))));
        columns.left.push_back(x);
        double width = 0;
        for (const int cell : layers.columns[i]) {
            const int node = layers.cells[static_cast<size_t>(cell)].node;
            width = std::max(width, node < 0 ? 0 : sizes[static_cast<size_t>(node)].width());
        }
        x += width;
        columns.right.push_back(x);
    }
    return columns;
}

} // namespace

GraphGeometry layeredLayout(const EscalationGraph &graph, const GraphNodeSizes &sizes, const GraphSpacing &spacing)
{
    GraphGeometry geometry;
    if (graph.nodes.empty())
        return geometry;
    const GraphLayers layers = graphLayers(graph);
    GraphColumns columns = columnsOf(graph, layers, sizes, spacing);
    const std::vector<double> centres = RowPlacing(layers, sizes, spacing).run();
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
        const double x = columns.left[static_cast<size_t>(layers.cells[i].column)];
        geometry.nodes.emplace_back(QPointF(x, std::round(centres[i] - sizes[i].height() / 2)), sizes[i]);
    }
    for (size_t i = 0; i < centres.size(); ++i) {
        const double lowest = i < sizes.size() ? geometry.nodes[i].bottom() : centres[i];
        columns.bottom = std::max(columns.bottom, lowest + 2);
    }
    geometry.edges = graphRoutes(graph, layers, geometry.nodes, centres, columns, spacing.label);
    geometry.size = {columns.right.back() + spacing.margin, columns.bottom};
    for (const GraphGeometry::Route &route : geometry.edges)
        geometry.size = geometry.size.expandedTo(
            {route.label.x() + spacing.label.width() / 2, route.label.y() + spacing.label.height() / 2});
    geometry.size += QSizeF(0, spacing.margin);
    return geometry;
}

} // namespace pdsi
