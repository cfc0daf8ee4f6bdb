// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <functional>

class QKeySequence;
class QLabel;
class QTabWidget;

namespace pdsi {

class CoverageSource;
class CoverageTable;
class DifferencesPane;
class GapsPane;
class PeoplePane;
class Selection;

/// Dock "Gaps": all gaps in on-call coverage, the people behind them, and where PagerDuty's rendering is doubtful.
class GapListView : public QDockWidget
{
    Q_OBJECT
public:
    GapListView(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);

    GapsPane *gaps() const { return m_gaps; }
    PeoplePane *people() const { return m_people; }
    DifferencesPane *differences() const { return m_differences; }

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &keys, std::function<void()> what);
    void makeActions();
    CoverageTable *tableShown() const;
    void copy();
    void copyCsv();
    void chooseExport();
    void followWhatIf();

    CoverageSource &m_source;
    GapsPane *m_gaps;
    PeoplePane *m_people;
    DifferencesPane *m_differences;
    QTabWidget *m_tabs;
    QLabel *m_note; ///< how the last export went
    QList<QAction *> m_exports; ///< not of what-ifs: files go round without the banner
};

} // namespace pdsi
