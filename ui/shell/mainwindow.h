// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"
#include "ui/models/appsettings.h"
#include "ui/shell/dockregistry.h"

#include <QMainWindow>
#include <QTimer>

class QAction;
class QLabel;
class QMenu;

namespace pdsi {

class ActionModel;
class AuditOpener;
class CollectionFlow;
class CommandPalette;
class ConnectionAccess;
class ControlResultsView;
class CoverageSource;
class DashboardView;
class FindingsView;
class GraphView;
class MessageBar;
class Selection;
class TimelineView;
class WindowMenus;

/// The workbench's window: places the docks and forwards the actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    enum class Views : quint8 { Now, Later };
    /// `settings` and `access` must outlive the window. With Views::Later it is an empty frame, quick to paint, until
    /// createViews(); nothing but begin() may be called before that.
    MainWindow(AppSettings &settings, ConnectionAccess &access, Views views = Views::Now);
    ~MainWindow() override;

    /// Restores the saved layout, offers what an earlier run left open or unfinished, and keeps changes from now on.
    /// Without it the window is as new and leaves no trace.
    void begin();
    void createViews();

    void openSample();
    void openArchive(const QString &path);
    /// What was open at the end of the last run, if the settings say so.
    void openLastIfWanted();

    Selection &selection() const { return *m_selection; }
    ActionModel &actionModel() const { return *m_actions; }
    CollectionFlow &collectionFlow() const { return *m_collection; }
    const DockRegistry &docks() const { return m_docks; }

Q_SIGNALS:
    /// After an open attempt ended, well or not.
    void opened(bool ok);
    /// The frame is on the screen.
    void firstPainted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void restoreViews();
    void createCentre();
    void createDocks();
    void createMenus();
    void createFileMenu();
    void createViewMenu();
    void createGoMenu();
    void createHelpMenu();
    void setZoom(int percent);
    void fillRecentMenu();
    void chooseArchive();
    void saveSnapshot();
    void closeAudit();
    void showSettings(bool shortcuts);
    void exportReport();
    void verifyBundle();
    void showAudit(const JudgedSnapshot &audit, const RecentAudit &from);
    void showOpenError(const Error &error, const RecentAudit &from);
    void showStatus();
    void offerReopening();
    void keepLayoutSoon();
    void keepLayout();

    AppSettings &m_settings;
    ConnectionAccess &m_access;
    Selection *m_selection;
    ActionModel *m_actions;
    AuditOpener *m_opener;
    CoverageSource *m_coverage;
    DockRegistry m_docks;
    std::unique_ptr<WindowMenus> m_menus;
    CollectionFlow *m_collection = nullptr;
    ControlResultsView *m_controls = nullptr;
    DashboardView *m_dashboard = nullptr;
    FindingsView *m_findings = nullptr;
    TimelineView *m_timeline = nullptr;
    GraphView *m_graph = nullptr;
    MessageBar *m_message = nullptr;
    CommandPalette *m_palette = nullptr;
    QMenu *m_recent = nullptr;
    QLabel *m_account = nullptr;
    QLabel *m_busy = nullptr;
    QList<QAction *> m_needAudit;   ///< enabled while something is open
    RecentAudit m_openFrom;
    QTimer m_layoutTimer;
    bool m_kept = false;       ///< begin() was called: remember changes
    bool m_painted = false;
};

} // namespace pdsi
