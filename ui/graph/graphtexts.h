// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStaticText>

#include <array>

class QPainter;

namespace pdsi {

/// The fonts a graph is written in.
enum class GraphFace : quint8 { Plain, Bold, Small };

/// Texts laid out once and painted in many frames. Belongs to one view, in the thread of its painter.
class GraphTexts
{
public:
    /// In the painter's font, which is that of `face`; `top` is the top left of the line.
    void paint(QPainter &painter, const QPointF &top, GraphFace face, const QString &text);

    /// In the painter's font, which is that of `face`.
    double width(const QPainter &painter, GraphFace face, const QString &text);

private:
    const QStaticText &of(const QPainter &painter, GraphFace face, const QString &text);

    std::array<QHash<QString, QStaticText>, 3> m_texts;
};

} // namespace pdsi
