// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdftypesetter.h"

#include "core/report/plaintext.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pdsi {

namespace {

const QString pdfEllipsis(QChar(0x2026));
constexpr char16_t lastSimple = 0x27FF;

/// One glyph a character, left to right, nothing to shape: what nearly all text of a report is made of.
bool isSimpleUnit(char16_t c)
{
    return (c >= 0x20 && c < 0x300) || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x530)
        || (c >= 0x2010 && c < 0x2028) || (c >= 0x2030 && c < 0x2060) || (c >= 0x2190 && c <= lastSimple) || c == 0xFFFD;
}

QFont pdfFont(int size, bool bold, bool mono)
{
    QFont font(mono ? QStringLiteral("DejaVu Sans Mono") : QStringLiteral("DejaVu Sans"));
    font.setPixelSize(size);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.001); // no ligatures: they are other characters when copied
    return font;
}

bool isBreakAfter(QChar c)
{
    switch (c.unicode()) {
    case u' ': case u'/': case u'-': case u',': case u'&': case u';': case u'_': return true;
    default: return false;
    }
}

} // namespace

struct PdfTypesetter::Face {
    struct Glyph {
        quint32 index = 0;
        float advance = -1;
    };

    Face(int pixels, bool isBold, bool isMono)
        : size(pixels), bold(isBold), mono(isMono), font(pdfFont(pixels, isBold, isMono)), raw(QRawFont::fromFont(font)), glyphs(lastSimple + 1)
    {
    }

    const Glyph &glyph(char16_t c) const
    {
        Glyph &known = glyphs.at(c == 0xFFFD ? 0 : c);
        if (known.advance < 0) {
            const auto indexes = raw.glyphIndexesForString(QString(QChar(c)));
            known.index = indexes.value(0);
            // In whole units (tenths of a point): the writer places every glyph by itself, and fractions make pages a third longer.
            known.advance = std::round(float(raw.advancesForGlyphIndexes({known.index}).value(0).x()));
        }
        return known;
    }

    bool isSimple(const QString &text) const
    {
        for (const QChar c : text) {
            if (!isSimpleUnit(c.unicode()) || glyph(c.unicode()).index == 0)
                return false;
        }
        return true;
    }

    double simpleWidth(QStringView text) const
    {
        double sum = 0;
        for (const QChar c : text)
            sum += double(glyph(c.unicode()).advance);
        return sum;
    }

    double widthOf(const QString &text) const
    {
        return isSimple(text) ? simpleWidth(text) : QFontMetricsF(font).horizontalAdvance(text);
    }

    int size;
    bool bold, mono;
    QFont font;
    QRawFont raw;
    mutable std::vector<Glyph> glyphs;
};

PdfTypesetter::PdfTypesetter() = default;
PdfTypesetter::~PdfTypesetter() = default;

const PdfTypesetter::Face &PdfTypesetter::face(int size, bool bold, bool mono) const
{
    for (const auto &known : m_faces) {
        if (known->size == size && known->bold == bold && known->mono == mono)
            return *known;
    }
    return *m_faces.emplace_back(std::make_unique<Face>(size, bold, mono));
}

const PdfTypesetter::Face &PdfTypesetter::face(PdfStyle style) const
{
    const Face *&known = m_styles.at(static_cast<std::size_t>(style));
    if (!known) {
        const PdfLook &look = pdfLook(style);
        known = &face(look.size, look.bold, look.mono);
    }
    return *known;
}

double PdfTypesetter::lineHeight(PdfStyle style) const
{
    return 1.3 * pdfLook(style).size;
}

double PdfTypesetter::ascent(PdfStyle style) const
{
    return pdfLook(style).size;
}

double PdfTypesetter::width(const QString &text, PdfStyle style) const
{
    return face(style).widthOf(text);
}

namespace {

using PdfBreaks = std::vector<qsizetype>; ///< where lines end

/// Ends of lines of simple text.
template<typename Advance>
PdfBreaks pdfSimpleBreaks(const QString &text, double width, Advance advance)
{
    PdfBreaks ends;
    double used = 0;
    qsizetype start = 0, best = 0;
    double usedToBest = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double step = advance(text.at(i));
        if (used + step > width && i > start && text.at(i) != QLatin1Char(' ')) {
            const bool atBest = best > start;
            ends.push_back(atBest ? best : i);
            used -= atBest ? usedToBest : used;
            start = ends.back();
        }
        used += step;
        if (isBreakAfter(text.at(i))) {
            best = i + 1;
            usedToBest = used;
        }
    }
    if (start < text.size() || ends.empty())
        ends.push_back(text.size());
    return ends;
}

PdfBreaks pdfShapedBreaks(const QString &text, double width, const QFont &font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    PdfBreaks ends;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ends.push_back(line.textStart() + line.textLength());
    }
    layout.endLayout();
    return ends;
}

