// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfrow.h"

#include <QHash>
#include <QSizeF>

#include <deque>

namespace pdsi {

/// Where a page begins: a row of a piece of a section.
struct PdfPosition {
    std::size_t section = 0;
    qsizetype piece = 0;
    std::size_t row = 0;
    bool operator==(const PdfPosition &) const = default;
};

/// A row with its lines, at its place on a page.
struct PdfPlacedRow {
    std::shared_ptr<const PdfRow> row;
    std::vector<std::vector<std::vector<PdfLine>>> lines; ///< by cell and text
    double y = 0;
    double height = 0;
};
struct PdfPage {
    PdfPosition start;
    std::vector<PdfPlacedRow> rows;
};

/// Inner edge of cells on a ground or in a table.
double pdfCellInset(const PdfRow &row);
/// How much a figure is scaled to fit into the space.
double pdfFigureScale(const Figure &figure, QSizeF space);

/// Fills page after page with the rows of the sections. Says nothing about paper: only of the space for rows.
class PdfFlow
{
public:
    /// Sections and typesetter must outlive the flow.
    PdfFlow(const PdfSections &sections, const PdfTypesetter &typesetter, QSizeF space, PdfPosition from = {});

    bool atEnd();
    PdfPage nextPage();

private:
    struct Waiting {
        PdfPosition position;
        std::shared_ptr<const PdfRow> row;
        std::vector<std::vector<std::vector<PdfLine>>> lines;
        double height = -1;      ///< not measured yet
    };
    bool ensure(std::size_t count);
    void measure(Waiting &waiting) const;
    double measureHead(const std::shared_ptr<const PdfRow> &head);
    std::size_t unitSize();
    double unitHeight(std::size_t count, double y, const PdfRow *head);
    double place(PdfPage &page, double y);

    const PdfSections &m_sections;
    const PdfTypesetter &m_typesetter;
    QSizeF m_space;
    PdfPosition m_next;               ///< the piece to load next
    std::size_t m_skip = 0;           ///< rows of that piece to leave out
    std::deque<Waiting> m_waiting;
    Waiting m_head;                   ///< the table head measured last
    const PdfRow *m_shownHead = nullptr;
};

/// Where everything came to lie.
struct PdfPlace {
    int page = 0;                     ///< from 0
    double y = 0;                     ///< within the space for rows
    bool operator==(const PdfPlace &) const = default;
};
struct PdfPagination {
    std::vector<PdfPosition> starts;
    QHash<QString, PdfPlace> anchors;
};

/// `onPage` gets the number of pages so far and answers whether to go on. Empty when it did not.
PdfPagination paginate(const PdfSections &sections, const PdfTypesetter &typesetter, QSizeF space,
                       const std::function<bool(int)> &onPage = {});

} // namespace pdsi
