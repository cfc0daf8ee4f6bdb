// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/pagingpage.h"

#include "core/report/plaintext.h"
#include "ui/models/coveragewords.h"
#include "ui/models/coveragezones.h"
#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

/// Writes the steps of one path.
class PathWriter
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::PathWriter)
public:
    PathWriter(const PagingAnswer &answer, TextPage &page)
        : m_coverage(answer.coverage), m_path(answer.path), m_page(page)
    {
    }

    void write()
    {
        int pass = 0;
        for (size_t i = 0; i < m_path.steps.size(); ++i) {
            const PagingStep &step = m_path.steps[i];
            if (step.pass != pass) {
                pass = step.pass;
                m_page.heading(tr("Again, pass %1 of %2").arg(pass + 1).arg(m_path.passes));
            }
            if (const PagingStep *before = sameInFirstPass(step))
                writeShort(*before, step);
            else
                writeStep(step, nextWithPeople(i));
        }
    }

private:
    const PagingStep *nextWithPeople(size_t at) const
    {
        for (size_t i = at + 1; i < m_path.steps.size(); ++i) {
            if (!m_path.steps[i].skipped)
                return &m_path.steps[i];
        }
        return nullptr;
    }

    /// The step of the first pass that went the same way; null in the first pass, or when it went otherwise.
    const PagingStep *sameInFirstPass(const PagingStep &step) const
    {
        if (step.pass == 0)
            return nullptr;
        const auto first = std::find_if(m_path.steps.begin(), m_path.steps.end(),
                                        [&](const PagingStep &other) { return other.level == step.level; });
        const auto same = [](const PagedPerson &a, const PagedPerson &b) {
            return a.person == b.person && a.schedule == b.schedule
                && std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
                              [](const NotificationStep &x, const NotificationStep &y) { return x.fires == y.fires; });
        };
        const bool alike = first->skipped == step.skipped && first->unknown == step.unknown
            && std::equal(first->people.begin(), first->people.end(), step.people.begin(), step.people.end(), same);
        return alike ? &*first : nullptr;
    }

    QString levelWords(const PagingStep &step) const
    {
        return tr("Level %1, %2").arg(QString::number(step.level + 1), afterWords(step.afterSeconds));
    }

    void addPersonLink(int person)
    {
        const CoveredPerson &row = m_coverage.people[static_cast<size_t>(person)];
        m_page.addLink(plainText(row.name), {QStringLiteral("user"), row.id, {}, {}});
    }

    void writeShort(const PagingStep &first, const PagingStep &step)
    {
        m_page.line(0).add(levelWords(step) + QStringLiteral(": "));
        if (step.skipped)
            m_page.add(tr("skipped, nobody is on call."));
        else if (first.people.empty())
            m_page.add(tr("as before."));
        for (size_t i = 0; i < first.people.size(); ++i) {
            m_page.add(i == 0 ? QString() : QStringLiteral(", "));
            addPersonLink(first.people[i].person);
        }
        if (!first.people.empty())
            m_page.add(tr(", as before."));
    }

    void writeStep(const PagingStep &step, const PagingStep *next)
    {
        m_page.heading(levelWords(step));
        if (step.skipped) {
            m_page.line(0, PageMark::Note).add(tr("Nobody is on call: skipped, the next level is told at once."));
            return;
        }
        if (step.unknown)
            m_page.line(0, PageMark::Unsure).add(tr("Whether anybody is on call is not certain: it could not be read completely."));
        if (step.roundRobin)
            m_page.line(0, PageMark::Note).add(tr("Round robin: only one of these is told, in turn."));
        for (const PagedPerson &person : step.people)
            writePerson(person);
        writeEscalation(step, next);
    }

    static PageMark markOf(const PagedPerson &person)
    {
        if (person.liveness == Liveness::Unknown || !person.rulesKnown)
            return PageMark::Unsure;
        if (person.firstHumanSeconds)
            return PageMark::Good;
        return person.firstNoticeSeconds ? PageMark::Note : PageMark::Bad;
    }

    void writePerson(const PagedPerson &person)
    {
        m_page.line(0, markOf(person));
        addPersonLink(person.person);
        if (person.schedule < 0) {
            m_page.add(tr(", named directly"), PageTone::Soft);
        } else {
            const CoveredSchedule &schedule = m_coverage.schedules[static_cast<size_t>(person.schedule)];
            m_page.add(tr(", on call on "), PageTone::Soft)
                .addLink(plainText(schedule.name), {QStringLiteral("schedule"), schedule.id, {}, {}});
        }
        if (person.liveness == Liveness::Unknown)
            m_page.line(1, PageMark::Unsure).add(tr("Not certain that this user exists: the list of users is not complete."));
        if (!person.rulesKnown)
            m_page.line(1, PageMark::Unsure).add(tr("Contact methods or notification rules could not be read."));
        else if (person.steps.empty())
            m_page.line(1, PageMark::Bad).add(tr("No notification rule for this urgency: nothing is sent."));
        for (const NotificationStep &step : person.steps)
            writeNotification(step);
        if (person.rulesKnown && !person.steps.empty() && !person.firstNoticeSeconds)
            m_page.line(1, PageMark::Bad).add(tr("Nothing reaches this person on this level."));
    }

    void writeNotification(const NotificationStep &step)
    {
        const QString method = contactMethodWord(step.methodType);
        const QString label = plainText(step.methodLabel);
        const QString what = tr("%1: %2").arg(afterWords(step.delayMinutes * 60),
            label.isEmpty() || step.methodType.isEmpty() ? method : tr("%1 \"%2\"").arg(method, label));
        m_page.line(1).add(what, step.fires ? PageTone::Plain : PageTone::Struck);
        if (step.methodType.isEmpty())
            m_page.add(tr(" - nothing is sent"));
        else if (!step.usable)
            m_page.add(tr(" - not usable: switched off or blocked"));
        else if (!step.fires)
            m_page.add(tr(" - too late: escalated before"));
        else
            m_page.add(step.direct ? tr(" - usable") : tr(" - usable, but only a mailbox"), PageTone::Soft);
    }

    void writeEscalation(const PagingStep &step, const PagingStep *next)
    {
        m_page.line(0);
        m_page.add(tr("Nobody acknowledges: "), PageTone::Strong);
        if (!next)
            m_page.add(tr("the incident stays here."));
        else if (next->pass != step.pass)
            m_page.add(tr("%1 it begins again with level %2.").arg(afterWords(step.delayMinutes * 60)).arg(next->level + 1));
        else
            m_page.add(tr("%1 it escalates to level %2.").arg(afterWords(step.delayMinutes * 60)).arg(next->level + 1));
    }

    const AccountCoverage &m_coverage;
    const PagingPath &m_path;
    TextPage &m_page;
};

