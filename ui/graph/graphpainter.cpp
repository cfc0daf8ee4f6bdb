// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/theme/paintedonce.h"

#include <QFontMetricsF>
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
        useFace(GraphFace::Small);
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
    if (detail == GraphDetail::Blocks)
        paintWorst();
    m_painter.restore();
}

void GraphPainter::paintBlocks()
{
    m_painter.fillRect(QRectF(QPointF(), m_scene.size), m_scene.theme.background);
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        const GraphNode &node = m_scene.content->graph.nodes[i];
        QRectF rect = m_scene.nodeRect(int(i));
        rect.setSize({std::max(1.5, rect.width()), std::max(1.0, rect.height())});
        m_painter.fillRect(rect, node.marks.empty() ? m_scene.theme.kindFaded(node.kind) : m_scene.theme.mark(weightOf(node.marks.front().kind)));
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
    useFace(GraphFace::Plain);
    const QFontMetricsF measured(metrics.font);
    const double width = measured.horizontalAdvance(words) + 6;
    const QRectF box(m_scene.geometry.edges[index].label - QPointF(width / 2, metrics.line / 2), QSizeF(width, metrics.line));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.theme.background);
    m_painter.drawRoundedRect(box, round, round);
    m_painter.setPen(m_scene.content->graph.edges[index].kind == GraphEdgeKind::OnCallNow ? m_scene.theme.edgeNow : m_scene.theme.text);
    paintText(QPointF(box.left() + 3, box.top() + metrics.ascent), words);
}

void GraphPainter::useFace(GraphFace face)
{
    QFont font = face == GraphFace::Small ? m_scene.font : m_scene.content->metrics.font;
    if (face == GraphFace::Small)
        font.setPixelSize(10);
    font.setBold(face == GraphFace::Bold);
    m_painter.setFont(font);
    m_face = face;
    if (m_scene.texts)
        m_ascent = QFontMetricsF(font, m_painter.device()).ascent();
}

void GraphPainter::paintText(const QPointF &baseline, const QString &text)
{
    if (m_scene.texts)
        m_scene.texts->paint(m_painter, baseline - QPointF(0, m_ascent), m_face, text);
    else
        m_painter.drawText(baseline, text);
}

/// What is wrong is the only thing in full colour. A block that is split, for those who do not see the colour.
void GraphPainter::paintBlock(int index, const QRectF &rect, bool titled)
{
    const GraphNode &node = m_scene.content->graph.nodes[size_t(index)];
    const GraphTheme &theme = m_scene.theme;
    const bool wrong = hasWorst(node);
    const QRectF block(rect.topLeft(), QSizeF(std::max(2.0, rect.width()), std::max(2.0, rect.height())));
    m_painter.fillRect(block, wrong ? theme.mark(GraphMarkWeight::Wrong) : theme.kindFaded(node.kind));
    const double band = std::clamp(block.width() / 10, 2.0, 5.0);
    m_painter.fillRect(QRectF(block.topLeft(), QSizeF(band, block.height())), theme.kind(node.kind));
    const double side = std::min(block.height(), 14.0);
    const bool pictured = !node.marks.empty() && block.height() >= 5;
    if (pictured) {
        const QRectF box(block.right() - side, block.center().y() - side / 2, side, side);
        if (!wrong)
            m_painter.fillRect(box.adjusted(-1, 0, 0, 0), theme.background);
        drawGraphMark(m_painter, box, weightOf(node.marks.front().kind), theme);
    } else if (!node.marks.empty()) {
        const QRectF end(block.right() - block.width() / 3, block.top(), block.width() / 3, block.height());
        m_painter.fillRect(end.adjusted(-2, 0, 0, 0), theme.background);
        m_painter.fillRect(end, theme.mark(weightOf(node.marks.front().kind)));
    }
    if (titled && block.height() >= 9)
        paintBlockTitle(index, block.adjusted(band + 2, 0, 0, 0), block.width() - band - (pictured ? side + 4 : 4), wrong);
    paintOutlines(index, block);
}

void GraphPainter::paintBlockTitle(int index, const QRectF &block, double room, bool wrong)
{
    constexpr double perCharacter = 5.6;
    constexpr int fewest = 6; // less says nothing
    const auto fits = qsizetype(room / perCharacter);
    const QString &title = m_scene.content->cards[size_t(index)].title;
    if (fits < std::min<qsizetype>(fewest, title.size()))
        return;
    m_painter.setPen(wrong ? m_scene.theme.markInk(GraphMarkWeight::Wrong) : m_scene.theme.text);
    paintText({block.left(), block.center().y() + 3.5}, title.size() <= fits ? title : title.left(fits - 1) + QChar(0x2026));
}

