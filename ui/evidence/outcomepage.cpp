// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detailpage.h"

#include "ui/evidence/detailhtml.h"
#include "ui/evidence/detaillink.h"
#include "ui/models/collectionwords.h"
#include "ui/models/evidencemodel.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostGaps = 500;
constexpr qsizetype mostFacts = 12;

QString dateWords(const QDateTime &utc, const QString &otherwise)
{
    return utc.isValid() ? formatInstant(utc.toSecsSinceEpoch()) : otherwise;
}

QString resourceLine(const ResourceRef &resource)
{
    const QString web = webLink(resource.url);
    const bool whole = resource.id == QLatin1String("*"); // a class of resources: there is no page about it
    const QString name = resource.name.isEmpty() ? resource.id : resource.name;
    return QStringLiteral("<p>%1 %2%3%4</p>")
        .arg(soft(kindWord(resource.kind)), whole ? escaped(name, 300) : link(DetailLink::toResource(resource.kind, resource.id), name),
             whole ? QString() : QLatin1Char(' ') + soft(resource.id),
             web.isEmpty() ? QString() : QStringLiteral("<br>") + web);
}

QString waiverNote(const AppliedWaiver &waiver)
{
    QList<std::pair<QString, QString>> facts{{tr("Reason"), escaped(waiver.reason)}, {tr("Approved by"), escaped(waiver.approver)}};
    if (!waiver.ticket.isEmpty())
        facts << std::pair(tr("Ticket"), escaped(waiver.ticket));
    facts << std::pair(tr("Accepted until"), escaped(dateWords(waiver.expires, tr("no date: it does not end by itself"))));
    return heading(tr("Waived: the failure stays, somebody accepts it")) + factTable(facts);
}

QString attestationNote(const AppliedAttestation &attestation)
{
    return heading(tr("Settled by an attestation, not by the API"))
        + factTable({{tr("Statement"), escaped(attestation.statement)},
                     {tr("Attested by"), escaped(attestation.attestedBy)},
                     {tr("On"), escaped(dateWords(attestation.attestedAt, tr("no date")))},
                     {tr("Valid until"), escaped(dateWords(attestation.expires, tr("no end")))},
                     {tr("Before"), statusBadge(attestation.original)}});
}

QString baselineNote(const DetailSource &source, BaselineState state)
{
    const QString name = source.audit.assessment->baselineName;
    switch (state) {
    case BaselineState::New: return paragraph(tr("New since the baseline %1.").arg(name));
    case BaselineState::Unchanged: return paragraph(tr("Was already in the baseline %1.").arg(name));
    case BaselineState::Absent:
    case BaselineState::None: return {};
    }
    return {};
}

QString gapSection(const QList<Gap> &gaps)
{
    if (gaps.isEmpty())
        return {};
    QList<QStringList> rows;
    for (const Gap &gap : gaps.first(std::min(gaps.size(), mostGaps))) {
        rows << QStringList{formatInstant(gap.start) + QStringLiteral("<br>") + formatInstant(gap.end),
                            escaped(durationWords(gap.seconds())),
                            gap.coveredBy.isEmpty() ? QStringLiteral("<b>%1</b>").arg(escaped(tr("nobody"))) : escaped(gap.coveredBy)};
    }
    QString html = heading(gaps.size() == 1 ? tr("1 gap") : tr("%1 gaps").arg(gaps.size()))
        + table({tr("From, until (UTC)"), tr("Length"), tr("Who catches it")}, rows, 55);
    if (gaps.size() > mostGaps)
        html += paragraph(tr("%1 more gaps are in the JSON report and on the timeline.").arg(gaps.size() - mostGaps));
    return html;
}

QString requestWords(const Inventory *inventory, const Evidence &fact)
{
    const RequestRecord *request = inventory ? inventory->request(fact.requestId) : nullptr;
    if (!request)
        return {};
    return soft(tr("%1 %2, received %3").arg(QString::fromLatin1(request->method), request->path.section(QLatin1Char('?'), 0, 0),
                                            formatTimestamp(request->receivedAt)));
}

QString evidenceSection(const DetailSource &source, const AssessedOutcome &outcome)
{
    QString html = heading(tr("Evidence"));
    if (outcome.evidence.isEmpty())
        return html + paragraph(tr("None: nothing was read that bears on this."));
    for (const Evidence &fact : outcome.evidence.first(std::min(outcome.evidence.size(), mostFacts))) {
        html += QStringLiteral("<p>%1 = %2<br>%3</p>")
                    .arg(link(DetailLink::toRequest(fact.requestId, fact.pointer), pointerWords(fact.pointer)),
                         escaped(shortValue(fact.value, 120)), requestWords(source.audit.inventory.get(), fact));
    }
    if (outcome.evidence.size() > mostFacts)
        html += paragraph(tr("%1 more facts are listed under Raw evidence.").arg(outcome.evidence.size() - mostFacts));
    return html;
}

} // namespace

QString outcomePage(const DetailSource &source, qsizetype index)
{
    const AssessedOutcome &outcome = source.outcome(index);
    const ControlResult *control = source.control(outcome.controlId);
    QString html = QStringLiteral("<p>%1").arg(statusBadge(outcome.status));
    if (control)
        html += QStringLiteral(" &nbsp; %1").arg(severityBadge(control->info.severity));
    if (outcome.waiver)
        html += QStringLiteral(" &nbsp; %1").arg(escaped(tr("waived")));
    html += QStringLiteral("</p><h2>%1</h2>").arg(escaped(outcome.message));
    if (control) {
        const QString title = tr("Control %1: %2").arg(outcome.controlId).arg(control->info.title);
        html += QStringLiteral("<p>%1</p>").arg(link(DetailLink::toControl(outcome.controlId), title));
    }
    html += resourceLine(outcome.resource);
    if (outcome.reason)
        html += section(tr("Why it is not determined"), sentenceFor(*outcome.reason));
    if (outcome.waiver)
        html += waiverNote(*outcome.waiver);
    if (outcome.attestation)
        html += attestationNote(*outcome.attestation);
    html += baselineNote(source, outcome.baseline);
    if (control)
        html += section(tr("Why it matters"), control->info.why) + section(tr("How to fix it"), control->info.fix);
    html += gapSection(outcome.gaps) + evidenceSection(source, outcome);
    if (control)
        html += section(tr("What the evidence can and cannot show"), control->info.evidence) + frameworkSection(control->info);
    return html;
}

} // namespace pdsi
