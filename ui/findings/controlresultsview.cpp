// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/controlresultsview.h"

#include "ui/findings/controlsummary.h"
#include "ui/findings/controltreedelegate.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace pdsi {

namespace {

constexpr std::array allGroupings{ControlGrouping::Severity, ControlGrouping::Status, ControlGrouping::Category,
                                  ControlGrouping::Framework};
const auto groupingKey = QStringLiteral("grouping");
const auto openKey = QStringLiteral("open");

/// What is open before anybody changed it: everything but the many requirements of the frameworks.
QSet<QString> openAtFirst(ControlGrouping grouping)
{
    QSet<QString> keys;
    const QString start = controlGroupingName(grouping) + QLatin1Char('/');
    if (grouping == ControlGrouping::Severity) {
        for (const Severity one : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low})
            keys << start + severityName(one);
    }
    if (grouping == ControlGrouping::Status) {
        for (int i = 0; i <= int(OutcomeStatus::NotApplicable); ++i)
            keys << start + outcomeStatusName(static_cast<OutcomeStatus>(i));
    }
    if (grouping == ControlGrouping::Category) {
        for (const ControlCategory &one : controlCategories())
            keys << start + one.id;
    }
    return keys;
}

} // namespace

ControlResultsView::ControlResultsView(Selection &selection, QWidget *parent)
    : QDockWidget(tr("Control results"), parent)
    , m_selection(selection)
    , m_model(new ControlTreeModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_summary(new ControlSummary)
    , m_tree(new QTreeView)
    , m_search(new QLineEdit)
    , m_groupBy(new QComboBox)
    , m_groupings(new QActionGroup(this))
{
    setObjectName(QStringLiteral("controlResults"));
    for (const ControlGrouping grouping : allGroupings)
        m_open.insert(grouping, openAtFirst(grouping));
    createTree();
    createActions();

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(createTools());
    layout->addWidget(m_tree, 1);
    setWidget(content);

    connect(m_summary, &ControlSummary::statusChosen, this, [this](OutcomeStatus status) { filterBy({statusFacet(status)}); });
    connect(&m_selection, &Selection::auditChanged, this, &ControlResultsView::showAudit);
    connect(&m_selection, &Selection::placeChanged, this, &ControlResultsView::showPlace);
    showAudit();
}

void ControlResultsView::createTree()
{
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setAutoAcceptChildRows(true);
    m_tree->setModel(m_found);
    m_tree->setObjectName(QStringLiteral("controlTree"));
    m_tree->setAccessibleName(tr("Controls and their status"));
    m_tree->setItemDelegate(new ControlTreeDelegate(this));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    // The selection rather than the current index: tabbing into the tree chooses nothing.
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this](const QItemSelection &selected) {
        if (!m_following && !selected.isEmpty())
            choose(selected.indexes().first());
    });
    connect(m_tree, &QTreeView::clicked, this, &ControlResultsView::choose);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        choose(index);
        if (index.data(ControlTreeModel::ControlIdRole).toInt() != 0)
            Q_EMIT m_selection.detailRequested();
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) { remember(index, false); });
}

QAction *ControlResultsView::addVerb(const QString &verb, const QString &text, const std::function<void()> &work)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("controls.") + verb);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, work);
    addAction(action);
    return action;
}