QString withoutTrailingBlanks(const QString &text, qsizetype start, qsizetype end)
{
    while (end > start && text.at(end - 1) == QLatin1Char(' '))
        --end;
    return start == 0 && end == text.size() ? text : text.mid(start, end - start);
}

} // namespace

std::vector<PdfLine> PdfTypesetter::lines(const QString &text, PdfStyle style, double width, int most) const
{
    const Face &its = face(style);
    const QString plain = pdfPlainText(text);
    const bool simple = its.isSimple(plain);
    const auto widthOf = [&its, simple](const QString &line) { return simple ? its.simpleWidth(line) : its.widthOf(line); };
    const auto advance = [&its](QChar c) { return double(its.glyph(c.unicode()).advance); };
    const PdfBreaks ends = simple ? pdfSimpleBreaks(plain, width, advance) : pdfShapedBreaks(plain, width, its.font);
    std::vector<PdfLine> broken;
    broken.reserve(ends.size());
    qsizetype start = 0;
    for (const qsizetype end : ends) {
        QString line = withoutTrailingBlanks(plain, start, end);
        const bool cut = int(broken.size()) + 1 == most && end < plain.size();
        if (cut) {
            const double room = width - its.simpleWidth(pdfEllipsis);
            while (!line.isEmpty() && widthOf(line) > room)
                line.chop(line.back().isLowSurrogate() ? 2 : 1);
            line += pdfEllipsis;
        }
        const double lineWidth = widthOf(line);
        const bool shaped = !simple && !its.isSimple(line);
        broken.push_back({std::move(line), lineWidth, shaped});
        if (cut)
            break;
        start = end;
    }
    return broken;
}

namespace {

void drawShaped(QPainter &painter, QPointF at, const QString &line, const QFont &font)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    QTextLayout layout(line, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine placed = layout.createLine();
    layout.endLayout();
    if (placed.isValid())
        layout.draw(&painter, at - QPointF(0, placed.ascent()));
}

} // namespace

void PdfTypesetter::draw(QPainter &painter, QPointF at, const PdfLine &line, PdfStyle style) const
{
    const Face &its = face(style);
    if (line.text.isEmpty())
        return;
    if (line.shaped) {
        drawShaped(painter, at, line.text, its.font);
        return;
    }
    QList<quint32> indexes;
    QList<QPointF> positions;
    indexes.reserve(line.text.size());
    positions.reserve(line.text.size());
    double x = 0;
    for (const QChar c : line.text) {
        const Face::Glyph &glyph = its.glyph(c.unicode());
        indexes.append(glyph.index);
        positions.append({x, 0});
        x += double(glyph.advance);
    }
    QGlyphRun run;
    run.setRawFont(its.raw);
    run.setGlyphIndexes(indexes);
    run.setPositions(positions);
    painter.drawGlyphRun(at, run);
}

void PdfTypesetter::drawSized(QPainter &painter, QPointF at, const QString &line, double size, bool bold) const
{
    if (!line.isEmpty())
        drawShaped(painter, at, line, face(qRound(size), bold, false).font);
}

double PdfTypesetter::widthSized(const QString &line, double size, bool bold) const
{
    return face(qRound(size), bold, false).widthOf(line);
}

QString PdfTypesetter::elidedSized(const QString &text, double size, bool bold, double width) const
{
    QString line = pdfPlainText(elided(text, 400));
    if (width <= 0 || widthSized(line, size, bold) <= width)
        return line;
    while (!line.isEmpty() && widthSized(line + pdfEllipsis, size, bold) > width)
        line.chop(line.back().isLowSurrogate() ? 2 : 1);
    return line + pdfEllipsis;
}

namespace {

/// Some font here has it, and one that can be embedded: pictures of faces and things come as bitmaps.
bool isPrintable(char32_t c)
{
    if (c >= 0x1F000 && c < 0x1FB00)
        return false;
    thread_local std::unordered_map<char32_t, bool> known;
    const auto found = known.find(c);
    if (found != known.end())
        return found->second;
    const bool has = QFontMetricsF(pdfFont(90, false, false)).inFontUcs4(c);
    known.emplace(c, has);
    return has;
}

} // namespace

QString pdfPlainText(const QString &text)
{
    const auto usual = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= 0x20 && u < 0x7F) || (u >= 0xA0 && u < 0x250) || u == 0x2026;
    };
    if (std::all_of(text.cbegin(), text.cend(), usual))
        return text;
    QString printed;
    for (const char32_t c : plainText(text).toUcs4()) {
        if (c < 0x250 || isPrintable(c))
            printed += QString::fromUcs4(&c, 1);
        else
            printed += QStringLiteral("[U+%1]").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
    }
    return printed;
}

} // namespace pdsi
