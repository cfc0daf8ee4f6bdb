// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlsections.h"

#include "core/report/htmlpictures.h"
#include "core/report/plaintext.h"

#include <QHash>

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype longestFinding = 1'000;

/// What the filter of the page asks a row for.
QString filterWords(const AssessedOutcome &outcome)
{
    QString words = outcome.waiver ? QStringLiteral("waived") : QStringLiteral("open");
    if (outcome.baseline == BaselineState::New)
        words += QStringLiteral(" new");
    return words;
}

/// Of the resources in the two chapters that the filter is for.
QStringList listedKinds(const Report &report)
{
    QSet<QString> kinds;
    const QList<AssessedOutcome> &outcomes = report.assessment().outcomes;
    for (qsizetype i = 0; i < outcomes.size(); ++i) {
        const AssessedOutcome &outcome = outcomes.at(i);
        if (isHtmlOpenQuestion(outcome) || (outcome.status == OutcomeStatus::Fail && report.inScope(i)))
            kinds.insert(outcome.resource.kind);
    }
    QStringList sorted(kinds.cbegin(), kinds.cend());
    sorted.sort();
    return sorted;
}

class FindingsChapter
{
public:
    FindingsChapter(const Report &report, HtmlWriter &html) : m_report(report), m_html(html), m_pictures(report)
    {
        for (const qsizetype index : report.findingsInScope())
            m_byControl[report.assessment().outcomes.at(index).controlId] << index;
    }

    void write();

private:
    void writeFilters(const QList<const ControlResult *> &failing);
    void writeControl(const ControlResult &control);
    void writeAdvice(const ControlInfo &info);
    void writeRow(const AssessedOutcome &outcome);
    bool withEvidence() const { return m_report.options().depth == ReportDepth::Auditor; }

    const Report &m_report;
    HtmlWriter &m_html;
    HtmlPictures m_pictures;
    QHash<int, QList<qsizetype>> m_byControl;
    QSet<QString> m_anchors; ///< two outcomes of one control on one resource share a fingerprint, but not an anchor
};

void FindingsChapter::writeAdvice(const ControlInfo &info)
{
    m_html << "<p>" << info.requirement << "</p>\n<dl class=facts><dt>Why it matters</dt><dd>" << info.why
           << "</dd><dt>How to fix it</dt><dd>" << info.fix << "</dd>";
    if (withEvidence())
        m_html << "<dt>Evidence</dt><dd>" << info.evidence << "</dd>";
    m_html << "</dl>\n";
}

void FindingsChapter::writeRow(const AssessedOutcome &outcome)
{
    const QString anchor = htmlAnchor(outcome);
    const bool first = !m_anchors.contains(anchor);
    m_anchors.insert(anchor);
    m_html << "<tr";
    if (first)
        m_html << " id=" << anchor;
    m_html << " data-k=\"" << outcome.resource.kind << "\" data-s=\"" << filterWords(outcome) << "\"><th scope=row>";
    m_html.resource(outcome.resource);
    if (first)
        m_html << " <a class=anchor href=\"#" << anchor << "\" aria-label=\"Link to this finding\">#</a>";
    m_html << "</th><td>" << elided(outcome.message, longestFinding);
    writeHtmlLifecycle(outcome, m_html);
    m_pictures.link(outcome, m_html);
    m_html << "</td>";
    if (withEvidence()) {
        m_html << "<td>";
        writeHtmlEvidence(m_report, outcome, m_html);
        m_html << "</td>";
    }
    m_html << "</tr>\n";
}

void FindingsChapter::writeControl(const ControlResult &control)
{
    const ControlInfo &info = control.info;
    const QList<qsizetype> &indexes = m_byControl[info.id];
    m_html << "<section class=control aria-labelledby=f" << qint64(info.id) << " data-c=" << qint64(info.id) << " data-v="
           << severityName(info.severity) << " data-n=" << qint64(indexes.size()) << ">\n<h3 id=f" << qint64(info.id) << "><a href=\"#c" << qint64(info.id) << "\">"
           << qint64(info.id) << ". " << info.title << "</a> ";
    m_html.severity(info.severity) << " <span class=count>" << qint64(indexes.size())
                                   << (indexes.size() == 1 ? " finding" : " findings") << "</span></h3>\n";
    writeAdvice(info);
    QStringList columns{QStringLiteral("Resource"), QStringLiteral("Finding")};
    if (withEvidence())
        columns << QStringLiteral("Evidence");
    HtmlLongTable table(m_html, QStringLiteral("Findings of control %1: %2").arg(info.id).arg(info.title), columns, indexes.size());
    for (const qsizetype index : indexes) {
        table.nextRow();
        writeRow(m_report.assessment().outcomes.at(index));
    }
    table.end();
    m_pictures.draw(m_html);
    m_html << "</section>\n";
}

