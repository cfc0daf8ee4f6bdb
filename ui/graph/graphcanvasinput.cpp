// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphcanvas.h"

#include "ui/graph/graphaccessible.h"
#include "ui/graph/graphwords.h"
#include "ui/parts/pinch.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace pdsi {

namespace {

constexpr double wheelUnit = 120;
constexpr double zoomPerUnit = 1.25;
constexpr double panPerKey = 60; // pixels

} // namespace

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (m_scene.isEmpty())
        return;
    m_moved = true;
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier) {
        const double along = (angle.y() != 0 ? angle.y() : angle.x()) / wheelUnit * panPerKey;
        return moveCamera(m_scene.camera.panned({along, 0}));
    }
    moveCamera(m_scene.camera.zoomed(std::pow(zoomPerUnit, angle.y() / wheelUnit), event->position()));
}

bool GraphCanvas::event(QEvent *event)
{
    if (const std::optional<Pinch> pinch = m_scene.isEmpty() ? std::nullopt : pinchOf(*event, *this)) {
        m_moved = m_moved || pinch->factor != 1;
        moveCamera(m_scene.camera.zoomed(pinch->factor, pinch->at));
        return true;
    }
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    case QEvent::ShortcutOverride: {
        // With the keyboard here, these zoom the graph and not the window's text.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() & Qt::ControlModifier && (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Equal || key->key() == Qt::Key_Minus))
            event->accept();
        break;
    }
    default: break;
    }
    return QWidget::event(event);
}

void GraphCanvas::showTip(const QPoint &position, const QPoint &global)
{
    constexpr int reach = 6; // pixels
    if (m_scene.isEmpty() || miniMapArea().contains(position))
        return QToolTip::hideText();
    const int node = itemAt(position).node;
    const int edge = node >= 0 ? -1 : edgeAt(m_scene.geometry, m_scene.camera.toDrawing(position), reach / m_scene.camera.scale);
    if (node < 0 && edge < 0)
        return QToolTip::hideText();
    const QStringList lines = node >= 0 ? graphTip(m_scene.content->graph, node) : graphEdgeTip(m_scene.content->graph, edge);
    const QRect area = node >= 0 ? rectOf({node, -1}) : QRect(position, QSize(1, 1)).adjusted(-reach, -reach, reach, reach);
    // Account text may look like markup: this shows it as it is.
    const QString text = lines.join(QLatin1Char('\n')).toHtmlEscaped();
    QToolTip::showText(global, QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text), this, area);
}

void GraphCanvas::hover(const QPointF &position)
{
    const GraphItem item = miniMapArea().contains(position) ? GraphItem() : itemAt(position);
    setCursor(item.node >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (item.node == m_scene.hovered)
        return;
    m_scene.hovered = item.node;
    update();
}

void GraphCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_scene.hovered = -1;
    update();
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    if ((event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) || m_scene.isEmpty())
        return QWidget::mousePressEvent(event);
    m_pressed = event->position();
    m_pressedCamera = m_scene.camera;
    m_drag = Drag::Press;
    if (miniMapArea().contains(m_pressed)) {
        m_drag = Drag::MiniMap;
        centreOn(m_miniMap.toDrawing(m_scene, m_pressed));
    }
}

void GraphCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position(), moved = at - m_pressed;
    if (m_drag == Drag::None)
        return hover(at);
    if (m_drag == Drag::MiniMap)
        return centreOn(m_miniMap.toDrawing(m_scene, at));
    if (m_drag == Drag::Press && moved.manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::Pan) {
        m_moved = true;
        moveCamera(m_pressedCamera.panned(moved));
    }
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (ended == Drag::Press && event->button() == Qt::LeftButton) {
        const GraphItem item = itemAt(event->position());
        if (item.node >= 0)
            choose(item);
        else
            setCurrent({});
    }
    hover(event->position());
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || miniMapArea().contains(event->position()))
        return;
    const GraphItem item = itemAt(event->position());
    if (item.node >= 0)
        Q_EMIT openWanted(item.node);
    else
        fit();
}

void GraphCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const int node = byKeyboard ? m_scene.current : itemAt(event->pos()).node;
    if (node >= 0 && node != m_scene.current)
        setCurrent({node, -1}, false);
    Q_EMIT menuWanted(node, byKeyboard && node >= 0 ? mapToGlobal(rectOf({node, -1}).center()) : event->globalPos());
}

/// Along edges and between siblings; while nothing is pointed at, the drawing itself moves.
void GraphCanvas::walk(GraphStep step)
{
    if (m_scene.current >= 0)
        return setCurrent({graphNeighbour(*m_scene.content, m_scene.geometry, m_scene.current, step), -1});
    m_moved = true;
    const double x = step == GraphStep::Left ? panPerKey : step == GraphStep::Right ? -panPerKey : 0;
    const double y = step == GraphStep::Up ? panPerKey : step == GraphStep::Down ? -panPerKey : 0;
    moveCamera(m_scene.camera.panned({x, y}));
}

bool GraphCanvas::zoomKey(int key)
{
    if (key != Qt::Key_Plus && key != Qt::Key_Equal && key != Qt::Key_Minus)
        return false;
    zoomBy(key == Qt::Key_Minus ? 1 / zoomPerUnit : zoomPerUnit);
    return true;
}

void GraphCanvas::enter()
{
    if (m_scene.current < 0)
        return;
    const bool opens = m_scene.content->graph.scope.kind == GraphScopeKind::Account;
    choose(current());
    if (!opens)
        Q_EMIT detailWanted();
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    if (m_scene.isEmpty())
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left: walk(GraphStep::Left); break;
    case Qt::Key_Right: walk(GraphStep::Right); break;
    case Qt::Key_Up: walk(GraphStep::Up); break;
    case Qt::Key_Down: walk(GraphStep::Down); break;
    case Qt::Key_Home: setCurrent({0, -1}); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(); break;
    case Qt::Key_Space: choose(current()); break;
    case Qt::Key_Escape: setCurrent({}); break;
    default:
        if (!zoomKey(event->key()))
            return QWidget::keyPressEvent(event);
    }
    event->accept();
}

void GraphCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_scene.focused = true;
    if (m_scene.current < 0 && !m_scene.isEmpty() && event->reason() != Qt::MouseFocusReason && event->reason() != Qt::ActiveWindowFocusReason
        && event->reason() != Qt::PopupFocusReason && event->reason() != Qt::OtherFocusReason)
        setCurrent({0, -1});
    else
        announceGraphNode(*this, m_scene.current);
    update();
}

void GraphCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_scene.focused = false;
    update();
}

} // namespace pdsi
