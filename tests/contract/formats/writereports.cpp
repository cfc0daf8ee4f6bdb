// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportexport.h"
#include "core/session/reporting.h"
#include "tests/core/report/madeassessment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace {

using namespace pdsi;

bool writeAll(const Report &report, const QDir &folder, const QString &name)
{
    for (const ReportFormat format : reportFormats()) {
        QFile file(folder.filePath(name + QLatin1Char('.') + reportFormatSuffix(format)));
        if (!file.open(QIODevice::WriteOnly))
            return false;
        QElapsedTimer timer;
        timer.start();
        if (!exportReport(report, format, file))
            return false;
        std::printf("%s %lld B %lld ms\n", qPrintable(file.fileName()), static_cast<long long>(file.size()),
                    static_cast<long long>(timer.elapsed()));
    }
    return true;
}

/// The sample account with everything a report can hold.
bool writeSample(const QDir &folder)
{
    const Result<JudgedSnapshot> judged = judgeSample();
    ReportOptions options;
    options.grouping = ReportGrouping::Framework;
    options.operatorName = QStringLiteral("Dana <Reyes>");
    options.sampleSize = 25;
    return judged && writeAll(makeReport(*judged, options), folder, QStringLiteral("sample"));
}

} // namespace

/// Writes the made assessments and the sample account in every format into the folder named on the command line, for
/// judges outside. Each line of output is a file, its size and the time it took.
int main(int argc, char **argv)
{
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
        if (!writeAll(Report({assessment, nullptr, nullptr}, options), folder, name))
            return 1;
    }
    return writeSample(folder) ? 0 : 1;
}
