// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphgeometry.h"

#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace pdsi {

namespace {

constexpr double margin = 16;
constexpr double partGap = 28;
constexpr double loopWidth = 48;
constexpr double wordsBefore = 12; // between the words of an edge and the node it leads to

/// One connected part: where it is, and where it goes.
struct Part {
    int index = 0;
    QRectF box;
    int nodes = 0;
    QPointF moved;
};

std::vector<Part> partsOf(const EscalationGraph &graph, const GraphGeometry &geometry, const std::vector<int> &partOf)
{
    std::vector<Part> parts;
    for (size_t i = 0; i < partOf.size(); ++i) {
        const auto index = size_t(partOf[i]);
        if (index >= parts.size())
            parts.resize(index + 1);
        parts[index].index = int(index);
        parts[index].box = parts[index].box.united(geometry.nodes[i]);
        ++parts[index].nodes;
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        Part &part = parts[size_t(partOf[size_t(graph.edges[i].from)])];
        for (const QPointF &point : geometry.edges[i].points)
            part.box = part.box.united(QRectF(point, QSizeF(0.1, 0.1)));
    }
    return parts;
}

/// In columns from top to bottom; single nodes come last.
void placeParts(std::vector<Part> &parts, double aspect)
{
    std::stable_sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return (a.nodes == 1) < (b.nodes == 1); });
    double area = 0, highest = 0;
    for (const Part &part : parts) {
        area += (part.box.width() + partGap) * (part.box.height() + partGap);
        highest = std::max(highest, part.box.height());
    }
    const double most = std::max(highest, std::sqrt(area / aspect));
    QPointF at(margin, margin);
    double column = 0;
    for (Part &part : parts) {
        if (at.y() > margin && at.y() + part.box.height() > margin + most) {
            at = {at.x() + column + partGap * 2, margin};
            column = 0;
        }
        part.moved = at - part.box.topLeft();
        at.ry() += part.box.height() + partGap;
        column = std::max(column, part.box.width());
    }
}

void moveParts(const EscalationGraph &graph, GraphGeometry &geometry, double aspect)
{
    const std::vector<int> partOf = connectedParts(graph);
    std::vector<Part> parts = partsOf(graph, geometry, partOf);
    placeParts(parts, aspect);
    std::vector<QPointF> moved(parts.size());
    QRectF all;
    for (const Part &part : parts) {
        moved[size_t(part.index)] = part.moved;
        all = all.united(part.box.translated(part.moved));
    }
    for (size_t i = 0; i < partOf.size(); ++i)
        geometry.nodes[i].translate(moved[size_t(partOf[i])]);
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const QPointF by = moved[size_t(partOf[size_t(graph.edges[i].from)])];
        for (QPointF &point : geometry.edges[i].points)
            point += by;
        geometry.edges[i].label += by;
    }
    geometry.size = {all.right() + margin, all.bottom() + margin};
}

bool isBetweenLevels(const EscalationGraph &graph, const GraphEdge &edge)
{
    return graph.nodes[size_t(edge.from)].kind == GraphNodeKind::Level && graph.nodes[size_t(edge.to)].kind == GraphNodeKind::Level;
}

std::vector<QPointF> straight(const QPointF &from, const QPointF &to) { return {from, (2 * from + to) / 3, (from + 2 * to) / 3, to}; }

bool endsAtTheSide(const EscalationGraph &graph, const GraphEdge &edge) { return edge.kind != GraphEdgeKind::LoopsBack && !isBetweenLevels(graph, edge); }

/// How far from the middle of its node each edge ends: those with words end below each other, in the order in which
/// they come, so that the words do not meet.
std::vector<double> endSteps(const GraphContent &content, const GraphGeometry &geometry)
{
    std::vector<double> steps(geometry.edges.size(), 0);
    for (size_t node = 0; node < geometry.nodes.size(); ++node) {
        std::vector<int> arriving;
        std::copy_if(content.arriving[node].begin(), content.arriving[node].end(), std::back_inserter(arriving), [&](int edge) {
            return !content.edgeWords[size_t(edge)].isEmpty() && endsAtTheSide(content.graph, content.graph.edges[size_t(edge)]);
        });
        const auto height = [&](int edge) { return geometry.nodes[size_t(content.graph.edges[size_t(edge)].from)].center().y(); };
        std::stable_sort(arriving.begin(), arriving.end(), [&](int a, int b) { return height(a) < height(b); });
        const double step = std::min(content.metrics.line, geometry.nodes[node].height() / double(arriving.size() + 1));
        for (size_t i = 0; i < arriving.size(); ++i)
            steps[size_t(arriving[i])] = (double(i) - double(arriving.size() - 1) / 2) * step;
    }
    return steps;
}

