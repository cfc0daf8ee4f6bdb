// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

// The edges and their words.
namespace pdsi {

namespace {

constexpr double wordsRound = 4;
constexpr double arrow = 7;

QPainterPath routePath(const std::vector<QPointF> &points)
{
    QPainterPath path(points.front());
    for (size_t i = 1; i + 2 < points.size(); i += 3)
        path.cubicTo(points[i], points[i + 1], points[i + 2]);
    return path;
}

using Curve = std::array<QPointF, 4>;

QRectF boxOf(const Curve &p)
{
    const auto [left, right] = std::minmax({p[0].x(), p[1].x(), p[2].x(), p[3].x()});
    const auto [top, bottom] = std::minmax({p[0].y(), p[1].y(), p[2].y(), p[3].y()});
    return {left, top, right - left, bottom - top};
}

/// Adds what is seen of a curve as short lines. Stroking one that is thousands of screens long would take many frames.
void addSeenLines(QList<QLineF> &lines, const Curve &p, const QRectF &seen, int depth)
{
    const QRectF box = boxOf(p);
    if (box.right() < seen.left() || box.left() > seen.right() || box.bottom() < seen.top() || box.top() > seen.bottom())
        return;
    constexpr int deepest = 14;
    // How far the curve's handles are from a straight line's.
    const QPointF first = 3 * p[1] - 2 * p[0] - p[3], second = 3 * p[2] - p[0] - 2 * p[3];
    const bool flat = std::max(first.manhattanLength(), second.manhattanLength()) < 6 && std::max(box.width(), box.height()) <= std::max(seen.width(), seen.height());
    if (flat || depth >= deepest) {
        lines << QLineF(p[0], p[3]);
        return;
    }
    const QPointF a = (p[0] + p[1]) / 2, b = (p[1] + p[2]) / 2, c = (p[2] + p[3]) / 2, ab = (a + b) / 2, bc = (b + c) / 2, middle = (ab + bc) / 2;
    addSeenLines(lines, {p[0], a, ab, middle}, seen, depth + 1);
    addSeenLines(lines, {middle, bc, c, p[3]}, seen, depth + 1);
}

/// The direction in which a route ends, as it looks from as far away as its arrow is long.
QPointF endDirection(const std::vector<QPointF> &points)
{
    for (size_t back = points.size() - 1; back-- > 0;) {
        const QPointF last = points.back() - points[back];
        if (const double length = std::hypot(last.x(), last.y()); length > arrow || (back == 0 && length > 0))
            return last / length;
    }
    return {1, 0};
}

Qt::PenStyle lineOf(GraphEdgeKind kind)
{
    switch (kind) {
    case GraphEdgeKind::OnCallNext: return Qt::DashLine;
    case GraphEdgeKind::LoopsBack:
    case GraphEdgeKind::DependsOn: return Qt::DotLine;
    default: return Qt::SolidLine;
    }
}

} // namespace

bool GraphPainter::isSeen(const GraphGeometry::Route &route) const
{
    double left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
    for (const QPointF &point : route.points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return left <= m_seen.right() && right >= m_seen.left() && top <= m_seen.bottom() && bottom >= m_seen.top();
}

/// From afar a curve is its corners: thousands of them are drawn at once.
void GraphPainter::paintEdgesAsLines()
{
    QList<QLineF> lines;
    lines.reserve(qsizetype(m_scene.geometry.edges.size()) * 2);
    for (const GraphGeometry::Route &route : m_scene.geometry.edges) {
        if (!isSeen(route))
            continue;
        for (size_t i = 0; i + 3 < route.points.size(); i += 3)
            lines << QLineF(m_scene.camera.toView(route.points[i]), m_scene.camera.toView(route.points[i + 3]));
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(QPen(m_scene.theme.outline, 0));
    m_painter.drawLines(lines);
}

void GraphPainter::paintEdges()
{
    std::vector<size_t> emphasized;
    for (size_t i = 0; i < m_scene.geometry.edges.size() && goOn(); ++i) {
        if (!isSeen(m_scene.geometry.edges[i]))
            continue;
        const GraphEdge &edge = m_scene.content->graph.edges[i];
        if (m_scene.current >= 0 && (edge.from == m_scene.current || edge.to == m_scene.current))
            emphasized.push_back(i);
        else
            paintEdge(i);
    }
    for (const size_t edge : emphasized)
        paintEdge(edge);
    for (size_t i = 0; i < m_scene.geometry.edges.size(); ++i) {
        if (isSeen(m_scene.geometry.edges[i]))
            paintEdgeWords(i);
    }
}

void GraphPainter::paintEdge(size_t index)
{
    const GraphEdge &edge = m_scene.content->graph.edges[index];
    const std::vector<QPointF> &points = m_scene.geometry.edges[index].points;
    const bool atCurrent = m_scene.current >= 0 && (edge.from == m_scene.current || edge.to == m_scene.current);
    const bool now = edge.kind == GraphEdgeKind::OnCallNow;
    const QColor ink = atCurrent ? m_scene.theme.current : now ? m_scene.theme.edgeNow : m_scene.theme.edge;
    const double width = (now ? 2.2 : 1.3) + (atCurrent ? 0.8 : 0);
    QPen pen(ink, width, lineOf(edge.kind), Qt::FlatCap);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(pen);
    const bool isLong = std::abs(points.back().y() - points.front().y()) > m_seen.height() || points.back().x() - points.front().x() > m_seen.width();
    if (isLong) {
        QList<QLineF> lines;
        for (size_t i = 0; i + 3 < points.size(); i += 3)
            addSeenLines(lines, {points[i], points[i + 1], points[i + 2], points[i + 3]}, m_seen, 0);
        // Hundreds of these may only pass through, most of them upright: smoothing them costs more than it shows.
        m_painter.setPen(QPen(ink, atCurrent ? 2 : 0, lineOf(edge.kind)));
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.drawLines(lines);
        m_painter.setRenderHint(QPainter::Antialiasing);
    } else {
        m_painter.drawPath(routePath(points));
    }
    if (!m_seen.intersects(QRectF(points.back() - QPointF(arrow, arrow), QSizeF(2 * arrow, 2 * arrow))))
        return;
    const QPointF along = endDirection(points), across(-along.y(), along.x()), tip = points.back();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ink);
    m_painter.drawPolygon(QPolygonF({tip, tip - along * arrow + across * arrow * 0.5, tip - along * arrow - across * arrow * 0.5}));
}

void GraphPainter::paintEdgeWords(size_t index)
{
    const QString &words = m_scene.content->edgeWords[index];
    if (words.isEmpty())
        return;
    const GraphCardMetrics &metrics = m_scene.content->metrics;
    useFace(GraphFace::Plain);
    const QFontMetricsF measured(metrics.font);
    const double width = measured.horizontalAdvance(words) + 6;
    const QRectF box(m_scene.geometry.edges[index].label - QPointF(width / 2, metrics.line / 2), QSizeF(width, metrics.line));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.theme.background);
    m_painter.drawRoundedRect(box, wordsRound, wordsRound);
    m_painter.setPen(m_scene.content->graph.edges[index].kind == GraphEdgeKind::OnCallNow ? m_scene.theme.edgeNow : m_scene.theme.text);
    paintText(QPointF(box.left() + 3, box.top() + metrics.ascent), words);
}

} // namespace pdsi
