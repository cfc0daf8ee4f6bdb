// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace pdsi {

namespace {

constexpr double round = 4;
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

/// The direction in which a route ends.
QPointF endDirection(const std::vector<QPointF> &points)
{
    const QPointF last = points.back() - points[points.size() - 2];
    const double length = std::hypot(last.x(), last.y());
    return length > 0 ? last / length : QPointF(1, 0);
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

bool hasWorst(const GraphNode &node) { return !node.marks.empty() && weightOf(node.marks.front().kind) == GraphMarkWeight::Wrong; }

} // namespace

GraphPainter::GraphPainter(QPainter &painter, const GraphScene &scene)
    : m_painter(painter)
    , m_scene(scene)
    , m_seen(scene.camera.seen(scene.size))
{
}

void GraphPainter::paint()
{
    m_painter.fillRect(QRectF(QPointF(), m_scene.size), m_scene.theme.background);
    if (m_scene.isEmpty())
        return paintEmpty();
    const GraphDetail detail = m_scene.detail();
    m_painter.save();
    if (detail == GraphDetail::Full) {
        m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        m_painter.scale(m_scene.camera.scale, m_scene.camera.scale);
        m_painter.translate(-m_scene.camera.origin);
        paintEdges();
    } else {
        paintEdgesAsLines();
    }
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        const QRectF &rect = m_scene.geometry.nodes[i];
        if (!rect.intersects(m_seen))
            continue;
        if (detail == GraphDetail::Full)
            paintCard(int(i), rect);
        else
            paintBlock(int(i), m_scene.camera.toView(rect), detail == GraphDetail::Titles);
    }
    m_painter.restore();
}

void GraphPainter::paintBlocks()
{
    m_painter.fillRect(QRectF(QPointF(), m_scene.size), m_scene.theme.background);
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        const GraphNode &node = m_scene.content->graph.nodes[i];
        QRectF rect = m_scene.nodeRect(int(i));
        rect.setSize({std::max(1.5, rect.width()), std::max(1.0, rect.height())});
        m_painter.fillRect(rect, node.marks.empty() ? m_scene.theme.kind(node.kind) : m_scene.theme.mark(weightOf(node.marks.front().kind)));
    }
}

void GraphPainter::paintEmpty()
{
    m_painter.setPen(m_scene.theme.muted);
    m_painter.setFont(m_scene.font);
    m_painter.drawText(QRectF(QPointF(), m_scene.size).adjusted(20, 10, -20, -10), Qt::AlignCenter | Qt::TextWordWrap, m_scene.emptyText);
}

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
    for (size_t i = 0; i < m_scene.geometry.edges.size(); ++i) {
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
    m_painter.setFont(metrics.font);
    const QFontMetricsF measured(metrics.font);
    const double width = measured.horizontalAdvance(words) + 6;
    const QRectF box(m_scene.geometry.edges[index].label - QPointF(width / 2, metrics.line / 2), QSizeF(width, metrics.line));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.theme.background);
    m_painter.drawRoundedRect(box, round, round);
    m_painter.setPen(m_scene.content->graph.edges[index].kind == GraphEdgeKind::OnCallNow ? m_scene.theme.edgeNow : m_scene.theme.text);
    m_painter.drawText(QPointF(box.left() + 3, box.top() + metrics.ascent), words);
}

void GraphPainter::paintBlock(int index, const QRectF &rect, bool titled)
{
    const GraphNode &node = m_scene.content->graph.nodes[size_t(index)];
    const GraphTheme &theme = m_scene.theme;
    const QRectF block(rect.topLeft(), QSizeF(std::max(2.0, rect.width()), std::max(2.0, rect.height())));
    m_painter.fillRect(block, theme.kind(node.kind));
    const double side = std::min(block.height(), 14.0);
    const double left = block.left() + 3;
    if (!node.marks.empty() && block.height() >= 5) {
        const QRectF box(block.right() - side, block.center().y() - side / 2, side, side);
        m_painter.fillRect(box.adjusted(-1, 0, 0, 0), theme.background);
        drawGraphMark(m_painter, box, weightOf(node.marks.front().kind), theme);
    } else if (!node.marks.empty()) {
// A block that is split, for those who do not see the colour.
        const QRectF end(block.right() - block.width() / 3, block.top(), block.width() / 3, block.height());
        m_painter.fillRect(end.adjusted(-2, 0, 0, 0), theme.background);
        m_painter.fillRect(end, theme.mark(weightOf(node.marks.front().kind)));
    }
    if (titled && block.height() >= 9) {
        constexpr double perCharacter = 5.6;
        QFont font = m_scene.font;
        font.setPixelSize(10);
        m_painter.setFont(font);
        m_painter.setPen(theme.kindInk());
        const double room = block.right() - left - (node.marks.empty() ? 2 : side + 3);
        const QString &title = m_scene.content->cards[size_t(index)].title;
        const auto fits = qsizetype(room / perCharacter);
        if (fits >= 3)
            m_painter.drawText(QPointF(left, block.center().y() + 3.5), title.size() <= fits ? title : title.left(fits - 1) + QChar(0x2026));
    }
    paintOutlines(index, block);
}

