// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/controltree.h"

#include "core/base/enumnames.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace pdsi {

namespace {

constexpr std::array groupingNames{QLatin1String("severity"), QLatin1String("status"), QLatin1String("category"),
                                   QLatin1String("framework")};
using Kind = ControlTreeNode::Kind;

class Text
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::ControlTree)
};

/// How a control came under a requirement.
enum class Mapping : quint8 { Reviewed, Disputed, SpecifiedOnly }; // best first

struct MappedControl {
    const ControlResult *control = nullptr;
    const FrameworkReference *reference = nullptr; ///< nullptr outside frameworks
    Mapping mapping = Mapping::Reviewed;
};
using Members = QList<MappedControl>;

QString mappingWords(Mapping mapping)
{
    switch (mapping) {
    case Mapping::Reviewed: return {};
    case Mapping::Disputed: return Text::tr("mapping disputed");
    case Mapping::SpecifiedOnly: return Text::tr("specified, not confirmed by review");
    }
    return {};
}

QString withMark(const QString &text, Mapping mapping)
{
    const QString mark = mappingWords(mapping);
    return mark.isEmpty() ? text : Text::tr("%1 - %2").arg(text, mark);
}

QString paragraphs(const QStringList &texts)
{
    QString html;
    for (const QString &text : texts) {
        if (!text.isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
    }
    return html;
}

QString controlWords(const ControlResult &control, bool saySeverity)
{
    QString words = wordFor(control.status);
    if (control.reason)
        words = Text::tr("%1, %2").arg(words, wordFor(*control.reason).toLower());
    if (saySeverity)
        words = Text::tr("%1 (%2)").arg(words, wordFor(control.info.severity).toLower());
    if (control.population <= 1)
        return words;
    StatusCounts others = control.counts;
    others.add(control.status, -others.of(control.status));
    // Whole classes that could not be read are outcomes, but no resources: "of" would be wrong then.
    const bool countsResources = control.outcomeCount == control.population;
    if (!countsResources)
        return Text::tr("%1: %2").arg(words, countsInWords(control.counts));
    others.pass = others.notApplicable = 0; // what is left of the population
    const QString first = Text::tr("%1: %2 of %3").arg(words).arg(control.counts.of(control.status)).arg(control.population);
    const QString rest = countsInWords(others);
    return rest.isEmpty() ? first : Text::tr("%1, %2").arg(first, rest);
}

QString groupWords(const StatusCounts &counts, qsizetype controls)
{
    StatusCounts told = counts;
    if (controls > counts.pass + counts.notApplicable)
        told.pass = told.notApplicable = 0;
    return Text::tr("%1 of %2").arg(countsInWords(told)).arg(controls);
}

bool worseControl(const MappedControl &a, const MappedControl &b)
{
    const auto key = [](const ControlResult &control) {
        return std::make_tuple(control.status, control.info.severity, -control.counts.fail, control.info.id);
    };
    return key(*a.control) < key(*b.control);
}

/// Puts the nodes of one tree together.
class TreeBuilder
{
public:
    explicit TreeBuilder(bool saySeverity) : m_saySeverity(saySeverity) {}

    /// Appends the node under `parent`, with its controls under it, and returns its index.
    int add(ControlTreeNode node, int parent, Members members, bool withControls = true)
    {
        std::sort(members.begin(), members.end(), worseControl);
        node.parent = parent;
        for (const MappedControl &member : members) {
            node.counts.add(member.control->status);
            node.status = std::min(node.status, member.control->status);
        }
        const QString counts = groupWords(node.counts, members.size());
        node.detail = node.detail.isEmpty() ? counts : Text::tr("%1 - %2").arg(counts, node.detail);
        node.toolTip = paragraphs({node.title, node.detail}) + node.toolTip;
        const int index = append(std::move(node));
        for (const MappedControl &member : members) {
            if (withControls)
                append(controlNode(member, index));
        }
        return index;
    }

    /// Orders the children of every node, or leaves those of `parent` -1 as they came, and numbers them.
    ControlTree finish(bool sortRoots)
    {
        if (sortRoots)
            sortNodes(m_tree.roots);
        for (ControlTreeNode &node : m_tree.nodes) {
            if (node.kind == Kind::Group)
                sortNodes(node.children);
            number(node.children);
        }
        number(m_tree.roots);
        return std::move(m_tree);
    }

private:
    int append(ControlTreeNode node)
    {
        const int index = int(m_tree.nodes.size());
        (node.parent < 0 ? m_tree.roots : m_tree.nodes[size_t(node.parent)].children) << index;
        m_tree.nodes.push_back(std::move(node));
        return index;
    }

    ControlTreeNode controlNode(const MappedControl &member, int parent) const
    {
        const ControlResult &control = *member.control;
        ControlTreeNode node;
        node.kind = Kind::Control;
        node.parent = parent;
        node.key = m_tree.nodes.at(size_t(parent)).key + QStringLiteral("/%1").arg(control.info.id);
        node.title = QStringLiteral("%1. %2").arg(control.info.id).arg(control.info.title);
        node.detail = withMark(controlWords(control, m_saySeverity), member.mapping);
        node.toolTip = paragraphs({node.title, withMark(controlWords(control, true), member.mapping), control.message,
                                   member.reference ? member.reference->note : QString()});
        node.status = control.status;
        node.severity = control.info.severity;
        node.counts = control.counts;
        node.controlId = control.info.id;
        node.facets = {controlFacet({control.info.id})};
        return node;
    }

    /// Groups and requirements by their worst; controls already stand in order. Stable.
    void sortNodes(QList<int> &indexes) const
    {
        std::stable_sort(indexes.begin(), indexes.end(), [this](int left, int right) {
            const ControlTreeNode &a = m_tree.nodes.at(size_t(left));
            const ControlTreeNode &b = m_tree.nodes.at(size_t(right));
            if (a.kind == Kind::Control || b.kind == Kind::Control)
                return false;
            return std::make_tuple(a.specifiedOnly, a.status, -a.counts.fail, -a.counts.notDetermined)
                < std::make_tuple(b.specifiedOnly, b.status, -b.counts.fail, -b.counts.notDetermined);
        });
    }

    void number(const QList<int> &indexes)
    {
        for (qsizetype i = 0; i < indexes.size(); ++i)
            m_tree.nodes[size_t(indexes.at(i))].row = int(i);
    }

    ControlTree m_tree;
    bool m_saySeverity;
};

template<typename Belongs>
Members membersOf(const Assessment &assessment, Belongs belongs)
{
    Members members;
    for (const ControlResult &control : assessment.controls) {
        if (belongs(control))
            members << MappedControl{&control, nullptr, Mapping::Reviewed};
    }
    return members;
}

ControlTreeNode groupNode(ControlGrouping grouping, const QString &id, const QString &title, const Facet &facet)
{
    ControlTreeNode node;
    node.key = controlGroupingName(grouping) + QLatin1Char('/') + id;
    node.title = title;
    node.facets = {facet};
    return node;
}

ControlTree bySeverity(const Assessment &assessment)
{
    TreeBuilder builder(false);
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
        const Members members = membersOf(assessment, [=](const ControlResult &c) { return c.info.severity == severity; });
        ControlTreeNode group = groupNode(ControlGrouping::Severity, severityName(severity), wordFor(severity), severityFacet(severity));
        group.severity = severity;
        if (!members.isEmpty())
            builder.add(group, -1, members);
    }
    return builder.finish(false);
}

