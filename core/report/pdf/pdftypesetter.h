// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfstyle.h"

#include <QFont>
#include <QPointF>
#include <QRawFont>
#include <QString>

#include <array>
#include <memory>
#include <vector>

class QPainter;

namespace pdsi {

/// One line of a broken text.
struct PdfLine {
    QString text;      ///< as drawn, with an ellipsis where the text was cut
    double width = 0;
    bool shaped = false; ///< more than one glyph after the other
};

/// Breaks text into lines and draws them, with the same measures for every device. Fonts belong to one thread, and so
/// does a typesetter.
class PdfTypesetter
{
public:
    PdfTypesetter();
    ~PdfTypesetter();
    PdfTypesetter(const PdfTypesetter &) = delete;
    PdfTypesetter &operator=(const PdfTypesetter &) = delete;

    /// Lines no wider than `width`: broken at blanks where there are any, else anywhere. What does not fit in `most`
    /// lines is cut with an ellipsis. Takes account text as it is: characters that print nothing or reorder are replaced.
    std::vector<PdfLine> lines(const QString &text, PdfStyle style, double width, int most) const;
    double width(const QString &text, PdfStyle style) const;
    double lineHeight(PdfStyle style) const;
    double ascent(PdfStyle style) const;

    /// One line as `lines` gave it, from its base line.
    void draw(QPainter &painter, QPointF at, const PdfLine &line, PdfStyle style) const;
    /// The same with a font of any size, for figures.
    void drawSized(QPainter &painter, QPointF at, const QString &line, double size, bool bold) const;
    double widthSized(const QString &line, double size, bool bold) const;
    /// The text, or its beginning with an ellipsis, within `width`.
    QString elidedSized(const QString &text, double size, bool bold, double width) const;

private:
    struct Face;
    const Face &face(int size, bool bold, bool mono) const;
    const Face &face(PdfStyle style) const;
    mutable std::vector<std::unique_ptr<Face>> m_faces;
    mutable std::array<const Face *, pdfStyleCount> m_styles{};
};

/// Text that can be printed: as plainText, and a character that no font here has as `[U+1F4DF]`.
QString pdfPlainText(const QString &text);

} // namespace pdsi