void GraphPainter::paintCard(int index, const QRectF &rect)
{
    const GraphNode &node = m_scene.content->graph.nodes[size_t(index)];
    const GraphTheme &theme = m_scene.theme;
    const GraphCardMetrics &metrics = m_scene.content->metrics;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.card);
    m_painter.drawRoundedRect(rect, round, round);
    if (node.changed)
        drawGraphChange(m_painter, rect.adjusted(2, 2, -2, -2), theme);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme.kind(node.kind));
    m_painter.drawRoundedRect(QRectF(rect.topLeft(), QSizeF(metrics.band, rect.height())), round, round);
    const double side = metrics.line - 3;
    drawGraphKind(m_painter, QRectF(rect.left() + (metrics.band - side) / 2, rect.top() + metrics.pad, side, side), node.kind, theme.kindInk());
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(hasWorst(node) ? QPen(theme.mark(GraphMarkWeight::Wrong), 2)
                                    : QPen(node.changed ? theme.changed : theme.outline, node.changed ? 2 : 1, node.disabled ? Qt::DashLine : Qt::SolidLine));
    m_painter.drawRoundedRect(rect, round, round);
    paintCardText(index, rect);
    paintOutlines(index, rect);
}

void GraphPainter::paintCardText(int index, const QRectF &rect)
{
    const GraphTheme &theme = m_scene.theme;
    const GraphCardMetrics &metrics = m_scene.content->metrics;
    const GraphCard &card = m_scene.content->cards[size_t(index)];
    QFont bold = metrics.font;
    bold.setBold(true);
    m_painter.setFont(bold);
    m_painter.setPen(theme.text);
    QPointF at(rect.left() + metrics.band + metrics.pad, rect.top() + metrics.pad + metrics.ascent);
    m_painter.drawText(at, card.title);
    m_painter.setFont(metrics.font);
    m_painter.setPen(theme.muted);
    for (const QString &line : card.lines) {
        at.ry() += metrics.line;
        m_painter.drawText(at, line);
    }
    m_painter.setFont(bold);
    for (int i = 0; i < int(card.marks.size()); ++i) {
        const GraphMarkWeight weight = weightOf(m_scene.content->graph.nodes[size_t(index)].marks[size_t(i)].kind);
        const QRectF box = metrics.markRect(card, rect, i);
        const double side = metrics.line - 2;
        drawGraphMark(m_painter, QRectF(box.left(), box.top() + 1, side, side), weight, theme);
        m_painter.setPen(theme.mark(weight));
        m_painter.drawText(QPointF(box.left() + metrics.line + 3, box.top() + metrics.ascent), card.marks.at(i));
        if (index == m_scene.current && i == m_scene.currentMark) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(theme.current, 1.5));
            m_painter.drawRoundedRect(box.adjusted(-3, -1, 1, 1), round, round);
        }
    }
}

/// Of what is pointed at, searched for, under the pointer.
void GraphPainter::paintOutlines(int node, const QRectF &rect)
{
    m_painter.setBrush(Qt::NoBrush);
    if (!m_scene.matches.empty() && m_scene.matches[size_t(node)]) {
        m_painter.setPen(QPen(m_scene.theme.match, 2.5, Qt::DashLine));
        m_painter.drawRect(rect.adjusted(-4, -4, 4, 4));
    }
    if (node == m_scene.current) {
        m_painter.setPen(QPen(m_scene.theme.current, m_scene.focused ? 3.5 : 2.5));
        m_painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), round + 1, round + 1);
    } else if (node == m_scene.hovered) {
        m_painter.setPen(QPen(m_scene.theme.text, 1.2));
        m_painter.drawRoundedRect(rect, round, round);
    }
}

} // namespace pdsi
