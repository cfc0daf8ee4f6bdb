// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/coveragezones.h"
#include "ui/models/peopleloadmodel.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QSplitter;

namespace pdsi {

class CoverageSource;
class CoverageTable;
class PageBrowser;
class Selection;

/// Who is on call how much, and what the account loses without the one chosen.
class PeoplePane : public QWidget
{
    Q_OBJECT
public:
    PeoplePane(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);

    CoverageTable *table() const { return m_table; }
    PageBrowser *detail() const { return m_detail; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void coverageChanged();
    void followPlace();
    void showDetail();

    Selection &m_selection;
    CoverageSource &m_source;
    PeopleLoadModel *m_model;
    QSortFilterProxyModel *m_sorted;
    CoverageZones m_zones;
    QLineEdit *m_text;
    CoverageTable *m_table;
    PageBrowser *m_detail;
    QSplitter *m_splitter;
    bool m_following = false; ///< the table is being changed from the selection
};

} // namespace pdsi
