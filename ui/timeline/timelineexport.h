// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinescene.h"

#include <QCoreApplication>
#include <QImage>

class QIODevice;

namespace pdsi {

/// A picture of the timeline that stands for itself, as reports use it: title, range, zone, time of collection, rows
/// and a legend. Always in the light theme.
class TimelinePicture
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::TimelinePicture)
public:
    /// What is in sight of the scene from left to right, and all of its rows, at most `mostRows` of them. Every line of
    /// the title is one; lines that are too long are broken.
    TimelinePicture(const TimelineScene &scene, const QString &title, int mostRows = 150);

    QSizeF size() const { return m_size; }
    /// Title and the lines below it, for descriptions next to the picture.
    const QStringList &caption() const { return m_caption; }
    void paint(QPainter &painter) const;

    QImage image(double pixelRatio = 2) const;
    bool writeSvg(QIODevice &device) const;

private:
    void paintLegend(QPainter &painter, const QPointF &at) const;

    TimelineScene m_scene;
    QSizeF m_size;
    QStringList m_caption;
    qsizetype m_titleLines = 0;
    double m_line = 0;
};

} // namespace pdsi
