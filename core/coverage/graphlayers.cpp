// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coverage/graphlayers.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

namespace pdsi {

namespace {

constexpr int orderSweeps = 6;
/// Longer chains of dependencies share their last column; so does what depends on itself.
constexpr int mostRanks = 8;

template<typename T>
T &cellOf(std::vector<T> &rows, int index)
{
    return rows[static_cast<size_t>(index)];
}
template<typename T>
const T &cellOf(const std::vector<T> &rows, int index)
{
    return rows[static_cast<size_t>(index)];
}

/// How many steps of dependencies among its own kind a node is away from the one that depends on nothing more.
std::vector<int> dependencyRanks(const EscalationGraph &graph)
{
    std::vector<int> ranks(graph.nodes.size(), 0);
    bool changed = true;
    for (int pass = 0; pass < mostRanks && changed; ++pass) {
        changed = false;
        for (const GraphEdge &edge : graph.edges) {
            const GraphNodeKind kind = cellOf(graph.nodes, edge.from).kind;
            if (edge.kind != GraphEdgeKind::DependsOn || edge.from == edge.to || kind > GraphNodeKind::Service
                || cellOf(graph.nodes, edge.to).kind != kind)
                continue;
            const int rank = std::min(cellOf(ranks, edge.to) + 1, mostRanks - 1);
            if (rank > cellOf(ranks, edge.from)) {
                cellOf(ranks, edge.from) = rank;
                changed = true;
            }
        }
    }
    return ranks;
}

void fillColumns(GraphLayers &layers, const EscalationGraph &graph)
{
    const std::vector<int> ranks = dependencyRanks(graph);
    std::map<int, std::vector<int>> columns; // those that are empty do not come into being
    for (size_t i = 0; i < graph.nodes.size(); ++i)
        columns[static_cast<int>(graph.nodes[i].kind) * mostRanks + mostRanks - 1 - ranks[i]].push_back(static_cast<int>(i));
    layers.cells.resize(graph.nodes.size());
    QHash<QString, int> blocks;
    for (auto &[number, nodes] : columns) {
        for (const int node : nodes) {
            GraphCell &cell = cellOf(layers.cells, node);
            const GraphNode &row = cellOf(graph.nodes, node);
            cell.node = node;
            cell.column = static_cast<int>(layers.columns.size());
            cell.block = row.kind == GraphNodeKind::Level ? blocks.value(row.id, node) : node;
            if (cell.block == node)
                blocks.insert(row.id, node);
        }
        layers.columns.push_back(std::move(nodes));
    }
}

int passage(GraphLayers &layers, int column)
{
    const int index = static_cast<int>(layers.cells.size());
    GraphCell &cell = layers.cells.emplace_back();
    cell.column = column;
    cell.block = index;
    cellOf(layers.columns, column).push_back(index);
    return index;
}

void addChains(GraphLayers &layers, const EscalationGraph &graph)
{
    layers.chains.resize(graph.edges.size());
    for (size_t i = 0; i < graph.edges.size(); ++i) {
        const GraphEdge &edge = graph.edges[i];
        const int last = cellOf(layers.cells, edge.to).column;
        std::vector<int> &chain = layers.chains[i];
        for (int column = cellOf(layers.cells, edge.from).column; column < last; ++column)
            chain.push_back(chain.empty() ? edge.from : passage(layers, column));
        if (chain.empty())
            continue;
        chain.push_back(edge.to);
        for (size_t step = 1; step < chain.size(); ++step) {
            cellOf(layers.cells, chain[step - 1]).right.push_back(chain[step]);
            cellOf(layers.cells, chain[step]).left.push_back(chain[step - 1]);
        }
    }
}

/// Where every cell is in its column, from 0 to 1.
class CellPlaces
{
public:
    explicit CellPlaces(const GraphLayers &layers) : m_places(layers.cells.size()), m_ranks(layers.cells.size())
    {
        for (const std::vector<int> &column : layers.columns)
            update(column);
    }
    void update(const std::vector<int> &column)
    {
        for (size_t i = 0; i < column.size(); ++i) {
            cellOf(m_ranks, column[i]) = static_cast<int>(i);
            cellOf(m_places, column[i]) = (static_cast<double>(i) + 0.5) / static_cast<double>(column.size());
        }
    }
    double place(int cell) const { return cellOf(m_places, cell); }
    int rank(int cell) const { return cellOf(m_ranks, cell); }

private:
    std::vector<double> m_places;
    std::vector<int> m_ranks;
};

/// Sorts a column by the middle of what its blocks are connected to on one side.
void sortColumn(GraphLayers &layers, std::vector<int> &column, CellPlaces &places, std::vector<int> GraphCell::*side)
{
    struct Middle {
        double connected = 0, own = 0;
        int connections = 0, cells = 0;
        double value() const { return connections ? connected / connections : own / cells; }
    };
    QHash<int, Middle> middles;
    for (const int index : column) {
        const GraphCell &cell = cellOf(layers.cells, index);
        Middle &middle = middles[cell.block];
        middle.own += places.place(index);
        ++middle.cells;
        for (const int neighbour : cell.*side)
            middle.connected += places.place(neighbour);
        middle.connections += static_cast<int>((cell.*side).size());
    }
    std::vector<std::tuple<double, int, int, int>> keyed; // middle, then as it was; a block in its own order
    for (const int index : column) {
        const int block = cellOf(layers.cells, index).block;
        keyed.emplace_back(middles[block].value(), places.rank(block), block, index);
    }
    std::sort(keyed.begin(), keyed.end());
    for (size_t i = 0; i < column.size(); ++i)
        column[i] = std::get<3>(keyed[i]);
    places.update(column);
}

/// Pairs out of order, counted with a tree of partial sums.
qint64 inversions(const std::vector<int> &values, size_t count)
{
    std::vector<int> tree(count + 1, 0);
    qint64 found = 0, seen = 0;
    for (const int value : values) {
        qint64 notAbove = 0;
        for (size_t i = static_cast<size_t>(value) + 1; i > 0; i -= i & (~i + 1))
            notAbove += tree[i];
        found += seen - notAbove;
        ++seen;
        for (size_t i = static_cast<size_t>(value) + 1; i <= count; i += i & (~i + 1))
            ++tree[i];
    }
    return found;
}

qint64 crossings(const GraphLayers &layers, const CellPlaces &places)
{
    qint64 total = 0;
    for (size_t i = 0; i + 1 < layers.columns.size(); ++i) {
        std::vector<int> ends;
        for (const int index : layers.columns[i]) {
            const size_t from = ends.size();
            for (const int neighbour : cellOf(layers.cells, index).right)
                ends.push_back(places.rank(neighbour));
            std::sort(ends.begin() + static_cast<std::ptrdiff_t>(from), ends.end());
        }
        total += inversions(ends, layers.columns[i + 1].size());
    }
    return total;
}

void orderColumns(GraphLayers &layers)
{
    CellPlaces places(layers);
    std::vector<std::vector<int>> best = layers.columns;
    qint64 fewest = crossings(layers, places);
    for (int sweep = 0; sweep < orderSweeps && fewest > 0; ++sweep) {
        if (sweep % 2 == 0) {
            for (size_t i = 1; i < layers.columns.size(); ++i)
                sortColumn(layers, layers.columns[i], places, &GraphCell::left);
        } else {
            for (size_t i = layers.columns.size() - 1; i-- > 0;)
                sortColumn(layers, layers.columns[i], places, &GraphCell::right);
        }
        const qint64 found = crossings(layers, places);
        if (found < fewest) {
            fewest = found;
            best = layers.columns;
        }
    }
    layers.columns = std::move(best);
}

} // namespace

GraphLayers graphLayers(const EscalationGraph &graph)
{
    GraphLayers layers;
    fillColumns(layers, graph);
    addChains(layers, graph);
    if (!layers.columns.empty())
        orderColumns(layers);
    return layers;
}

} // namespace pdsi
