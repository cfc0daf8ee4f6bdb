// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resourceoutcomes.h"
#include "ui/shell/selection.h"

#include <QDockWidget>
#include <QUrl>

#include <functional>

class QAction;
class QLabel;
class QLineEdit;
class QTableView;

namespace pdsi {

class InventoryKindModel;
class InventoryModel;

/// Dock to browse everything that was collected: kinds with how completely they were read above, the resources of one
/// kind with their open findings below.
class InventoryView : public QDockWidget
{
    Q_OBJECT
public:
    explicit InventoryView(Selection &selection, QWidget *parent = nullptr);

    void showKind(const QString &kind);
    /// What opens https addresses; the desktop's browser unless told otherwise (tests).
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_open = std::move(opener); }

Q_SIGNALS:
    /// The findings filter was set to one resource: raise the view that shows them.
    void findingsRequested();

private:
    QWidget *createKinds();
    QWidget *createResources();
    void createActions();
    void loadAudit();
    void kindChosen();
    void filter(const QString &text);
    void resourceChosen();
    void showPlace();
    void selectRow(const QString &id);
    void updateCount();
    void updateActions();
    void showFindings();
    void openInPagerDuty();
    void copyRow();

    Selection &m_selection;
    ResourceOutcomes m_outcomes;
    InventoryKindModel *m_kinds;
    InventoryModel *m_resources;
    QTableView *m_kindTable = nullptr;
    QTableView *m_resourceTable = nullptr;
    QLabel *m_reconciliation = nullptr;
    QLabel *m_count = nullptr;
    QLineEdit *m_filter = nullptr;
    QAction *m_showFindings = nullptr;
    QAction *m_openInPagerDuty = nullptr;
    QAction *m_copy = nullptr;
    bool m_following = false; ///< the selection is being shown, not changed
    std::function<void(const QUrl &)> m_open;
};

} // namespace pdsi
