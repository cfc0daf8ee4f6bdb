// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detailhtml.h"

#include "core/report/markdown.h"
#include "core/report/plaintext.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"
#include "ui/theme/texttheme.h"

namespace pdsi {

namespace {

QString picture(const QString &name)
{
    return QStringLiteral("<img src=\"pdsi-icon:%1\" width=\"16\" height=\"16\" style=\"vertical-align: middle\">").arg(name);
}

} // namespace

QString escaped(const QString &text, qsizetype longest) { return elided(plainText(text), longest).toHtmlEscaped(); }

QString styleSheet(bool dark)
{
    return QStringLiteral("<style>"
                          "a { color: %1; }"
                          "h2 { font-size: large; margin-top: 2px; margin-bottom: 6px; }"
                          "h3 { font-size: medium; margin-top: 14px; margin-bottom: 2px; }"
                          "p { margin-top: 2px; margin-bottom: 6px; }"
                          "ul { margin-top: 2px; margin-bottom: 6px; -qt-list-indent: 0; margin-left: 16px; }"
                          "td, th { padding: 2px 8px 2px 0; }"
                          ".soft { color: %2; }"
                          "</style>")
        .arg(TextTheme::link(dark).name(), TextTheme::soft(dark).name());
}

QString link(const QString &href, const QString &text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(href.toHtmlEscaped(), escaped(text, 300));
}

QString webLink(const QString &address)
{
    const QString safe = safeHttpsAddress(address);
    if (safe.isEmpty())
        return {};
    return link(safe, tr("Open in PagerDuty"));
}

QString heading(const QString &text) { return QStringLiteral("<h3>%1</h3>").arg(escaped(text)); }
QString paragraph(const QString &text) { return QStringLiteral("<p>%1</p>").arg(escaped(text)); }
QString section(const QString &title, const QString &text) { return text.isEmpty() ? QString() : heading(title) + paragraph(text); }
QString soft(const QString &text) { return QStringLiteral("<span class=\"soft\">%1</span>").arg(escaped(text)); }

QString statusBadge(OutcomeStatus status)
{
    return picture(QStringLiteral("status/") + outcomeStatusName(status)) + QStringLiteral("&nbsp;<b>%1</b>").arg(escaped(wordFor(status)));
}

QString severityBadge(Severity severity)
{
    return picture(QStringLiteral("severity/") + severityName(severity)) + QStringLiteral("&nbsp;%1").arg(escaped(wordFor(severity)));
}

QString factTable(const QList<std::pair<QString, QString>> &facts)
{
    QString html = QStringLiteral("<table cellspacing=\"0\" width=\"100%\">");
    for (const auto &[name, value] : facts)
        html += QStringLiteral("<tr><td width=\"34%\">%1</td><td>%2</td></tr>").arg(soft(name), value);
    return html + QStringLiteral("</table>");
}

QString table(const QStringList &header, const QList<QStringList> &rows, int firstWidth)
{
    QString html = QStringLiteral("<table cellspacing=\"0\" width=\"100%\"><tr>");
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString width = i == 0 && firstWidth > 0 ? QStringLiteral(" width=\"%1%\"").arg(firstWidth) : QString();
        html += QStringLiteral("<th align=\"left\"%1>%2</th>").arg(width, soft(header.at(i)));
    }
    html += QStringLiteral("</tr>");
    for (const QStringList &row : rows)
        html += QStringLiteral("<tr><td>%1</td></tr>").arg(row.join(QStringLiteral("</td><td>")));
    return html + QStringLiteral("</table>");
}

QString bulletList(const QStringList &htmlItems)
{
    return htmlItems.isEmpty() ? QString() : QStringLiteral("<ul><li>%1</li></ul>").arg(htmlItems.join(QStringLiteral("</li><li>")));
}

} // namespace pdsi
