// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gapcsv.h"
#include "ui/models/gaplistmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace pdsi {

class CoverageSource;
class CoverageTable;
class Selection;

/// The table of all gaps with its filters. Shows the gap the selection points at, and points at the one chosen here.
class GapsPane : public QWidget
{
    Q_OBJECT
public:
    GapsPane(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);

    GapListModel *model() const { return m_model; }
    CoverageTable *table() const { return m_table; }
    void focusFilter();
    void clearFilter();
    /// Of the selected rows, in the order shown.
    std::vector<GapListEntry> chosenEntries() const;
    /// Every gap listed, as a table for programs.
    void exportTo(const QString &path);

Q_SIGNALS:
    /// As GapCsvFile.
    void exported(const QString &path, const QString &error);

private:
    QWidget *makeBar();
    void makeTable();
    void takeFilter();
    void coverageChanged();
    void showSummary();
    void pointAt(int row);
    void followSelection();
    /// The gap the selection points at: its row; -1 when there is none or it is filtered out.
    int rowPointedAt() const;

    Selection &m_selection;
    CoverageSource &m_source;
    GapListModel *m_model;
    GapCsvFile *m_file;
    QLineEdit *m_text;
    QComboBox *m_kind;
    QComboBox *m_subject;
    QCheckBox *m_counted;
    QComboBox *m_zone;
    QLabel *m_summary;
    CoverageTable *m_table;
    QLabel *m_empty;
    QStackedWidget *m_stack;
    bool m_pointing = false;  ///< the selection is being changed from here
    bool m_following = false; ///< the table is being changed from the selection
};

} // namespace pdsi