ControlTree byStatus(const Assessment &assessment)
{
    TreeBuilder builder(true);
    for (int i = 0; i <= int(OutcomeStatus::NotApplicable); ++i) {
        const auto status = static_cast<OutcomeStatus>(i);
        const Members members = membersOf(assessment, [=](const ControlResult &c) { return c.status == status; });
        ControlTreeNode group = groupNode(ControlGrouping::Status, outcomeStatusName(status), wordFor(status), statusFacet(status));
        group.toolTip = paragraphs({Text::tr("Shows every outcome with this status, also those of controls with a worse one.")});
        if (!members.isEmpty())
            builder.add(group, -1, members);
    }
    return builder.finish(false);
}

ControlTree byCategory(const Assessment &assessment)
{
    TreeBuilder builder(true);
    for (const ControlCategory &category : controlCategories()) {
        const Members members = membersOf(assessment, [&](const ControlResult &c) { return c.info.category == category.id; });
        ControlTreeNode group = groupNode(ControlGrouping::Category, category.id, category.title, categoryFacet(category.id));
        group.toolTip = paragraphs({category.about});
        if (!members.isEmpty())
            builder.add(group, -1, members);
    }
    return builder.finish(true);
}

/// One framework: its requirements with the controls that speak to them. What only the specification says is kept apart.
struct FrameworkMembers {
    QString framework;
    QString edition;
    Members mapped;
    int unmapped = 0;
    QMap<QString, Members> requirements;
    QMap<QString, Members> specifiedOnly;

    void add(const ControlResult &control, const FrameworkReference &reference)
    {
        if (reference.reviewed.isEmpty())
            ++unmapped;
        else
            mapped << MappedControl{&control, nullptr, Mapping::Reviewed};
        const Mapping reviewed = reference.verdict == QLatin1String("disputed") ? Mapping::Disputed : Mapping::Reviewed;
        for (const QString &id : reference.reviewed)
            requirements[id] << MappedControl{&control, &reference, reviewed};
        for (const QString &id : reference.specified) {
            if (!reference.reviewed.contains(id))
                specifiedOnly[id] << MappedControl{&control, &reference, Mapping::SpecifiedOnly};
        }
    }
};

