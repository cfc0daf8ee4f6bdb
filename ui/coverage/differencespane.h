// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/differencesmodel.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QSortFilterProxyModel;

namespace pdsi {

class CoverageSource;
class CoverageTable;
class Selection;

/// Where PagerDuty's rendering of schedules and our recomputation differ. Works it out when first looked at.
class DifferencesPane : public QWidget
{
    Q_OBJECT
public:
    DifferencesPane(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);

    CoverageTable *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void forget();
    void compareIfSeen();
    void showCompared();
    void pointAt(const QModelIndex &index);

    Selection &m_selection;
    CoverageSource &m_source;
    ScheduleDifferences *m_differences;
    DifferencesModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_summary;
    QProgressBar *m_progress;
    CoverageTable *m_table;
    bool m_asked = false; ///< of the coverage there is now
};

} // namespace pdsi
