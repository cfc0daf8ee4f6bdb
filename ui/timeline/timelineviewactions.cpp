// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinecanvas.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

namespace pdsi {

namespace {

constexpr double zoomStep = 1.5;

QToolButton *menuButton(QToolButton *button, const QList<QAction *> &actions, const QString &name)
{
    auto *menu = new QMenu(button);
    menu->addActions(actions);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

QAction *TimelineView::addNamed(const QString &name, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QStringLiteral("timeline.") + name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

QAction *TimelineView::actionNamed(const char *name) const
{
    return findChild<QAction *>(QStringLiteral("timeline.") + QLatin1String(name), Qt::FindDirectChildrenOnly);
}

void TimelineView::createActions()
{
    createGroupingActions();
    createZoneActions();
    createZoomActions();
    createGapActions();
    createMoreActions();
}

void TimelineView::createGroupingActions()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const char *name, const QString &text, const QString &brief, TimelineGrouping grouping) {
        QAction *action = addNamed(QLatin1String(name), text, {}, [this, grouping] { setGrouping(grouping); });
        action->setIconText(brief);
        action->setCheckable(true);
        action->setChecked(grouping == m_state.rows.grouping);
        action->setData(int(grouping));
        group->addAction(action);
    };
    add("groupByService", tr("Group by service"), tr("By service"), TimelineGrouping::Service);
    add("groupByPolicy", tr("Group by escalation policy"), tr("By policy"), TimelineGrouping::Policy);
    add("groupByTeam", tr("Group by team"), tr("By team"), TimelineGrouping::Team);
    add("groupBySchedule", tr("Schedules only"), tr("Schedules"), TimelineGrouping::Schedule);
    menuButton(m_groupButton, group->actions(), tr("How rows are grouped"));
    m_groupButton->setText(group->checkedAction()->iconText());
}

void TimelineView::createZoneActions()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](const char *name, const QString &text, const QString &brief, TimelineZone zone) {
        QAction *action = addNamed(QLatin1String(name), text, {}, [this, zone] { setZoneChoice(zone); });
        action->setIconText(brief);
        action->setCheckable(true);
        action->setChecked(zone == m_state.zone);
        action->setData(int(zone));
        group->addAction(action);
    };
    add("zoneAccount", tr("Times by the account's zone"), tr("Account time"), TimelineZone::Account);
    add("zoneSchedule", tr("Times by the schedule's own zone"), tr("Schedule time"), TimelineZone::Schedule);
    add("zoneUtc", tr("Times in UTC"), tr("UTC"), TimelineZone::Utc);
    add("zoneMine", tr("Times by my zone"), tr("My time"), TimelineZone::Mine);
    actionNamed("zoneAccount")->setToolTip(tr("The zone that most schedules are in"));
    menuButton(m_zoneButton, group->actions(), tr("Time zone of the axis"));
    m_zoneButton->setText(group->checkedAction()->iconText());
}

