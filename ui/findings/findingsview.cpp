// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingsview.h"

#include "ui/findings/findingsactions.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/searchfield.h"
#include "ui/findings/searchhelp.h"
#include "ui/findings/statuschips.h"
#include "ui/models/findingfacets.h"
#include "ui/parts/plainlabel.h"
#include "ui/shell/selection.h"

#include <QDataStream>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pdsi {

namespace {

constexpr quint32 stateMark = 0x50444601; // the last byte counts the layouts

} // namespace

FindingsView::FindingsView(Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new FindingsModel(this))
    , m_table(new FindingsTable(m_model, this))
    , m_search(new SearchField)
    , m_help(new SearchHelp(this))
    , m_chips(new StatusChips)
    , m_problems(plainLabel(QStringLiteral("findingsProblems")))
    , m_result(plainLabel(QStringLiteral("findingsResult")))
    , m_pages(new QStackedWidget)
    , m_patience(new QTimer(this))
    , m_actions(new FindingsActions(*this, selection))
{
    setObjectName(QStringLiteral("findings"));
    setAccessibleName(tr("Findings"));
    m_search->setObjectName(QStringLiteral("findingsSearch"));
    m_pages->addWidget(m_table);
    m_pages->addWidget(createMessagePage());
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(createSearchRow());
    layout->addWidget(m_problems);
    layout->addWidget(m_chips);
    layout->addWidget(m_result);
    layout->addWidget(m_pages, 1);
    layout->setSpacing(fontMetrics().height() / 3);
    m_patience->setSingleShot(true);
    m_patience->setInterval(300);
    connectParts();
    takeFilter();
    open();
}

QWidget *FindingsView::createSearchRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 1);
    const auto add = [&](const QString &text, const QString &tip, void (FindingsView::*showMore)()) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, showMore);
        layout->addWidget(button);
    };
    add(tr("Recent"), tr("Recent searches"), &FindingsView::showRecent);
    add(tr("?"), tr("What can be typed into the search"), &FindingsView::showHelp);
    return row;
}

QWidget *FindingsView::createMessagePage()
{
    m_messagePage = new QWidget;
    m_message = plainLabel(QStringLiteral("findingsMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_clear = new QPushButton(tr("Clear the filter"));
    m_clear->setObjectName(QStringLiteral("findingsClear"));
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_selection.setFilter({});
        m_search->setFocus();
    });
    auto *layout = new QVBoxLayout(m_messagePage);
    layout->addStretch(1);
    layout->addWidget(m_message);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return m_messagePage;
}

