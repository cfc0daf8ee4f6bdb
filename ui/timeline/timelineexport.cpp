// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineexport.h"

#include "ui/models/translate.h"
#include "ui/timeline/timelinewords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace pdsi {

namespace {

constexpr double pictureMargin = 12;
constexpr double swatchWidth = 28;
constexpr double dotsPerInch = 96;

QString legendWord(GapKind kind)
{
    switch (kind) {
    case GapKind::Nobody: return tr("Nobody on call");
    case GapKind::CaughtByLevel: return tr("Caught by another level");
    case GapKind::Unknown: return tr("Not known");
    case GapKind::OffHours: return tr("Intended off-hours");
    case GapKind::Maintenance: return tr("In maintenance");
    case GapKind::Disabled: return tr("Disabled, or not collected");
    }
    return {};
}

/// Broken at spaces, so that no line is wider than this where a space allows it.
QStringList brokenLines(const QString &text, const QFont &font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    const QStringList given = text.split(QLatin1Char('\n'));
    for (const QString &line : given) {
        QString current;
        const QStringList words = line.split(QLatin1Char(' '));
        for (const QString &word : words) {
            const QString longer = current.isEmpty() ? word : current + QLatin1Char(' ') + word;
            if (!current.isEmpty() && metrics.horizontalAdvance(longer) > width) {
                lines.append(current);
                current = word;
            } else {
                current = longer;
            }
        }
        lines.append(current);
    }
    return lines;
}

struct LegendEntry {
    GapKind kind;
    QPointF at;
};

/// As many entries side by side as fit.
std::vector<LegendEntry> legend(const QFont &font, double width, double line)
{
    const QFontMetricsF metrics(font);
    std::vector<LegendEntry> entries;
    QPointF at;
    for (const GapKind kind : {GapKind::Nobody, GapKind::CaughtByLevel, GapKind::Unknown, GapKind::OffHours, GapKind::Maintenance, GapKind::Disabled}) {
        const double wide = swatchWidth + 5 + metrics.horizontalAdvance(legendWord(kind));
        if (at.x() > 0 && at.x() + wide > width)
            at = QPointF(0, at.y() + line + 2);
        entries.push_back({kind, at});
        at.rx() += wide + 18;
    }
    return entries;
}

} // namespace

TimelinePicture::TimelinePicture(const TimelineScene &scene, const QString &title, int mostRows)
    : m_scene(scene)
{
    m_scene.theme = TimelineTheme::of(false);
    m_scene.top = 0;
    m_scene.current = m_scene.hovered = {};
    m_scene.overview = {};
    m_scene.range.reset();
    m_scene.cursor.reset();
    m_scene.search = nullptr;
    m_line = QFontMetricsF(scene.font).height() + 2;
    const int all = scene.layout->rowCount(), rows = std::min(all, mostRows);
    m_scene.size = {scene.size.width(), double(scene.metrics().axisHeight() + scene.layout->rowTop(rows))};
    m_scene.computeTicks();
    const Interval visible = scene.scale.visible(), window = scene.layout->data().coverage().window();
    const Interval shown{std::max(visible.start, window.start), std::min(visible.end, window.end)};
    QFont bold = m_scene.font;
    bold.setBold(true);
    m_caption = brokenLines(title, bold, m_scene.size.width());
    m_titleLines = m_caption.size();
    m_caption << tr("%1, %2").arg(timelineStretch(shown, scene.zone), zoneWords(scene.zone, shown));
    if (scene.asOf)
        m_caption << tr("Collected %1").arg(timelineInstant(*scene.asOf, scene.zone));
    if (rows < all)
        m_caption << tr("The first %1 of %2 rows, worst first").arg(rows).arg(all);
    const double words = (double(m_caption.size()) + 2) * m_line + legend(m_scene.font, m_scene.size.width(), m_line).back().at.y();
    m_size = {m_scene.size.width() + 2 * pictureMargin, std::ceil(m_scene.size.height() + words + 2 * pictureMargin)};
}

void TimelinePicture::paintLegend(QPainter &painter, const QPointF &at) const
{
    const QFontMetricsF metrics(painter.font());
    for (const LegendEntry &entry : legend(m_scene.font, m_scene.size.width(), m_line)) {
        const GapLook look = m_scene.theme.gap(entry.kind);
        const QRectF swatch(at + entry.at + QPointF(0, 1), QSizeF(swatchWidth, m_line - 3));
        painter.fillRect(swatch, look.fill);
        painter.save();
        painter.setClipRect(swatch);
        drawHatch(painter, swatch, look, swatch.left());
        painter.restore();
        painter.setPen(look.line);
        painter.drawRect(swatch);
        painter.setPen(m_scene.theme.text);
        painter.drawText(QPointF(swatch.right() + 5, swatch.top() - 1 + metrics.ascent()), legendWord(entry.kind));
    }
}

void TimelinePicture::paint(QPainter &painter) const
{
    painter.save();
    painter.fillRect(QRectF(QPointF(), m_size), m_scene.theme.background);
    double y = pictureMargin;
    for (qsizetype i = 0; i < m_caption.size(); ++i) {
        QFont font = m_scene.font;
        font.setBold(i < m_titleLines);
        painter.setFont(font);
        painter.setPen(i < m_titleLines ? m_scene.theme.text : m_scene.theme.muted);
        painter.drawText(QPointF(pictureMargin, y + QFontMetricsF(font).ascent()), m_caption.at(i));
        y += m_line;
    }
    y += m_line / 2;
    painter.save();
    painter.translate(pictureMargin, y);
    paintTimeline(painter, m_scene);
    painter.restore();
    // SVG knows no clipping here: what reaches over the edge goes.
    painter.fillRect(QRectF(pictureMargin + m_scene.size.width(), y, pictureMargin, m_scene.size.height()), m_scene.theme.background);
    painter.setPen(m_scene.theme.gridStrong);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(pictureMargin - 0.5, y - 0.5, m_scene.size.width() + 1, m_scene.size.height() + 1));
    painter.setFont(m_scene.font);
    paintLegend(painter, QPointF(pictureMargin, y + m_scene.size.height() + m_line / 2));
    painter.restore();
}

QImage TimelinePicture::image(double pixelRatio) const
{
    QImage image((m_size * pixelRatio).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(pixelRatio);
    for (qsizetype i = 0; i < m_caption.size(); ++i)
        image.setText(i == 0 ? QStringLiteral("Title") : QStringLiteral("Description%1").arg(i), m_caption.at(i));
    QPainter painter(&image);
    paint(painter);
    return image;
}

bool TimelinePicture::writeSvg(QIODevice &device) const
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setResolution(int(dotsPerInch));
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(), m_size));
    generator.setTitle(m_caption.mid(0, m_titleLines).join(QLatin1Char(' ')));
    generator.setDescription(m_caption.mid(m_titleLines).join(QStringLiteral(". ")));
    QPainter painter;
    if (!painter.begin(&generator))
        return false;
    paint(painter);
    return painter.end();
}

} // namespace pdsi
