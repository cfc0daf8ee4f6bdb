// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportoptions.h"

#include "core/base/enumnames.h"

namespace pdsi {

namespace {

constexpr std::array depthNames{QLatin1String("executive"), QLatin1String("manager"), QLatin1String("auditor")};
constexpr std::array groupingNames{QLatin1String("severity"), QLatin1String("framework")};

} // namespace

QString reportDepthName(ReportDepth depth)
{
    return depthNames.at(static_cast<std::size_t>(depth));
}

std::optional<ReportDepth> reportDepthFromName(QStringView name)
{
    return enumFromName<ReportDepth>(depthNames, name);
}

QString reportGroupingName(ReportGrouping grouping)
{
    return groupingNames.at(static_cast<std::size_t>(grouping));
}

std::optional<ReportGrouping> reportGroupingFromName(QStringView name)
{
    return enumFromName<ReportGrouping>(groupingNames, name);
}

} // namespace pdsi
