// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/controltreemodel.h"

#include <QDockWidget>
#include <QHash>
#include <QSet>

class QActionGroup;
class QComboBox;
class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace pdsi {

class ControlSummary;
class Selection;

/// Dock with the controls of the open audit, grouped, worst first. A control chosen here is where the selection points;
/// whatever is chosen here replaces the control facets of the findings' filter and leaves the rest of what was typed.
class ControlResultsView : public QDockWidget
{
    Q_OBJECT
public:
    explicit ControlResultsView(Selection &selection, QWidget *parent = nullptr);

    ControlGrouping grouping() const { return m_model->grouping(); }
    void setGrouping(ControlGrouping grouping);

    /// Grouping, and what is open under each.
    QByteArray saveState() const;
    /// False, and nothing changed, when `state` is not one of ours.
    bool restoreState(const QByteArray &state);

private:
    void createActions();
    QAction *addVerb(const QString &verb, const QString &text, const std::function<void()> &work);
    void createTree();
    QWidget *createTools();
    void showAudit();
    void showPlace();
    void choose(const QModelIndex &index);
    void filterBy(const Facets &facets);
    void showAll();
    void search(const QString &text);
    void openAll(bool open);
    void expandRemembered();
    void remember(const QModelIndex &index, bool expanded);
    QModelIndexList groupNodes() const;
    QModelIndex indexOfControl(int controlId) const;

    Selection &m_selection;
    ControlTreeModel *m_model;
    QSortFilterProxyModel *m_found;
    ControlSummary *m_summary;
    QTreeView *m_tree;
    QLineEdit *m_search;
    QComboBox *m_groupBy;
    QActionGroup *m_groupings;
    QHash<ControlGrouping, QSet<QString>> m_open; ///< keys of the nodes that are expanded
    QStringList m_ownStatus;     ///< values of the status facet this tree set last
    bool m_following = false;    ///< the tree changes on its own; nobody chose anything
};

} // namespace pdsi
