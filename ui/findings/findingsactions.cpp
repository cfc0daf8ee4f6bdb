// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingsactions.h"

#include "core/report/markdown.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/findingsview.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace pdsi {

FindingsActions::FindingsActions(FindingsView &view, Selection &selection)
    : QObject(&view)
    , m_view(view)
    , m_selection(selection)
    , m_writer(new FindingTextWriter(this))
    , m_open([](const QUrl &address) { QDesktopServices::openUrl(address); })
{
    addLooking();
    addCopying();
    addNarrowing();
    connect(m_writer, &FindingTextWriter::written, this, &FindingsActions::putOnClipboard);
    connect(view.table(), &QWidget::customContextMenuRequested, this, &FindingsActions::popUpMenu);
    connect(view.table(), &FindingsTable::selectedRowsChanged, this, &FindingsActions::enable);
    connect(view.model(), &FindingsModel::completed, this, &FindingsActions::enable);
    enable();
}

QAction *FindingsActions::add(const QString &name, const QString &text, const QKeySequence &keys, std::function<void()> what)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("findings.") + name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(what));
    m_view.addAction(action);
    return action;
}

void FindingsActions::addLooking()
{
    add(QStringLiteral("search"), tr("Search outcomes"), QKeySequence::Find, [this] { m_view.focusSearch(); });
    add(QStringLiteral("clearFilter"), tr("Clear the filter"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { m_selection.setFilter({}); });
    add(QStringLiteral("recent"), tr("Recent searches"), Qt::CTRL | Qt::Key_H, [this] { m_view.showRecent(); });
    add(QStringLiteral("searchHelp"), tr("What can be searched for"), {}, [this] { m_view.showHelp(); });
    add(QStringLiteral("columns"), tr("Choose columns"), {}, [this] { showColumns(); });
    m_needCurrent << add(QStringLiteral("sort"), tr("Sort by the current column"), {}, [this] { sortByCurrentColumn(false); })
                  << add(QStringLiteral("addSort"), tr("Sort by the current column as well"), {}, [this] { sortByCurrentColumn(true); });
    add(QStringLiteral("sortWorstFirst"), tr("Sort worst first"), {}, [this] { m_view.model()->setSort(worstFirst()); });
    add(QStringLiteral("selectAll"), tr("Select all"), QKeySequence::SelectAll, [this] { m_view.table()->selectAll(); });
}

void FindingsActions::addCopying()
{
    m_needSelection << add(QStringLiteral("copy"), tr("Copy"), QKeySequence::Copy, [this] { copy(FindingTextFormat::Tabbed); })
                    << add(QStringLiteral("copyCsv"), tr("Copy as CSV"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                           [this] { copy(FindingTextFormat::Csv); });
    m_needAddress << add(QStringLiteral("copyLink"), tr("Copy link to PagerDuty"), {}, [this] { copyLinks(); })
                  << add(QStringLiteral("open"), tr("Open in PagerDuty"), Qt::CTRL | Qt::Key_Return, [this] { openInPagerDuty(); });
}

void FindingsActions::addNarrowing()
{
    struct Narrowing {
        QString facet;
        QString name;
        QString only;
        QString without;
        std::function<QString(const AssessedOutcome &)> value;
    };
    const QList<Narrowing> all{
        {QStringLiteral("control"), QStringLiteral("Control"), tr("Only this control"), tr("Without this control"),
         [](const AssessedOutcome &row) { return QString::number(row.controlId); }},
        {QStringLiteral("id"), QStringLiteral("Resource"), tr("Only this resource"), tr("Without this resource"),
         [](const AssessedOutcome &row) { return row.resource.id; }},
        {QStringLiteral("kind"), QStringLiteral("Kind"), tr("Only this kind of resource"), tr("Without this kind of resource"),
         [](const AssessedOutcome &row) { return row.resource.kind; }},
        {QStringLiteral("status"), QStringLiteral("Status"), tr("Only this status"), tr("Without this status"),
         [](const AssessedOutcome &row) { return outcomeStatusName(row.status); }},
    };
    for (const Narrowing &one : all) {
        m_filters << add(QStringLiteral("only") + one.name, one.only, {}, [this, one] { narrow(one.facet, false, one.value); });
        m_excludes << add(QStringLiteral("without") + one.name, one.without, {}, [this, one] { narrow(one.facet, true, one.value); });
    }
    m_needCurrent << m_filters << m_excludes;
}

void FindingsActions::narrow(const QString &facet, bool excludes, const std::function<QString(const AssessedOutcome &)> &value)
{
    const AssessedOutcome *row = current();
    if (!row)
        return;
    const SearchWords &words = m_selection.filter();
    m_selection.setFilter((excludes ? words.without(facet, value(*row)) : words.withFacet(facet, {value(*row)})).text());
}

void FindingsActions::copy(FindingTextFormat format)
{
    if (m_view.model()->findings())
        m_writer->write({m_view.model()->findings(), m_view.table()->selectedOutcomes(), m_view.table()->visibleColumns()}, format);
}

void FindingsActions::putOnClipboard(const QString &text, FindingTextFormat format)
{
    auto *data = new QMimeData;
    data->setText(text);
    if (format == FindingTextFormat::Csv)
        data->setData(QStringLiteral("text/csv"), text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

QStringList FindingsActions::selectedAddresses() const
{
    QStringList addresses;
    for (const quint32 outcome : m_view.table()->selectedOutcomes()) {
        const QString address = safeHttpsAddress(m_view.model()->findings()->outcome(outcome).resource.url);
        if (!address.isEmpty() && !addresses.contains(address))
            addresses << address;
    }
    return addresses;
}

void FindingsActions::copyLinks()
{
    QGuiApplication::clipboard()->setText(selectedAddresses().join(QLatin1Char('\n')));
}

void FindingsActions::openInPagerDuty()
{
    const AssessedOutcome *row = current();
    const QString address = row ? safeHttpsAddress(row->resource.url) : QString();
    if (!address.isEmpty())
        m_open(QUrl(address, QUrl::StrictMode));
}

void FindingsActions::sortByCurrentColumn(bool add)
{
    if (m_view.table()->currentIndex().isValid())
        m_view.table()->sortBy(static_cast<FindingColumn>(m_view.table()->currentIndex().column()), add);
}

void FindingsActions::showColumns()
{
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(QStringLiteral("findingsColumns"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_view.table()->fillColumnMenu(menu);
    const QHeaderView *header = m_view.table()->horizontalHeader();
    menu->popup(header->mapToGlobal(header->rect().bottomLeft()));
}

void FindingsActions::popUpMenu(const QPoint &at)
{
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(QStringLiteral("findingsMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_needSelection);
    menu->addSeparator();
    menu->addActions(m_needAddress);
    menu->addSeparator();
    menu->addActions(m_filters);
    menu->addSeparator();
    menu->addActions(m_excludes);
    menu->addSeparator();
    menu->addAction(m_view.findChild<QAction *>(QStringLiteral("findings.selectAll")));
    menu->addAction(m_view.findChild<QAction *>(QStringLiteral("findings.columns")));
    menu->popup(m_view.table()->viewport()->mapToGlobal(at));
}

void FindingsActions::enable()
{
    const AssessedOutcome *row = current();
    const bool selected = m_view.table()->selectionModel()->hasSelection();
    for (QAction *action : std::as_const(m_needSelection))
        action->setEnabled(selected);
    for (QAction *action : std::as_const(m_needCurrent))
        action->setEnabled(row != nullptr);
    for (QAction *action : std::as_const(m_needAddress))
        action->setEnabled(row && !safeHttpsAddress(row->resource.url).isEmpty());
}

const AssessedOutcome *FindingsActions::current() const
{
    const qsizetype outcome = m_view.table()->currentOutcome();
    return outcome < 0 ? nullptr : &m_view.model()->findings()->outcome(outcome);
}

} // namespace pdsi
