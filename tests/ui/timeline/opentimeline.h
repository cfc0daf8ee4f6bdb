// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QAction>
#include <QMainWindow>
#include <QTest>
#include <QWheelEvent>

namespace pdsi {

/// Within the window of the sample account.
class FixedClock : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::fromString(QStringLiteral("2026-10-22T10:00:00Z"), Qt::ISODate); }
    qint64 monotonicMs() const override { return 0; }
};

/// The dock in a window, on the sample account.
struct OpenTimeline {
    FixedClock clock;
    Selection selection;
    CoverageSource source;
    QMainWindow window;
    TimelineView *view;

    OpenTimeline()
    {
        const Result<JudgedSnapshot> sample = judgeSample();
        selection.setAudit(sample.value());
        source.setAudit(sample.value());
        view = new TimelineView(selection, source, &window);
        view->setClock(clock);
        window.addDockWidget(Qt::BottomDockWidgetArea, view);
        window.resize(1280, 440);
        window.show();
        window.activateWindow();
        canvas().setFocus();
    }
    bool isReady() const { return source.coverage() && !canvas().timelineLayout().isEmpty() && canvas().hasFocus(); }
    TimelineCanvas &canvas() const { return view->canvas(); }
    const TimelineLayout &layout() const { return canvas().timelineLayout(); }
    QAction *action(const char *name) const { return view->findChild<QAction *>(QStringLiteral("timeline.") + QLatin1String(name)); }
    QPoint pointAt(const TimelineItem &item) const { return canvas().rectOf(item).center(); }
    void wheel(const QPoint &at, const QPoint &angle, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, canvas().viewport()->mapToGlobal(at), QPoint(), angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas().viewport(), &event);
    }
    void key(Qt::Key key) { QTest::keyClick(&canvas(), key); }
    double instantAt(const QPoint &at) const { return canvas().scale().instantAt(at.x() - canvas().headerWidth()); }
    /// A gap where nobody is paged.
    TimelineItem someGap() const { return canvas().gaps().worst(); }
    QAccessibleInterface *accessible() const { return QAccessible::queryAccessibleInterface(&canvas()); }
};

} // namespace pdsi
