// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/whatifactions.h"

#include "ui/models/coveragesource.h"
#include "ui/models/whatifwords.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QWidget>

namespace pdsi {

WhatIfActions::WhatIfActions(Selection &selection, CoverageSource &source, const QString &dockName, QWidget *dock)
    : QObject(dock)
    , m_selection(selection)
    , m_source(source)
    , m_personAway(add(dockName + QStringLiteral(".personAway"), tr("What if this person were away"), dock))
    , m_scheduleRemoved(add(dockName + QStringLiteral(".scheduleRemoved"), tr("What if this schedule were removed"), dock))
    , m_reset(add(dockName + QStringLiteral(".resetWhatIf"), tr("Reset the what-if"), dock))
{
    m_personAway->setCheckable(true);
    m_scheduleRemoved->setCheckable(true);
    connect(m_personAway, &QAction::triggered, this, [this](bool away) {
        m_source.setWhatIf(withPersonAway(m_source.whatIf(), m_selection.place().resourceId, away));
    });
    connect(m_scheduleRemoved, &QAction::triggered, this, [this](bool removed) {
        m_source.setWhatIf(withScheduleRemoved(m_source.whatIf(), m_selection.place().resourceId, removed));
    });
    connect(m_reset, &QAction::triggered, this, [this] { m_source.setWhatIf({}); });
    connect(&selection, &Selection::placeChanged, this, &WhatIfActions::follow);
    connect(&source, &CoverageSource::whatIfChanged, this, &WhatIfActions::follow);
    connect(&source, &CoverageSource::coverageChanged, this, &WhatIfActions::follow);
    follow();
}

QAction *WhatIfActions::add(const QString &name, const QString &text, QWidget *dock)
{
    auto *action = new QAction(text, dock);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    dock->addAction(action);
    return action;
}

void WhatIfActions::follow()
{
    const Place &place = m_selection.place();
    const bool isOpen = m_source.inventory() != nullptr;
    const bool person = place.resourceKind == QLatin1String("user");
    const bool schedule = place.resourceKind == QLatin1String("schedule");
    m_personAway->setEnabled(isOpen && person);
    m_personAway->setChecked(person && m_source.whatIf().awayPeople.contains(place.resourceId));
    m_scheduleRemoved->setEnabled(isOpen && schedule);
    m_scheduleRemoved->setChecked(schedule && m_source.whatIf().removedSchedules.contains(place.resourceId));
    m_reset->setEnabled(!m_source.whatIf().isEmpty());
}

} // namespace pdsi
