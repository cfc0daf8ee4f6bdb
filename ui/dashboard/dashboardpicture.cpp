// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboardpicture.h"

#include "core/base/enumnames.h"
#include "ui/dashboard/dashboardsheet.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace pdsi {

namespace {

constexpr std::array endings{QLatin1String("png"), QLatin1String("svg"), QLatin1String("pdf")};

void writePng(QIODevice &device, const DashboardSheet &sheet)
{
    constexpr qreal density = 2; // readable when a document shrinks it
    QImage image((sheet.size() * density).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    sheet.paint(painter, image.rect());
    painter.end();
    image.save(&device, "PNG");
}

void writeSvg(QIODevice &device, const DashboardSheet &sheet, const QString &title)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setTitle(title);
    generator.setDescription({});
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.size()));
    QPainter painter(&generator);
    sheet.paint(painter, QRectF(QPointF(), sheet.size()));
}

void writePdf(QIODevice &device, const DashboardSheet &sheet, const QString &title)
{
    QPdfWriter writer(&device);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({10, 10, 10, 10}, QPageLayout::Millimeter);
    QPainter painter(&writer);
    sheet.paint(painter, QRectF(0, 0, writer.width(), writer.height()));
}

} // namespace

std::optional<PictureFormat> pictureFormatFor(const QString &path)
{
    return enumFromName<PictureFormat>(endings, QFileInfo(path).suffix().toLower());
}

QByteArray dashboardPicture(PictureFormat format, const QString &title, const QString &subtitle,
                            const QList<DashboardSection> &sections)
{
    const DashboardSheet sheet(title, subtitle, sections, format == PictureFormat::Svg);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case PictureFormat::Png: writePng(buffer, sheet); break;
    case PictureFormat::Svg: writeSvg(buffer, sheet, title); break;
    case PictureFormat::Pdf: writePdf(buffer, sheet, title); break;
    }
    return bytes;
}

} // namespace pdsi
