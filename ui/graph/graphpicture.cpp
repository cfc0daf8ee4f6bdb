// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphpicture.h"

#include "ui/graph/dottext.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace pdsi {

namespace {

constexpr double captionMargin = 14;
constexpr double mostPixels = 60e6, mostSide = 16'000; // of a PNG: what is larger is made smaller
constexpr double mostPoints = 14'400;                  // of a side of a page

} // namespace

std::optional<GraphPictureFormat> graphPictureFormat(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("svg"))
        return GraphPictureFormat::Svg;
    if (suffix == QLatin1String("png"))
        return GraphPictureFormat::Png;
    if (suffix == QLatin1String("pdf"))
        return GraphPictureFormat::Pdf;
    if (suffix == QLatin1String("dot") || suffix == QLatin1String("gv"))
        return GraphPictureFormat::Dot;
    return std::nullopt;
}

GraphPicture::GraphPicture(const GraphScene &scene, const QStringList &caption)
    : m_scene(scene)
    , m_caption(caption)
{
    m_scene.theme = GraphTheme::of(false);
    m_scene.camera = {};
    m_scene.current = m_scene.currentMark = m_scene.hovered = -1;
    m_scene.matches.clear();
    m_scene.texts.reset(); // they are the view's, and this may be another thread
    m_scene.size = scene.geometry.size;
    m_line = scene.content->metrics.line + 2;
    m_top = captionMargin + m_line * double(caption.size());
    double widest = 0;
    QFont bold = scene.content->metrics.font;
    bold.setBold(true);
    for (const QString &line : caption)
        widest = std::max(widest, QFontMetricsF(bold).horizontalAdvance(line));
    m_size = {std::ceil(std::max(m_scene.size.width(), widest + 2 * captionMargin)), std::ceil(m_top + m_scene.size.height())};
}

void GraphPicture::paint(QPainter &painter, const GraphProgress &progress) const
{
    painter.fillRect(QRectF(QPointF(), m_size), m_scene.theme.background);
    double y = captionMargin;
    for (const QString &line : m_caption) {
        const bool first = y <= captionMargin;
        QFont font = m_scene.content->metrics.font;
        font.setBold(first);
        painter.setFont(font);
        painter.setPen(first ? m_scene.theme.text : m_scene.theme.muted);
        painter.drawText(QPointF(captionMargin, y + m_scene.content->metrics.ascent), line);
        y += m_line;
    }
    painter.save();
    painter.translate(0, m_top);
    GraphPainter(painter, m_scene, progress).paint();
    painter.restore();
}

QByteArray GraphPicture::written(GraphPictureFormat format, const GraphProgress &progress) const
{
    bool stopped = false;
    const GraphProgress watched = [&progress, &stopped](double part) {
        stopped = stopped || (progress && !progress(part));
        return !stopped;
    };
    QByteArray bytes;
    switch (format) {
    case GraphPictureFormat::Svg: bytes = svg(watched); break;
    case GraphPictureFormat::Png: bytes = png(watched); break;
    case GraphPictureFormat::Pdf: bytes = pdf(watched); break;
    case GraphPictureFormat::Dot: bytes = namedDotText(m_scene.content->graph, m_caption.join(QStringLiteral(", "))); break;
    }
    return stopped ? QByteArray() : bytes;
}

QByteArray GraphPicture::svg(const GraphProgress &progress) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(m_size.toSize());
    generator.setViewBox(QRectF(QPointF(), m_size));
    generator.setTitle(m_caption.value(0));
    generator.setDescription(m_caption.mid(1).join(QStringLiteral(". ")));
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    paint(painter, progress);
    painter.end();
    return bytes;
}

QByteArray GraphPicture::png(const GraphProgress &progress) const
{
    const double fits = std::min({2.0, mostSide / m_size.width(), mostSide / m_size.height(), std::sqrt(mostPixels / (m_size.width() * m_size.height()))});
    QImage image((m_size * fits).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    for (qsizetype i = 0; i < m_caption.size(); ++i)
        image.setText(i == 0 ? QStringLiteral("Title") : QStringLiteral("Description%1").arg(i), m_caption.at(i));
    QPainter painter(&image);
    painter.scale(fits, fits);
    paint(painter, progress);
    painter.end();
    if (!progress(1)) // packing it takes as long again
        return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray GraphPicture::pdf(const GraphProgress &progress) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const double fits = std::min({0.75, mostPoints / m_size.width(), mostPoints / m_size.height()});
    QPdfWriter writer(&buffer);
    writer.setTitle(m_caption.join(QStringLiteral(", ")));
    writer.setPageSize(QPageSize(m_size * fits, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(288);
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const double perPoint = writer.resolution() / 72.0;
    painter.scale(fits * perPoint, fits * perPoint);
    paint(painter, progress);
    painter.end();
    return bytes;
}

} // namespace pdsi
