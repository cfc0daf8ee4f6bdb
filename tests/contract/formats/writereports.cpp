// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "tests/core/report/madeassessment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

/// Writes the made assessments in every format into the folder named on the command line, for judges outside.
/// Each line of output is a file, its size and the time it took.
int main(int argc, char **argv)
{
    using namespace pdsi;
    if (argc != 2)
        return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    const std::pair<QString, std::shared_ptr<const Assessment>> all[] = {
        {QStringLiteral("small"), made::small()},     {QStringLiteral("compared"), made::compared()},
        {QStringLiteral("hostile"), made::hostile()}, {QStringLiteral("empty"), made::empty()},
        {QStringLiteral("scoped"), made::small()},
        {QStringLiteral("many"), made::large(10'000)}, {QStringLiteral("split"), made::large(25'001)},
    };
    for (const auto &[name, assessment] : all) {
        ReportOptions options;
        options.sampleSize = 25;
        options.sampleSeed = 20'260'302;
        if (name == QLatin1String("scoped"))
            options = {ReportDepth::Manager, ReportGrouping::Framework, QStringLiteral("SOC 2"),
                       {QStringLiteral("control:8 <i>status:fail</i>"), QList<qsizetype>{2, 4, 5}},
                       QStringLiteral("Dana & Co"), true, 25, 7};
        const Report report({assessment, nullptr, nullptr}, options);
        for (const ReportFormat format : reportFormats()) {
            QFile file(folder.filePath(name + QLatin1Char('.') + reportFormatSuffix(format)));
            if (!file.open(QIODevice::WriteOnly))
                return 1;
            QElapsedTimer timer;
            timer.start();
            if (!exportReport(report, format, file))
                return 1;
            std::printf("%s %lld B %lld ms\n", qPrintable(file.fileName()), static_cast<long long>(file.size()),
                        static_cast<long long>(timer.elapsed()));
        }
    }
    return 0;
}
