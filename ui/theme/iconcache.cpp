// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/iconcache.h"

#include <QPixmapCache>

namespace pdsi {

// Qt's own cache: it is emptied before the application object goes, unlike a static of ours.
QIcon cachedIcon(const QString &name, const std::function<void(QPainter &)> &paint)
{
    const QString key = QStringLiteral("pdsi/") + name;
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(iconSide, iconSide);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    return QIcon(pixmap);
}

} // namespace pdsi