QList<FrameworkMembers> frameworksOf(const Assessment &assessment)
{
    QList<FrameworkMembers> frameworks;
    for (const ControlResult &control : assessment.controls) {
        for (const FrameworkReference &reference : control.info.frameworks) {
            auto at = std::find_if(frameworks.begin(), frameworks.end(), [&](const FrameworkMembers &one) {
                return one.framework == reference.framework;
            });
            if (at == frameworks.end())
                at = frameworks.insert(at, {reference.framework, reference.edition, {}, 0, {}, {}});
            at->add(control, reference);
        }
    }
    return frameworks;
}

ControlTreeNode requirementNode(const FrameworkMembers &framework, const QString &id)
{
    ControlTreeNode node = groupNode(ControlGrouping::Framework, framework.framework + QLatin1Char('/') + id,
                                     QStringLiteral("%1 %2").arg(id, requirementTitle(framework.framework, id)).trimmed(),
                                     frameworkFacet(framework.framework));
    node.kind = Kind::Requirement;
    node.toolTip = paragraphs({Text::tr("The worst status of the controls that speak to this requirement. They are evidence for it, "
                                        "never proof that it is met.")});
    return node;
}

/// A requirement that reviewers uphold for at least one control.
ControlTreeNode reviewedNode(const FrameworkMembers &framework, const QString &id, const Members &members)
{
    ControlTreeNode node = requirementNode(framework, id);
    node.facets << requirementFacet(id);
    const bool disputed = std::all_of(members.begin(), members.end(),
                                      [](const MappedControl &one) { return one.mapping == Mapping::Disputed; });
    if (disputed)
        node.detail = mappingWords(Mapping::Disputed);
    return node;
}

/// The search knows reviewed requirements only; these are shown by their controls.
ControlTreeNode specifiedNode(const FrameworkMembers &framework, const QString &id, const Members &members)
{
    ControlTreeNode node = requirementNode(framework, id);
    node.key += QStringLiteral("/specified");
    node.specifiedOnly = true;
    node.detail = mappingWords(Mapping::SpecifiedOnly);
    QList<int> ids;
    for (const MappedControl &member : members)
        ids << member.control->info.id;
    node.facets = {controlFacet(ids)};
    return node;
}

ControlTreeNode frameworkNode(const FrameworkMembers &framework)
{
    ControlTreeNode node = groupNode(ControlGrouping::Framework, framework.framework,
                                     Text::tr("%1, %2").arg(framework.framework, framework.edition),
                                     frameworkFacet(framework.framework));
    if (framework.unmapped > 0)
        node.toolTip = paragraphs({Text::tr("Controls without a requirement that a review upholds, not counted here: %1.").arg(framework.unmapped)});
    return node;
}

ControlTree byFramework(const Assessment &assessment)
{
    TreeBuilder builder(true);
    for (const FrameworkMembers &framework : frameworksOf(assessment)) {
        const int parent = builder.add(frameworkNode(framework), -1, framework.mapped, false);
        for (auto it = framework.requirements.cbegin(); it != framework.requirements.cend(); ++it)
            builder.add(reviewedNode(framework, it.key(), it.value()), parent, it.value());
        for (auto it = framework.specifiedOnly.cbegin(); it != framework.specifiedOnly.cend(); ++it)
            builder.add(specifiedNode(framework, it.key(), it.value()), parent, it.value());
    }
    return builder.finish(true);
}

} // namespace

QString controlGroupingName(ControlGrouping grouping) { return groupingNames[static_cast<size_t>(grouping)]; }

std::optional<ControlGrouping> controlGroupingFromName(QStringView name)
{
    return enumFromName<ControlGrouping>(groupingNames, name);
}

QString countsInWords(const StatusCounts &counts)
{
    QStringList parts;
    for (int i = 0; i <= int(OutcomeStatus::NotApplicable); ++i) {
        const auto status = static_cast<OutcomeStatus>(i);
        if (counts.of(status) > 0)
            parts << QStringLiteral("%1 %2").arg(counts.of(status)).arg(wordFor(status).toLower());
    }
    return parts.join(QStringLiteral(", "));
}

ControlTree ControlTree::of(const Assessment &assessment, ControlGrouping grouping)
{
    switch (grouping) {
    case ControlGrouping::Severity: return bySeverity(assessment);
    case ControlGrouping::Status: return byStatus(assessment);
    case ControlGrouping::Category: return byCategory(assessment);
    case ControlGrouping::Framework: return byFramework(assessment);
    }
    return {};
}

} // namespace pdsi
