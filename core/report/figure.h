// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <variant>
#include <vector>

namespace pdsi {

/// What a shape means; whoever draws the figure turns it into colour, pattern and weight.
enum class FigureRole : quint8 {
    Text, SoftText, Frame, Grid, Panel, Edge,
    Covered, CaughtByLevel, Nobody, Unknown, OffHours, Maintenance, Disabled, Now,
    Pass, Fail, NotDetermined, Manual, NotApplicable, Error,
    Critical, High, Medium, Low,
};

struct FigureBox {
    QRectF rect;
    FigureRole role = FigureRole::Panel;
    double radius = 0;
    bool framed = false;
};

struct FigurePath {
    std::vector<QPointF> points;   ///< straight pieces, or with `curved` cubic Bézier curves (1 + 3n points)
    FigureRole role = FigureRole::Edge;
    double width = 1;
    bool curved = false;
    bool dashed = false;
    bool arrow = false;            ///< a head at the last point
};

enum class FigureAnchor : quint8 { Start, Middle, End };
struct FigureText {
    QPointF at;                    ///< on the base line
    QString text;                  ///< may be account text: hostile
    double size = 10;              ///< height of the font
    FigureRole role = FigureRole::Text;
    FigureAnchor anchor = FigureAnchor::Start;
    bool bold = false;
    double width = 0;              ///< room; longer text is elided by whoever draws; 0 = as long as it is
    bool cleared = false;          ///< stands on a line: what is under it is covered in the colour of the page
};

using FigureShape = std::variant<FigureBox, FigurePath, FigureText>;

/// A drawing without pixels and without colours, in points: the HTML report writes it as SVG, the PDF paints it.
struct Figure {
    QSizeF size;
    QString title;                 ///< one line
    QString description;           ///< in words what the picture shows, for those who do not see it
    std::vector<FigureShape> shapes; ///< later ones lie on top

    bool isEmpty() const { return shapes.empty(); }
};

} // namespace pdsi
