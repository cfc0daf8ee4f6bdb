// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gapmatcher.h"

#include "ui/models/coveragewords.h"

#include <algorithm>

namespace pdsi {

namespace {

bool has(const QString &text, const QString &word) { return text.contains(word, Qt::CaseInsensitive); }

} // namespace

GapMatcher::GapMatcher(const AccountCoverage &coverage, const GapFilter &filter)
    : m_filter(filter)
{
    const QStringList words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        std::vector<bool> policies;
        for (const CoveredPolicy &policy : coverage.policies)
            policies.push_back(has(policy.name, word));
        WordHits hits{word, {}, {}};
        for (const CoveredSchedule &schedule : coverage.schedules)
            hits.schedules.push_back(has(schedule.name, word) || has(schedule.id, word)
                                     || std::any_of(schedule.policies.begin(), schedule.policies.end(),
                                                    [&](int policy) { return policies[static_cast<size_t>(policy)]; }));
        for (const CoveredService &service : coverage.services)
            hits.services.push_back(has(service.name, word) || has(service.id, word)
                                    || (service.policy >= 0 && policies[static_cast<size_t>(service.policy)]));
        m_words.push_back(std::move(hits));
    }
}

bool GapMatcher::matches(const GapListEntry &entry) const
{
    if ((m_filter.countedOnly && !entry.counted) || (m_filter.kind && *m_filter.kind != entry.kind)
        || (m_filter.subject && *m_filter.subject != entry.subject))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const WordHits &hits) {
        const std::vector<bool> &subjects = entry.subject == GapSubject::Schedule ? hits.schedules : hits.services;
        return subjects[static_cast<size_t>(entry.index)] || has(gapWords(entry), hits.word);
    });
}

} // namespace pdsi
