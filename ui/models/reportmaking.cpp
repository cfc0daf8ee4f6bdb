// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportmaking.h"

#include "core/base/privatefile.h"
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"
#include "core/session/bundling.h"
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

Result<PreparedReport> prepareReport(const ReportOrder &order, const Cancellation &cancellation)
{
    ReportOptions options = chosenOptions(order.choice);
    auto scope = reportScope(order.audit.assessment, scopeWords(order.choice, order.filter));
    if (!scope)
        return scope.error();
    options.scope = std::move(scope).value();
    if (cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    if (!order.choice.redacted)
        return PreparedReport{order.audit, options, {}};
    auto redacted = redactAudit(order.audit, optionsOf(*order.audit.assessment), options, order.redactionKey);
    if (!redacted)
        return redacted.error();
    if (cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    return PreparedReport{redacted->judged, redacted->options, reversalTable(redacted->redacted)};
}

Result<Report> makeOrderedReport(const ReportOrder &order, const Cancellation &cancellation)
{
    const auto prepared = prepareReport(order, cancellation);
    return prepared ? Result<Report>(makeReport(prepared->audit, prepared->options)) : Result<Report>(prepared.error());
}

namespace {

Result<Done> writeBundle(const ReportOrder &order, const PreparedReport &prepared, const QString &path,
                         const Cancellation &cancellation, const WritingProgress &progress)
{
    const auto pdf = [&](QIODevice &device) {
        PdfOptions options = pdfOptions(order, cancellation, progress);
        options.password = {};
        return writePdfReport(makeReport(prepared.audit, prepared.options), options, device).ok();
    };
    const auto content = bundleOf(prepared.audit, prepared.options, {{QStringLiteral("report.pdf"), pdf}});
    if (!content)
        return content.error();
    return writeEvidenceBundle(*content, order.key ? &*order.key : nullptr, path, cancellation, progress);
}

Result<Done> writeContent(const ReportOrder &order, const PreparedReport &prepared, const QString &path,
                          const Cancellation &cancellation, const WritingProgress &progress)
{
    if (order.choice.kind == ReportKind::Bundle)
        return writeBundle(order, prepared, path, cancellation, progress);
    const Report report = makeReport(prepared.audit, prepared.options);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto format = formatOf(order.choice.kind))
        exportReport(report, *format, buffer);
    else if (auto written = writePdfReport(report, pdfOptions(order, cancellation, progress), buffer); !written)
        return written;
    return cancellation.isCancelled() ? Result<Done>(Error{ErrorCode::Cancelled, {}}) : writePrivateFile(path, buffer.data());
}

} // namespace

Result<Done> writeOrderedReport(const ReportOrder &order, const QString &path, const Cancellation &cancellation,
                                const WritingProgress &progress)
{
    const auto prepared = prepareReport(order, cancellation);
    if (!prepared)
        return prepared.error();
    if (auto written = writeContent(order, *prepared, path, cancellation, progress); !written)
        return written;
    // Beside the report, for those who may know; never inside it.
    return prepared->reversalTable.isEmpty() ? Result<Done>(Done{}) : writePrivateFile(reversalTablePath(path), prepared->reversalTable);
}

QString reversalTablePath(const QString &path) { return path + QStringLiteral(".people.json"); }

} // namespace pdsi
