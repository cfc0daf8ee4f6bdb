// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/models/dashboardsections.h"

#include <QDockWidget>

class QAction;
class QGridLayout;
class QLabel;
class QPainter;
class QScrollArea;

namespace pdsi {

class DashboardPanel;
class Selection;

/// Dock with the open audit in charts. Whatever is chosen in one becomes the findings' filter, in place of what any overview
/// set before; what else was typed stays.
class DashboardView : public QDockWidget
{
    Q_OBJECT
public:
    explicit DashboardView(Selection &selection, QWidget *parent = nullptr);

    /// Off until told otherwise.
    void setAnimationsEnabled(bool enabled);
    /// The whole dashboard on white, scaled to fit; nothing while nothing is open.
    void paintDashboard(QPainter &painter, const QRectF &target) const;
    /// As PNG, SVG or PDF, by the file name's ending; InvalidArgument for any other.
    Result<Done> exportTo(const QString &path) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *addVerb(const QString &verb, const QString &text, void (DashboardView::*work)());
    QWidget *createHead();
    void createPanels();
    void showAudit();
    void reflow(int width);
    void print();
    void chooseFile();
    void writeTo(const QString &path);
    QString title() const;
    QString subtitle() const;

    Selection &m_selection;
    QList<DashboardSection> m_sections;
    QList<QAction *> m_verbs;   ///< that need an open audit
    QLabel *m_head;
    QScrollArea *m_scroll;
    QGridLayout *m_grid = nullptr;
    QList<DashboardPanel *> m_panels;
    int m_columns = 0;
};

} // namespace pdsi
