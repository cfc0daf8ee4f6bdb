// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfflow.h"
#include "core/report/report.h"

namespace pdsi {

/// What the chapters are made from.
struct PdfMaterial {
    std::shared_ptr<const Report> report;
    QString jsonDigest;              ///< hex SHA-256 of the JSON report
    bool jsonAttached = false;
    std::shared_ptr<const PdfPagination> placed; ///< where things are: filled once that is known, for the contents
};

/// The whole report, cover first, as far as its depth goes.
PdfSections pdfSections(const PdfMaterial &material);

/// The chapters. Each adds its sections.
void addPdfCover(const PdfMaterial &material, PdfSections &sections);
void addPdfContents(const PdfMaterial &material, const PdfSections &listed, PdfSections &sections);
void addPdfSummary(const PdfMaterial &material, PdfSections &sections);
void addPdfOpenQuestions(const PdfMaterial &material, PdfSections &sections);
void addPdfRequirements(const PdfMaterial &material, PdfSections &sections);
void addPdfControls(const PdfMaterial &material, PdfSections &sections);
void addPdfCoverage(const PdfMaterial &material, PdfSections &sections);
void addPdfBaseline(const PdfMaterial &material, PdfSections &sections);
void addPdfPopulation(const PdfMaterial &material, PdfSections &sections);
void addPdfSample(const PdfMaterial &material, PdfSections &sections);
void addPdfStatements(const PdfMaterial &material, PdfSections &sections);
void addPdfParameters(const PdfMaterial &material, PdfSections &sections);
void addPdfRequests(const PdfMaterial &material, PdfSections &sections);
void addPdfMethod(const PdfMaterial &material, PdfSections &sections);

/// Anchor of a control's page.
QString pdfControlAnchor(int controlId);
/// Anchor of a row of the request log.
QString pdfRequestAnchor(int requestId);
/// "harbour", or the host where the name is not known.
QString pdfAccountName(const Assessment &assessment);
/// The name of a resource as a link into PagerDuty where it has a plain https address, then kind and id.
std::vector<PdfText> pdfResource(const ResourceRef &resource);
/// Sign and word.
PdfText pdfStatus(OutcomeStatus status);
PdfText pdfSeverity(Severity severity);
/// Message of an outcome, with waiver, attestation and baseline below it.
std::vector<PdfText> pdfMessage(const AssessedOutcome &outcome);
/// A time, or a dash.
QString pdfTime(const QDateTime &time);

/// The order of the control pages: by severity, or as the framework requirements name them.
QList<const ControlResult *> pdfControlOrder(const Report &report);
/// Frameworks that the report is about, in the order of the catalogue.
QStringList pdfFrameworks(const Report &report);

} // namespace pdsi
