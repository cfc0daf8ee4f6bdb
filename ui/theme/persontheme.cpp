// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/persontheme.h"

#include <array>

namespace pdsi {

namespace {

// Neighbours in the list differ in hue and in lightness.
constexpr std::array<QRgb, PersonTheme::colours> light{0xa8d5a2, 0x88b4dd, 0xefb6e0, 0x8fc1b5, 0xb9c1f2, 0xcfd98a,
                                                       0xbb93d8, 0xa3cdf0, 0xc9b3a6, 0x9fd3c7, 0x9a9fe0, 0x86c786,
                                                       0xd4b8ee, 0x74c3d4, 0xd7d2c0, 0xc58fb8};
constexpr std::array<QRgb, PersonTheme::colours> dark{0x2f6b34, 0x2b4f78, 0x8a3f77, 0x2c5a52, 0x46529c, 0x5f6a1e,
                                                      0x57307a, 0x235f8f, 0x6b5145, 0x1f6b60, 0x3a3d85, 0x3d7a3d,
                                                      0x6a4596, 0x1d6678, 0x5f5a48, 0x6d2f5c};

} // namespace

int PersonTheme::colourOf(const QString &personId)
{
    quint32 hash = 2'166'136'261u; // FNV-1a: qHash differs from run to run
    for (const QChar character : personId) {
        hash = (hash ^ character.unicode()) * 16'777'619u;
        hash ^= hash >> 15;
    }
    return static_cast<int>(hash % colours);
}

QColor PersonTheme::fill(int colour, bool isDark)
{
    const auto index = static_cast<size_t>(colour % colours);
    return QColor(isDark ? dark[index] : light[index]);
}

QColor PersonTheme::ink(bool isDark) { return isDark ? QColor(0xf2, 0xf4, 0xf7) : QColor(0x14, 0x18, 0x1d); }

} // namespace pdsi
