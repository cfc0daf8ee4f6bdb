// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphcanvas.h"

#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphpainter.h"

#include <QEvent>
#include <QPainter>

namespace pdsi {

namespace {

constexpr double readable = 0.55; // the first look at a graph is not smaller, unless it is the whole account

int indexIn(const GraphContent &content, const GraphScene &before)
{
    return before.current < 0 || before.isEmpty() ? -1 : content.graph.indexOf(before.content->graph.nodes[size_t(before.current)].key);
}

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent)
    : QWidget(parent)
{
    installGraphAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    m_scene.texts = std::make_shared<GraphTexts>();
    updateTheme();
}

GraphCanvas::~GraphCanvas() { forgetGraphNodes(*this); }

void GraphCanvas::setGraph(std::shared_ptr<const GraphContent> content, GraphGeometry geometry)
{
    const bool same = m_scene.content && m_scene.content->graph.scope == content->graph.scope;
    const int current = same ? indexIn(*content, m_scene) : -1;
    const QRectF before = current >= 0 ? m_scene.nodeRect(m_scene.current) : QRectF();
    if (m_scene.content != content)
        forgetGraphNodes(*this);
    m_scene.content = std::move(content);
    m_scene.geometry = std::move(geometry);
    m_scene.current = current;
    m_scene.currentMark = current >= 0 ? m_scene.currentMark : -1;
    m_scene.hovered = -1;
    m_scene.matches.clear();
    *m_scene.texts = {};
    m_miniMap = GraphMiniMap(m_scene, devicePixelRatioF());
    m_moved = m_moved && same;
    if (!m_moved)
        showAtFirst();
    else if (current >= 0)
        moveCamera(m_scene.camera.panned(before.center() - m_scene.nodeRect(current).center()));
    update();
}

void GraphCanvas::clear(const QString &emptyText)
{
    forgetGraphNodes(*this);
    m_scene.content.reset();
    m_scene.geometry = {};
    m_scene.current = m_scene.currentMark = m_scene.hovered = -1;
    m_scene.matches.clear();
    m_scene.emptyText = emptyText;
    m_moved = false;
    update();
}

void GraphCanvas::setMatches(std::vector<bool> matches)
{
    m_scene.matches = std::move(matches);
    update();
}

/// Everything, when it can be read then; else what is pointed at, or the beginning.
void GraphCanvas::showAtFirst()
{
    if (m_scene.isEmpty())
        return;
    m_scene.camera = GraphCamera::showing(m_scene.drawing(), m_scene.size);
    if (m_scene.camera.scale >= readable || m_scene.content->graph.scope.kind == GraphScopeKind::Account)
        return update();
    const int own = m_scene.current >= 0 ? m_scene.current : 0;
    m_scene.camera = m_scene.camera.zoomed(readable / m_scene.camera.scale, {m_scene.size.width() / 2, m_scene.size.height() / 2});
    m_scene.camera = m_scene.camera.revealing(m_scene.geometry.nodes[size_t(own)], m_scene.size);
    update();
}

void GraphCanvas::fit()
{
    if (m_scene.isEmpty())
        return;
    m_moved = false;
    m_scene.camera = GraphCamera::showing(m_scene.drawing(), m_scene.size);
    update();
}

void GraphCanvas::moveCamera(const GraphCamera &camera)
{
    m_scene.camera = camera.within(m_scene.geometry.size, m_scene.size);
    update();
}

void GraphCanvas::zoomBy(double factor)
{
    if (m_scene.isEmpty())
        return;
    m_moved = true;
    const QRectF view(QPointF(), m_scene.size);
    QPointF at = view.center();
    if (m_scene.current >= 0 && view.contains(m_scene.nodeRect(m_scene.current).center()))
        at = m_scene.nodeRect(m_scene.current).center();
    moveCamera(m_scene.camera.zoomed(factor, at));
}

void GraphCanvas::centreOn(const QPointF &drawing)
{
    m_moved = true;
    GraphCamera camera = m_scene.camera;
    camera.origin = drawing - QPointF(m_scene.size.width(), m_scene.size.height()) / (2 * camera.scale);
    moveCamera(camera);
}

void GraphCanvas::setCurrent(const GraphItem &item, bool reveal)
{
    if (m_scene.isEmpty() || item.node >= count())
        return;
    const bool changed = item != current();
    m_scene.current = item.node;
    m_scene.currentMark = item.mark;
    if (reveal && item.node >= 0) {
        const GraphCamera shown = m_scene.camera.revealing(m_scene.geometry.nodes[size_t(item.node)], m_scene.size);
        if (shown != m_scene.camera) {
            m_moved = true;
            moveCamera(shown);
        }
    }
    update();
    if (!changed)
        return;
    if (hasFocus())
        announceGraphNode(*this, item.node);
    Q_EMIT currentChanged();
}

void GraphCanvas::choose(const GraphItem &item)
{
    if (item.node < 0 || item.node >= count())
        return;
    setCurrent(item);
    Q_EMIT chosen(item);
}

QRect GraphCanvas::rectOf(const GraphItem &item) const
{
    if (item.node < 0 || item.node >= count())
        return {};
    return (item.mark < 0 ? m_scene.nodeRect(item.node) : m_scene.markRect(item.node, item.mark)).toAlignedRect();
}

GraphItem GraphCanvas::itemAt(const QPointF &position) const
{
    if (m_scene.isEmpty())
        return {};
    GraphItem item{nodeAt(m_scene.geometry, m_scene.camera.toDrawing(position)), -1};
    if (item.node < 0 || m_scene.detail() != GraphDetail::Full)
        return item;
    for (int i = 0; i < int(m_scene.content->cards[size_t(item.node)].marks.size()); ++i) {
        if (m_scene.markRect(item.node, i).contains(position))
            item.mark = i;
    }
    return item;
}

void GraphCanvas::updateTheme()
{
    m_scene.theme = GraphTheme::of(palette());
    m_scene.font = font();
    m_miniMap = GraphMiniMap(m_scene, devicePixelRatioF());
    update();
}

void GraphCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    GraphPainter(painter, m_scene).paint();
    if (!m_scene.isEmpty())
        m_miniMap.paint(painter, m_scene);
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scene.size = size();
    if (!m_moved)
        showAtFirst();
}

void GraphCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateTheme();
    if (event->type() == QEvent::FontChange)
        Q_EMIT fontChanged();
}

} // namespace pdsi
