// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detailpage.h"

#include "ui/evidence/detailhtml.h"
#include "ui/evidence/detaillink.h"
#include "ui/models/collectionwords.h"
#include "ui/models/inventorykinds.h"
#include "ui/models/inventorytable.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr qsizetype mostRelated = 60; // of one relation

QString relatedItem(const DetailSource &source, const RelatedResource &related)
{
    QString html = resourceLink(source, related.kind, related.id, related.name);
    QStringList notes = related.notes;
    if (related.deleted)
        notes.prepend(tr("deleted"));
    else if (!related.inInventory)
        notes.prepend(tr("not in this snapshot"));
    return notes.isEmpty() ? html : html + QLatin1Char(' ') + soft(notes.join(QStringLiteral(", ")));
}

QString relatedSection(const DetailSource &source, const RelatedGroup &group)
{
    QStringList items;
    for (const RelatedResource &related : group.resources.first(std::min(group.resources.size(), mostRelated)))
        items << relatedItem(source, related);
    if (group.resources.size() > mostRelated)
        items << escaped(tr("and %1 more").arg(group.resources.size() - mostRelated));
    const QString title = group.resources.size() > 1 ? tr("%1 (%2)").arg(relationWords(group.relation)).arg(group.resources.size())
                                                     : relationWords(group.relation);
    QString html = heading(title) + bulletList(items);
    if (group.incomplete)
        html += QStringLiteral("<p>%1</p>").arg(soft((items.isEmpty() ? tr("None seen, but this is not certain. ") : tr("There may be more. "))
                                                    + sentenceFor(*group.incomplete)));
    else if (items.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(soft(tr("none")));
    return html;
}

QString contactSection(const User &user)
{
    QString html = heading(tr("Contact methods"));
    if (!user.contactMethods)
        return html + paragraph(tr("Not read for this user."));
    QStringList items;
    for (const ContactMethod &method : *user.contactMethods) {
        QStringList notes;
        if (method.blacklisted.value_or(false))
            notes << tr("blocked by PagerDuty");
        if (method.enabled == false)
            notes << tr("switched off");
        items << escaped(kindWord(method.type)) + QLatin1Char(' ') + soft(method.label + QLatin1Char(' ') + notes.join(QStringLiteral(", ")));
    }
    return html + (items.isEmpty() ? paragraph(tr("none")) : bulletList(items));
}

QString ruleSection(const User &user)
{
    QString html = heading(tr("Notification rules"));
    if (!user.notificationRules)
        return html + paragraph(tr("Not read for this user."));
    QStringList items;
    for (const NotificationRule &rule : *user.notificationRules) {
        QString method = tr("no contact method");
        for (const ContactMethod &candidate : user.contactMethods.value_or(std::vector<ContactMethod>())) {
            if (candidate.id == rule.contactMethodId)
                method = kindWord(candidate.type);
        }
        items << escaped(tr("%1 urgency, after %2 min: %3").arg(rule.urgency).arg(rule.startDelayMinutes).arg(method));
    }
    return html + (items.isEmpty() ? paragraph(tr("none")) : bulletList(items));
}

QString levelSection(const DetailSource &source, const EscalationPolicy &policy)
{
    QList<QStringList> rows;
    for (size_t level = 0; level < policy.rules.size(); ++level) {
        QStringList targets;
        for (const Reference &target : policy.rules[level].targets) {
            const QString kind = kindOfType(target.type);
            const ResourceRow *row = source.related.row(kind, target.id);
            targets << soft(kindWord(kind)) + QLatin1Char(' ') + resourceLink(source, kind, target.id, row ? row->name : target.name)
                    + (target.deleted ? QLatin1Char(' ') + soft(tr("deleted")) : QString());
        }
        rows << QStringList{QString::number(level + 1), targets.isEmpty() ? escaped(tr("nobody")) : targets.join(QStringLiteral("<br>")),
                            escaped(tr("%1 min").arg(policy.rules[level].delayMinutes))};
    }
    return heading(tr("Levels")) + (rows.isEmpty() ? paragraph(tr("No level: it reaches nobody."))
                                                   : table({tr("Level"), tr("Reaches"), tr("Next after")}, rows));
}

QString serviceSection(const Service &service)
{
    const auto seconds = [](const std::optional<qint64> &value) { return escaped(value ? durationWords(*value) : tr("not set")); };
    const UrgencyRule &rule = service.urgencyRule;
    const QString urgency = rule.type == QLatin1String("use_support_hours")
        ? tr("%1 in support hours, %2 outside").arg(rule.duringUrgency, rule.outsideUrgency) : rule.urgency;
    return factTable({{tr("Acknowledgement ends"), seconds(service.acknowledgementTimeout)},
                      {tr("Resolves by itself"), seconds(service.autoResolveTimeout)},
                      {tr("Urgency"), escaped(urgency.isEmpty() ? tr("not said") : urgency)}});
}

/// What only this kind has.
QString ownSections(const DetailSource &source, const QString &kind, const QString &id)
{
    const Inventory &inventory = *source.audit.inventory;
    if (const User *user = kind == QLatin1String("user") ? inventory.user(id) : nullptr)
        return contactSection(*user) + ruleSection(*user);
    if (const EscalationPolicy *policy = kind == QLatin1String("escalation_policy") ? inventory.policy(id) : nullptr)
        return levelSection(source, *policy);
    if (const Service *service = kind == QLatin1String("service") ? inventory.service(id) : nullptr)
        return serviceSection(*service);
    return {};
}

QString cellText(const QVariant &cell) { return escaped(cell.toString().isEmpty() ? tr("not said") : cell.toString()); }

QString factSection(const DetailSource &source, const QString &kind, const QString &id)
{
    const InventoryTable all = inventoryTable(*source.audit.inventory, kind);
    const auto row = std::find_if(all.rows.begin(), all.rows.end(), [&](const InventoryRow &r) { return r.id == id; });
    if (row == all.rows.end())
        return {};
    QList<std::pair<QString, QString>> facts;
    for (qsizetype i = 0; i < all.columns.size(); ++i)
        facts << std::pair(all.columns.at(i), cellText(row->cells.at(i)));
    return factTable(facts);
}

QString sourceLine(const DetailSource &source, const ResourceRow &row)
{
    const RequestRecord *request = source.audit.inventory->request(row.source.requestId);
    if (!request)
        return {};
    const QString when = tr("request %1, received %2").arg(request->id).arg(formatTimestamp(request->receivedAt));
    return heading(tr("Where it was read"))
        + QStringLiteral("<p>%1<br>%2</p>").arg(link(DetailLink::toRequest(request->id, row.source.pointer), row.source.pointer), soft(when));
}

/// A verdict can be about something that is no row: the account, a key, "all users".
QString knownNameOf(const DetailSource &source, const QString &id, const QList<qsizetype> &outcomes)
{
    return outcomes.isEmpty() ? id : source.outcome(outcomes.first()).resource.name;
}

} // namespace

QString resourcePage(const DetailSource &source, const QString &kind, const QString &id)
{
    const ResourceRow *row = source.related.row(kind, id);
    const QList<qsizetype> outcomes = source.outcomes.of(kind, id);
    QString html = QStringLiteral("<p>%1</p><h2>%2</h2>")
                       .arg(soft(kindWord(kind)), escaped(row ? row->name : knownNameOf(source, id, outcomes), 300));
    if (row && !webLink(row->htmlUrl).isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(webLink(row->htmlUrl));
    if (!row && outcomes.isEmpty())
        return html + paragraph(tr("%1 is not in this snapshot: it was named somewhere, but not among what could be read.").arg(id));
    html += factSection(source, kind, id) + ownSections(source, kind, id);
    html += heading(tr("Outcomes"));
    html += outcomes.isEmpty() ? paragraph(tr("No control judges this resource.")) : outcomeList(source, outcomes, false);
    for (const RelatedGroup &group : source.related.of(kind, id)) {
        const bool shownAsLevels = kind == QLatin1String("escalation_policy") && group.relation == Relation::Targets;
        html += shownAsLevels ? QString() : relatedSection(source, group);
    }
    return row ? html + sourceLine(source, *row) : html;
}

} // namespace pdsi
