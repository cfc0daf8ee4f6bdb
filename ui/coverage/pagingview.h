// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/coveragezones.h"
#include "ui/models/pagingquery.h"

#include <QDockWidget>

class QComboBox;
class QDateTimeEdit;
class QToolButton;

namespace pdsi {

class CoverageSource;
class PageBrowser;
class Selection;
class ServiceChooser;

/// Dock "Who would be paged": what happens to an incident of one service at one instant, and the worst case.
class PagingView : public QDockWidget
{
    Q_OBJECT
public:
    PagingView(Selection &selection, CoverageSource &source, QWidget *parent = nullptr);

    /// Empty while there is none.
    QString serviceId() const { return m_query->serviceId(); }
    Instant instant() const;
    PageBrowser *page() const { return m_page; }

private:
    void makeControls();
    void makeActions();
    void coverageChanged();
    void followPlace();
    void ask(const QString &serviceId);
    void chooseService(const QString &serviceId);
    void showZones();
    void showInstant();
    void takeInstant();
    void moveTo(std::optional<Instant> instant);
    void copy();
    QTimeZone zone() const;

    Selection &m_selection;
    CoverageSource &m_source;
    PagingQuery *m_query;
    CoverageZones m_zones;
    ServiceChooser *m_service;
    QDateTimeEdit *m_when;
    QComboBox *m_zone;
    QToolButton *m_previous;
    QToolButton *m_next;
    PageBrowser *m_page;
    QAction *m_toPrevious = nullptr;
    QAction *m_toNext = nullptr;
    QAction *m_toAsOf = nullptr;
};

/// The service that a place is about: itself, the first one of a policy, or of the first policy of a schedule.
/// `current` is kept where the place is about it as well. Empty when the place is about none.
QString serviceAtPlace(const AccountCoverage &coverage, const QString &kind, const QString &id, const QString &current);

} // namespace pdsi
