// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/requestlogpanel.h"

#include "ui/collection/rowtable.h"
#include "ui/models/curlcommand.h"
#include "ui/models/requestlogfiltermodel.h"
#include "ui/models/requestlogmodel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace pdsi {

RequestLogPanel::RequestLogPanel(RequestLogModel &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_filtered(new RequestLogFilterModel(this))
    , m_filter(new QLineEdit)
    , m_count(new QLabel)
    , m_table(new RowTable)
{
    m_filtered->setSourceModel(&log);
    m_filter->setObjectName(QStringLiteral("collection.filterText"));
    m_filter->setPlaceholderText(tr("Filter, e.g. class:users status:4xx"));
    m_filter->setToolTip(tr("Words to look for. class:, status: (404, 4xx, none), result:, method: and id: look at one column; "
                            "a minus in front leaves out."));
    m_filter->setAccessibleName(tr("Filter of the request log"));
    m_filter->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    m_table->setObjectName(QStringLiteral("collection.requests"));
    m_table->setAccessibleName(tr("Request log"));
    m_table->setModel(m_filtered);
    m_table->sortByColumn(RequestLogModel::IdColumn, Qt::AscendingOrder);
    m_table->setColumnCharacters({5, 18, 7, 44, 6, 14, 27, 6, 9, 9, 20, 20});
    auto *top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addLayout(top);
    layout->addWidget(m_table);

    connect(m_filter, &QLineEdit::textChanged, this, &RequestLogPanel::filter);
    connect(m_filtered, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        m_atEnd = m_table->verticalScrollBar()->value() == m_table->verticalScrollBar()->maximum();
    });
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &RequestLogPanel::followTail);
    connect(m_filtered, &QAbstractItemModel::rowsRemoved, this, &RequestLogPanel::tellCount);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &RequestLogPanel::tellCount);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RequestLogPanel::selectionChanged);
    tellCount();
}

void RequestLogPanel::setAccount(const AccountInfo &account) { m_account = account; }

void RequestLogPanel::filter(const QString &text)
{
    m_filtered->setWords(SearchWords::parse(text));
    tellCount();
}

void RequestLogPanel::tellCount()
{
    const QLocale locale;
    const int shown = m_filtered->rowCount(), all = m_log.rowCount();
    m_count->setText(shown == all ? locale.toString(all) : tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
}

void RequestLogPanel::followTail()
{
    tellCount();
    const bool inOrder = m_filtered->sortColumn() == RequestLogModel::IdColumn && m_filtered->sortOrder() == Qt::AscendingOrder;
    if (m_atEnd && inOrder)
        m_table->scrollToBottom();
}

bool RequestLogPanel::showRequest(int id)
{
    const int row = m_log.rowOf(id);
    if (row < 0)
        return false;
    QModelIndex shown = m_filtered->mapFromSource(m_log.index(row, 0));
    if (!shown.isValid()) {
        m_filter->clear();
        shown = m_filtered->mapFromSource(m_log.index(row, 0));
    }
    m_table->setCurrentIndex(shown);
    m_table->scrollTo(shown, QAbstractItemView::PositionAtCenter);
    return true;
}

void RequestLogPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QString RequestLogPanel::selectedCurlCommands() const
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    QStringList commands;
    for (const int row : rows) {
        const QModelIndex source = m_filtered->mapToSource(m_filtered->index(row, 0));
        if (const QString command = curlCommand(m_log.record(source.row()), m_account); !command.isEmpty())
            commands << command;
    }
    return commands.join(QLatin1Char('\n'));
}

} // namespace pdsi
