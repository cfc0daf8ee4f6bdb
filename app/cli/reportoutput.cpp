// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportoutput.h"

#include "app/cli/outputfile.h"
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"

namespace pdsi::cli {

Result<Done> writeReportOutput(const Options &options, const Snapshot &snapshot, const Report &report)
{
    Result<Done> pdf = Done{};
    const auto written = writeOutput(options.outputPath, [&](QIODevice &device) {
        if (!options.asPdf)
            return exportReport(report, options.format, device);
        PdfOptions how;
        how.attachments = !options.pdf.archival;
        how.password = options.pdf.password;
        how.body = [&snapshot](int requestId) { return snapshot.body(requestId); };
        pdf = writePdfReport(report, how, device);
        return pdf.ok();
    });
    return pdf.ok() ? written : pdf;
}

} // namespace pdsi::cli
