// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportmaking.h"

#include "core/base/privatefile.h"
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"
#include "core/session/reporting.h"

#include <QBuffer>

namespace pdsi {

namespace {

std::optional<ReportFormat> formatOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Html: return ReportFormat::Html;
    case ReportKind::Xlsx: return ReportFormat::Xlsx;
    case ReportKind::Sarif: return ReportFormat::Sarif;
    case ReportKind::Json: return ReportFormat::Json;
    case ReportKind::Csv: return ReportFormat::Csv;
    case ReportKind::Oscal: return ReportFormat::Oscal;
    case ReportKind::Pdf:
    case ReportKind::Bundle: break;
    }
    return std::nullopt;
}

PdfOptions pdfOptions(const ReportOrder &order, const Cancellation &cancellation, const WritingProgress &progress)
{
    PdfOptions options;
    options.page = order.choice.letter ? QPageSize::Letter : QPageSize::A4;
    options.attachments = order.choice.attachments;
    options.password = order.password;
    options.cancellation = cancellation;
    options.progress = [progress](int page, int of) { progress(of > 0 ? double(page) / of : -1); };
    return options;
}

ReportOptions chosenOptions(const ReportChoice &choice)
{
    ReportOptions options;
    options.depth = choice.depth;
    options.grouping = choice.grouping;
    options.framework = choice.framework;
    options.operatorName = choice.operatorName;
    options.redacted = choice.redacted;
    options.sampleSize = choice.sampleSize;
    options.sampleSeed = choice.sampleSeed;
    return options;
}

} // namespace

Result<Report> makeOrderedReport(const ReportOrder &order, const Cancellation &cancellation)
{
    ReportOptions options = chosenOptions(order.choice);
    auto scope = reportScope(order.audit.assessment, scopeWords(order.choice, order.filter));
    if (!scope)
        return scope.error();
    options.scope = std::move(scope).value();
    if (cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    return makeReport(order.audit, options);
}

Result<Done> writeOrderedReport(const ReportOrder &order, const QString &path, const Cancellation &cancellation,
                                const WritingProgress &progress)
{
    const auto report = makeOrderedReport(order, cancellation);
    if (!report)
        return report.error();
    if (const auto format = formatOf(order.choice.kind)) {
        const QByteArray bytes = exportReport(*report, *format);
        return cancellation.isCancelled() ? Result<Done>(Error{ErrorCode::Cancelled, {}}) : writePrivateFile(path, bytes);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (auto written = writePdfReport(*report, pdfOptions(order, cancellation, progress), buffer); !written)
        return written;
    return writePrivateFile(path, buffer.data());
}

} // namespace pdsi
