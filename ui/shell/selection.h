// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"
#include "core/session/judging.h"
#include "ui/models/searchwords.h"

#include <QObject>

#include <optional>

namespace pdsi {

/// What the analyst points at: a control, one of its outcomes, or a resource. Nothing at all when empty.
struct Place {
    int controlId = 0;            ///< 0 = no control
    qsizetype outcome = -1;       ///< index in Assessment::outcomes, -1 = none; then controlId and the resource are its own
    QString resourceKind;         ///< PagerDuty's type string, e.g. "schedule"; empty = no resource
    QString resourceId;

    bool isEmpty() const { return controlId == 0 && outcome < 0 && resourceId.isEmpty(); }
    bool operator==(const Place &) const = default;
};

/// The one object all docks share: what is open, what is pointed at, which words filter the findings, which instant
/// is looked at. Docks change it and listen to it; they never know each other.
class Selection : public QObject
{
    Q_OBJECT
public:
    explicit Selection(QObject *parent = nullptr);

    /// What is open; false while nothing is.
    const JudgedSnapshot &audit() const { return m_audit; }
    /// Also forgets place, history and instant. The filter stays: it is a question, not an answer.
    void setAudit(JudgedSnapshot audit);

    const Place &place() const { return m_place; }
    void selectControl(int controlId);
    /// Index in Assessment::outcomes; out of range is ignored.
    void selectOutcome(qsizetype outcome);
    void selectResource(const QString &kind, const QString &id);
    void clearPlace();

    /// Places visited, as in a browser.
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_history.size(); }
    void goBack();
    void goForward();

    const SearchWords &filter() const { return m_filter; }
    void setFilter(const QString &text);
    /// SearchWords::withFacet on the current filter.
    void setFilterFacet(const QString &name, const QStringList &values);

    /// The instant the timeline and everything about "who is on call" look at; nullopt = the assessment's asOf.
    std::optional<Instant> instant() const { return m_instant; }
    void setInstant(std::optional<Instant> instant);

    /// The stretch of time pointed at, such as a gap; nullopt = none.
    std::optional<Interval> range() const { return m_range; }
    void setRange(std::optional<Interval> range);

Q_SIGNALS:
    void auditChanged();
    void placeChanged();
    void historyChanged();
    void filterChanged();
    void instantChanged();
    void rangeChanged();
    /// The analyst asked to see this in full (Enter, double click): raise the view that shows it.
    void detailRequested();

private:
    void go(const Place &place);
    void show(qsizetype at);

    static constexpr qsizetype longestHistory = 200;
    JudgedSnapshot m_audit;
    Place m_place;
    QList<Place> m_history;
    qsizetype m_at = -1;
    SearchWords m_filter;
    std::optional<Instant> m_instant;
    std::optional<Interval> m_range;
};

} // namespace pdsi
