// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inventory/inventoryview.h"

#include "core/report/markdown.h"
#include "ui/inventory/icondelegate.h"
#include "ui/models/inventorykindmodel.h"
#include "ui/models/inventorymodel.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QTableView *rowTable(QAbstractItemModel *model, const char *objectName, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setObjectName(QLatin1String(objectName));
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    return table;
}

} // namespace

InventoryView::InventoryView(Selection &selection, QWidget *parent)
    : QDockWidget(tr("Inventory"), parent)
    , m_selection(selection)
    , m_kinds(new InventoryKindModel(this))
    , m_resources(new InventoryModel(this))
    , m_open([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    setObjectName(QStringLiteral("inventory"));
    setAccessibleName(tr("Inventory"));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(createKinds());
    splitter->addWidget(createResources());
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({230, 400});
    splitter->setChildrenCollapsible(false);
    setWidget(splitter);
    createActions();
    connect(&m_selection, &Selection::auditChanged, this, &InventoryView::loadAudit);
    connect(&m_selection, &Selection::placeChanged, this, &InventoryView::showPlace);
    loadAudit();
}

QWidget *InventoryView::createKinds()
{
    m_kindTable = rowTable(m_kinds, "inventoryKinds", tr("Kinds of resources"));
    m_kindTable->setItemDelegateForColumn(InventoryKindModel::StateColumn, new IconDelegate(IconDelegate::CollectionState, this));
    m_kindTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_kindTable->horizontalHeader()->setSectionResizeMode(InventoryKindModel::KindColumn, QHeaderView::Stretch);
    m_reconciliation = new QLabel;
    m_reconciliation->setTextFormat(Qt::PlainText);
    m_reconciliation->setWordWrap(true);
    m_reconciliation->setObjectName(QStringLiteral("inventoryReconciliation"));
    connect(m_kindTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InventoryView::kindChosen);
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(4, 4, 4, 0);
    layout->addWidget(m_kindTable, 1);
    layout->addWidget(m_reconciliation);
    return area;
}

QWidget *InventoryView::createResources()
{
    m_filter = new QLineEdit;
    m_filter->setObjectName(QStringLiteral("inventoryFilter"));
    m_filter->setPlaceholderText(tr("Search these resources"));
    m_filter->setAccessibleName(tr("Search these resources"));
    m_filter->setClearButtonEnabled(true);
    m_resourceTable = rowTable(m_resources, "inventoryResources", tr("Resources of this kind"));
    m_resourceTable->setItemDelegateForColumn(InventoryModel::findingsColumn, new IconDelegate(IconDelegate::Severity, this));
    m_resourceTable->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_resourceTable->setContextMenuPolicy(Qt::CustomContextMenu);
    m_resourceTable->horizontalHeader()->setSortIndicator(InventoryModel::findingsColumn, Qt::DescendingOrder);
    m_resourceTable->setSortingEnabled(true);
    m_count = new QLabel;
    m_count->setTextFormat(Qt::PlainText);
    connect(m_filter, &QLineEdit::textChanged, this, &InventoryView::filter);
    connect(m_resourceTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InventoryView::resourceChosen);
    connect(m_resourceTable, &QAbstractItemView::activated, &m_selection, &Selection::detailRequested);
    connect(m_resources, &QAbstractItemModel::modelReset, this, &InventoryView::updateCount);
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->addWidget(m_filter);
    layout->addWidget(m_resourceTable, 1);
    layout->addWidget(m_count);
    return area;
}

void InventoryView::createActions()
{
    const auto add = [this](const char *name, const QString &text, auto what, const QKeySequence &keys = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, what);
        addAction(action);
        return action;
    };
    m_showFindings = add("inventory.showFindings", tr("Show its findings"), &InventoryView::showFindings);
    m_openInPagerDuty = add("inventory.openInPagerDuty", tr("Open in PagerDuty"), &InventoryView::openInPagerDuty);
    m_copy = add("inventory.copy", tr("Copy row"), &InventoryView::copyRow);
    add("inventory.find", tr("Search the inventory"), [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    }, QKeySequence::Find);
    connect(m_resourceTable, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(m_resourceTable);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({m_showFindings, m_openInPagerDuty, m_copy});
        menu->popup(m_resourceTable->viewport()->mapToGlobal(at));
    });
}

