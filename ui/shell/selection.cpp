// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/selection.h"

namespace pdsi {

Selection::Selection(QObject *parent)
    : QObject(parent)
{
}

void Selection::setAudit(JudgedSnapshot audit)
{
    m_audit = std::move(audit);
    m_place = {};
    m_history.clear();
    m_at = -1;
    m_instant.reset();
    m_range.reset();
    Q_EMIT auditChanged();
    Q_EMIT placeChanged();
    Q_EMIT historyChanged();
    Q_EMIT instantChanged();
    Q_EMIT rangeChanged();
}

void Selection::selectControl(int controlId)
{
    Place place;
    place.controlId = controlId;
    go(place);
}

void Selection::selectOutcome(qsizetype outcome)
{
    if (!m_audit || outcome < 0 || outcome >= m_audit.assessment->outcomes.size())
        return;
    const AssessedOutcome &chosen = m_audit.assessment->outcomes.at(outcome);
    go({chosen.controlId, outcome, chosen.resource.kind, chosen.resource.id});
}

void Selection::selectResource(const QString &kind, const QString &id)
{
    Place place;
    place.resourceKind = kind;
    place.resourceId = id;
    go(place);
}

void Selection::clearPlace() { go({}); }

void Selection::go(const Place &place)
{
    if (place == m_place)
        return;
    m_place = place;
    if (!place.isEmpty()) {
        m_history.resize(m_at + 1);
        m_history << place;
        if (m_history.size() > longestHistory)
            m_history.removeFirst();
        m_at = m_history.size() - 1;
    }
    Q_EMIT placeChanged();
    Q_EMIT historyChanged();
}

void Selection::show(qsizetype at)
{
    m_at = at;
    m_place = m_history.at(at);
    Q_EMIT placeChanged();
    Q_EMIT historyChanged();
}

void Selection::goBack()
{
    if (canGoBack())
        show(m_at - 1);
}

void Selection::goForward()
{
    if (canGoForward())
        show(m_at + 1);
}

void Selection::setFilter(const QString &text)
{
    if (text == m_filter.text())
        return;
    m_filter = SearchWords::parse(text);
    Q_EMIT filterChanged();
}

void Selection::setFilterFacet(const QString &name, const QStringList &values)
{
    setFilter(m_filter.withFacet(name, values).text());
}

void Selection::setInstant(std::optional<Instant> instant)
{
    if (instant == m_instant)
        return;
    m_instant = instant;
    Q_EMIT instantChanged();
}

void Selection::setRange(std::optional<Interval> range)
{
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

} // namespace pdsi
