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
    StatusCounts told = control.counts;
    told.notApplicable = 0;
    if (control.status != OutcomeStatus::Pass)
        told.pass = 0; // what is left of the population
    const QString counts = countsInWords(told);
    return counts.isEmpty() ? words : Text::tr("%1: %2 of %3").arg(words, counts).arg(control.population);
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

/// One framework: its requirements with the controls that speak to them.
struct FrameworkMembers {
    QString framework;
    QString edition;
    Members controls;
    QMap<QString, Members> requirements;

    void add(const ControlResult &control, const FrameworkReference &reference)
    {
        controls << MappedControl{&control, nullptr, Mapping::Reviewed};
        const Mapping reviewed = reference.verdict == QLatin1String("disputed") ? Mapping::Disputed : Mapping::Reviewed;
        for (const QString &id : reference.reviewed)
            requirements[id] << MappedControl{&control, &reference, reviewed};
        for (const QString &id : reference.specified) {
            if (!reference.reviewed.contains(id))
                requirements[id] << MappedControl{&control, &reference, Mapping::SpecifiedOnly};
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
                at = frameworks.insert(at, {reference.framework, reference.edition, {}, {}});
            at->add(control, reference);
        }
    }
    return frameworks;
}

Mapping bestOf(const Members &members)
{
    return std::min_element(members.begin(), members.end(), [](const MappedControl &a, const MappedControl &b) {
               return a.mapping < b.mapping;
           })->mapping;
}

ControlTreeNode requirementNode(const FrameworkMembers &framework, const QString &id, Mapping mapping)
{
    ControlTreeNode node = groupNode(ControlGrouping::Framework, framework.framework + QLatin1Char('/') + id,
                                     QStringLiteral("%1 %2").arg(id, requirementTitle(framework.framework, id)).trimmed(),
                                     frameworkFacet(framework.framework));
    node.kind = Kind::Requirement;
    node.facets << requirementFacet(id);
    node.detail = mappingWords(mapping);
    node.specifiedOnly = mapping == Mapping::SpecifiedOnly;
    node.toolTip = paragraphs({Text::tr("The worst status of the controls that speak to this requirement. They are evidence for it, "
                                        "never proof that it is met.")});
    return node;
}

ControlTree byFramework(const Assessment &assessment)
{
    TreeBuilder builder(true);
    for (const FrameworkMembers &framework : frameworksOf(assessment)) {
        ControlTreeNode group = groupNode(ControlGrouping::Framework, framework.framework,
                                          Text::tr("%1, %2").arg(framework.framework, framework.edition),
                                          frameworkFacet(framework.framework));
        const int parent = builder.add(group, -1, framework.controls, false);
        for (auto it = framework.requirements.cbegin(); it != framework.requirements.cend(); ++it)
            builder.add(requirementNode(framework, it.key(), bestOf(it.value())), parent, it.value());
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
