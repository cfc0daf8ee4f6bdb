// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"
#include "core/report/pdf/pdfstyle.h"
#include "core/report/pdf/pdftypesetter.h"

#include <functional>
#include <memory>
#include <vector>

namespace pdsi {

/// A text within a cell; several stand one below the other.
struct PdfText {
    QString text;                    ///< may be account text
    PdfStyle style = PdfStyle::Body;
    QString link;                    ///< anchor in this document with a leading #, or an https address; or empty
};

/// A cell from `left` to `right`, both parts of the row's width from 0 to 1.
struct PdfCell {
    std::vector<PdfText> texts;
    double left = 0;
    double right = 1;
    bool toTheRight = false;         ///< numbers
};

/// What stands side by side and is never split over two pages.
struct PdfRow {
    std::vector<PdfCell> cells;
    std::shared_ptr<const Figure> figure; ///< instead of cells
    std::shared_ptr<const PdfRow> head;   ///< of the table: repeated where the table goes on on another page
    QString anchor;                  ///< where links to it point; or empty
    double before = 0;               ///< space above, not at the top of a page
    double padding = 20;             ///< space within, above and below the texts
    PdfGround ground = PdfGround::None;
    bool ruled = false;              ///< a line below
    bool keepWithNext = false;
    bool startsPage = false;
};
using PdfRows = std::vector<PdfRow>;

/// A stretch of the report that is made piece by piece, so that no report is ever in memory as a whole.
struct PdfSection {
    QString title;                   ///< in the contents and the outline; empty = in neither
    int level = 1;                   ///< 1 = chapter
    QString anchor;                  ///< of the title; unique
    qsizetype pieces = 1;
    std::function<void(qsizetype piece, PdfRows &rows)> write; ///< the same rows each time
};
using PdfSections = std::vector<PdfSection>;

/// Columns of a table.
struct PdfColumn {
    QString title;
    double share = 1;                ///< of the width
    PdfStyle style = PdfStyle::Small;
    bool toTheRight = false;
};
class PdfTable
{
public:
    explicit PdfTable(std::vector<PdfColumn> columns);
    /// A row with one text a column.
    PdfRow row(const QStringList &texts) const;
    /// A row whose cells are still empty.
    PdfRow blank() const;
    const std::shared_ptr<const PdfRow> &head() const { return m_head; }

private:
    std::vector<PdfColumn> m_columns;
    std::vector<PdfCell> m_cells;
    std::shared_ptr<const PdfRow> m_head;
};

/// Rows of one text across the page.
PdfRow pdfChapter(const QString &title, const QString &anchor);
PdfRow pdfHeading(const QString &title, const QString &anchor = {});
PdfRow pdfSubHeading(const QString &title);
PdfRow pdfParagraph(const QString &text, PdfStyle style = PdfStyle::Body);
PdfRow pdfNote(const QString &text);
/// A name in the margin and what belongs to it.
PdfRow pdfFact(const QString &name, const QString &value);
PdfRow pdfFigureRow(Figure figure);

} // namespace pdsi
