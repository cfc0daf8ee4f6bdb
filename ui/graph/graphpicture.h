// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphpainter.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace pdsi {

enum class GraphPictureFormat : quint8 { Svg, Png, Pdf, Dot };
/// By the suffix of a file name; nullopt for any other.
std::optional<GraphPictureFormat> graphPictureFormat(const QString &path);

/// A picture of the whole graph that stands for itself: title, account, time, everything readable. In the light theme.
class GraphPicture
{
public:
    /// `caption`: the title, then lines below it.
    GraphPicture(const GraphScene &scene, const QStringList &caption);

    QSizeF size() const { return m_size; }
    void paint(QPainter &painter, const GraphProgress &progress = {}) const;
    /// Empty when it could not be made, or `progress` said to stop. Safe in a worker.
    QByteArray written(GraphPictureFormat format, const GraphProgress &progress = {}) const;

private:
    QByteArray svg(const GraphProgress &progress) const;
    QByteArray png(const GraphProgress &progress) const;
    QByteArray pdf(const GraphProgress &progress) const;

    GraphScene m_scene;
    QStringList m_caption;
    double m_line = 16;
    double m_top = 0;
    QSizeF m_size;
};

} // namespace pdsi
