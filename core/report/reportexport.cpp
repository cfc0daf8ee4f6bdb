// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"

#include "core/report/exporters.h"

#include <QBuffer>

#include <array>

namespace pdsi {

namespace {

struct Format {
    QLatin1String name;
    QLatin1String suffix;
    bool binary;
    void (*write)(const Report &, ReportSink &);
};

/// In the order of ReportFormat.
constexpr std::array formats{
    Format{QLatin1String("json"), QLatin1String("json"), false, writeJsonReport},
    Format{QLatin1String("csv"), QLatin1String("csv"), false, writeCsvReport},
    Format{QLatin1String("sarif"), QLatin1String("sarif.json"), false, writeSarifReport},
    Format{QLatin1String("html"), QLatin1String("html"), false, writeHtmlReport},
    Format{QLatin1String("xlsx"), QLatin1String("xlsx"), true, writeXlsxReport},
    Format{QLatin1String("oscal"), QLatin1String("oscal.json"), false, writeOscalReport},
};

} // namespace

QString reportFormatName(ReportFormat format)
{
    return formats.at(static_cast<std::size_t>(format)).name;
}

QString reportFormatSuffix(ReportFormat format)
{
    return formats.at(static_cast<std::size_t>(format)).suffix;
}

bool isBinaryFormat(ReportFormat format)
{
    return formats.at(static_cast<std::size_t>(format)).binary;
}

QList<ReportFormat> reportFormats()
{
    QList<ReportFormat> all;
    for (std::size_t i = 0; i < formats.size(); ++i)
        all << static_cast<ReportFormat>(i);
    return all;
}

std::optional<ReportFormat> reportFormatFromName(QStringView name)
{
    for (std::size_t i = 0; i < formats.size(); ++i) {
        if (formats.at(i).name == name)
            return static_cast<ReportFormat>(i);
    }
    return std::nullopt;
}

bool exportReport(const Report &report, ReportFormat format, QIODevice &device)
{
    ReportSink sink(device);
    formats.at(static_cast<std::size_t>(format)).write(report, sink);
    return sink.finish();
}

QByteArray exportReport(const Report &report, ReportFormat format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return exportReport(report, format, buffer) ? bytes : QByteArray();
}

} // namespace pdsi
