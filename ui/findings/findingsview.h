// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace pdsi {

class FindingsActions;
class FindingsModel;
class FindingsTable;
class SearchField;
class SearchHelp;
class Selection;
class StatusChips;

/// The outcomes of the open assessment: a search field, a button a status, and the table. Shares the filter and the
/// place with the other views through the selection. Its actions are those of the widget.
class FindingsView : public QWidget
{
    Q_OBJECT
public:
    FindingsView(Selection &selection, QWidget *parent = nullptr);

    /// Columns, order of rows and recent searches.
    QByteArray saveState() const;
    /// False, and nothing changed, when these bytes are none of ours.
    bool restoreState(const QByteArray &state);

    FindingsModel *model() const { return m_model; }
    FindingsTable *table() const { return m_table; }
    SearchField *searchField() const { return m_search; }
    FindingsActions *findingsActions() const { return m_actions; }

    void focusSearch();
    void showRecent();
    void showHelp();

private:
    QWidget *createSearchRow();
    QWidget *createMessagePage();
    void connectParts();
    void open();
    void takeFilter();
    void showProblems();
    void showPage();
    void showResultLine();
    void showBusy();
    void completed();

    Selection &m_selection;
    FindingsModel *m_model;
    FindingsTable *m_table;
    SearchField *m_search;
    SearchHelp *m_help;
    StatusChips *m_chips;
    QLabel *m_problems;
    QLabel *m_result;
    QStackedWidget *m_pages;
    QWidget *m_messagePage = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_clear = nullptr;
    QTimer *m_patience; ///< how long nothing is said while rows are on their way
    FindingsActions *m_actions;
};

} // namespace pdsi
