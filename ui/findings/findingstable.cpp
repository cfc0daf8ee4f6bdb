// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingstable.h"

#include "ui/findings/keptselection.h"
#include "ui/findings/statusdelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>

namespace pdsi {

namespace {

/// Widths in average characters: what can still be read, and what is wide enough.
struct ColumnWidth {
    int least;
    int most;
};

constexpr std::array<ColumnWidth, findingColumnCount> widths{{
    {18, 22},  // status
    {12, 13},  // severity
    {13, 32},  // control
    {9, 22},   // kind
    {14, 36},  // name
    {20, 70},  // message: and whatever is left over
    {18, 18},  // reason
    {18, 18},  // waived
    {13, 13},  // baseline
    {40, 40},  // frameworks
    {18, 18},  // resource id
    {24, 24},  // fingerprint
}};

int rangeRows(const QItemSelectionRange &range) { return range.bottom() - range.top() + 1; }

} // namespace

FindingsTable::FindingsTable(FindingsModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("findingsTable"));
    setAccessibleName(tr("Outcomes"));
    setModel(model);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegateForColumn(int(FindingColumn::Status), new StatusDelegate(this, FindingsModel::StatusRole));
    new KeptSelection(model, selectionModel(), this);
    setUpHeaders();
}

void FindingsTable::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setToolTip(tr("Click: sort. Shift+click: sort by this column as well. Right click: choose columns"));
    for (int c = 0; c < findingColumnCount; ++c)
        setColumnHidden(c, !shownAtFirst(static_cast<FindingColumn>(c)));
    fitRows();
    fitColumns();
    connect(header, &QHeaderView::sectionClicked, this, [this](int section) {
        sortBy(static_cast<FindingColumn>(section), QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier));
    });
    connect(header, &QHeaderView::sectionResized, this, [this, header] {
        if (header->isVisible() && QGuiApplication::mouseButtons() != Qt::NoButton)
            m_widthsAreOurs = false;
    });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
}

void FindingsTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
}

/// Columns up to the message share the width; those behind it get a part of it only when all of them fit.
void FindingsTable::fitColumns()
{
    if (!m_widthsAreOurs)
        return;
    const int character = fontMetrics().averageCharWidth();
    ColumnWidth main{0, 0};
    int others = 0;
    for (int c = 0; c < findingColumnCount; ++c) {
        const ColumnWidth &width = widths[size_t(c)];
        if (isColumnHidden(c))
            continue;
        if (c <= int(FindingColumn::Message))
            main = {main.least + width.least * character, main.most + width.most * character};
        else
            others += width.most * character;
    }
    const int all = viewport()->width();
    const int room = all - others >= main.least ? all - others : all;
    const double share = main.most > main.least ? std::clamp(double(room - main.least) / (main.most - main.least), 0.0, 1.0) : 1.0;
    for (int c = 0; c < findingColumnCount; ++c) {
        const ColumnWidth &width = widths[size_t(c)];
        const int rest = c == int(FindingColumn::Message) ? std::max(0, room - main.most) : 0;
        setColumnWidth(c, int((width.least + share * (width.most - width.least)) * character) + rest);
    }
}

qsizetype FindingsTable::currentOutcome() const
{
    return currentIndex().isValid() ? m_model->outcomeAt(currentIndex().row()) : -1;
}

std::vector<quint32> FindingsTable::selectedOutcomes() const
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end());
    std::vector<quint32> outcomes;
    outcomes.reserve(size_t(selectedCount()));
    for (const auto &[top, bottom] : std::as_const(ranges)) {
        for (int row = top; row <= bottom; ++row)
            outcomes.push_back(quint32(m_model->outcomeAt(row)));
    }
    return outcomes;
}

qsizetype FindingsTable::selectedCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += rangeRows(range);
    return count;
}

QList<FindingColumn> FindingsTable::visibleColumns() const
{
    QList<FindingColumn> columns;
    for (int place = 0; place < findingColumnCount; ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(column))
            columns << static_cast<FindingColumn>(column);
    }
    return columns;
}

void FindingsTable::showOutcome(qsizetype outcome, bool keepsSelection)
{
    const int row = outcome == currentOutcome() ? -1 : m_model->rowOf(outcome);
    if (row < 0)
        return;
    const QScopedValueRollback following(m_following, true);
    const QModelIndex index = m_model->index(row, std::max(0, currentIndex().column()));
    selectionModel()->setCurrentIndex(index, keepsSelection ? QItemSelectionModel::NoUpdate
                                                            : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void FindingsTable::sortBy(FindingColumn column, bool add)
{
    FindingSort sort = m_model->sorting();
    const auto there = std::find_if(sort.begin(), sort.end(), [&](const FindingSortKey &key) { return key.column == column; });
    const bool turns = there != sort.end() && (add || sort.size() == 1);
    FindingSortKey key{column, Qt::AscendingOrder};
    if (turns)
        key.order = there->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!add)
        sort = {key};
    else if (turns)
        *there = key;
    else
        sort << key;
    m_model->setSort(sort);
}

void FindingsTable::fillColumnMenu(QMenu *menu)
{
    for (int c = 0; c < findingColumnCount; ++c) {
        QAction *action = menu->addAction(columnTitle(static_cast<FindingColumn>(c)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(c));
        action->setEnabled(isColumnHidden(c) || visibleColumns().size() > 1); // one has to stay, for its head
        connect(action, &QAction::toggled, this, [this, c](bool shown) {
            setColumnHidden(c, !shown);
            fitColumns();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Sort worst first"), this, [this] { m_model->setSort(worstFirst()); });
}

QByteArray FindingsTable::saveColumns() const { return horizontalHeader()->saveState(); }

bool FindingsTable::restoreColumns(const QByteArray &state)
{
    const QByteArray before = saveColumns();
    if (!horizontalHeader()->restoreState(state))
        return false;
    if (visibleColumns().isEmpty()) {
        horizontalHeader()->restoreState(before);
        return false;
    }
    m_widthsAreOurs = false;
    return true;
}

void FindingsTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && !m_following && current.row() != previous.row())
        Q_EMIT outcomeChosen(currentOutcome());
}

void FindingsTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

void FindingsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void FindingsTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRows();
        fitColumns();
    }
}

} // namespace pdsi