void addTitle(TextPage &page, const PagingAnswer &answer)
{
    const CoveredService &service = answer.coverage.services[static_cast<size_t>(answer.path.service)];
    page.line().addLink(plainText(service.name), {QStringLiteral("service"), service.id, {}, {}});
    if (answer.path.policy >= 0) {
        const CoveredPolicy &policy = answer.coverage.policies[static_cast<size_t>(answer.path.policy)];
        page.add(tr(", policy "), PageTone::Soft)
            .addLink(plainText(policy.name), {QStringLiteral("escalation_policy"), policy.id, {}, {}});
    }
    page.add(QStringLiteral(", ") + wordFor(answer.path.urgency), PageTone::Soft);
    page.line().add(tr("Incident on %1").arg(dayAndClockWords(answer.path.at, answer.zone)), PageTone::Strong);
    if (answer.zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(answer.path.at, QTimeZone::utc())) != 0)
        page.add(tr(" (%1 UTC)").arg(clockWords(answer.path.at, QTimeZone::utc())), PageTone::Soft);
}

/// Why nobody is told at all; empty when somebody is.
QString notCreatedWords(PagingEnd end)
{
    switch (end) {
    case PagingEnd::NobodyOnCall: return tr("Nobody is on call on any level: no incident is created, nobody is told.");
    case PagingEnd::Maintenance: return tr("The service is in a maintenance window: no incident is created.");
    case PagingEnd::Disabled: return tr("The service is disabled: no incident is created.");
    case PagingEnd::NoPolicy: return tr("The service has no escalation policy: nobody is told.");
    case PagingEnd::Unknown: return tr("Not known: the service, its policy or who is on call could not be read.");
    case PagingEnd::StaysAssigned:
    case PagingEnd::LowUrgency: break;
    }
    return {};
}

