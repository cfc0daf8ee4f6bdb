// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figuresvg.h"

#include "core/report/plaintext.h"

#include <cmath>

namespace pdsi {

namespace {

const char *roleClass(FigureRole role)
{
    switch (role) {
    case FigureRole::Text: return "r-text";
    case FigureRole::SoftText: return "r-soft";
    case FigureRole::Frame: return "r-frame";
    case FigureRole::Grid: return "r-grid";
    case FigureRole::Panel: return "r-panel";
    case FigureRole::Edge: return "r-edge";
    case FigureRole::Covered: return "r-covered";
    case FigureRole::CaughtByLevel: return "r-caught";
    case FigureRole::Nobody: return "r-nobody";
    case FigureRole::Unknown: return "r-unknown";
    case FigureRole::OffHours: return "r-offhours";
    case FigureRole::Maintenance: return "r-maintenance";
    case FigureRole::Disabled: return "r-disabled";
    case FigureRole::Now: return "r-now";
    case FigureRole::Pass: return "r-pass";
    case FigureRole::Fail: return "r-fail";
    case FigureRole::NotDetermined: return "r-undetermined";
    case FigureRole::Manual: return "r-manual";
    case FigureRole::NotApplicable: return "r-na";
    case FigureRole::Error: return "r-error";
    case FigureRole::Critical: return "r-critical";
    case FigureRole::High: return "r-high";
    case FigureRole::Medium: return "r-medium";
    case FigureRole::Low: return "r-low";
    }
    return "r-text";
}

/// At most two decimals, no trailing zeros.
QByteArray svgNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArrayLiteral("0") : text;
}

HtmlWriter &operator<<(HtmlWriter &html, double value) { return html << svgNumber(value).constData(); }

void writePoint(const QPointF &point, HtmlWriter &html) { html << point.x() << " " << point.y(); }

void writeShape(const FigureBox &box, HtmlWriter &html)
{
    html << "<rect class=\"b " << roleClass(box.role) << (box.framed ? " framed" : "") << "\" x=\"" << box.rect.x()
         << "\" y=\"" << box.rect.y() << "\" width=\"" << box.rect.width() << "\" height=\"" << box.rect.height() << "\"";
    if (box.radius > 0)
        html << " rx=\"" << box.radius << "\"";
    html << "/>";
}

/// A small triangle at the last point, in the direction in which the path arrives.
void writeArrow(const FigurePath &path, HtmlWriter &html)
{
    const QPointF end = path.points.back();
    QPointF along = end - path.points[path.points.size() - 2];
    const double length = std::hypot(along.x(), along.y());
    if (length <= 0)
        return;
    along /= length;
    const QPointF side(-along.y(), along.x());
    const double size = 4 + path.width;
    html << "<path class=\"h " << roleClass(path.role) << "\" d=\"M";
    writePoint(end, html);
    html << "L";
    writePoint(end - along * size + side * size / 2, html);
    html << "L";
    writePoint(end - along * size - side * size / 2, html);
    html << "Z\"/>";
}

void writeShape(const FigurePath &path, HtmlWriter &html)
{
    if (path.points.size() < 2)
        return;
    html << "<path class=\"p " << roleClass(path.role) << (path.dashed ? " dashed" : "") << "\" stroke-width=\""
         << path.width << "\" d=\"M";
    writePoint(path.points.front(), html);
    for (std::size_t i = 1; i < path.points.size(); ++i) {
        html << (!path.curved ? "L" : i % 3 == 1 ? "C" : " ");
        writePoint(path.points[i], html);
    }
    html << "\"/>";
    if (path.arrow)
        writeArrow(path, html);
}

/// In parts of the height of the font.
double letterWidth(char32_t c)
{
    if (c >= 0x1100)
        return c >= 0x2000 && c < 0x2E80 ? 0.7 : 1.0;
    if (c < 0x80 && QByteArrayView(" .,:;!|'iIjlt()[]/-fr").contains(char(c)))
        return 0.34;
    if (c == U'W' || c == U'M' || c == U'm' || c == U'w' || c == U'@' || c == U'%')
        return 0.9;
    return QChar::isUpper(c) ? 0.68 : 0.56;
}

double estimatedWidth(const QString &text, double size)
{
    double width = 0;
    for (const char32_t c : text.toUcs4())
        width += letterWidth(c) * size;
    return width;
}

/// What is under the text, in the colour of the page.
void writeGround(const FigureText &text, const QString &words, HtmlWriter &html)
{
    const double width = estimatedWidth(words, text.size) + 4;
    const double left = text.anchor == FigureAnchor::Start ? 2 : text.anchor == FigureAnchor::Middle ? width / 2 : width - 2;
    html << "<rect class=\"clear\" x=\"" << text.at.x() - left << "\" y=\"" << text.at.y() - text.size * 0.85 << "\" width=\""
         << width << "\" height=\"" << text.size * 1.1 << "\"/>";
}

void writeShape(const FigureText &text, HtmlWriter &html)
{
    const char *anchor = text.anchor == FigureAnchor::Start ? "" : text.anchor == FigureAnchor::Middle ? " mid" : " end";
    const QString words = elidedToWidth(plainText(text.text), text.size, text.bold, text.width);
    if (text.cleared)
        writeGround(text, words, html);
    html << "<text class=\"t " << roleClass(text.role) << anchor << (text.bold ? " bold" : "") << "\" x=\""
         << text.at.x() << "\" y=\"" << text.at.y() << "\" font-size=\"" << text.size << "\">" << words << "</text>";
}

} // namespace

