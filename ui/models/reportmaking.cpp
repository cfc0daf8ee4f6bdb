// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reportmaking.h"

#include "core/base/privatefile.h"
#include "core/report/pdf/pdfreport.h"
#include "core/report/reportexport.h"
#include "core/session/bundling.h"
#include "core/session/reporting.h"

#include <QBuffer>
#include <QFile>

namespace pdsi {

namespace {

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

Result<Done> writeBundle(const ReportOrder &order, const Report &report, const QString &path, const Cancellation &cancellation,
                         const WritingProgress &progress)
{
    const auto pdf = [&](QIODevice &device) {
        PdfOptions options = pdfOptions(order, cancellation, progress);
        options.password = {};
        return writePdfReport(report, options, device).ok();
    };
    const auto content = bundleOf(report, {{QStringLiteral("report.pdf"), pdf}});
    if (!content)
        return content.error();
    return writeEvidenceBundle(*content, order.key ? &*order.key : nullptr, path, cancellation, progress);
}

Result<Done> writeReport(const ReportOrder &order, const Report &report, const QString &path, const Cancellation &cancellation,
                         const WritingProgress &progress)
{
    if (order.choice.kind == ReportKind::Bundle)
        return writeBundle(order, report, path, cancellation, progress);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto format = reportKindFormat(order.choice.kind)) {
        if (!exportReport(report, *format, buffer))
            return Error{ErrorCode::CannotWrite, path};
    } else if (auto written = writePdfReport(report, pdfOptions(order, cancellation, progress), buffer); !written) {
        return written;
    }
    return cancellation.isCancelled() ? Result<Done>(Error{ErrorCode::Cancelled, {}}) : writePrivateFile(path, buffer.data());
}

} // namespace

Result<OrderedReport> makeOrderedReport(const ReportOrder &order, const Cancellation &cancellation)
{
    ReportOptions options = chosenOptions(order.choice);
    auto scope = reportScope(order.audit.assessment, scopeWords(order.choice, order.filter));
    if (!scope)
        return scope.error();
    options.scope = std::move(scope).value();
    if (cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    if (!order.choice.redacted)
        return OrderedReport{makeReport(order.audit, options), {}};
    auto redacted = redactAudit(order.audit, optionsOf(*order.audit.assessment), options, order.redactionKey);
    if (!redacted)
        return redacted.error();
    if (cancellation.isCancelled())
        return Error{ErrorCode::Cancelled, {}};
    return OrderedReport{makeReport(redacted->judged, redacted->options), reversalTable(redacted->redacted)};
}

Result<Done> writeOrderedReport(const ReportOrder &order, const QString &path, const Cancellation &cancellation,
                                const WritingProgress &progress)
{
    const auto ordered = makeOrderedReport(order, cancellation);
    if (!ordered)
        return ordered.error();
    if (ordered->reversalTable.isEmpty())
        return writeReport(order, ordered->report, path, cancellation, progress);
    // Who is who goes beside the report, for those who may know; never inside it. It is on the disk before the report
    // is and replaces an older one only after it: neither is ever there without the other.
    auto table = StagedFile::write(reversalTablePath(path), ordered->reversalTable);
    if (!table)
        return table.error();
    if (auto written = writeReport(order, ordered->report, path, cancellation, progress); !written)
        return written;
    auto placed = table.value().commit();
    if (!placed)
        QFile::remove(path);
    return placed;
}

QString reversalTablePath(const QString &path) { return path + QStringLiteral(".people.json"); }

} // namespace pdsi
