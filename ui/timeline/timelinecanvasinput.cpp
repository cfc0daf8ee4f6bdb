// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/pinch.h"
#include "ui/timeline/recomputedschedules.h"
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelinetips.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace pdsi {

namespace {

constexpr double wheelStep = 120;
constexpr double zoomPerStep = 1.25;
constexpr double panPerStep = 60; // pixels
constexpr int grip = 4;           // around the edge of the column of names
constexpr int handoffReach = 3;   // pixels

} // namespace

Instant TimelineCanvas::minuteAt(double viewportX) const
{
    return Instant(std::round(m_scene.scale.instantAt(timeX(viewportX)) / 60)) * 60;
}

void TimelineCanvas::zoomAt(double factor, double viewportX)
{
    setScale(m_scene.scale.zoomed(factor, std::max(0.0, timeX(viewportX))));
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (!m_scene.layout)
        return;
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        zoomAt(std::pow(zoomPerStep, angle.y() / wheelStep), event->position().x());
        return;
    }
    const bool sideways = event->modifiers() & Qt::ShiftModifier;
    const int across = sideways && angle.x() == 0 ? angle.y() : angle.x();
    if (across != 0) {
        const double pixels = event->pixelDelta().x() != 0 ? event->pixelDelta().x() : across / wheelStep * panPerStep;
        setScale(m_scene.scale.panned(-pixels));
    }
    if (!sideways && angle.y() != 0) {
        const double pixels = event->pixelDelta().y() != 0 ? event->pixelDelta().y() : angle.y() / wheelStep * panPerStep;
        verticalScrollBar()->setValue(int(std::lround(verticalScrollBar()->value() - pixels)));
    }
}

bool TimelineCanvas::viewportEvent(QEvent *event)
{
    if (const std::optional<Pinch> pinch = m_scene.layout ? pinchOf(*event, *viewport()) : std::nullopt) {
        zoomAt(pinch->factor, pinch->at.x());
        return true;
    }
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTip(help->pos(), help->globalPos());
        return true;
    }
    case QEvent::Leave:
        m_scene.hovered = {};
        viewport()->update();
        break;
    default: break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineCanvas::showTip(const QPoint &position, const QPoint &global)
{
    const TimelineItem item = itemAt(position);
    if (item.kind == TimelineItem::Kind::None) {
        QToolTip::hideText();
        return;
    }
    const TimelineTips tips(m_layout, m_scene.zone, *m_recomputed);
    const Instant at = Instant(m_scene.scale.instantAt(timeX(position.x())));
    const bool inRows = m_scene.rowsArea().contains(position);
    if (inRows && item.kind != TimelineItem::Kind::Gap) {
        const int bar = tips.handoffAt(item.row, at, qint64(handoffReach * m_scene.scale.secondsPerPixel));
        if (bar >= 0) {
            QToolTip::showText(global, TimelineTips::asHtml(tips.forHandoff(item.row, bar)), viewport());
            return;
        }
    }
    QToolTip::showText(global, TimelineTips::asHtml(tips.forItem(item, at)), viewport(), rectOf(item));
}

void TimelineCanvas::hover(const QPoint &position)
{
    const bool onEdge = m_scene.layout && std::abs(position.x() - m_headerWidth) <= grip;
    viewport()->setCursor(onEdge ? Qt::SplitHCursor : Qt::ArrowCursor);
    const TimelineItem item = itemAt(position);
    if (item == m_scene.hovered)
        return;
    m_scene.hovered = item;
    viewport()->update();
}

void TimelineCanvas::centreOn(double overviewX)
{
    const double at = m_scene.overview.scale().instantAt(overviewX);
    TimelineScale scale = m_scene.scale;
    scale.start = at - scale.width * scale.secondsPerPixel / 2;
    setScale(scale);
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_scene.layout)
        return QAbstractScrollArea::mousePressEvent(event);
    const QPoint at = event->position().toPoint();
    m_pressed = at;
    m_pressedScale = m_scene.scale;
    m_pressedTop = verticalScrollBar()->value();
    if (std::abs(at.x() - m_headerWidth) <= grip) {
        m_drag = Drag::Header;
    } else if (m_scene.overviewArea().contains(at)) {
        m_drag = Drag::Overview;
        centreOn(timeX(at.x()));
    } else if (m_scene.axisArea().contains(at) || (m_scene.rowsArea().contains(at) && (event->modifiers() & Qt::ShiftModifier))) {
        m_drag = Drag::Range;
    } else {
        m_drag = Drag::Press;
    }
}

