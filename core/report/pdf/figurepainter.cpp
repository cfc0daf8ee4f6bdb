// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/figurepainter.h"

#include "core/report/pdf/pdftypesetter.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace pdsi {

namespace {

struct FigureInk {
    QColor fill;
    QColor line;
    PdfHatch hatch = PdfHatch::None;
};

const QColor figureDark(0x14, 0x17, 0x1c);
const QColor figureGrey(0x6b, 0x73, 0x80);

FigureInk figureInk(FigureRole role)
{
    switch (role) {
    case FigureRole::Text: return {figureDark, figureDark};
    case FigureRole::SoftText: return {QColor(0x4a, 0x51, 0x5c), QColor(0x4a, 0x51, 0x5c)};
    case FigureRole::Frame: return {Qt::white, QColor(0x6b, 0x73, 0x80)};
    case FigureRole::Grid: return {QColor(0xe2, 0xe6, 0xec), QColor(0xd0, 0xd5, 0xdd)};
    case FigureRole::Panel: return {QColor(0xf1, 0xf3, 0xf6), QColor(0xb4, 0xbb, 0xc6)};
    case FigureRole::Edge: return {figureGrey, figureGrey};
    case FigureRole::Covered: return {QColor(0xb9, 0xdf, 0xc4), QColor(0x2e, 0x7d, 0x4a)};
    case FigureRole::CaughtByLevel: return {QColor(0xfd, 0xdb, 0x8a), QColor(0x96, 0x62, 0x00), PdfHatch::Rising};
    case FigureRole::Nobody: return {QColor(0xf4, 0xa9, 0xa2), QColor(0xa3, 0x12, 0x12), PdfHatch::Crossed};
    case FigureRole::Unknown: return {QColor(0xdc, 0xdf, 0xe4), QColor(0x6b, 0x73, 0x80), PdfHatch::Upright};
    case FigureRole::OffHours: return {QColor(0xdd, 0xe9, 0xf8), QColor(0x5f, 0x82, 0xb0), PdfHatch::Across};
    case FigureRole::Maintenance: return {QColor(0xe6, 0xdc, 0xf3), QColor(0x77, 0x55, 0xa8), PdfHatch::Falling};
    case FigureRole::Disabled: return {QColor(0xf1, 0xf3, 0xf6), QColor(0x9a, 0xa1, 0xac)};
    case FigureRole::Now: return {QColor(0x0b, 0x4f, 0xa8), QColor(0x0b, 0x4f, 0xa8)};
    case FigureRole::Pass: return {QColor(0x9b, 0xd1, 0xab), QColor(0x1f, 0x6b, 0x3a)};
    case FigureRole::Fail: return {QColor(0xef, 0x8f, 0x86), QColor(0x9a, 0x12, 0x12), PdfHatch::Crossed};
    case FigureRole::NotDetermined: return {QColor(0xd6, 0xda, 0xe0), QColor(0x59, 0x61, 0x6d), PdfHatch::Upright};
    case FigureRole::Manual: return {QColor(0xc3, 0xd9, 0xf4), QColor(0x1d, 0x4f, 0x91), PdfHatch::Across};
    case FigureRole::NotApplicable: return {QColor(0xf4, 0xf5, 0xf7), QColor(0x8a, 0x92, 0x9e)};
    case FigureRole::Error: return {QColor(0xe2, 0xc4, 0xe6), QColor(0x6d, 0x1f, 0x78), PdfHatch::Falling};
    case FigureRole::Critical: return {QColor(0xc9, 0x3a, 0x3a), QColor(0x7a, 0x0c, 0x0c), PdfHatch::Crossed};
    case FigureRole::High: return {QColor(0xee, 0x8d, 0x62), QColor(0xa2, 0x3f, 0x0c), PdfHatch::Rising};
    case FigureRole::Medium: return {QColor(0xf9, 0xd2, 0x72), QColor(0x86, 0x5b, 0x00), PdfHatch::Across};
    case FigureRole::Low: return {QColor(0xc9, 0xd8, 0xea), QColor(0x3f, 0x63, 0x8c)};
    }
    return {};
}

/// Where a line `x ± y = c` runs through the rectangle.
void addSlanted(std::vector<std::pair<QPointF, QPointF>> &lines, const QRectF &rect, double distance, bool rising)
{
    const double w = rect.width(), h = rect.height();
    for (double c = distance / 2; c < w + h; c += distance) {
        const QPointF a(std::min(c, w), std::max(0.0, c - w)), b(std::max(0.0, c - h), std::min(c, h));
        if (rising)
            lines.emplace_back(rect.topLeft() + a, rect.topLeft() + b);
        else
            lines.emplace_back(rect.topLeft() + QPointF(w - a.x(), a.y()), rect.topLeft() + QPointF(w - b.x(), b.y()));
    }
}

class FigurePainting
{
public:
    FigurePainting(QPainter &painter, double scale, const PdfTypesetter &typesetter)
        : m_painter(painter), m_scale(scale), m_typesetter(typesetter)
    {
    }

    void operator()(const FigureBox &box) const
    {
        const FigureInk ink = figureInk(box.role);
        const QRectF rect(box.rect.topLeft() * m_scale, box.rect.size() * m_scale);
        if (rect.isEmpty())
            return;
        const double radius = box.radius * m_scale;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ink.fill);
        drawBox(rect, radius);
        hatch(rect, ink, radius);
        if (box.framed) {
            m_painter.setPen(QPen(ink.line, 0.8 * m_scale));
            m_painter.setBrush(Qt::NoBrush);
            drawBox(rect, radius);
        }
    }