bool hasTwin(const GraphContent &content, size_t index)
{
    const GraphEdge &edge = content.graph.edges[index];
    const std::vector<int> &leaving = content.leaving[size_t(edge.from)];
    return std::count_if(leaving.begin(), leaving.end(), [&](int other) { return content.graph.edges[size_t(other)].to == edge.to; }) > 1;
}

/// From a level down to the next, back up on the left side, everything else from right to left sides.
void attach(const GraphContent &content, size_t index, double step, const GraphGeometry &geometry, std::vector<QPointF> &points)
{
    const EscalationGraph &graph = content.graph;
    const GraphEdge &edge = graph.edges[index];
    const QRectF &from = geometry.nodes[size_t(edge.from)], &to = geometry.nodes[size_t(edge.to)];
    if (edge.kind == GraphEdgeKind::LoopsBack) {
        const double nudge = edge.from == edge.to ? from.height() / 4 : 0;
        const QPointF start(from.left(), from.center().y() + nudge), end(to.left(), to.center().y() - nudge);
        const double x = std::min(start.x(), end.x()) - loopWidth;
        points = {start, {x, start.y()}, {x, end.y()}, end};
        return;
    }
    if (isBetweenLevels(graph, edge) && from.bottom() < to.top()) {
        points = straight({from.center().x(), from.bottom()}, {to.center().x(), to.top()});
        return;
    }
    const QPointF start(from.right(), from.center().y()), end(to.left(), to.center().y() + step);
    const bool usable = points.size() >= 4 && (points.size() - 1) % 3 == 0 && !hasTwin(content, index);
    if (!usable) {
        const double bend = (end.x() - start.x()) / 2;
        points = {start, start + QPointF(bend, 0), end - QPointF(bend, 0), end};
        return;
    }
    points[1] += start - points.front();
    points.front() = start;
    points[points.size() - 2] += end - points.back();
    points.back() = end;
}

/// One part as a graph of its own, with where its nodes and edges stand in the whole.
struct PartGraph {
    EscalationGraph graph;
    GraphNodeSizes sizes;
    std::vector<size_t> nodes, edges;
};

std::vector<PartGraph> partGraphs(const GraphContent &content)
{
    const EscalationGraph &graph = content.graph;
    const std::vector<int> partOf = connectedParts(graph);
    std::vector<PartGraph> parts;
    std::vector<int> within(graph.nodes.size());
    for (size_t i = 0; i < partOf.size(); ++i) {
        if (size_t(partOf[i]) >= parts.size())
            parts.emplace_back().graph.scope = graph.scope;
        PartGraph &part = parts[size_t(partOf[i])];
        within[i] = int(part.nodes.size());
        part.nodes.push_back(i);
        part.sizes.push_back(content.sizes[i]);
        part.graph.nodes.push_back(graph.nodes[i]);
    }
    for (size_t i = 0; i < graph.edges.size(); ++i) {
        GraphEdge edge = graph.edges[i];
        PartGraph &part = parts[size_t(partOf[size_t(edge.from)])];
        edge.from = within[size_t(edge.from)];
        edge.to = within[size_t(edge.to)];
        part.edges.push_back(i);
        part.graph.edges.push_back(edge);
    }
    return parts;
}

QPointF onCurve(const QPointF *p, double t)
{
    const double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

double distanceTo(const std::vector<QPointF> &points, const QPointF &to)
{
    constexpr int pieces = 32;
    double nearest = 1e18;
    for (size_t i = 0; i + 3 < points.size(); i += 3) {
        QPointF from = points[i];
        for (int piece = 1; piece <= pieces; ++piece) {
            const QPointF end = onCurve(&points[i], double(piece) / pieces), along = end - from;
            const double length = QPointF::dotProduct(along, along);
            const double part = length > 0 ? std::clamp(QPointF::dotProduct(to - from, along) / length, 0.0, 1.0) : 0;
            const QPointF off = to - from - part * along;
            nearest = std::min(nearest, std::hypot(off.x(), off.y()));
            from = end;
        }
    }
    return nearest;
}

QPointF wordsAt(const GraphContent &content, size_t edge, const std::vector<QPointF> &points)
{
    const QFontMetricsF metrics(content.metrics.font);
    const double half = metrics.horizontalAdvance(content.edgeWords[edge]) / 2;
    const QPointF middle = (points.front() + points.back()) / 2;
    const GraphEdge &one = content.graph.edges[edge];
    if (one.kind == GraphEdgeKind::LoopsBack) // of a single level it would meet the time before that level
        return {middle.x() - wordsBefore - half, middle.y() + (one.from == one.to ? content.metrics.line : 0)};
    if (isBetweenLevels(content.graph, one))
        return middle;
    const double x = points.back().x() - wordsBefore - half;
    // Where the last curve is above that place: found by halving, as it goes from left to right there.
    const QPointF *p = points.data() + points.size() - 4;
    double low = 0, high = 1;
    QPointF at;
    for (int i = 0; i < 20; ++i) {
        const double t = (low + high) / 2;
        at = onCurve(p, t);
        (at.x() < x ? low : high) = t;
    }
    return {x, at.y()};
}

} // namespace

