// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/gaplistview.h"

#include "ui/coverage/coveragetable.h"
#include "ui/coverage/differencespane.h"
#include "ui/coverage/gapspane.h"
#include "ui/coverage/peoplepane.h"
#include "ui/models/coveragesource.h"
#include "ui/models/whatifwords.h"
#include "ui/parts/plainlabel.h"
#include "ui/parts/whatifactions.h"
#include "ui/parts/whatifbanner.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QTabWidget>
#include <QVBoxLayout>

namespace pdsi {

GapListView::GapListView(Selection &selection, CoverageSource &source, QWidget *parent)
    : QDockWidget(tr("Gaps"), parent)
    , m_source(source)
    , m_gaps(new GapsPane(selection, source))
    , m_people(new PeoplePane(selection, source))
    , m_differences(new DifferencesPane(selection, source))
    , m_tabs(new QTabWidget)
    , m_note(plainLabel(QStringLiteral("gapsNote"), 4))
{
    setObjectName(QStringLiteral("gaps"));
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("gapsTabs"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the gap list"));
    m_tabs->addTab(m_gaps, tr("Gaps"));
    m_tabs->addTab(m_people, tr("People"));
    m_tabs->addTab(m_differences, tr("Differences"));
    m_note->hide();
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new WhatIfBanner(source));
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_note);
    setWidget(content);
    makeActions();
    auto *supposing = new WhatIfActions(selection, source, objectName(), this);
    m_gaps->table()->addActions({supposing->scheduleRemoved(), supposing->reset()});
    m_people->table()->addActions({supposing->personAway(), supposing->reset()});
    connect(m_gaps, &GapsPane::exported, this, [this](const QString &path, const QString &error) {
        m_note->setText(error.isEmpty() ? tr("Exported to %1.").arg(path) : tr("Not exported. %1").arg(error));
        m_note->show();
    });
    connect(&source, &CoverageSource::coverageChanged, m_note, &QWidget::hide);
    connect(&source, &CoverageSource::coverageChanged, this, &GapListView::followWhatIf);
    connect(&source, &CoverageSource::whatIfChanged, this, &GapListView::followWhatIf);
}

QAction *GapListView::add(const QString &name, const QString &text, const QKeySequence &keys, std::function<void()> what)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("gaps.") + name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(what));
    addAction(action);
    return action;
}

void GapListView::makeActions()
{
    const auto show = [this](QWidget *pane) { return [this, pane] { m_tabs->setCurrentWidget(pane); }; };
    QAction *copied = add(QStringLiteral("copy"), tr("Copy"), QKeySequence::Copy, [this] { copy(); });
    QAction *csv = add(QStringLiteral("copyCsv"), tr("Copy as CSV"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyCsv(); });
    QAction *exported = add(QStringLiteral("exportCsv"), tr("Export gaps as CSV..."), {}, [this] { chooseExport(); });
    m_exports = {csv, exported};
    add(QStringLiteral("filter"), tr("Filter gaps"), QKeySequence::Find, [this] {
        m_tabs->setCurrentWidget(m_gaps);
        m_gaps->focusFilter();
    });
    add(QStringLiteral("clearFilter"), tr("Clear the filter of gaps"), {}, [this] { m_gaps->clearFilter(); });
    add(QStringLiteral("list"), tr("Show gaps"), {}, show(m_gaps));
    add(QStringLiteral("people"), tr("Show people on call"), {}, show(m_people));
    add(QStringLiteral("differences"), tr("Show differences between rendered and recomputed schedules"), {}, show(m_differences));
    m_gaps->table()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_gaps->table()->addActions({copied, csv, exported});
    for (QWidget *table : {static_cast<QWidget *>(m_people->table()), static_cast<QWidget *>(m_differences->table())}) {
        table->setContextMenuPolicy(Qt::ActionsContextMenu);
        table->addAction(copied);
    }
}

void GapListView::followWhatIf()
{
    const auto &coverage = m_source.coverage();
    const bool real = m_source.whatIf().isEmpty() && (!coverage || coverage->options.whatIf.isEmpty());
    for (QAction *action : std::as_const(m_exports)) {
        action->setEnabled(real);
        action->setToolTip(real ? action->text() : tr("Not while a what-if is shown"));
    }
}

CoverageTable *GapListView::tableShown() const
{
    if (m_tabs->currentWidget() == m_people)
        return m_people->table();
    return m_tabs->currentWidget() == m_differences ? m_differences->table() : m_gaps->table();
}

void GapListView::copy()
{
    const CoverageTable *table = tableShown();
    if (table->chosenRows().isEmpty())
        return;
    const auto &coverage = m_source.coverage();
    const QString supposed = coverage ? whatIfWords(*m_source.inventory(), coverage->options.whatIf) : QString();
    QGuiApplication::clipboard()->setText(supposed.isEmpty() ? table->chosenText() : supposed + QLatin1Char('\n') + table->chosenText());
}

void GapListView::copyCsv()
{
    const std::vector<GapListEntry> entries = m_gaps->chosenEntries();
    if (entries.empty())
        return;
    const QByteArray csv = gapCsv(*m_gaps->model()->coverage(), entries);
    auto *copied = new QMimeData;
    copied->setText(QString::fromUtf8(csv).remove(QChar(QChar::ByteOrderMark)));
    copied->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(copied);
}

void GapListView::chooseExport()
{
    if (!m_gaps->model()->coverage())
        return;
    auto *dialog = new QFileDialog(this, tr("Export gaps"), {}, tr("Tables (*.csv);;All files (*)"));
    dialog->setObjectName(QStringLiteral("gapsExport"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("gaps.csv"));
    connect(dialog, &QFileDialog::fileSelected, m_gaps, &GapsPane::exportTo);
    dialog->open();
}

} // namespace pdsi
