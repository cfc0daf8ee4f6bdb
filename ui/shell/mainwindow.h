// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"

#include <QFutureWatcher>
#include <QMainWindow>

namespace pdsi {

class ControlDetailView;
class ControlResultsView;
class Selection;

/// The workbench's window: places the docks and forwards the actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    void openSample();
    void openArchive(const QString &path);
    const std::shared_ptr<const Assessment> &assessment() const;
    Selection &selection() const { return *m_selection; }

Q_SIGNALS:
    /// After an open attempt ended, well or not.
    void opened(bool ok);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    using Judged = Result<JudgedSnapshot>;

    void createActions();
    void chooseArchive();
    void showAbout();
    void start(std::function<Judged()> work, const QString &what);
    void judged();
    void showControl();
    void restoreLayout();

    Selection *m_selection;
    ControlResultsView *m_results;
    ControlDetailView *m_detail;
    QFutureWatcher<Judged> m_watcher;
    QString m_opening;
    QByteArray m_defaultLayout;
};

} // namespace pdsi
