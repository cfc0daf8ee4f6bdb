// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/models/madefindings.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/findingsview.h"
#include "ui/findings/searchfield.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QLabel>
#include <QTest>
#include <QToolButton>

namespace pdsi::made {

using namespace Qt::StringLiterals;

inline const QString hostileName = u"<b>bold</b>\n\u202Etxt\u202C שלום "_s + QString(10'240, u'W');

inline std::shared_ptr<const Assessment> smallAssessment()
{
    AssessedOutcome waived = findingOf(8, OutcomeStatus::Fail, u"schedule"_s, u"S2"_s, u"Office hours"_s);
    waived.waiver = AppliedWaiver{u"Weekdays only"_s, u"Dana"_s, {}, {}};
    AssessedOutcome plain = findingOf(8, OutcomeStatus::Fail, u"schedule"_s, u"S1"_s, u"Night watch"_s);
    AssessedOutcome hostile = findingOf(4, OutcomeStatus::Fail, u"user"_s, u"U1"_s, hostileName);
    hostile.resource.url = u"javascript:alert(1)"_s;
    AssessedOutcome http = findingOf(4, OutcomeStatus::Fail, u"user"_s, u"U2"_s, u"=cmd|' /C calc'!A0"_s);
    http.resource.url = u"http://harbour.pagerduty.com/users/U2"_s;
    return findingsOf({waived, plain, hostile, http,
                             findingOf(1, OutcomeStatus::Manual, u"account"_s, u"A1"_s, u"harbour"_s),
                             findingOf(5, OutcomeStatus::Pass, u"service"_s, u"V1"_s, u"Payments"_s)});
}

/// The view, open and shown, with what a journey needs at hand.
struct ShownFindings {
    Selection selection;
    FindingsView view{selection};

    explicit ShownFindings(std::shared_ptr<const Assessment> assessment = smallAssessment())
    {
        view.resize(900, 600);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        selection.setAudit({nullptr, std::move(assessment)});
        settle();
    }

    void settle() { QTRY_VERIFY(view.model()->isComplete()); }
    void filter(const QString &words)
    {
        selection.setFilter(words);
        settle();
    }
    QString ids() const
    {
        QStringList ids;
        for (const quint32 row : view.model()->rows())
            ids << view.model()->assessment()->outcomes.at(row).resource.id;
        return ids.join(u' ');
    }
    QString selectedIds() const
    {
        QStringList ids;
        for (const quint32 row : view.table()->selectedOutcomes())
            ids << view.model()->assessment()->outcomes.at(row).resource.id;
        return ids.join(u' ');
    }
    void select(const QString &id, bool add = false)
    {
        const int row = int(ids().split(u' ').indexOf(id));
        QTest::mouseClick(view.table()->viewport(), Qt::LeftButton, add ? Qt::ControlModifier : Qt::NoModifier,
                          view.table()->visualRect(view.model()->index(row, 0)).center());
    }
    QAction *action(const QString &name) const { return view.findChild<QAction *>(u"findings."_s + name); }
    QString label(const QString &name) const { return view.findChild<QLabel *>(name)->text(); }
    QToolButton *chip(const QString &status) const { return view.findChild<QToolButton *>(u"chip."_s + status); }
    bool sees(const QString &name) const { return view.findChild<QWidget *>(name)->isVisible(); }
};

} // namespace pdsi::made
