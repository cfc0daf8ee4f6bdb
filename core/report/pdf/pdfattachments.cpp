// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfattachments.h"

#include "core/report/reportexport.h"
#include "core/snapshot/snapshotarchivetext.h"

#include <set>

namespace pdsi {

namespace {

std::set<int> citedRequests(const Report &report)
{
    std::set<int> cited;
    for (const qsizetype finding : report.findingsInScope()) {
        for (const Evidence &fact : report.assessment().outcomes.at(finding).evidence)
            cited.insert(fact.requestId);
    }
    return cited;
}

bool writeRequestLog(const Report &report, QIODevice &device)
{
    for (const RequestRecord &request : report.assessment().requests) {
        const QByteArray line = requestLine(request, {});
        if (device.write(line) != line.size())
            return false;
    }
    return true;
}

} // namespace

std::vector<PdfAttachment> pdfAttachments(const Report &report, const std::function<QByteArray(int requestId)> &body)
{
    std::vector<PdfAttachment> attachments;
    attachments.push_back({QStringLiteral("report.json"), QStringLiteral("Every outcome of the audit, failing or not"), "application/json",
                           false, [&report](QIODevice &device) { return exportReport(report, ReportFormat::Json, device); }});
    attachments.push_back({QStringLiteral("requests.jsonl"), QStringLiteral("The request log, one request a line"), "application/x-ndjson",
                           true, [&report](QIODevice &device) { return writeRequestLog(report, device); }});
    if (!body || report.options().redacted)
        return attachments;
    for (const int id : citedRequests(report)) {
        if (body(id).isEmpty())
            continue;
        attachments.push_back({QStringLiteral("request-%1.json").arg(id, 6, 10, QLatin1Char('0')),
                               QStringLiteral("Stored answer to request %1").arg(id), "application/json", true,
                               [body, id](QIODevice &device) {
                                   const QByteArray bytes = body(id);
                                   return device.write(bytes) == bytes.size();
                               }});
    }
    return attachments;
}

} // namespace pdsi
