// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/findings/controldetailview.h"
#include "ui/findings/controlresultsview.h"
#include "ui/shell/errorwords.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QtConcurrentRun>

namespace pdsi {

namespace {
const auto layoutKey = QStringLiteral("window/layout");
const auto geometryKey = QStringLiteral("window/geometry");
} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_selection(new Selection(this))
    , m_results(new ControlResultsView(*m_selection, this))
    , m_detail(new ControlDetailView(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QApplication::applicationDisplayName());
    setDockOptions(AnimatedDocks | AllowTabbedDocks | AllowNestedDocks | GroupedDragging);
    setCentralWidget(m_detail);
    addDockWidget(Qt::LeftDockWidgetArea, m_results);
    resize(1280, 800);
    resizeDocks({m_results}, {560}, Qt::Horizontal);
    createActions();
    m_defaultLayout = saveState();
    restoreLayout();
    connect(m_selection, &Selection::placeChanged, this, &MainWindow::showControl);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MainWindow::judged);
    showControl();
}

// Work still running holds no reference to the window; its result is dropped with the watcher.
MainWindow::~MainWindow() = default;

const std::shared_ptr<const Assessment> &MainWindow::assessment() const { return m_selection->audit().assessment; }

void MainWindow::createActions()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open snapshot..."), QKeySequence::Open, this, &MainWindow::chooseArchive);
    file->addAction(tr("Open &sample account"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, &MainWindow::openSample);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_results->toggleViewAction());
    view->addSeparator();
    view->addAction(tr("&Restore default layout"), this, [this] { restoreState(m_defaultLayout); });
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About"), this, &MainWindow::showAbout);
    help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
}

void MainWindow::chooseArchive()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open snapshot"), {}, tr("Snapshot archives (*.pdsnap);;All files (*)"));
    if (!path.isEmpty())
        openArchive(path);
}

void MainWindow::openSample()
{
    start([]() -> Judged { return judgeSample(); }, tr("the sample account"));
}

void MainWindow::openArchive(const QString &path)
{
    start([path]() -> Judged { return judgeArchive(path); }, path);
}

void MainWindow::start(std::function<Judged()> work, const QString &what)
{
    if (m_watcher.isRunning())
        return;
    m_opening = what;
    statusBar()->showMessage(tr("Opening %1...").arg(what));
    m_watcher.setFuture(QtConcurrent::run(std::move(work)));
}

void MainWindow::judged()
{
    const Judged result = m_watcher.result();
    statusBar()->clearMessage();
    if (!result) {
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Cannot open the snapshot"), errorSentence(result.error()),
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setInformativeText(tr("What was open before stays open."));
        box->open();
        Q_EMIT opened(false);
        return;
    }
    m_selection->setAudit(result.value());
    const Assessment &judgedNow = *assessment();
    const QString account = judgedNow.subdomain.isEmpty() ? judgedNow.snapshot.account.baseUrl : judgedNow.subdomain;
    setWindowTitle(tr("%1 - %2").arg(account, QApplication::applicationDisplayName()));
    statusBar()->showMessage(tr("%1, as of %2, %3 requests%4")
                                 .arg(account, formatInstant(judgedNow.asOf))
                                 .arg(judgedNow.requests.size())
                                 .arg(judgedNow.snapshot.complete() ? QString() : tr(", collection incomplete")));
    Q_EMIT opened(true);
}

void MainWindow::showControl()
{
    int row = -1;
    for (int i = 0; assessment() && i < assessment()->controls.size(); ++i) {
        if (assessment()->controls.at(i).info.id == m_selection->place().controlId)
            row = i;
    }
    m_detail->show(assessment(), row);
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About %1").arg(QApplication::applicationDisplayName()),
                       tr("<h3>%1 %2</h3><p>Read-only security audit of a PagerDuty account.</p>"
                          "<p>GPL-3.0-or-later. Built with Qt %3.</p>")
                           .arg(QApplication::applicationDisplayName(), QApplication::applicationVersion(),
                                QLatin1String(qVersion())));
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    restoreState(settings.value(layoutKey).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(layoutKey, saveState());
    QMainWindow::closeEvent(event);
}

} // namespace pdsi