void FindingsView::connectParts()
{
    connect(&m_selection, &Selection::auditChanged, this, &FindingsView::open);
    connect(&m_selection, &Selection::filterChanged, this, &FindingsView::takeFilter);
    connect(&m_selection, &Selection::placeChanged, this, [this] { m_table->showOutcome(m_selection.place().outcome); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { m_selection.setFilter(text); });
    connect(m_search, &SearchField::left, this, [this] {
        m_table->setFocus();
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_help, &SearchHelp::wordChosen, m_search, &SearchField::insertWord);
    connect(m_chips, &StatusChips::chosen, this, [this](const QList<int> &statuses) {
        QStringList names;
        for (const int status : statuses)
            names << outcomeStatusName(static_cast<OutcomeStatus>(status));
        m_selection.setFilterFacet(QStringLiteral("status"), names);
    });
    connect(m_model, &FindingsModel::indexed, this, [this] { m_search->setFindings(m_model->findings()); });
    connect(m_model, &FindingsModel::problemsChanged, this, &FindingsView::showProblems);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsView::showPage);
    connect(m_model, &FindingsModel::started, m_patience, qOverload<>(&QTimer::start));
    connect(m_patience, &QTimer::timeout, this, &FindingsView::showBusy);
    connect(m_model, &FindingsModel::completed, this, &FindingsView::completed);
    connect(m_table, &FindingsTable::outcomeChosen, &m_selection, &Selection::selectOutcome);
    connect(m_table, &FindingsTable::selectedRowsChanged, this, &FindingsView::showResultLine);
    // Also when the row is the current one already and the place has moved elsewhere.
    const auto choose = [this](const QModelIndex &row) { m_selection.selectOutcome(m_model->outcomeAt(row.row())); };
    connect(m_table, &QAbstractItemView::clicked, this, choose);
    connect(m_table, &QAbstractItemView::activated, this, [this, choose](const QModelIndex &row) {
        choose(row);
        Q_EMIT m_selection.detailRequested();
    });
}

void FindingsView::open()
{
    const std::shared_ptr<const Assessment> &assessment = m_selection.audit().assessment;
    StatusCounts totals;
    if (assessment) {
        for (const ControlResult &control : assessment->controls) {
            for (const OutcomeStatus status : {OutcomeStatus::Error, OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                                               OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable})
                totals.add(status, control.counts.of(status));
        }
    }
    m_chips->setTotals(totals);
    m_chips->setCounts(totals);
    m_result->clear();
    m_search->setFindings(nullptr);
    m_model->setAssessment(assessment);
}

void FindingsView::takeFilter()
{
    const SearchWords &words = m_selection.filter();
    if (m_search->text() != words.text())
        m_search->replaceText(words.text());
    m_chips->setChosen(statusesNamed(words.facet(QStringLiteral("status"))));
    m_model->setWords(words);
}

void FindingsView::showProblems()
{
    QStringList texts;
    for (const FilterProblem &problem : m_model->problems())
        texts << problem.text;
    m_problems->setText(texts.join(QLatin1Char('\n')));
    m_problems->setVisible(!texts.isEmpty());
    m_search->setAccessibleDescription(m_problems->text());
}

void FindingsView::showBusy()
{
    m_result->setText(m_model->findings() ? tr("Searching and sorting...") : tr("Reading the outcomes..."));
}

void FindingsView::completed()
{
    m_patience->stop();
    m_chips->setCounts(m_model->statusCounts());
    m_table->showOutcome(m_selection.place().outcome, m_table->selectedCount() > 0);
    showResultLine();
    showPage();
}

void FindingsView::showPage()
{
    const std::shared_ptr<const Assessment> &assessment = m_model->assessment();
    if (m_model->rowCount() > 0) {
        m_pages->setCurrentWidget(m_table);
        return;
    }
    if (assessment && !m_model->isComplete() && m_pages->currentWidget() == m_table)
        return; // rows may be on their way: no flicker
    m_clear->setVisible(assessment && m_model->isComplete() && !assessment->outcomes.isEmpty());
    if (!assessment)
        m_message->setText(tr("Nothing is open. Open a snapshot, or the sample account, from the File menu."));
    else if (!m_model->isComplete())
        m_message->setText(tr("Reading the outcomes..."));
    else if (assessment->outcomes.isEmpty())
        m_message->setText(tr("This assessment has no outcomes."));
    else
        m_message->setText(m_model->problems().isEmpty() ? tr("No outcome matches.")
                                                         : tr("The search cannot be answered as it is typed."));
    m_pages->setCurrentWidget(m_messagePage);
}

void FindingsView::showResultLine()
{
    if (!m_model->assessment()) {
        m_result->clear();
        return;
    }
    if (!m_model->isComplete())
        return;
    const qsizetype all = m_model->assessment()->outcomes.size();
    QString text = m_model->rowCount() == all
        ? tr("All %1 outcomes").arg(locale().toString(all))
        : tr("%1 of %2 outcomes").arg(locale().toString(m_model->rowCount()), locale().toString(all));
    if (const qsizetype selected = m_table->selectedCount(); selected > 1)
        text += tr(", %1 selected").arg(locale().toString(selected));
    m_result->setText(text);
}

void FindingsView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FindingsView::showRecent()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("findingsRecent"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &search : m_search->recent()) {
        QString shown = search;
        shown.replace(QLatin1Char('&'), QStringLiteral("&&")); // no mnemonic
        menu->addAction(shown, this, [this, search] { m_search->replaceText(search); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No search yet"))->setEnabled(false);
    menu->popup(m_search->mapToGlobal(m_search->rect().bottomLeft()));
}

void FindingsView::showHelp() { m_help->popUpUnder(m_search); }

QByteArray FindingsView::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateMark << m_table->saveColumns() << m_search->recent() << qint32(m_model->sorting().size());
    for (const FindingSortKey &key : m_model->sorting())
        stream << quint8(key.column) << quint8(key.order);
    return state;
}

bool FindingsView::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    QByteArray columns;
    QStringList recent;
    qint32 keys = 0;
    stream >> mark;
    if (mark != stateMark)
        return false;
    stream >> columns >> recent >> keys;
    FindingSort sort;
    for (qint32 i = 0; i < keys && stream.status() == QDataStream::Ok; ++i) {
        quint8 column = 0;
        quint8 order = 0;
        stream >> column >> order;
        if (column >= findingColumnCount || order > 1)
            return false;
        sort.append({static_cast<FindingColumn>(column), static_cast<Qt::SortOrder>(order)});
    }
    if (stream.status() != QDataStream::Ok || !m_table->restoreColumns(columns))
        return false;
    m_search->setRecent(recent);
    m_model->setSort(sort);
    return true;
}

} // namespace pdsi
