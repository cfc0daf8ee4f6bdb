// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/paintedonce.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace pdsi {

namespace {

constexpr int largestKept = 1'000; // pixels of a side
constexpr qsizetype mostBytes = 32 * 1024 * 1024;

struct KeptPictures {
    std::map<std::tuple<quint64, int, int>, QImage> pictures;
    qsizetype bytes = 0;

    const QImage &keep(const std::tuple<quint64, int, int> &key, QImage picture)
    {
        if (bytes >= mostBytes) {
            pictures.clear();
            bytes = 0;
        }
        bytes += picture.sizeInBytes();
        return pictures.insert_or_assign(key, std::move(picture)).first->second;
    }
};

} // namespace

void paintOnce(QPainter &painter, const QRectF &box, quint64 what, const std::function<void(QPainter &into, const QRectF &at)> &paint)
{
    const QTransform world = painter.worldTransform();
    const double ratio = painter.device()->devicePixelRatioF(), scale = world.m11() * ratio;
    // A little of the fraction is lost, so that a box a hair larger for its place is no other picture.
    const int width = int(std::ceil(box.width() * scale - 0.01)), height = int(std::ceil(box.height() * scale - 0.01));
    if (painter.paintEngine()->type() != QPaintEngine::Raster || world.type() > QTransform::TxScale || width < 1 || height < 1
        || std::max(width, height) > largestKept)
        return paint(painter, box);
    static thread_local KeptPictures kept;
    const std::tuple key(what, width, height);
    const auto known = kept.pictures.find(key);
    const QImage *picture = known == kept.pictures.end() ? nullptr : &known->second;
    if (!picture) {
        QImage made(width, height, QImage::Format_ARGB32_Premultiplied);
        made.fill(Qt::transparent);
        QPainter into(&made);
        into.setRenderHint(QPainter::Antialiasing);
        into.scale(scale, scale);
        paint(into, QRectF(QPointF(), box.size()));
        into.end();
        made.setDevicePixelRatio(ratio);
        picture = &kept.keep(key, std::move(made));
    }
    const QPointF at = world.map(box.topLeft()) * ratio;
    painter.setWorldTransform({});
    painter.drawImage(QPointF(std::round(at.x()), std::round(at.y())) / ratio, *picture);
    painter.setWorldTransform(world);
}

} // namespace pdsi