void TimelineView::createZoomActions()
{
    const auto key = [](Qt::Key one) { return QList<QKeySequence>{QKeySequence(one)}; };
    addNamed(QStringLiteral("showDay"), tr("Show a day"), key(Qt::Key_1), [this] { showSpan(1); })->setIconText(tr("Day"));
    addNamed(QStringLiteral("showWeek"), tr("Show a week"), key(Qt::Key_2), [this] { showSpan(7); })->setIconText(tr("Week"));
    addNamed(QStringLiteral("showMonth"), tr("Show a month"), key(Qt::Key_3), [this] { showSpan(31); })->setIconText(tr("Month"));
    addNamed(QStringLiteral("showQuarter"), tr("Show a quarter"), key(Qt::Key_4), [this] { showSpan(92); })->setIconText(tr("Quarter"));
    addNamed(QStringLiteral("showAll"), tr("Show everything collected"), key(Qt::Key_0), [this] { showAll(); })->setIconText(tr("All"));
    addNamed(QStringLiteral("zoomIn"), tr("Zoom in"), {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, [this] { m_canvas->zoomBy(zoomStep); });
    addNamed(QStringLiteral("zoomOut"), tr("Zoom out"), key(Qt::Key_Minus), [this] { m_canvas->zoomBy(1 / zoomStep); });
    addNamed(QStringLiteral("zoomToSelection"), tr("Zoom to selection"), key(Qt::Key_Z), [this] { zoomToSelection(); });
}

void TimelineView::createGapActions()
{
    addNamed(QStringLiteral("previousGap"), tr("Previous gap"), {QKeySequence(Qt::Key_P)}, [this] { jump(false, false); });
    addNamed(QStringLiteral("nextGap"), tr("Next gap"), {QKeySequence(Qt::Key_N)}, [this] { jump(true, false); });
    addNamed(QStringLiteral("previousUncaughtGap"), tr("Previous gap without anybody"), {QKeySequence(Qt::SHIFT | Qt::Key_P)}, [this] { jump(false, true); });
    addNamed(QStringLiteral("nextUncaughtGap"), tr("Next gap without anybody"), {QKeySequence(Qt::SHIFT | Qt::Key_N)}, [this] { jump(true, true); });
    addNamed(QStringLiteral("worstGap"), tr("Go to the worst gap"), {QKeySequence(Qt::Key_W)}, [this] {
        m_canvas->choose(m_canvas->gaps().worst(), TimelineCanvas::Reveal::Zoom);
    })->setIconText(tr("Worst gap"));
    QAction *only = addNamed(QStringLiteral("onlyGaps"), tr("Only rows with gaps"), {QKeySequence(Qt::Key_G)}, [] {});
    only->setIconText(tr("Only gaps"));
    only->setCheckable(true);
    actionNamed("previousGap")->setIconText(QStringLiteral("\u25c0"));
    actionNamed("nextGap")->setIconText(QStringLiteral("\u25b6"));
    connect(only, &QAction::toggled, this, &TimelineView::setOnlyWithGaps);
}

void TimelineView::createMoreActions()
{
    addNamed(QStringLiteral("search"), tr("Search people and rows"), {QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addNamed(QStringLiteral("offHours"), tr("Intended off-hours..."), {}, [this] { editOffHours(); });
    addNamed(QStringLiteral("export"), tr("Export picture..."), {}, [this] { chooseExport(); });
    for (QAction *action : {m_undo->createUndoAction(this, tr("Undo")), m_undo->createRedoAction(this, tr("Redo"))}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    actions().at(actions().size() - 2)->setObjectName(QStringLiteral("timeline.undo"));
    actions().at(actions().size() - 2)->setShortcuts(QKeySequence::Undo);
    actions().last()->setObjectName(QStringLiteral("timeline.redo"));
    actions().last()->setShortcuts(QKeySequence::Redo);
}

QWidget *TimelineView::toolBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(QStringLiteral("timelineToolBar"));
    bar->setAccessibleName(tr("Timeline tools"));
    bar->addWidget(m_groupButton);
    bar->addWidget(m_zoneButton);
    bar->addSeparator();
    for (const char *name : {"showDay", "showWeek", "showMonth", "showQuarter", "showAll"})
        bar->addAction(actionNamed(name));
    bar->addSeparator();
    for (const char *name : {"worstGap", "previousGap", "nextGap"})
        bar->addAction(actionNamed(name));
    m_position->setTextFormat(Qt::PlainText);
    m_position->setObjectName(QStringLiteral("timelinePosition"));
    m_position->setContentsMargins(4, 0, 4, 0);
    m_position->setMinimumWidth(m_position->fontMetrics().horizontalAdvance(tr("Gap %1 of %2").arg(888).arg(888)) + 8);
    bar->addWidget(m_position);
    bar->addAction(actionNamed("onlyGaps"));
    for (QAction *action : bar->actions()) { // what is read aloud is the whole text
        if (auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action)); button && button->accessibleName().isEmpty())
            button->setAccessibleName(action->text());
    }
    m_search->setObjectName(QStringLiteral("timelineSearch"));
    m_search->setAccessibleName(tr("Search people and rows"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(90);
    m_search->setMaximumWidth(220);
    auto *more = new QToolButton;
    more->setText(tr("More"));
    more->setAutoRaise(true);
    QList<QAction *> rest;
    for (const char *name : {"zoomToSelection", "zoomIn", "zoomOut", "nextUncaughtGap", "previousUncaughtGap", "offHours", "undo", "redo", "export"})
        rest << actionNamed(name);
    connect(m_search, &QLineEdit::textChanged, this, &TimelineView::search);
    connect(m_search, &QLineEdit::returnPressed, this, &TimelineView::nextMatch);
    // The field stays in sight however narrow the dock is.
    auto *all = new QWidget;
    auto *layout = new QHBoxLayout(all);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(2);
    layout->addWidget(bar, 1);
    layout->addWidget(m_search);
    layout->addWidget(menuButton(more, rest, tr("More of the timeline")));
    return all;
}

void TimelineView::setGrouping(TimelineGrouping grouping)
{
    m_state.rows.grouping = grouping;
    for (const char *name : {"groupByService", "groupByPolicy", "groupByTeam", "groupBySchedule"}) {
        QAction *action = actionNamed(name);
        if (action->data().toInt() == int(grouping)) {
            action->setChecked(true);
            m_groupButton->setText(action->iconText());
        }
    }
    rebuildRows();
}

void TimelineView::setZoneChoice(TimelineZone zone)
{
    m_state.zone = zone;
    for (const char *name : {"zoneAccount", "zoneSchedule", "zoneUtc", "zoneMine"}) {
        QAction *action = actionNamed(name);
        if (action->data().toInt() == int(zone)) {
            action->setChecked(true);
            m_zoneButton->setText(action->iconText());
        }
    }
    updateZone();
    updateWords();
}

void TimelineView::setOnlyWithGaps(bool only)
{
    if (only == m_state.rows.onlyWithGaps)
        return;
    m_state.rows.onlyWithGaps = only;
    actionNamed("onlyGaps")->setChecked(only);
    rebuildRows();
}

void TimelineView::jump(bool forward, bool onlyNobody)
{
    const GapSequence &gaps = m_canvas->gaps();
    const TimelineItem &from = m_canvas->current();
    const Instant at = m_canvas->scale().visible().start;
    m_canvas->choose(forward ? gaps.after(from, at, onlyNobody) : gaps.before(from, at, onlyNobody), TimelineCanvas::Reveal::Zoom);
}

QByteArray TimelineView::saveState() const { return m_state.toJson(); }

bool TimelineView::restoreState(const QByteArray &saved)
{
    const std::optional<TimelineState> state = TimelineState::fromJson(saved);
    if (!state)
        return false;
    m_undo->clear();
    m_state.offHours = state->offHours;
    setOnlyWithGaps(state->rows.onlyWithGaps);
    setGrouping(state->rows.grouping);
    setZoneChoice(state->zone);
    if (state->headerWidth > 0)
        m_canvas->setHeaderWidth(state->headerWidth);
    m_source.setOffHours(m_state.offHours);
    return true;
}

} // namespace pdsi