void InventoryView::loadAudit()
{
    const JudgedSnapshot &audit = m_selection.audit();
    m_outcomes = ResourceOutcomes(audit.assessment);
    const QString before = m_resources->kind();
    const QScopedValueRollback following(m_following, true);
    m_kinds->setInventory(audit.inventory);
    m_resources->setResources({}, {}, {});
    m_reconciliation->setText(audit ? QString() : tr("Nothing is open: what was collected will be listed here."));
    m_kindTable->setCurrentIndex(m_kinds->index(std::max(0, m_kinds->rowOf(before)), 0));
    updateActions();
}

void InventoryView::showKind(const QString &kind)
{
    const int row = m_kinds->rowOf(kind);
    if (row >= 0)
        m_kindTable->setCurrentIndex(m_kinds->index(row, 0));
}

void InventoryView::kindChosen()
{
    const QModelIndex chosen = m_kindTable->currentIndex();
    if (!chosen.isValid() || !m_selection.audit())
        return;
    const QString kind = chosen.data(InventoryKindModel::KindRole).toString();
    const QScopedValueRollback following(m_following, true);
    m_filter->clear();
    m_resources->setResources(kind, inventoryTable(*m_selection.audit().inventory, kind), m_outcomes);
    m_reconciliation->setText(m_kinds->reconciliation(chosen.row()));
    for (int column = 0; column < m_resources->columnCount(); ++column)
        m_resourceTable->setColumnWidth(column, column == InventoryModel::findingsColumn ? 76 : column == 1 ? 170 : 120);
    if (m_selection.place().resourceKind == kind)
        selectRow(m_selection.place().resourceId);
    updateActions();
}

void InventoryView::filter(const QString &text)
{
    const QString id = m_resourceTable->currentIndex().data(InventoryModel::IdRole).toString();
    const QScopedValueRollback following(m_following, true);
    m_resources->setFilter(text);
    selectRow(id);
}

void InventoryView::resourceChosen()
{
    updateActions();
    const QModelIndex chosen = m_resourceTable->currentIndex();
    const QString id = chosen.data(InventoryModel::IdRole).toString();
    if (!m_following && !id.isEmpty())
        m_selection.selectResource(m_resources->kind(), id);
}

/// Follows to the kind only when a resource itself is looked at: a verdict about one must not move this list.
void InventoryView::showPlace()
{
    const Place &place = m_selection.place();
    if (place.resourceId.isEmpty())
        return;
    const QScopedValueRollback following(m_following, true);
    if (place.outcome < 0 && place.resourceKind != m_resources->kind() && m_kinds->rowOf(place.resourceKind) >= 0)
        showKind(place.resourceKind);
    if (place.resourceKind == m_resources->kind())
        selectRow(place.resourceId);
}

void InventoryView::selectRow(const QString &id)
{
    const int row = m_resources->rowOf(id);
    if (row < 0)
        return m_resourceTable->clearSelection();
    const QModelIndex index = m_resources->index(row, 1);
    m_resourceTable->setCurrentIndex(index);
    m_resourceTable->scrollTo(index);
}

void InventoryView::updateCount()
{
    const int shown = m_resources->rowCount(), all = m_resources->totalRows();
    m_count->setText(m_resources->kind().isEmpty() ? QString() : shown == all ? tr("%1 listed").arg(all) : tr("%1 of %2 match").arg(shown).arg(all));
    updateActions();
}

void InventoryView::updateActions()
{
    if (!m_copy)
        return; // still being built
    const QModelIndex chosen = m_resourceTable->currentIndex();
    m_copy->setEnabled(chosen.isValid());
    m_showFindings->setEnabled(!chosen.data(InventoryModel::IdRole).toString().isEmpty());
    m_openInPagerDuty->setEnabled(!safeHttpsAddress(chosen.data(InventoryModel::UrlRole).toString()).isEmpty());
}

void InventoryView::showFindings()
{
    const QString id = m_resourceTable->currentIndex().data(InventoryModel::IdRole).toString();
    m_selection.setFilter(QStringLiteral("id:") + SearchWords::quoted(id));
    Q_EMIT findingsRequested();
}

void InventoryView::openInPagerDuty()
{
    const QString address = safeHttpsAddress(m_resourceTable->currentIndex().data(InventoryModel::UrlRole).toString());
    if (!address.isEmpty())
        m_open(QUrl(address, QUrl::StrictMode));
}

void InventoryView::copyRow()
{
    QStringList cells;
    for (int column = 0; column < m_resources->columnCount(); ++column)
        cells << m_resources->index(m_resourceTable->currentIndex().row(), column).data().toString();
    QGuiApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
}

} // namespace pdsi