/// From so far away that a node is a line or a dot, what is wrong has to be larger than life.
void GraphPainter::paintWorst()
{
    constexpr double smallest = 5, side = 9;
    for (size_t i = 0; i < m_scene.geometry.nodes.size(); ++i) {
        if (!hasWorst(m_scene.content->graph.nodes[i]) || !m_scene.geometry.nodes[i].intersects(m_seen))
            continue;
        const QRectF block = m_scene.nodeRect(int(i));
        if (block.height() >= smallest)
            continue;
        const QPointF middle(block.right(), block.center().y());
        drawGraphMark(m_painter, QRectF(middle - QPointF(side / 2, side / 2), QSizeF(side, side)), GraphMarkWeight::Wrong, m_scene.theme);
    }
}

void GraphPainter::paintCard(int index, const QRectF &rect)
{
    paintCardFrame(m_scene.content->graph.nodes[size_t(index)], rect);
    paintCardText(index, rect);
    paintOutlines(index, rect);
}

/// All cards of a kind and height look the same below their texts.
void GraphPainter::paintCardFrame(const GraphNode &node, const QRectF &rect)
{
    constexpr double around = 2; // half of the widest outline
    constexpr quint64 card = quint64(1) << 41;
    const GraphTheme &theme = m_scene.theme;
    const GraphCardMetrics &metrics = m_scene.content->metrics;
    const quint64 look = card | quint64(metrics.line * 4) << 16 | quint64(node.kind) << 8 | quint64(theme.dark) << 3 | quint64(hasWorst(node)) << 2
        | quint64(node.changed) << 1 | quint64(node.disabled);
    paintOnce(m_painter, rect.adjusted(-around, -around, around, around), look, [&](QPainter &into, const QRectF &at) {
        const QRectF box = at.adjusted(around, around, -around, -around);
        into.setPen(Qt::NoPen);
        into.setBrush(theme.card);
        into.drawRoundedRect(box, round, round);
        if (node.changed)
            drawGraphChange(into, box.adjusted(2, 2, -2, -2), theme);
        into.setPen(Qt::NoPen);
        into.setBrush(theme.kind(node.kind));
        into.drawRoundedRect(QRectF(box.topLeft(), QSizeF(metrics.band, box.height())), round, round);
        const double side = metrics.line - 3;
        drawGraphKind(into, QRectF(box.left() + (metrics.band - side) / 2, box.top() + metrics.pad, side, side), node.kind, theme.kindInk());
        into.setBrush(Qt::NoBrush);
        into.setPen(hasWorst(node) ? QPen(theme.mark(GraphMarkWeight::Wrong), 2)
                                   : QPen(node.changed ? theme.changed : theme.outline, node.changed ? 2 : 1, node.disabled ? Qt::DashLine : Qt::SolidLine));
        into.drawRoundedRect(box, round, round);
    });
}

void GraphPainter::paintCardText(int index, const QRectF &rect)
{
    const GraphTheme &theme = m_scene.theme;
    const GraphCardMetrics &metrics = m_scene.content->metrics;
    const GraphCard &card = m_scene.content->cards[size_t(index)];
    useFace(GraphFace::Bold);
    m_painter.setPen(theme.text);
    QPointF at(rect.left() + metrics.band + metrics.pad, rect.top() + metrics.pad + metrics.ascent);
    paintText(at, card.title);
    for (int i = 0; i < int(card.marks.size()); ++i) {
        const GraphMarkWeight weight = weightOf(m_scene.content->graph.nodes[size_t(index)].marks[size_t(i)].kind);
        const QRectF box = metrics.markRect(card, rect, i);
        const double side = metrics.line - 2;
        drawGraphMark(m_painter, QRectF(box.left(), box.top() + 1, side, side), weight, theme);
        m_painter.setPen(theme.mark(weight));
        paintText(QPointF(box.left() + metrics.line + 3, box.top() + metrics.ascent), card.marks.at(i));
        if (index == m_scene.current && i == m_scene.currentMark) {
            m_painter.setBrush(Qt::NoBrush);
            m_painter.setPen(QPen(theme.current, 1.5));
            m_painter.drawRoundedRect(box.adjusted(-3, -1, 1, 1), round, round);
        }
    }
    useFace(GraphFace::Plain);
    m_painter.setPen(theme.muted);
    for (const QString &line : card.lines) {
        at.ry() += metrics.line;
        paintText(at, line);
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
