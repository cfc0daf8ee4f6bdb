// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/textpage.h"

#include "ui/theme/statustheme.h"

namespace pdsi {

namespace {

const QLatin1String linkPrefix("link:");
constexpr int indentPixels = 18;

QString spanHtml(const PageSpan &span, bool dark)
{
    const QString text = span.text.toHtmlEscaped();
    if (span.link >= 0)
        return QStringLiteral("<a href=\"%1\">%2</a>").arg(TextPage::address(span.link), text);
    const QString soft = StatusTheme::color(OutcomeStatus::NotApplicable, dark).name();
    switch (span.tone) {
    case PageTone::Plain: return text;
    case PageTone::Strong: return QStringLiteral("<b>%1</b>").arg(text);
    case PageTone::Soft: return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(soft, text);
    case PageTone::Struck: return QStringLiteral("<s style=\"color:%1\">%2</s>").arg(soft, text);
    }
    return text;
}

/// The mark stands in a column of its own, so that the lines of a long text stay below each other.
QString lineHtml(const PageLine &line, bool dark)
{
    QString spans;
    for (const PageSpan &span : line.spans)
        spans += spanHtml(span, dark);
    if (line.heading)
        return QStringLiteral("<h3 style=\"margin:12px 0 2px 0\">%1</h3>").arg(spans);
    const QString image = TextPage::imageName(line.mark);
    const QString mark = image.isEmpty() ? QString() : QStringLiteral("<td width=\"20\"><img src=\"%1\"></td>").arg(image);
    return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\" style=\"margin-left:%1px\"><tr>%2<td>%3</td></tr></table>")
        .arg(QString::number(line.indent * indentPixels), mark, spans);
}

} // namespace

TextPage &TextPage::heading(const QString &text)
{
    m_lines.push_back({true, 0, PageMark::None, {{text}}});
    return *this;
}

TextPage &TextPage::line(int indent, PageMark mark)
{
    m_lines.push_back({false, indent, mark, {}});
    return *this;
}

TextPage &TextPage::add(const QString &text, PageTone tone)
{
    m_lines.back().spans.push_back({text, tone});
    return *this;
}

TextPage &TextPage::addLink(const QString &text, const PageLink &link)
{
    m_lines.back().spans.push_back({text, PageTone::Plain, static_cast<int>(m_links.size())});
    m_links.push_back(link);
    return *this;
}

QString TextPage::html(bool dark) const
{
    QString html;
    for (const PageLine &line : m_lines)
        html += lineHtml(line, dark);
    return html;
}

QString TextPage::text() const
{
    QString text;
    for (const PageLine &line : m_lines) {
        if (line.heading && !text.isEmpty())
            text += QLatin1Char('\n');
        text += QString(line.indent * 2, QLatin1Char(' '));
        for (const PageSpan &span : line.spans)
            text += span.text;
        text += QLatin1Char('\n');
    }
    return text;
}

QString TextPage::address(int link) { return linkPrefix + QString::number(link); }

int TextPage::linkAt(const QString &address)
{
    bool isNumber = false;
    const int link = address.startsWith(linkPrefix) ? address.mid(linkPrefix.size()).toInt(&isNumber) : -1;
    return isNumber && link >= 0 ? link : -1;
}

QString TextPage::imageName(PageMark mark)
{
    switch (mark) {
    case PageMark::None: break;
    case PageMark::Good: return QStringLiteral("mark:good");
    case PageMark::Bad: return QStringLiteral("mark:bad");
    case PageMark::Unsure: return QStringLiteral("mark:unsure");
    case PageMark::Note: return QStringLiteral("mark:note");
    }
    return {};
}

} // namespace pdsi
