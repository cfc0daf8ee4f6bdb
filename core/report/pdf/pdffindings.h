// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfcontent.h"

#include <QSet>

namespace pdsi {

/// Writes findings as rows of one table a control: in depth Auditor each with the facts behind it.
class PdfFindingWriter
{
public:
    explicit PdfFindingWriter(const PdfMaterial &material);

    /// Indexes of the control's findings in the scope of the report.
    QList<qsizetype> findingsOf(const ControlResult &control) const;
    void write(qsizetype outcome, PdfRows &rows) const;

private:
    void writeShort(const AssessedOutcome &outcome, PdfRows &rows) const;
    void writeFacts(const AssessedOutcome &outcome, PdfRows &rows) const;
    void writeGaps(const AssessedOutcome &outcome, PdfRows &rows) const;
    void writePictures(qsizetype index, const AssessedOutcome &outcome, PdfRows &rows) const;

    std::shared_ptr<const Report> m_report;
    bool m_withFacts = false;
    PdfTable m_short;
    PdfTable m_facts;
    QSet<qsizetype> m_pictured;      ///< first finding of each policy
};

/// A requirement of a framework and the controls that speak to it, by id.
struct PdfRequirement {
    QString framework;
    QString edition;
    QString id;                      ///< empty: controls without a reviewed requirement
    QList<int> controls;
};
/// Of the frameworks the report is about, in the order of the catalogue and then by id.
QList<PdfRequirement> pdfRequirements(const Report &report);

} // namespace pdsi
