// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detailpage.h"

#include "ui/evidence/detailhtml.h"
#include "ui/evidence/detaillink.h"
#include "ui/models/collectionwords.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>
#include <numeric>

namespace pdsi {

namespace {

constexpr qsizetype mostOutcomes = 100;

QString nothingOpen()
{
    return heading(tr("Nothing is open")) + paragraph(tr("Open the sample account or a snapshot, or collect your account."));
}

QString nothingChosen(const DetailSource &source)
{
    return heading(tr("Nothing is selected"))
        + paragraph(tr("Choose a finding, a control or a resource: its verdict, the evidence and how to fix it appear here."))
        + paragraph(tr("%1 outcomes of %2 controls can be looked at.")
                        .arg(source.audit.assessment->outcomes.size()).arg(source.audit.assessment->controls.size()));
}

QString countWords(const StatusCounts &counts)
{
    QStringList parts;
    for (const OutcomeStatus status : {OutcomeStatus::Error, OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                                       OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable}) {
        if (counts.of(status) > 0)
            parts << statusBadge(status) + QStringLiteral("&nbsp;%1").arg(counts.of(status));
    }
    return parts.join(QStringLiteral(" &nbsp; "));
}

QString requirementList(const QString &framework, const QStringList &ids)
{
    QStringList items;
    for (const QString &id : ids) {
        const QString title = requirementTitle(framework, id);
        items << (title.isEmpty() ? escaped(id) : tr("%1: %2").arg(escaped(id), escaped(title)));
    }
    return items.isEmpty() ? escaped(tr("none")) : items.join(QStringLiteral("<br>"));
}

QString reviewWord(const QString &verdict)
{
    if (verdict == QLatin1String("confirmed"))
        return tr("confirmed");
    if (verdict == QLatin1String("corrected"))
        return tr("corrected: another requirement fits");
    if (verdict == QLatin1String("disputed"))
        return tr("disputed: an assessor must decide");
    return verdict == QLatin1String("unverified") ? tr("unverified: the text was not available") : verdict;
}

} // namespace

DetailSource::DetailSource(const JudgedSnapshot &judged)
    : audit(judged), related(judged.inventory), outcomes(judged.assessment)
{
}

const ControlResult *DetailSource::control(int id) const
{
    if (!audit)
        return nullptr;
    const QList<ControlResult> &controls = audit.assessment->controls;
    const auto found = std::find_if(controls.begin(), controls.end(), [id](const ControlResult &c) { return c.info.id == id; });
    return found == controls.end() ? nullptr : &*found;
}

QString detailPage(const DetailSource &source, const Place &place)
{
    const QString style = styleSheet(source.dark);
    if (!source.audit)
        return style + nothingOpen();
    if (place.outcome >= 0 && place.outcome < source.audit.assessment->outcomes.size())
        return style + outcomePage(source, place.outcome);
    if (const ControlResult *control = source.control(place.controlId))
        return style + controlPage(source, *control);
    if (!place.resourceId.isEmpty())
        return style + resourcePage(source, place.resourceKind, place.resourceId);
    return style + nothingChosen(source);
}

QString controlPage(const DetailSource &source, const ControlResult &control)
{
    const ControlInfo &info = control.info;
    QString html = QStringLiteral("<p>%1 &nbsp; %2</p>").arg(statusBadge(control.status), severityBadge(info.severity));
    html += QStringLiteral("<h2>%1</h2>").arg(escaped(control.message));
    html += QStringLiteral("<p>%1</p>").arg(soft(tr("Control %1: %2").arg(info.id).arg(info.title)));
    html += section(tr("What must hold"), info.requirement);
    if (control.reason)
        html += section(tr("Why it is not determined"), sentenceFor(*control.reason));
    html += heading(tr("Outcomes"));
    QList<std::pair<QString, QString>> facts{{tr("Looked at"), escaped(tr("%1 resources").arg(control.population))},
                                             {tr("Verdicts"), countWords(control.counts)}};
    if (control.waived > 0)
        facts << std::pair(tr("Waived"), QString::number(control.waived));
    html += factTable(facts);
    QList<qsizetype> outcomes(control.outcomeCount);
    std::iota(outcomes.begin(), outcomes.end(), control.firstOutcome);
    html += outcomeList(source, outcomes, true);
    html += section(tr("Why it matters"), info.why) + section(tr("How to fix it"), info.fix)
        + section(tr("What the evidence can and cannot show"), info.evidence);
    return html + frameworkSection(info);
}

QString outcomeList(const DetailSource &source, const QList<qsizetype> &outcomes, bool nameResources)
{
    QString html;
    for (const qsizetype index : outcomes.first(std::min(outcomes.size(), mostOutcomes))) {
        const AssessedOutcome &outcome = source.outcome(index);
        const ControlResult *control = source.control(outcome.controlId);
        const QString title = nameResources ? outcome.resource.name
                                            : tr("%1. %2").arg(outcome.controlId).arg(control ? control->info.title : QString());
        html += QStringLiteral("<p>%1 &nbsp;%2%3<br>%4</p>")
                    .arg(statusBadge(outcome.status), link(DetailLink::toOutcome(index), title),
                         outcome.waiver ? QStringLiteral(" (%1)").arg(escaped(tr("waived"))) : QString(),
                         escaped(outcome.message, 400));
    }
    if (outcomes.size() > mostOutcomes)
        html += paragraph(tr("The other %1 are in the findings table.").arg(outcomes.size() - mostOutcomes));
    return html;
}

QString resourceLink(const DetailSource &source, const QString &kind, const QString &id, const QString &name)
{
    const QString shown = name.isEmpty() ? id : name;
    const bool listed = source.related.row(kind, id) != nullptr;
    return listed ? link(DetailLink::toResource(kind, id), shown) : escaped(shown, 300);
}

QString frameworkSection(const ControlInfo &info)
{
    if (info.frameworks.isEmpty())
        return {};
    QString html = heading(tr("Framework references"))
        + QStringLiteral("<p>%1</p>").arg(soft(tr("A finding is evidence for a requirement, never proof that it is met.")));
    for (const FrameworkReference &reference : info.frameworks) {
        html += QStringLiteral("<p><b>%1</b> %2</p>").arg(escaped(reference.framework), soft(reference.edition));
        html += factTable({{tr("Reviewed"), requirementList(reference.framework, reference.reviewed)},
                           {tr("Specified"), escaped(reference.specified.isEmpty() ? tr("none") : reference.specified.join(QStringLiteral(", ")))},
                           {tr("Review"), QStringLiteral("<b>%1</b>. %2").arg(escaped(reviewWord(reference.verdict)), escaped(reference.note))}});
    }
    return html;
}

} // namespace pdsi
