// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/models/dashboardsections.h"

namespace pdsi {

enum class PictureFormat : quint8 { Png, Svg, Pdf };
/// By the file name's ending.
std::optional<PictureFormat> pictureFormatFor(const QString &path);

/// The dashboard's sheet as the bytes of a file; a PDF is one A4 page.
QByteArray dashboardPicture(PictureFormat format, const QString &title, const QString &subtitle,
                            const QList<DashboardSection> &sections);

} // namespace pdsi