std::vector<int> connectedParts(const EscalationGraph &graph)
{
    std::vector<int> root(graph.nodes.size());
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int node) {
        while (root[size_t(node)] != node)
            node = root[size_t(node)] = root[size_t(root[size_t(node)])];
        return node;
    };
    for (const GraphEdge &edge : graph.edges) {
        const int a = find(edge.from), b = find(edge.to);
        root[size_t(std::max(a, b))] = std::min(a, b);
    }
    std::vector<int> number(root.size(), -1), part(root.size());
    int next = 0;
    for (size_t i = 0; i < root.size(); ++i) {
        int &own = number[size_t(find(int(i)))];
        if (own < 0)
            own = next++;
        part[i] = own;
    }
    return part;
}

GraphGeometry attachedGeometry(const GraphContent &content, GraphGeometry geometry)
{
    const std::vector<double> steps = endSteps(content, geometry);
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        GraphGeometry::Route &route = geometry.edges[i];
        attach(content, i, steps[i], geometry, route.points);
        if (!content.edgeWords[i].isEmpty())
            route.label = wordsAt(content, i, route.points);
    }
    return geometry;
}

GraphGeometry packedGeometry(const GraphContent &content, GraphGeometry geometry, double aspect)
{
    if (content.isEmpty())
        return {};
    moveParts(content.graph, geometry, aspect);
    return geometry;
}

/// Parts that nothing connects would otherwise share columns that have nothing to do with each other.
GraphGeometry quickGeometry(const GraphContent &content)
{
    GraphGeometry geometry;
    geometry.nodes.resize(content.graph.nodes.size());
    geometry.edges.resize(content.graph.edges.size());
    for (const PartGraph &part : partGraphs(content)) {
        GraphGeometry own = layeredLayout(part.graph, part.sizes);
        for (size_t i = 0; i < part.nodes.size(); ++i)
            geometry.nodes[part.nodes[i]] = own.nodes[i];
        for (size_t i = 0; i < part.edges.size(); ++i)
            geometry.edges[part.edges[i]] = std::move(own.edges[i]);
    }
    for (size_t i = 0; i < geometry.edges.size(); ++i) { // beside the time between the levels, however long it is
        if (content.graph.edges[i].kind == GraphEdgeKind::LoopsBack)
            geometry.edges[i].label = wordsAt(content, i, geometry.edges[i].points);
    }
    return packedGeometry(content, std::move(geometry));
}

int graphNeighbour(const GraphContent &content, const GraphGeometry &geometry, int node, GraphStep step)
{
    const auto count = int(geometry.nodes.size());
    if (node < 0 || node >= count)
        return count > 0 ? 0 : -1;
    const QRectF &here = geometry.nodes[size_t(node)];
    const double x = here.center().x(), y = here.center().y();
    int best = node;
    double nearest = 1e18;
    const auto consider = [&](int other, double distance) {
        if (distance < nearest) {
            nearest = distance;
            best = other;
        }
    };
    if (step == GraphStep::Left || step == GraphStep::Right) {
        const bool right = step == GraphStep::Right;
        for (const int edge : (right ? content.leaving : content.arriving)[size_t(node)]) {
            const GraphEdge &one = content.graph.edges[size_t(edge)];
            const int other = right ? one.to : one.from;
            if (one.kind != GraphEdgeKind::LoopsBack)
                consider(other, std::abs(geometry.nodes[size_t(other)].center().y() - y));
        }
        return best;
    }
    for (int other = 0; other < count; ++other) {
        const QRectF &there = geometry.nodes[size_t(other)];
        const double down = (there.center().y() - y) * (step == GraphStep::Down ? 1 : -1);
        if (other != node && there.left() <= x && there.right() >= x && down > 0)
            consider(other, down);
    }
    return best;
}

int nodeAt(const GraphGeometry &geometry, const QPointF &point)
{
    for (size_t i = 0; i < geometry.nodes.size(); ++i) {
        if (geometry.nodes[i].contains(point))
            return int(i);
    }
    return -1;
}

int edgeAt(const GraphGeometry &geometry, const QPointF &point, double reach)
{
    const QRectF near(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    int best = -1;
    double nearest = reach;
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        const GraphGeometry::Route &route = geometry.edges[i];
        const QRectF words(route.label - QPointF(labelRoom.width() / 2, labelRoom.height() / 2), labelRoom);
        if (!route.label.isNull() && words.contains(point))
            return int(i);
        if (!QPolygonF(QList<QPointF>(route.points.begin(), route.points.end())).boundingRect().intersects(near))
            continue;
        if (const double distance = distanceTo(route.points, point); distance <= nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    return best;
}

} // namespace pdsi
