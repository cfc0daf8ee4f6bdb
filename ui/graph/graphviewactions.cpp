// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include "ui/graph/graphscopechooser.h"
#include "ui/models/coveragesource.h"
#include "ui/parts/whatifactions.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProgressDialog>
#include <QToolBar>
#include <QToolButton>

namespace pdsi {

namespace {
constexpr double zoomFactor = 1.4;
} // namespace

QAction *GraphView::addNamed(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("graph.") + name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

QAction *GraphView::actionNamed(const char *name) const
{
    return findChild<QAction *>(QStringLiteral("graph.") + QLatin1String(name), Qt::FindDirectChildrenOnly);
}

void GraphView::createActions()
{
    createViewActions();
    createMarkActions();
    addNamed(QStringLiteral("search"), tr("Search the graph"), {QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addNamed(QStringLiteral("nextMatch"), tr("Next match"), {QKeySequence(Qt::Key_F3)}, [this] { nextMatch(true); });
    addNamed(QStringLiteral("previousMatch"), tr("Previous match"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)}, [this] { nextMatch(false); });
    addNamed(QStringLiteral("export"), tr("Export picture..."), {}, [this] { chooseExport(); });
}

void GraphView::createViewActions()
{
    addNamed(QStringLiteral("account"), tr("Show the whole account"), {QKeySequence(Qt::Key_A)},
             [this] { setScope(GraphScopeKind::Account, {}); })->setIconText(tr("Whole account"));
    addNamed(QStringLiteral("open"), tr("Show what is around the selected node"), {QKeySequence(Qt::Key_O)},
             [this] { open(m_canvas->current().node); });
    addNamed(QStringLiteral("fit"), tr("Fit the graph into the view"), {QKeySequence(Qt::Key_F)}, [this] { m_canvas->fit(); })->setIconText(tr("Fit"));
    addNamed(QStringLiteral("zoomIn"), tr("Zoom in"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, [this] { m_canvas->zoomBy(zoomFactor); });
    addNamed(QStringLiteral("zoomOut"), tr("Zoom out"), {QKeySequence(Qt::Key_Minus)}, [this] { m_canvas->zoomBy(1 / zoomFactor); });
    const auto toggle = [this](const char *name, const QString &text, bool GraphScope::*what) {
        QAction *action = addNamed(QLatin1String(name), text, {}, [] {});
        action->setCheckable(true);
        action->setChecked(m_scope.*what);
        connect(action, &QAction::toggled, this, [this, what](bool shown) { setShown(what, shown); });
    };
    toggle("contactMethods", tr("Show contact methods"), &GraphScope::contactMethods);
    toggle("businessServices", tr("Show business services and dependencies"), &GraphScope::businessServices);
}

void GraphView::createMarkActions()
{
    addNamed(QStringLiteral("previousMark"), tr("Previous thing that is wrong"), {QKeySequence(Qt::Key_P)}, [this] { nextMark(false); })
        ->setIconText(QStringLiteral("\u25c0"));
    addNamed(QStringLiteral("nextMark"), tr("Next thing that is wrong"), {QKeySequence(Qt::Key_N)}, [this] { nextMark(true); })
        ->setIconText(QStringLiteral("\u25b6"));
}

QWidget *GraphView::toolBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(QStringLiteral("graphToolBar"));
    bar->setAccessibleName(tr("Graph tools"));
    for (const char *name : {"account", "fit", "previousMark", "nextMark"})
        bar->addAction(actionNamed(name));
    for (QAction *action : bar->actions()) { // what is read aloud is the whole text
        if (QWidget *button = bar->widgetForAction(action))
            button->setAccessibleName(action->text());
    }
    m_search->setObjectName(QStringLiteral("graphSearch"));
    m_search->setAccessibleName(tr("Search the graph"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(70);
    m_search->setMaximumWidth(200);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        search();
        updateWords();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { nextMatch(true); });
    auto *menu = new QMenu(this);
    for (const char *name : {"open", "contactMethods", "businessServices", "zoomIn", "zoomOut", "nextMatch", "previousMatch", "export"})
        menu->addAction(actionNamed(name));
    auto *more = new QToolButton;
    more->setText(tr("More"));
    more->setAutoRaise(true);
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAccessibleName(tr("More of the graph"));
    more->setToolTip(more->accessibleName());
    m_chooser->setMinimumWidth(150);
    auto *all = new QWidget;
    auto *layout = new QHBoxLayout(all);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(m_chooser, 3);
    layout->addWidget(bar, 2);
    layout->addWidget(m_search, 1);
    layout->addWidget(more);
    return all;
}

void GraphView::setShown(bool GraphScope::*what, bool shown)
{
    if (m_scope.*what == shown)
        return;
    m_scope.*what = shown;
    refresh();
}

void GraphView::showMenu(int node, const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("graphMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (node >= 0) {
        selectItem({node, -1}); // what the what-ifs are about
        menu->addAction(actionNamed("open"));
        const GraphNodeKind kind = m_canvas->content()->graph.nodes[size_t(node)].kind;
        if (kind == GraphNodeKind::Person)
            menu->addAction(m_supposing->personAway());
        else if (kind == GraphNodeKind::Schedule)
            menu->addAction(m_supposing->scheduleRemoved());
        menu->addSeparator();
    }
    if (m_supposing->reset()->isEnabled())
        menu->addAction(m_supposing->reset());
    menu->addAction(actionNamed("fit"));
    menu->addAction(actionNamed("account"));
    menu->addAction(actionNamed("export"));
    menu->popup(global);
}

void GraphView::chooseExport()
{
    if (m_canvas->scene().isEmpty())
        return;
    auto *dialog = new QFileDialog(this, tr("Export the graph"), {},
                                   tr("Vector picture (*.svg);;Picture (*.png);;Page (*.pdf);;Graphviz text (*.dot)"));
    dialog->setObjectName(QStringLiteral("graphExportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.indexOf(QLatin1String("*."));
        dialog->setDefaultSuffix(filter.mid(dot + 2, 3));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (!exportTo(path))
            tellOfFailure(path);
    });
    dialog->open();
}

Result<Done> GraphView::exportTo(const QString &path)
{
    const std::optional<GraphPictureFormat> format = graphPictureFormat(path);
    if (!format || m_canvas->scene().isEmpty() || !m_export.write(path, GraphPicture(m_canvas->scene(), caption()), *format))
        return Error{ErrorCode::InvalidArgument, path};
    actionNamed("export")->setEnabled(false);
    showProgress();
    return Done{};
}

/// Only when it takes long enough to be read.
void GraphView::showProgress()
{
    auto *progress = new QProgressDialog(tr("Writing the picture..."), tr("Cancel"), 0, 1000, this);
    progress->setObjectName(QStringLiteral("graphExportProgress"));
    progress->setWindowTitle(tr("Export the graph"));
    progress->setAttribute(Qt::WA_DeleteOnClose);
    progress->setMinimumDuration(600);
    progress->setAutoReset(false); // 1000 of 1000 is painted, but not yet written
    connect(progress, &QProgressDialog::canceled, &m_export, &GraphExport::cancel);
    connect(&m_export, &GraphExport::progressed, progress, &QProgressDialog::setValue);
    connect(&m_export, &GraphExport::finished, progress, &QObject::deleteLater);
}

void GraphView::tellOfFailure(const QString &path)
{
    const QString why = graphPictureFormat(path) ? tr("The file could not be written: %1. Check that the folder is there and that you may write to it.").arg(path)
                                                 : tr("A graph is exported as .svg, .png, .pdf or .dot, not as %1.").arg(path);
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Cannot export the graph"), why, QMessageBox::Ok, this);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace pdsi