void ControlResultsView::createActions()
{
    const std::pair<QString, QString> words[] = {{QStringLiteral("groupBySeverity"), tr("Group by severity")},
                                                 {QStringLiteral("groupByStatus"), tr("Group by status")},
                                                 {QStringLiteral("groupByCategory"), tr("Group by category")},
                                                 {QStringLiteral("groupByFramework"), tr("Group by framework requirement")}};
    const QString entries[] = {tr("Severity"), tr("Status"), tr("Category"), tr("Framework requirement")};
    for (size_t i = 0; i < allGroupings.size(); ++i) {
        QAction *action = addVerb(words[i].first, words[i].second, [this, i] { setGrouping(allGroupings[i]); });
        action->setCheckable(true);
        action->setChecked(allGroupings[i] == grouping());
        m_groupings->addAction(action);
        m_groupBy->addItem(entries[i]);
    }
    addVerb(QStringLiteral("expandAll"), tr("Expand all"), [this] { openAll(true); });
    addVerb(QStringLiteral("collapseAll"), tr("Collapse all"), [this] { openAll(false); });
    addVerb(QStringLiteral("showAll"), tr("Show all"), [this] { showAll(); })
        ->setToolTip(tr("Show the outcomes of all controls; the words you typed stay"));
    addVerb(QStringLiteral("find"), tr("Find a control"), [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

QWidget *ControlResultsView::createTools()
{
    auto *tools = new QWidget;
    auto *label = new QLabel(tr("&Group by"));
    label->setBuddy(m_groupBy);
    m_groupBy->setObjectName(QStringLiteral("controlGroupBy"));
    m_groupBy->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_groupBy, &QComboBox::activated, this, [this](int i) { setGrouping(allGroupings[size_t(i)]); });
    auto *all = new QToolButton;
    all->setDefaultAction(findChild<QAction *>(QStringLiteral("controls.showAll")));
    m_search->setObjectName(QStringLiteral("controlSearch"));
    m_search->setPlaceholderText(tr("Find a control"));
    m_search->setAccessibleName(tr("Find a control"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &ControlResultsView::search);

    auto *layout = new QGridLayout(tools);
    layout->setContentsMargins(6, 0, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(label, 0, 0);
    layout->addWidget(m_groupBy, 0, 1);
    layout->addWidget(all, 0, 2);
    layout->addWidget(m_search, 1, 0, 1, 3);
    layout->setColumnStretch(1, 1);
    return tools;
}

void ControlResultsView::showAudit()
{
    const QScopedValueRollback following(m_following, true);
    m_summary->setAssessment(m_selection.audit().assessment);
    m_model->setAssessment(m_selection.audit().assessment);
    expandRemembered();
    showPlace();
}

void ControlResultsView::setGrouping(ControlGrouping grouping)
{
    const QScopedValueRollback following(m_following, true);
    const auto at = int(std::find(allGroupings.begin(), allGroupings.end(), grouping) - allGroupings.begin());
    m_groupings->actions().at(at)->setChecked(true);
    m_groupBy->setCurrentIndex(at);
    m_model->setGrouping(grouping);
    expandRemembered();
    showPlace();
}

QModelIndex ControlResultsView::indexOfControl(int controlId) const
{
    const QModelIndex root = m_found->index(0, 0);
    if (controlId == 0 || !root.isValid())
        return {};
    return m_found->match(root, ControlTreeModel::ControlIdRole, controlId, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void ControlResultsView::showPlace()
{
    const int controlId = m_selection.place().controlId;
    const QModelIndex current = m_tree->currentIndex();
    const int shown = m_tree->selectionModel()->isSelected(current) ? current.data(ControlTreeModel::ControlIdRole).toInt() : 0;
    if (shown == controlId)
        return;
    const QScopedValueRollback following(m_following, true);
    const QModelIndex index = indexOfControl(controlId);
    m_tree->setCurrentIndex(index);
    if (index.isValid())
        m_tree->scrollTo(index);
}

void ControlResultsView::choose(const QModelIndex &index)
{
    filterBy(index.data(ControlTreeModel::FacetsRole).value<Facets>());
    if (const int controlId = index.data(ControlTreeModel::ControlIdRole).toInt())
        m_selection.selectControl(controlId);
}

void ControlResultsView::filterBy(const Facets &facets)
{
    // Which controls: that is chosen here. A status somebody typed or picked elsewhere narrows it further.
    const QString status = statusFacet({}).name;
    QStringList taken = controlFacets();
    if (!m_ownStatus.isEmpty() && m_selection.filter().facet(status) == m_ownStatus)
        taken << status;
    const SearchWords words = withFacets(m_selection.filter(), taken, facets);
    const auto own = std::find_if(facets.begin(), facets.end(), [&](const Facet &facet) { return facet.name == status; });
    m_ownStatus = own == facets.end() ? QStringList() : own->values;
    m_selection.setFilter(words.text());
}

void ControlResultsView::showAll()
{
    const QScopedValueRollback following(m_following, true);
    m_tree->setCurrentIndex({});
    m_ownStatus.clear();
    m_selection.setFilter(withFacets(m_selection.filter(), overviewFacets(), {}).text());
}

void ControlResultsView::search(const QString &text)
{
    const QScopedValueRollback following(m_following, true);
    m_found->setFilterFixedString(text);
    expandRemembered();
    showPlace();
}

void ControlResultsView::expandRemembered()
{
    const QScopedValueRollback following(m_following, true);
    if (!m_search->text().isEmpty()) {
        m_tree->expandAll(); // what was found must be seen
        return;
    }
    m_tree->collapseAll();
    const QSet<QString> open = m_open.value(grouping());
    for (const QModelIndex &node : groupNodes()) {
        if (open.contains(node.data(ControlTreeModel::KeyRole).toString()))
            m_tree->expand(node);
    }
}

QModelIndexList ControlResultsView::groupNodes() const
{
    return m_found->match(m_found->index(0, 0), ControlTreeModel::ControlIdRole, 0, -1, Qt::MatchExactly | Qt::MatchRecursive);
}

void ControlResultsView::openAll(bool open)
{
    QSet<QString> &keys = m_open[grouping()];
    keys.clear();
    for (const QModelIndex &node : groupNodes()) {
        if (open)
            keys.insert(node.data(ControlTreeModel::KeyRole).toString());
    }
    expandRemembered();
}

void ControlResultsView::remember(const QModelIndex &index, bool expanded)
{
    if (m_following || !m_search->text().isEmpty())
        return;
    const QString key = index.data(ControlTreeModel::KeyRole).toString();
    if (expanded)
        m_open[grouping()].insert(key);
    else
        m_open[grouping()].remove(key);
}

QByteArray ControlResultsView::saveState() const
{
    QJsonObject open;
    for (const ControlGrouping grouping : allGroupings) {
        QStringList keys = m_open.value(grouping).values();
        keys.sort();
        open.insert(controlGroupingName(grouping), QJsonArray::fromStringList(keys));
    }
    const QJsonObject state{{groupingKey, controlGroupingName(grouping())}, {openKey, open}};
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

bool ControlResultsView::restoreState(const QByteArray &state)
{
    const QJsonObject saved = QJsonDocument::fromJson(state).object();
    const auto grouping = controlGroupingFromName(saved[groupingKey].toString());
    if (!grouping || !saved[openKey].isObject())
        return false;
    const QJsonObject open = saved[openKey].toObject();
    for (const ControlGrouping one : allGroupings) {
        QSet<QString> &keys = m_open[one];
        keys.clear();
        for (const QJsonValue &key : open[controlGroupingName(one)].toArray())
            keys.insert(key.toString());
    }
    setGrouping(*grouping);
    return true;
}

} // namespace pdsi