/// Shown by the script of the page; without it everything is listed.
void FindingsChapter::writeFilters(const QList<const ControlResult *> &failing)
{
    m_html << "<div id=filters role=search aria-label=\"Filter findings and open questions\" hidden>\n"
              "<p><label for=fq>Words</label><input id=fq type=search autocomplete=off spellcheck=false></p>\n"
              "<p><label for=fv>Severity</label><select id=fv><option value=\"\">any</option>";
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
        m_html << "<option>" << severityName(severity) << "</option>";
    m_html << "</select></p>\n<p><label for=fs>Status</label><select id=fs><option value=\"\">any</option>"
              "<option value=open>open finding</option><option value=waived>waived finding</option>"
              "<option value=new>new since the baseline</option></select></p>\n"
              "<p><label for=fc>Control</label><select id=fc><option value=\"\">any</option>";
    for (const ControlResult *control : failing)
        m_html << "<option value=" << qint64(control->info.id) << ">" << qint64(control->info.id) << ". "
               << control->info.title << "</option>";
    m_html << "</select></p>\n<p><label for=fk>Kind</label><select id=fk><option value=\"\">any</option>";
    for (const QString &kind : listedKinds(m_report))
        m_html << "<option>" << kind << "</option>";
    m_html << "</select></p>\n<p><button type=button id=fclear>Clear</button> <button type=button id=fopen>Expand all</button> "
              "<button type=button id=fclose>Collapse all</button></p>\n<p id=fcount role=status></p>\n</div>\n";
}

void FindingsChapter::write()
{
    beginHtmlChapter(m_html, "findings", QStringLiteral("Findings"));
    QList<const ControlResult *> failing;
    for (const ControlResult &control : m_report.assessment().controls) {
        if (!m_byControl.value(control.info.id).isEmpty())
            failing << &control;
    }
    std::stable_sort(failing.begin(), failing.end(), [](const ControlResult *a, const ControlResult *b) {
        return a->info.severity < b->info.severity;
    });
    if (failing.isEmpty())
        m_html << (m_report.options().scope.isWhole() ? "<p>Nothing failed.</p>\n" : "<p>Nothing in this scope failed.</p>\n");
    else
        writeFilters(failing);
    for (const ControlResult *control : failing)
        writeControl(*control);
    endHtmlChapter(m_html);
}

} // namespace

QString htmlAnchor(const AssessedOutcome &finding)
{
    return QStringLiteral("f-") + finding.fingerprint;
}

void writeHtmlLifecycle(const AssessedOutcome &outcome, HtmlWriter &html)
{
    if (outcome.waiver) {
        html << "<br><strong>Waived</strong> by " << outcome.waiver->approver << ": " << outcome.waiver->reason;
        if (!outcome.waiver->ticket.isEmpty())
            html << " (" << outcome.waiver->ticket << ")";
        html << ", until ";
        html.time(outcome.waiver->expires);
    }
    if (outcome.attestation) {
        html << "<br><strong>Attested</strong> by " << outcome.attestation->attestedBy << " on ";
        html.time(outcome.attestation->attestedAt) << ": " << outcome.attestation->statement << ", valid until ";
        html.time(outcome.attestation->expires);
    }
    if (outcome.baseline == BaselineState::New)
        html << "<br>New since the baseline";
    else if (outcome.baseline == BaselineState::Unchanged)
        html << "<br>Also in the baseline";
}

void writeHtmlFindings(const Report &report, HtmlWriter &html)
{
    FindingsChapter(report, html).write();
}

} // namespace pdsi
