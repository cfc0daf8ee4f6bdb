// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controldetailview.h"

#include "ui/models/words.h"
#include "ui/theme/statustheme.h"

#include <QCoreApplication>

namespace pdsi {

namespace {

constexpr qsizetype mostOutcomesShown = 200;

QString tr(const char *text) { return QCoreApplication::translate("pdsi::ControlDetailView", text); }

QString section(const QString &heading, const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<h3>%1</h3><p>%2</p>").arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
}

QString statusSpan(OutcomeStatus status, bool dark)
{
    return QStringLiteral("<b style=\"color:%1\">%2</b>")
        .arg(StatusTheme::color(status, dark).name(), wordFor(status).toHtmlEscaped());
}

QString frameworkTable(const QList<FrameworkReference> &frameworks)
{
    QString html = QStringLiteral("<h3>%1</h3><table cellpadding=\"4\" cellspacing=\"0\" width=\"100%\">"
                                  "<tr><th align=\"left\">%2</th><th align=\"left\">%3</th><th align=\"left\">%4</th></tr>")
                       .arg(tr("Framework references").toHtmlEscaped(), tr("Framework and edition").toHtmlEscaped(),
                            tr("Reviewed").toHtmlEscaped(), tr("Review").toHtmlEscaped());
    for (const FrameworkReference &f : frameworks) {
        html += QStringLiteral("<tr><td>%1<br><small>%2</small></td><td>%3</td><td><i>%4.</i> %5</td></tr>")
                    .arg(f.framework.toHtmlEscaped(), f.edition.toHtmlEscaped(),
                         f.reviewed.isEmpty() ? QStringLiteral("\u2013") : f.reviewed.join(QStringLiteral(", ")).toHtmlEscaped(),
                         f.verdict.toHtmlEscaped(), f.note.toHtmlEscaped());
    }
    return html + QStringLiteral("</table>");
}

QString outcomeList(const Assessment &assessment, const ControlResult &control, bool dark)
{
    if (control.outcomeCount == 0)
        return {};
    QString html = QStringLiteral("<h3>%1</h3>").arg(tr("Outcomes, worst first").toHtmlEscaped());
    const qsizetype shown = qMin(control.outcomeCount, mostOutcomesShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const AssessedOutcome &outcome = assessment.outcomes.at(control.firstOutcome + i);
        html += QStringLiteral("<p>%1 &nbsp;<b>%2</b> <small>(%3)</small><br>%4</p>")
                    .arg(statusSpan(outcome.status, dark), outcome.resource.name.toHtmlEscaped(),
                         outcome.resource.kind.toHtmlEscaped(), outcome.message.toHtmlEscaped());
    }
    if (shown < control.outcomeCount)
        html += QStringLiteral("<p>%1</p>").arg(tr("%n more are in the report.").replace(QLatin1String("%n"),
                    QString::number(control.outcomeCount - shown)).toHtmlEscaped());
    return html;
}

} // namespace

ControlDetailView::ControlDetailView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("controlDetail"));
    setAccessibleName(tr("Details of the selected control"));
    setOpenLinks(false);
    document()->setDocumentMargin(16);
}

QVariant ControlDetailView::loadResource(int, const QUrl &) { return {}; }

QString ControlDetailView::page(const Assessment &assessment, const ControlResult &control, bool dark)
{
    return QStringLiteral("<h2>%1. %2</h2><p>%3 &nbsp; %4</p><p>%5</p>")
               .arg(QString::number(control.info.id), control.info.title.toHtmlEscaped(), statusSpan(control.status, dark),
                    wordFor(control.info.severity).toHtmlEscaped(), control.message.toHtmlEscaped())
        + section(tr("What must hold"), control.info.requirement) + outcomeList(assessment, control, dark)
        + section(tr("Why it matters"), control.info.why) + section(tr("How to fix it in PagerDuty"), control.info.fix)
        + section(tr("What the evidence shows"), control.info.evidence)
        + frameworkTable(control.info.frameworks);
}

void ControlDetailView::show(const std::shared_ptr<const Assessment> &assessment, int row)
{
    if (!assessment || row < 0 || row >= assessment->controls.size()) {
        setHtml(QStringLiteral("<h2>%1</h2><p>%2</p>")
                    .arg(tr("Nothing is open yet").toHtmlEscaped(),
                         tr("Open a snapshot archive (Ctrl+O), or look around in the sample account (Ctrl+Shift+O).").toHtmlEscaped()));
        return;
    }
    setHtml(page(*assessment, assessment->controls.at(row), StatusTheme::isDark(palette())));
}

} // namespace pdsi
