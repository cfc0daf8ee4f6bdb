// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/pagingpage.h"

#include "ui/models/coveragewords.h"
#include "ui/models/coveragezones.h"
#include "ui/models/translate.h"

#include <algorithm>

namespace pdsi {

namespace {

constexpr size_t mostStretches = 20;

PageLink stretchLink(const PagingAnswer &answer, Interval when)
{
    const CoveredService &service = answer.coverage.services[static_cast<size_t>(answer.path.service)];
    return {QStringLiteral("service"), service.id, when, when.start};
}

void addLongest(TextPage &page, const PagingAnswer &answer)
{
    const WorstCase &worst = *answer.worst;
    const bool always = worst.nobody.isEmpty() && worst.unknown.isEmpty();
    if (*worst.longestSeconds == 0) {
        page.line(0, PageMark::Good).add(always ? tr("The first human is always told at once.")
                                                : tr("When a human is reached, the first is told at once."));
        return;
    }
    page.line(0, PageMark::Note)
        .add(tr("Longest time to the first human: %1").arg(roughDurationWords(*worst.longestSeconds)), PageTone::Strong)
        .add(tr(", from "))
        .addLink(dayAndClockWords(worst.longestWhen.start, answer.zone), stretchLink(answer, worst.longestWhen))
        .add(tr(" for %1.").arg(roughDurationWords(worst.longestWhen.seconds())));
}

void addNobody(TextPage &page, const PagingAnswer &answer)
{
    const std::vector<Interval> &stretches = answer.worst->nobody.intervals();
    if (answer.worst->nobody.covers(answer.coverage.window()))
        return; // said already
    if (stretches.empty()) {
        if (answer.worst->unknown.isEmpty() && answer.worst->longestSeconds > 0)
            page.line(0, PageMark::Good).add(tr("A human is reached at any time."));
        return;
    }
    page.line(0, PageMark::Bad)
        .add(stretches.size() == 1
                 ? tr("Nobody is reached by phone, SMS or push for %1:").arg(roughDurationWords(answer.worst->nobody.seconds()))
                 : tr("Nobody is reached by phone, SMS or push in %1 stretches, %2 in all:")
                       .arg(QString::number(stretches.size()), roughDurationWords(answer.worst->nobody.seconds())));
    for (size_t i = 0; i < std::min(stretches.size(), mostStretches); ++i)
        page.line(1)
            .addLink(dayAndClockWords(stretches[i].start, answer.zone), stretchLink(answer, stretches[i]))
            .add(tr(" for %1").arg(roughDurationWords(stretches[i].seconds())));
    if (stretches.size() > mostStretches)
        page.line(1).add(tr("and %1 more").arg(stretches.size() - mostStretches));
}

void addRest(TextPage &page, const IntervalSet &when, PageMark mark, const QString &words)
{
    if (!when.isEmpty())
        page.line(0, mark).add(words.arg(roughDurationWords(when.seconds())));
}

} // namespace

void addWorstCase(TextPage &page, const PagingAnswer &answer)
{
    const Interval window = answer.coverage.window();
    page.heading(tr("Worst case in %1 from %2")
                     .arg(roughDurationWords(window.seconds()), dayAndClockWords(window.start, answer.zone)));
    if (!answer.worst) {
        page.line().add(tr("Being worked out..."), PageTone::Soft);
        return;
    }
    if (answer.worst->notPaging.covers(window)) {
        page.line(0, PageMark::Note).add(tr("Disabled or in maintenance all the time: no incident is created."));
        return;
    }
    if (answer.worst->longestSeconds)
        addLongest(page, answer);
    else if (answer.worst->unknown.isEmpty())
        page.line(0, PageMark::Bad).add(tr("At no time is a human reached by phone, SMS or push."));
    else
        page.line(0, PageMark::Unsure).add(tr("At no time is a human certainly reached."));
    addNobody(page, answer);
    addRest(page, answer.worst->unknown, PageMark::Unsure, tr("For %1 it is not known whether a human is reached."));
    addRest(page, answer.worst->notPaging, PageMark::Note, tr("Disabled or in maintenance for %1: no incident is created."));
}

} // namespace pdsi
