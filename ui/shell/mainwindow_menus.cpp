// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/findings/controlresultsview.h"
#include "ui/findings/findingsview.h"
#include "ui/models/actionmodel.h"
#include "ui/shell/filequestion.h"
#include "ui/shell/about.h"
#include "ui/shell/auditopener.h"
#include "ui/shell/collectionflow.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/reportexporting.h"
#include "ui/shell/selection.h"
#include "ui/shell/windowmenus.h"
#include "ui/theme/palettes.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>

// The window's menus. Each action has an id that never changes: shortcuts are kept by it.
namespace pdsi {

namespace {
constexpr int zoomStep = 10;
} // namespace

void MainWindow::createMenus()
{
    m_menus = std::make_unique<WindowMenus>(*this, *m_actions);
    createFileMenu();
    createViewMenu();
    createGoMenu();
    createHelpMenu();
    m_menus->enlistViewActions(*m_findings, tr("Findings"));
    for (const DockPlacement &placement : m_docks.placements())
        m_menus->enlistViewActions(*placement.dock, placement.dock->windowTitle());
}

void MainWindow::createFileMenu()
{
    QMenu *file = m_menus->menu(tr("&File"));
    m_menus->add(file, {"file.collect", tr("&Collect..."), QKeySequence::New, [this] { m_collection->ask(); }, QStyle::SP_BrowserReload, true});
    m_menus->add(file, {"file.connections", tr("Co&nnections..."), {}, [this] { m_collection->showConnections(); }});
    file->addSeparator();
    m_menus->add(file, {"file.open", tr("&Open snapshot..."), QKeySequence::Open, [this] { chooseArchive(); }, QStyle::SP_DialogOpenButton, true});
    m_menus->add(file, {"file.openSample", tr("Open &sample account"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), [this] { openSample(); }});
    m_recent = file->addMenu(tr("&Recent snapshots"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addSeparator();
    m_needAudit << m_menus->add(file, {"file.saveSnapshot", tr("Save snapshot &as..."), QKeySequence::Save, [this] { saveSnapshot(); }});
    m_needAudit << m_menus->add(file, {"file.exportReport", tr("&Export report..."), QKeySequence(Qt::CTRL | Qt::Key_E),
                                       [this] { exportReport(); }, QStyle::SP_DialogSaveButton, true});
    m_menus->add(file, {"file.verifyBundle", tr("&Verify evidence bundle..."), {}, [this] { verifyBundle(); }});
    m_needAudit << m_menus->add(file, {"file.close", tr("C&lose snapshot"), QKeySequence::Close, [this] { closeAudit(); }});
    file->addSeparator();
    m_menus->add(file, {"file.settings", tr("Se&ttings..."), QKeySequence::Preferences, [this] { showSettings(false); }});
    m_menus->add(file, {"file.quit", tr("&Quit"), QKeySequence::Quit, [this] { close(); }});
}

void MainWindow::fillRecentMenu()
{
    m_recent->clear();
    for (const RecentAudit &recent : m_settings.recent()) {
        QString text = recent.title;
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *action = m_recent->addAction(text, this, [this, recent] { m_opener->open(recent); });
        action->setStatusTip(recent.path);
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("Nothing was opened yet"))->setEnabled(false);
}

void MainWindow::setZoom(int percent) { m_settings.setZoom(percent); }

void MainWindow::createViewMenu()
{
    QMenu *view = m_menus->menu(tr("&View"));
    for (const DockPlacement &placement : m_docks.placements()) {
        QAction *toggle = placement.dock->toggleViewAction();
        toggle->setObjectName(QStringLiteral("view.") + placement.dock->objectName());
        view->addAction(toggle);
        m_menus->enlist(view, toggle);
    }
    view->addSeparator();
    QMenu *colours = view->addMenu(tr("&Colours"));
    auto *group = new QActionGroup(this);
    const std::tuple<const char *, QString, ThemeChoice> themes[] = {{"view.themeSystem", tr("As the &system"), ThemeChoice::System},
                                                                     {"view.themeLight", tr("&Light"), ThemeChoice::Light},
                                                                     {"view.themeDark", tr("&Dark"), ThemeChoice::Dark}};
    for (const auto &[id, text, choice] : themes) {
        const QString name = themeChoiceName(choice);
        QAction *action = m_menus->add(colours, {id, text, {}, [this, name] { m_settings.setTheme(name); }});
        action->setCheckable(true);
        const auto show = [this, action, name] { action->setChecked(m_settings.theme() == name); };
        connect(&m_settings, &AppSettings::appearanceChanged, action, show);
        show();
        group->addAction(action);
    }
    m_menus->add(view, {"view.zoomIn", tr("Zoom &in"), QKeySequence::ZoomIn, [this] { setZoom(m_settings.zoom() + zoomStep); }})
        ->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    m_menus->add(view, {"view.zoomOut", tr("Zoom &out"), QKeySequence::ZoomOut, [this] { setZoom(m_settings.zoom() - zoomStep); }});
    m_menus->add(view, {"view.zoomReset", tr("&Normal size"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { setZoom(100); }});
    m_menus->add(view, {"view.fullScreen", tr("&Full screen"), QKeySequence::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }});
    view->addSeparator();
    m_menus->add(view, {"view.restoreLayout", tr("&Restore default layout"), {}, [this] { m_docks.applyDefault(); }});
}

void MainWindow::createGoMenu()
{
    QMenu *go = m_menus->menu(tr("&Go"));
    QAction *back = m_menus->add(go, {"go.back", tr("&Back"), QKeySequence::Back, [this] { m_selection->goBack(); }, QStyle::SP_ArrowBack, true});
    QAction *forward = m_menus->add(go, {"go.forward", tr("&Forward"), QKeySequence::Forward, [this] { m_selection->goForward(); },
                                         QStyle::SP_ArrowForward, true});
    const auto enable = [this, back, forward] {
        back->setEnabled(m_selection->canGoBack());
        forward->setEnabled(m_selection->canGoForward());
    };
    connect(m_selection, &Selection::historyChanged, this, enable);
    enable();
    m_menus->add(go, {"go.search", tr("&Search findings"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_findings->focusSearch(); }});
    m_menus->add(go, {"go.allFindings", tr("All open &findings"), {}, [this] { m_selection->setFilter(QStringLiteral("status:fail waived:no")); }});
    m_menus->add(go, {"go.graph", tr("Escalation &graph"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { m_docks.raise(QStringLiteral("graph")); }});
    m_menus->add(go, {"go.undetermined", tr("What could &not be determined"), {}, [this] { m_selection->setFilter(QStringLiteral("status:notDetermined")); }});
}

void MainWindow::createHelpMenu()
{
    QMenu *help = m_menus->menu(tr("&Help"));
    m_menus->add(help, {"help.palette", tr("&Command palette..."), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] {
                            if (!m_palette)
                                m_palette = new CommandPalette(*m_actions, this);
                            m_palette->popUp();
                        }, QStyle::SP_CustomBase, true});
    m_menus->add(help, {"help.shortcuts", tr("&Keyboard shortcuts..."), {}, [this] { showSettings(true); }});
    help->addSeparator();
    m_menus->add(help, {"help.about", tr("&About"), {}, [this] { showAbout(this); }});
    m_menus->add(help, {"help.aboutQt", tr("About &Qt"), {}, [] { QApplication::aboutQt(); }});
}

void MainWindow::showSettings(bool shortcuts)
{
    auto *dialog = new SettingsDialog(m_settings, *m_actions, m_access, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (shortcuts)
        dialog->showShortcuts();
    dialog->open();
}

void MainWindow::verifyBundle()
{
    askForFile(this, {tr("Verify evidence bundle"), {tr("Evidence bundles (*.zip)"), tr("All files (*)")}},
               [this](const QString &path) { openBundleDialog(this, path, m_settings, m_access.keychain()); });
}

void MainWindow::exportReport()
{
    openReportDialog(this, m_selection->audit(), m_selection->filter(), m_settings, m_access, *m_message);
}

} // namespace pdsi
