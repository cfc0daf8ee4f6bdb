// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphminimap.h"

#include <QWidget>

#include <optional>

namespace pdsi {

/// A node, or one of its marks.
struct GraphItem {
    int node = -1;
    int mark = -1;
    bool operator==(const GraphItem &) const = default;
};

/// The graph itself: paints a GraphScene and lets the analyst move in it. Knows no Selection.
class GraphCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit GraphCanvas(QWidget *parent = nullptr);
    ~GraphCanvas() override;

    /// Shows a graph. Where the same one is shown again, with another geometry or at another time, what is pointed at
    /// stays; and the place, when the analyst has moved.
    void setGraph(std::shared_ptr<const GraphContent> content, GraphGeometry geometry);
    void clear(const QString &emptyText);
    void setMatches(std::vector<bool> matches);

    const GraphScene &scene() const { return m_scene; }
    const GraphContent *content() const { return m_scene.content.get(); }
    int count() const { return m_scene.isEmpty() ? 0 : int(m_scene.geometry.nodes.size()); }

    GraphItem current() const { return {m_scene.current, m_scene.currentMark}; }
    /// Points at it, and shows it; tells nobody but those who follow the keyboard.
    void setCurrent(const GraphItem &item, bool reveal = true);
    /// As setCurrent, and tells that it was chosen.
    void choose(const GraphItem &item);

    const GraphCamera &camera() const { return m_scene.camera; }
    /// Larger or smaller, around what is pointed at or the middle.
    void zoomBy(double factor);
    void fit();

    /// Within the widget.
    QRect rectOf(const GraphItem &item) const;
    GraphItem itemAt(const QPointF &position) const;
    QRectF miniMapArea() const { return m_miniMap.area(m_scene); }

    QSize sizeHint() const override { return {700, 300}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

Q_SIGNALS:
    void currentChanged();
    /// Clicked, or by the keyboard.
    void chosen(const pdsi::GraphItem &item);
    /// Double click, or Enter where a click opens.
    void openWanted(int node);
    void detailWanted();
    void menuWanted(int node, const QPoint &global);
    void fontChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : quint8 { None, Press, Pan, MiniMap };

    void updateTheme();
    void moveCamera(const GraphCamera &camera);
    void showAtFirst();
    void centreOn(const QPointF &drawing);
    void showTip(const QPoint &position, const QPoint &global);
    void hover(const QPointF &position);
    void walk(GraphStep step);
    bool zoomKey(int key);
    void enter();

    GraphScene m_scene;
    GraphMiniMap m_miniMap;
    bool m_moved = false;  ///< the analyst chose what is in sight
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    GraphCamera m_pressedCamera;
};

} // namespace pdsi
