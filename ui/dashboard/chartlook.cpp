// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/chartlook.h"

#include "ui/theme/statustheme.h"

namespace pdsi {

ChartLook ChartLook::of(const QPalette &palette)
{
    ChartLook look;
    look.dark = StatusTheme::isDark(palette);
    look.base = palette.color(QPalette::Base);
    look.text = palette.color(QPalette::Text);
    look.grid = palette.color(QPalette::Text);
    look.grid.setAlphaF(0.2F);
    return look;
}

ChartInk ChartLook::ink(const ChartMeaning &meaning) const
{
    if (const auto *share = std::get_if<SeverityShare>(&meaning))
        return ChartInks::of(share->severity, share->waived, dark);
    if (const auto *status = std::get_if<OutcomeStatus>(&meaning))
        return ChartInks::of(*status, dark);
    if (const auto *reason = std::get_if<ReasonCode>(&meaning))
        return ChartInks::of(*reason, dark);
    return ChartInks::of(std::get<CollectionState>(meaning), dark);
}

QBrush ChartLook::brush(const ChartMeaning &meaning) const
{
    return linesOnly ? ChartInks::lineBrush(ink(meaning)) : ChartInks::brush(ink(meaning), base);
}

} // namespace pdsi
