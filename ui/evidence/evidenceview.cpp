// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidenceview.h"

#include "core/base/privatefile.h"
#include "ui/evidence/answerview.h"
#include "ui/evidence/inertbrowser.h"
#include "ui/evidence/requestpage.h"
#include "ui/theme/statustheme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QSplitter>
#include <QTableView>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace pdsi {

namespace {

QTableView *factTableView(QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTableView;
    view->setModel(model);
    view->setObjectName(QStringLiteral("evidenceTable"));
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setShowGrid(false);
    view->setTextElideMode(Qt::ElideMiddle); // pointers differ in the middle and at the end
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 6);
    view->horizontalHeader()->setSectionResizeMode(EvidenceModel::PointerColumn, QHeaderView::Stretch);
    view->horizontalHeader()->setSectionResizeMode(EvidenceModel::ValueColumn, QHeaderView::Stretch);
    view->horizontalHeader()->setSectionResizeMode(EvidenceModel::RequestColumn, QHeaderView::ResizeToContents);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    return view;
}

} // namespace

EvidenceView::EvidenceView(Selection &selection, QWidget *parent)
    : QDockWidget(tr("Raw evidence"), parent)
    , m_selection(selection)
    , m_model(new EvidenceModel(this))
    , m_hint(new QLabel)
    , m_list(factTableView(m_model, tr("Facts behind the verdict")))
    , m_tabs(new QTabWidget)
    , m_answer(new AnswerView)
    , m_request(new InertBrowser)
{
    setObjectName(QStringLiteral("evidence"));
    setAccessibleName(tr("Raw evidence"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_request->setObjectName(QStringLiteral("requestPage"));
    m_request->setAccessibleName(tr("Request and digest"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_answer, tr("Answer"));
    m_tabs->addTab(m_request, tr("Request and digest"));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_list);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({110, 400});
    splitter->setChildrenCollapsible(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->addWidget(createActions());
    layout->addWidget(m_hint);
    layout->addWidget(splitter, 1);
    setWidget(content);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EvidenceView::showCurrent);
    connect(m_answer, &AnswerView::loaded, this, &EvidenceView::answerLoaded);
    connect(&m_selection, &Selection::auditChanged, this, [this] { m_rows.reset(); });
    connect(&m_selection, &Selection::placeChanged, this, &EvidenceView::showPlace);
    connect(&m_save, &QFutureWatcherBase::finished, this, &EvidenceView::saveFinished);
    showPlace();
}

QAction *EvidenceView::addNamed(const char *name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

QToolBar *EvidenceView::createActions()
{
    const auto copy = [](const QString &text) { QGuiApplication::clipboard()->setText(text); };
    QAction *pointer = addNamed("evidence.copyPointer", tr("Copy pointer"));
    QAction *value = addNamed("evidence.copyValue", tr("Copy value"));
    QAction *digest = addNamed("evidence.copySha256", tr("Copy SHA-256"));
    QAction *save = addNamed("evidence.saveBody", tr("Save answer..."));
    QAction *find = addNamed("evidence.find", tr("Find in answer"), QKeySequence::Find);
    QAction *next = addNamed("evidence.findNext", tr("Find next"), Qt::Key_F3);
    QAction *previous = addNamed("evidence.findPrevious", tr("Find previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    connect(pointer, &QAction::triggered, this, [this, copy] { copy(current()->pointer); });
    connect(value, &QAction::triggered, this, [this, copy] { copy(jsonText(current()->value)); });
    connect(digest, &QAction::triggered, this, [this, copy] {
        const RequestRecord *request = m_selection.audit().inventory->request(current()->requestId);
        copy(request ? QString::fromLatin1(request->sha256) : QString());
    });
    connect(save, &QAction::triggered, this, &EvidenceView::chooseFile);
    const auto inAnswer = [this](auto what) {
        return [this, what] {
            m_tabs->setCurrentWidget(m_answer);
            what(*m_answer);
        };
    };
    connect(find, &QAction::triggered, this, inAnswer([](AnswerView &view) { view.openFind(); }));
    connect(next, &QAction::triggered, this, inAnswer([](AnswerView &view) { view.findNext(); }));
    connect(previous, &QAction::triggered, this, inAnswer([](AnswerView &view) { view.findNext(true); }));
    m_factActions = {pointer, value, digest, save, find, next, previous};
    connect(m_list, &QWidget::customContextMenuRequested, this, [this, pointer, value, digest, save](const QPoint &at) {
        auto *menu = new QMenu(m_list);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({pointer, value, digest, save});
        menu->popup(m_list->viewport()->mapToGlobal(at));
    });
    auto *bar = new QToolBar(tr("Evidence"));
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addActions({pointer, value, digest, save, find});
    return bar;
}

const Evidence *EvidenceView::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->evidence().at(row) : nullptr;
}

void EvidenceView::showPlace()
{
    const JudgedSnapshot &audit = m_selection.audit();
    const Place &place = m_selection.place();
    if (!audit)
        return showEvidence({}, tr("Nothing is open."));
    if (place.outcome >= 0 && place.outcome < audit.assessment->outcomes.size()) {
        const AssessedOutcome &outcome = audit.assessment->outcomes.at(place.outcome);
        return showEvidence(outcome.evidence, outcome.evidence.isEmpty() ? tr("This verdict rests on no stored answer.") : QString());
    }
    if (!place.resourceId.isEmpty()) {
        if (!m_rows)
            m_rows.emplace(audit.inventory);
        const ResourceRow *row = m_rows->row(place.resourceKind, place.resourceId);
        if (!row)
            return showEvidence({}, tr("This resource is not among what was read."));
        return showEvidence({{row->source.requestId, row->source.pointer, QJsonValue::Undefined}}, {});
    }
    showEvidence({}, tr("Choose a finding or a resource: the answers of PagerDuty behind it appear here."));
}

void EvidenceView::showEvidence(const QList<Evidence> &evidence, const QString &hint)
{
    m_model->setEvidence(evidence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_list->setCurrentIndex(m_model->index(0, 0));
    if (evidence.isEmpty())
        showCurrent();
}

void EvidenceView::showFact(int requestId, const QString &pointer)
{
    if (!m_selection.audit())
        return;
    const int row = m_model->rowOf(requestId, pointer);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    else
        showEvidence({{requestId, pointer, QJsonValue::Undefined}}, {});
    m_tabs->setCurrentWidget(m_answer);
}

void EvidenceView::showCurrent()
{
    const Evidence *fact = current();
    for (QAction *action : m_factActions)
        action->setEnabled(fact != nullptr);
    if (fact)
        m_answer->showAnswer(m_selection.audit().inventory, fact->requestId, fact->pointer);
    else
        m_answer->clear();
    showRequest();
}

void EvidenceView::showRequest()
{
    const Evidence *fact = current();
    const auto &answer = m_answer->answer();
    const auto digest = answer ? std::optional(answer->digest) : std::nullopt;
    m_request->setHtml(fact ? requestPage(*m_selection.audit().inventory, fact->requestId, digest, StatusTheme::isDark(palette())) : QString());
}

void EvidenceView::answerLoaded()
{
    m_model->resolve(m_list->currentIndex().row(), m_answer->answer()->value);
    showRequest();
}

void EvidenceView::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save the stored answer"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("request-%1.json").arg(current()->requestId));
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceView::saveBody);
    dialog->open();
}

void EvidenceView::saveBody(const QString &path)
{
    const Evidence *fact = current();
    if (!fact || m_save.isRunning())
        return;
    m_save.setFuture(QtConcurrent::run([inventory = m_selection.audit().inventory, id = fact->requestId, path] {
        return Save{path, writePrivateFile(path, inventory->body(id))};
    }));
}

void EvidenceView::saveFinished()
{
    const Save save = m_save.result();
    if (save.result) {
        m_hint->setText(tr("Saved to %1, readable by you alone.").arg(save.path));
        m_hint->show();
    } else {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), tr("The answer could not be written to %1.").arg(save.path),
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(tr("Check that the folder is there, that you may write to it and that the disk is not full."));
        box->open();
    }
    Q_EMIT saved(save.result.ok());
}

void EvidenceView::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showRequest();
}

} // namespace pdsi
