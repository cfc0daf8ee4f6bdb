// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/personpage.h"

#include "core/report/plaintext.h"
#include "ui/models/coveragewords.h"
#include "ui/models/peopleloadmodel.h"
#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr size_t mostListed = 50;

class PersonWriter
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::PersonWriter)
public:
    PersonWriter(const AccountCoverage &coverage, const CoverageZones &zones, int person)
        : m_coverage(coverage), m_zones(zones), m_person(coverage.people[static_cast<size_t>(person)])
    {
    }

    TextPage write()
    {
        addTitle();
        addRisk();
        addOverlaps();
        addPlaces();
        return m_page;
    }

private:
    void addTitle()
    {
        m_page.line().addLink(plainText(m_person.name), {QStringLiteral("user"), m_person.id, {}, {}});
        if (m_person.schedules.empty())
            m_page.add(tr(", on no schedule within the window"));
        else
            m_page.add(tr(", on call for %1 of %2").arg(roughDurationWords(m_person.loadSeconds), roughDurationWords(m_coverage.window().seconds())))
                .add(m_person.shifts == 1 ? tr(", in 1 shift") : tr(", in %1 shifts").arg(m_person.shifts));
        if (m_person.liveness == Liveness::Unknown)
            m_page.line(0, PageMark::Unsure).add(tr("Not certain that this user exists: the list of users is not complete."));
        if (m_coverage.options.whatIf.awayPeople.contains(m_person.id))
            m_page.line(0, PageMark::Bad).add(tr("Away in this what-if: nobody is told."));
        else if (m_person.liveness == Liveness::Nobody)
            m_page.line(0, PageMark::Bad).add(tr("There is no such user: nobody is told."));
    }

    void addRisk()
    {
        m_page.heading(tr("If this person is away"));
        if (m_person.servicesAtRisk.empty()) {
            m_page.line(0, PageMark::Good).add(tr("No active service is known to lose cover."));
            return;
        }
        m_page.line(0, PageMark::Bad)
            .add(m_person.servicesAtRisk.size() == 1 ? tr("1 service loses cover: nobody else is on call on any level.")
                                                     : tr("%1 services lose cover: nobody else is on call on any level.")
                                                           .arg(m_person.servicesAtRisk.size()));
        for (const SoleCover &sole : m_person.soleCover)
            addSoleCover(sole);
    }

    void addSoleCover(const SoleCover &sole)
    {
        const CoveredPolicy &policy = m_coverage.policies[static_cast<size_t>(sole.policy)];
        const QTimeZone &zone = policy.services.empty() ? QTimeZone::utc() : m_zones.ofService(policy.services.front());
        m_page.line(1)
            .add(tr("Policy "))
            .addLink(plainText(policy.name), {QStringLiteral("escalation_policy"), policy.id, {}, {}})
            .add(tr(": alone for %1, first from ").arg(roughDurationWords(sole.seconds)))
            .addLink(dayAndClockWords(sole.first, zone), {QStringLiteral("escalation_policy"), policy.id, {}, sole.first});
        m_page.line(2);
        size_t listed = 0;
        for (const int index : policy.services) {
            const CoveredService &service = m_coverage.services[static_cast<size_t>(index)];
            if (service.disabled || ++listed > mostListed)
                continue;
            m_page.add(listed == 1 ? QString() : QStringLiteral(", "))
                .addLink(plainText(service.name), {QStringLiteral("service"), service.id, {}, {}});
        }
        if (listed > mostListed)
            m_page.add(tr(" and %1 more").arg(listed - mostListed));
    }

    void addSchedule(int index)
    {
        const CoveredSchedule &schedule = m_coverage.schedules[static_cast<size_t>(index)];
        m_page.addLink(plainText(schedule.name), {QStringLiteral("schedule"), schedule.id, {}, {}});
    }

    void addOverlaps()
    {
        m_page.heading(tr("On two schedules at once"));
        if (m_person.overlaps.empty()) {
            m_page.line().add(tr("Never within the window."));
            return;
        }
        m_page.line().add(tr("%1 in all").arg(roughDurationWords(overlapSeconds(m_person))));
        for (size_t i = 0; i < std::min(m_person.overlaps.size(), mostListed); ++i) {
            const PersonOverlap &overlap = m_person.overlaps[i];
            const Interval when{overlap.start, overlap.end};
            const QString id = m_coverage.schedules[static_cast<size_t>(overlap.scheduleA)].id;
            m_page.line(1)
                .addLink(dayAndClockWords(overlap.start, m_zones.ofSchedule(overlap.scheduleA)),
                         {QStringLiteral("schedule"), id, when, overlap.start})
                .add(tr(" for %1: ").arg(roughDurationWords(when.seconds())));
            addSchedule(overlap.scheduleA);
            m_page.add(tr(" and "));
            addSchedule(overlap.scheduleB);
        }
        if (m_person.overlaps.size() > mostListed)
            m_page.line(1).add(tr("and %1 more").arg(m_person.overlaps.size() - mostListed));
    }

    void addPlaces()
    {
        m_page.heading(tr("Where"));
        if (m_person.schedules.empty() && m_person.directPolicies.empty())
            m_page.line().add(tr("Nowhere within the window."));
        for (size_t i = 0; i < std::min(m_person.schedules.size(), mostListed); ++i) {
            m_page.line().add(tr("Schedule "));
            addSchedule(m_person.schedules[i]);
        }
        for (size_t i = 0; i < std::min(m_person.directPolicies.size(), mostListed); ++i) {
            const CoveredPolicy &policy = m_coverage.policies[static_cast<size_t>(m_person.directPolicies[i])];
            m_page.line()
                .add(tr("Named directly by policy "))
                .addLink(plainText(policy.name), {QStringLiteral("escalation_policy"), policy.id, {}, {}});
        }
    }

    const AccountCoverage &m_coverage;
    const CoverageZones &m_zones;
    const CoveredPerson &m_person;
    TextPage m_page;
};

} // namespace

TextPage personPage(const AccountCoverage &coverage, const CoverageZones &zones, int person)
{
    return PersonWriter(coverage, zones, person).write();
}

} // namespace pdsi
