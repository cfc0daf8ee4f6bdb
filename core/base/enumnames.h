// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <optional>

namespace pdsi {

/// The enumerator whose name stands at its place in `names`; nullopt for a name that is not there.
template<typename Enum, size_t N>
std::optional<Enum> enumFromName(const std::array<QLatin1String, N> &names, QStringView name)
{
    for (size_t i = 0; i < N; ++i) {
        if (name == names[i])
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace pdsi
