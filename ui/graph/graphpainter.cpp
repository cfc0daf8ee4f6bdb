// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpainter.h"

#include "ui/theme/paintedonce.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace pdsi {

namespace {

constexpr double round = 4;

bool hasWorst(const GraphNode &node) { return !node.marks.empty() && weightOf(node.marks.front().kind) == GraphMarkWeight::Wrong; }

} // namespace

GraphPainter::GraphPainter(QPainter &painter, const GraphScene &scene, GraphProgress progress)
    : m_painter(painter)
    , m_scene(scene)
    , m_progress(std::move(progress))
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
    paintNodes(detail);
    if (detail == GraphDetail::Blocks)
        paintWorst();
    m_painter.restore();
}

bool GraphPainter::goOn()
{
    constexpr size_t often = 64;
    ++m_done;
    return !m_progress || m_done % often != 0 || m_progress(double(m_done) / double(m_scene.geometry.nodes.size() + m_scene.geometry.edges.size()));
}

void GraphPainter::paintNodes(GraphDetail detail)
{
    for (size_t i = 0; i < m_scene.geometry.nodes.size() && goOn(); ++i) {
        const QRectF &rect = m_scene.geometry.nodes[i];
        if (!rect.intersects(m_seen))
            continue;
        if (detail == GraphDetail::Full)
            paintCard(int(i), rect);
        else
            paintBlock(int(i), m_scene.camera.toView(rect), detail == GraphDetail::Titles);
    }
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
    constexpr qsizetype fewest = 6; // less says nothing
    const QString &title = m_scene.content->cards[size_t(index)].title;
    const double width = m_scene.texts ? m_scene.texts->width(m_painter, m_face, title) : QFontMetricsF(m_painter.font()).horizontalAdvance(title);
    const auto fits = width <= room ? title.size() : qsizetype(double(title.size()) * room / width) - 1;
    if (fits < std::min(fewest, title.size()))
        return;
    m_painter.setPen(wrong ? m_scene.theme.markInk(GraphMarkWeight::Wrong) : m_scene.theme.text);
    paintText({block.left(), block.center().y() + 3.5}, fits == title.size() ? title : title.left(fits - 1) + QChar(0x2026));
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