    void operator()(const FigurePath &path) const
    {
        if (path.points.size() < 2)
            return;
        QPen pen(figureInk(path.role).line, path.width * m_scale);
        pen.setCapStyle(Qt::FlatCap);
        if (path.dashed)
            pen.setDashPattern({4, 3});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(traced(path));
        if (path.arrow)
            drawArrow(path);
    }

    void operator()(const FigureText &text) const
    {
        const double size = text.size * m_scale;
        const QString line = m_typesetter.elidedSized(text.text, size, text.bold, text.width * m_scale);
        const double width = text.anchor == FigureAnchor::Start ? 0 : m_typesetter.widthSized(line, size, text.bold);
        const double shift = text.anchor == FigureAnchor::Middle ? width / 2 : width;
        if (text.cleared)
            clear(text.at * m_scale - QPointF(shift, 0), line, text, Qt::white);
        else if (figureInk(text.role).hatch != PdfHatch::None) // it lies on its own pattern
            clear(text.at * m_scale - QPointF(shift, 0), line, text, figureInk(text.role).fill);
        m_painter.setPen(figureInk(text.role).line);
        m_typesetter.drawSized(m_painter, text.at * m_scale - QPointF(shift, 0), line, size, text.bold);
    }

private:
    void drawBox(const QRectF &rect, double radius) const
    {
        if (radius > 0)
            m_painter.drawRoundedRect(rect, radius, radius);
        else
            m_painter.drawRect(rect);
    }

    void hatch(const QRectF &rect, const FigureInk &ink, double radius) const
    {
        const QRectF inner = rect.adjusted(radius / 3, radius / 3, -radius / 3, -radius / 3);
        if (ink.hatch == PdfHatch::None || inner.width() < m_scale || inner.height() < m_scale)
            return;
        m_painter.setPen(QPen(ink.line, 0.45 * m_scale, Qt::SolidLine, Qt::FlatCap));
        QList<QLineF> lines;
        for (const auto &[from, to] : hatchLines(inner, ink.hatch, 4 * m_scale))
            lines.append({from, to});
        m_painter.drawLines(lines);
    }

    void clear(QPointF at, const QString &line, const FigureText &text, const QColor &ground) const
    {
        const double size = text.size * m_scale;
        const QRectF plate(at.x() - m_scale, at.y() - size * 0.85, m_typesetter.widthSized(line, size, text.bold) + 2 * m_scale, size * 1.1);
        m_painter.fillRect(plate, ground);
    }

    QPainterPath traced(const FigurePath &path) const
    {
        QPainterPath traced(path.points.front() * m_scale);
        if (path.curved) {
            for (std::size_t i = 1; i + 2 < path.points.size(); i += 3)
                traced.cubicTo(path.points[i] * m_scale, path.points[i + 1] * m_scale, path.points[i + 2] * m_scale);
        } else {
            for (std::size_t i = 1; i < path.points.size(); ++i)
                traced.lineTo(path.points[i] * m_scale);
        }
        return traced;
    }

    void drawArrow(const FigurePath &path) const
    {
        const QPointF tip = path.points.back() * m_scale;
        QPointF from = tip;
        for (auto it = path.points.rbegin(); it != path.points.rend() && from == tip; ++it)
            from = *it * m_scale;
        const double length = std::hypot(tip.x() - from.x(), tip.y() - from.y());
        if (length <= 0)
            return;
        const QPointF along = (tip - from) / length * (4 + path.width) * m_scale, aside(-along.y() * 0.45, along.x() * 0.45);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(figureInk(path.role).line);
        m_painter.drawPolygon(QPolygonF({tip, tip - along + aside, tip - along - aside}));
    }

    QPainter &m_painter;
    double m_scale;
    const PdfTypesetter &m_typesetter;
};

} // namespace

PdfHatch figureHatch(FigureRole role)
{
    return figureInk(role).hatch;
}

std::vector<std::pair<QPointF, QPointF>> hatchLines(const QRectF &rect, PdfHatch hatch, double distance)
{
    std::vector<std::pair<QPointF, QPointF>> lines;
    if (hatch == PdfHatch::Rising || hatch == PdfHatch::Crossed)
        addSlanted(lines, rect, distance * 1.4, true);
    if (hatch == PdfHatch::Falling || hatch == PdfHatch::Crossed)
        addSlanted(lines, rect, distance * 1.4, false);
    if (hatch == PdfHatch::Across) {
        for (double y = rect.top() + distance / 2; y < rect.bottom(); y += distance)
            lines.emplace_back(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
    if (hatch == PdfHatch::Upright) {
        for (double x = rect.left() + distance / 2; x < rect.right(); x += distance)
            lines.emplace_back(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    }
    return lines;
}

void paintFigure(QPainter &painter, const Figure &figure, double scale, const PdfTypesetter &typesetter)
{
    painter.save();
    const FigurePainting painting(painter, scale, typesetter);
    for (const FigureShape &shape : figure.shapes)
        std::visit(painting, shape);
    painter.restore();
}

} // namespace pdsi
