// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphscene.h"

#include <functional>

class QPainter;

namespace pdsi {

/// Told how much is painted, from 0 to 1; false = stop.
using GraphProgress = std::function<bool(double part)>;

/// Paints what the camera sees: blocks from afar, titles nearer, everything when it can be read. Needs no widget.
class GraphPainter
{
public:
    GraphPainter(QPainter &painter, const GraphScene &scene, GraphProgress progress = {});

    void paint();
    /// Only nodes as blocks, for a picture of the whole.
    void paintBlocks();

private:
    void paintEmpty();
    void paintNodes(GraphDetail detail);
    /// One more edge or node is done. False when the rest is not wanted.
    bool goOn();
    void paintEdgesAsLines();
    void paintEdges();
    void paintEdge(size_t edge);
    void paintEdgeWords(size_t edge);
    bool isSeen(const GraphGeometry::Route &route) const;
    void paintBlock(int node, const QRectF &rect, bool titled);
    void paintBlockTitle(int node, const QRectF &block, double room, bool wrong);
    void paintWorst();
    void paintCard(int node, const QRectF &rect);
    void paintCardFrame(const GraphNode &node, const QRectF &rect);
    void paintCardText(int node, const QRectF &rect);
    void useFace(GraphFace face);
    /// In the face that is used.
    void paintText(const QPointF &baseline, const QString &text);
    void paintOutlines(int node, const QRectF &rect);

    QPainter &m_painter;
    const GraphScene &m_scene;
    GraphProgress m_progress;
    size_t m_done = 0;
    QRectF m_seen; ///< of the drawing
    GraphFace m_face = GraphFace::Plain;
    double m_ascent = 0; ///< of the face
};

} // namespace pdsi
