// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graphcanvas.h"
#include "ui/graph/graphexport.h"
#include "ui/graph/graphsource.h"
#include "ui/models/resourceoutcomes.h"
#include "ui/shell/selection.h"

#include <QDockWidget>

#include <functional>

class QLabel;
class QLineEdit;

namespace pdsi {

class CoverageSource;
class GraphScopeChooser;
class WhatIfActions;

/// Dock with the way an alert takes: service, policy, levels, schedules, people, contact methods, and what is wrong on it.
class GraphView : public QDockWidget
{
    Q_OBJECT
public:
    GraphView(Selection &selection, CoverageSource &coverage, QWidget *parent = nullptr);
    ~GraphView() override;

    /// What else is shown: contact methods, business services.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    GraphCanvas &canvas() const { return *m_canvas; }
    const GraphScope &scope() const { return m_scope; }
    /// Shows another part of the account; an unknown id shows that there is nothing.
    void setScope(GraphScopeKind kind, const QString &id);
    /// False when coverage or the last layout are still to come.
    bool isSettled() const;
    /// Writes the graph in the background; the suffix (svg, png, pdf, dot) says what. `exported` follows, or an error
    /// is returned when there is nothing to begin with.
    Result<Done> exportTo(const QString &path);

Q_SIGNALS:
    void exported(const QString &path, const pdsi::Result<pdsi::Done> &result);

private:
    void createActions();
    void createViewActions();
    void createMarkActions();
    QAction *addNamed(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run);
    QAction *actionNamed(const char *name) const;
    QWidget *toolBar();
    QWidget *content();
    void connectAll();

    void coverageArrived();
    void refresh();
    void drawn(const std::shared_ptr<const GraphContent> &content, const GraphGeometry &geometry, GraphLayoutKind kind);
    void followPlace();
    bool pointAtPlace();
    void chosen(const GraphItem &item);
    void open(int node);
    void selectItem(const GraphItem &item);
    std::optional<GraphScope> scopeAt(const QString &kind, const QString &id) const;
    GraphScope firstScope() const;
    Instant instant() const;
    void showMenu(int node, const QPoint &global);
    void search();
    void nextMatch(bool forward);
    void nextMark(bool forward);
    void setShown(bool GraphScope::*what, bool shown);
    void chooseExport();
    void showProgress();
    void tellOfFailure(const QString &path);
    QStringList caption() const;
    void updateWords();
    QString timeWords() const;
    QString scopeWords() const;
    QString stateWords() const;
    QString emptyText() const;

    Selection &m_selection;
    CoverageSource &m_coverage;
    GraphScope m_scope;
    GraphSource m_source;
    GraphExport m_export;
    ResourceOutcomes m_outcomes;
    GraphLayoutKind m_kind = GraphLayoutKind::Graphviz;
    GraphCanvas *m_canvas;
    GraphScopeChooser *m_chooser;
    WhatIfActions *m_supposing;
    QLineEdit *m_search;
    QLabel *m_header;
    QLabel *m_detail;
    bool m_leading = false; ///< the selection changes because of us
    bool m_settled = true;
};

} // namespace pdsi