QString elidedToWidth(const QString &text, double size, bool bold, double width)
{
    if (width <= 0)
        return text;
    const double room = width / (size * (bold ? 1.08 : 1.0));
    double used = 0;
    qsizetype fits = 0; // with an ellipsis behind it
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        used += letterWidth(pair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : text.at(i).unicode());
        if (used > room)
            return text.left(fits) + QChar(0x2026);
        i += pair ? 2 : 1;
        if (used + 0.8 <= room)
            fits = i;
    }
    return text;
}

void writeFigureSvg(const Figure &figure, const char *id, HtmlWriter &html)
{
    if (figure.isEmpty())
        return;
    html << "<div class=\"fig scroll\" role=region tabindex=0 aria-labelledby=\"" << id << "-t\"><svg role=img viewBox=\"0 0 "
         << figure.size.width() << " " << figure.size.height() << "\" aria-labelledby=\"" << id << "-t " << id
         << "-d\"><title id=\"" << id << "-t\">" << figure.title << "</title><desc id=\"" << id << "-d\">"
         << figure.description << "</desc>\n";
    for (const FigureShape &shape : figure.shapes)
        std::visit([&html](const auto &one) { writeShape(one, html); }, shape);
    html << "</svg></div>\n";
}

void writeFigureSvg(const Figure &figure, const QByteArray &id, HtmlWriter &html)
{
    writeFigureSvg(figure, id.constData(), html);
}

void writeFigureHatches(HtmlWriter &html)
{
    const auto hatch = [&html](const char *name, int size, const char *lines) {
        html << "<pattern id=hatch-" << name << " class=hatch-" << name << " width=\"" << qint64(size) << "\" height=\""
             << qint64(size) << "\" patternUnits=userSpaceOnUse><rect width=\"" << qint64(size) << "\" height=\""
             << qint64(size) << "\"/><path d=\"" << lines << "\"/></pattern>\n";
    };
    html << "<svg class=hatches width=0 height=0 aria-hidden=true focusable=false><defs>\n";
    hatch("nobody", 5, "M-1 1L1 -1M0 5L5 0M4 6L6 4");
    hatch("caught", 5, "M0 2.5L5 2.5");
    hatch("unknown", 4, "M1 1h1M3 3h1");
    hatch("offhours", 6, "M3 0L3 6");
    hatch("maintenance", 6, "M0 3L6 3M3 0L3 6");
    html << "</defs></svg>\n";
}

} // namespace pdsi
