// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfreport.h"
#include "core/session/reporting.h"
#include "tests/core/report/madeassessment.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <cstdio>

namespace {

bool write(const pdsi::Report &report, const QString &path)
{
    pdsi::PdfOptions options;
    options.attachments = false; // PDF/A-1 knows none
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !pdsi::writePdfReport(report, options, file))
        return false;
    std::printf("%s %lld B\n", qPrintable(path), static_cast<long long>(file.size()));
    return true;
}

} // namespace

/// Writes the made assessments and the sample account as archival PDFs into the folder named on the command line.
int main(int argc, char **argv)
{
    using namespace pdsi;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    const auto sample = judgeSample();
    if (!sample || !write(makeReport(*sample), folder.filePath(QStringLiteral("sample.pdf"))))
        return 1;
    const std::pair<QString, std::shared_ptr<const Assessment>> all[] = {
        {QStringLiteral("small"), made::small()}, {QStringLiteral("compared"), made::compared()},
        {QStringLiteral("hostile"), made::hostile()}, {QStringLiteral("empty"), made::empty()},
        {QStringLiteral("many"), made::large(1'000)},
    };
    for (const auto &[name, assessment] : all) {
        if (!write(Report(assessment), folder.filePath(name + QStringLiteral(".pdf"))))
            return 1;
    }
    return 0;
}