void TimelineCanvas::dragTo(const QPoint &position)
{
    const QPoint moved = position - m_pressed;
    switch (m_drag) {
    case Drag::None:
    case Drag::Press: break;
    case Drag::Pan:
        setScale(m_pressedScale.panned(-moved.x()));
        verticalScrollBar()->setValue(m_pressedTop - moved.y());
        break;
    case Drag::Range: {
        const Instant a = minuteAt(m_pressed.x()), b = minuteAt(position.x());
        setRange(Interval{std::min(a, b), std::max(a, b)});
        break;
    }
    case Drag::Overview: centreOn(timeX(position.x())); break;
    case Drag::Header: setHeaderWidth(position.x()); break;
    }
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_drag == Drag::None)
        return hover(at);
    if (m_drag == Drag::Press && (at - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = m_scene.rowsArea().contains(m_pressed) ? Drag::Pan : Drag::None;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    dragTo(at);
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const Drag ended = std::exchange(m_drag, Drag::None);
    const bool moved = (at - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (ended == Drag::Range && moved && m_scene.range)
        Q_EMIT rangeChosen(*m_scene.range);
    else if (ended == Drag::Press || (ended == Drag::Range && !moved))
        click(at);
    hover(at);
}

void TimelineCanvas::click(const QPoint &position)
{
    if (m_scene.axisArea().contains(position) || m_scene.rowsArea().contains(position))
        Q_EMIT instantChosen(minuteAt(position.x()));
    choose(itemAt(position));
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const TimelineItem item = itemAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || item.kind == TimelineItem::Kind::None)
        return;
    choose(item);
    if (item.kind == TimelineItem::Kind::Row) {
        Q_EMIT detailWanted();
        return;
    }
    const Interval extent = m_layout.extent(item);
    const qint64 around = extent.seconds() / 4;
    setScale(TimelineScale::showing({extent.start - around, extent.end + around}, m_scene.scale.width));
}

void TimelineCanvas::moveTo(const TimelineItem &item)
{
    if (item.kind != TimelineItem::Kind::None)
        setCurrent(item, Reveal::Pan);
}

void TimelineCanvas::moveRows(int rows)
{
    const int row = std::clamp(m_scene.current.row + rows, 0, m_layout.rowCount() - 1);
    const TimelineItem::Kind kind = m_scene.current.kind;
    // Along the same moment, so that what happens at one time can be compared.
    moveTo(kind == TimelineItem::Kind::Row ? TimelineItem{kind, row, -1} : itemNear(m_layout, row, anchor()));
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!m_scene.layout)
        return QAbstractScrollArea::keyPressEvent(event);
    const TimelineItem &at = m_scene.current;
    const int page = std::max(1, visibleRows().size() - 1);
    switch (event->key()) {
    case Qt::Key_Left:
        // Left of the first one is the row itself.
        if (at.row >= 0 && neighbour(m_layout, at, -1, anchor()) == at)
            moveTo({TimelineItem::Kind::Row, at.row, -1});
        else
            moveTo(neighbour(m_layout, at, -1, anchor()));
        break;
    case Qt::Key_Right: moveTo(neighbour(m_layout, at, 1, m_scene.scale.visible().start)); break;
    case Qt::Key_Up: moveRows(-1); break;
    case Qt::Key_Down: moveRows(1); break;
    case Qt::Key_PageUp: moveRows(-page); break;
    case Qt::Key_PageDown: moveRows(page); break;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const int row = std::max(0, at.row);
        const Interval window = m_data->coverage().window();
        moveTo(itemNear(m_layout, row, event->key() == Qt::Key_Home ? window.start : window.end - 1));
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(at);
        Q_EMIT detailWanted();
        break;
    case Qt::Key_Space: choose(at); break;
    default: return QAbstractScrollArea::keyPressEvent(event);
    }
    event->accept();
}

void TimelineCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_scene.focused = true;
    if (m_scene.current.kind == TimelineItem::Kind::None && m_scene.layout && event->reason() != Qt::MouseFocusReason)
        setCurrent({TimelineItem::Kind::Row, visibleRows().first, -1}, Reveal::Pan);
    else
        announceCurrent();
    viewport()->update();
}

void TimelineCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.focused = false;
    viewport()->update();
}

} // namespace pdsi
