// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/auditsession.h"
#include "ui/graph/graphview.h"
#include "ui/models/coveragesource.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTest>
#include <QWheelEvent>

namespace pdsi {

/// The dock in a window, on the sample account.
struct OpenGraph {
    Selection selection;
    CoverageSource source;
    QMainWindow window;
    GraphView *view;

    OpenGraph()
    {
        view = new GraphView(selection, source, &window);
        window.addDockWidget(Qt::BottomDockWidgetArea, view);
        window.resize(1280, 480);
        window.show();
        window.activateWindow();
        canvas().setFocus();
    }
    void openSample()
    {
        const Result<JudgedSnapshot> sample = judgeSample();
        selection.setAudit(sample.value());
        source.setAudit(sample.value());
    }
    bool isReady() const { return source.coverage() && view->isSettled() && canvas().count() > 0; }
    GraphCanvas &canvas() const { return view->canvas(); }
    const EscalationGraph &graph() const { return canvas().content()->graph; }
    QAction *action(const char *name) const { return view->findChild<QAction *>(QStringLiteral("graph.") + QLatin1String(name)); }
    QString label(const char *name) const { return view->findChild<QLabel *>(QLatin1String(name))->text(); }
    int node(const QString &key) const { return graph().indexOf(key); }
    QPoint pointAt(int node, int mark = -1) const { return canvas().rectOf({node, mark}).center(); }
    void click(int node, int mark = -1) { QTest::mouseClick(&canvas(), Qt::LeftButton, {}, pointAt(node, mark)); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&canvas(), key, modifiers); }
    /// The first node with a mark of this kind, with the mark; {-1, -1} when there is none.
    GraphItem marked(GraphMarkKind kind) const
    {
        for (int i = 0; i < canvas().count(); ++i) {
            const std::vector<GraphMark> &marks = graph().nodes[size_t(i)].marks;
            for (int mark = 0; mark < int(marks.size()); ++mark) {
                if (marks[size_t(mark)].kind == kind)
                    return {i, mark};
            }
        }
        return {};
    }
};

} // namespace pdsi