PageMark notCreatedMark(PagingEnd end)
{
    if (end == PagingEnd::Unknown)
        return PageMark::Unsure;
    return end == PagingEnd::Maintenance || end == PagingEnd::Disabled ? PageMark::Note : PageMark::Bad;
}

void addFirstTold(TextPage &page, const PagingPath &path)
{
    if (path.firstHumanSeconds)
        page.line(0, path.certain ? PageMark::Good : PageMark::Unsure)
            .add(path.certain ? tr("First human told %1").arg(afterWords(*path.firstHumanSeconds))
                              : tr("First human told %1 at the latest").arg(afterWords(*path.firstHumanSeconds)), PageTone::Strong)
            .add(tr(" by phone, SMS or push."));
    else if (path.certain)
        page.line(0, PageMark::Bad).add(tr("No human is reached"), PageTone::Strong).add(tr(" by phone, SMS or push."));
    else
        page.line(0, PageMark::Unsure).add(tr("Whether a human is reached is not known."), PageTone::Strong);
    if (path.firstNoticeSeconds && path.firstNoticeSeconds != path.firstHumanSeconds)
        page.line(1).add(tr("First notice of any kind %1.").arg(afterWords(*path.firstNoticeSeconds)));
    if (!path.certain)
        page.line(1).add(tr("Something on the way could not be read: see the question marks."));
}

void addEnd(TextPage &page, const PagingAnswer &answer)
{
    const PagingPath &path = answer.path;
    page.heading(tr("Where it ends"));
    if (path.end == PagingEnd::LowUrgency) {
        page.line().add(tr("Low-urgency incidents do not escalate: it stays with the first people told."));
    } else if (path.end == PagingEnd::Unknown) {
        page.line(0, PageMark::Unsure).add(tr("Not known: perhaps nobody is on call on any level, and then no incident is created."));
    } else {
        page.line().add(path.endsAfterSeconds == 0
                            ? tr("The incident stays with the people told at once, nobody else is told.")
                            : tr("The last people are told %1. The incident stays with them, nobody else is told.")
                                  .arg(afterWords(path.endsAfterSeconds)));
        page.line().add(path.passes > 1 ? tr("The policy is gone through %1 times at most.").arg(path.passes)
                                        : tr("The policy does not repeat."), PageTone::Soft);
    }
    const auto &resolves = answer.inventory.services[static_cast<size_t>(path.service)].autoResolveTimeout;
    if (resolves && *resolves > 0 && *resolves <= path.endsAfterSeconds)
        page.line(0, PageMark::Note)
            .add(tr("The service resolves incidents by itself after %1: the path may end there.").arg(roughDurationWords(*resolves)));
}

} // namespace

TextPage pagingPage(const PagingAnswer &answer)
{
    TextPage page;
    addTitle(page, answer);
    const Interval window = answer.coverage.window();
    if (answer.path.at < window.start || answer.path.at >= window.end)
        page.line(0, PageMark::Unsure)
            .add(tr("Outside the time that was read: %1 to %2.")
                     .arg(dayAndClockWords(window.start, answer.zone), dayAndClockWords(window.end, answer.zone)));
    if (answer.path.steps.empty()) {
        page.line(0, notCreatedMark(answer.path.end)).add(notCreatedWords(answer.path.end));
    } else {
        addFirstTold(page, answer.path);
        PathWriter(answer, page).write();
        addEnd(page, answer);
    }
    addWorstCase(page, answer);
    return page;
}

} // namespace pdsi
