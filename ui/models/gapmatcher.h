// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/gaplistmodel.h"

namespace pdsi {

/// Answers whether a gap passes a filter. Names are searched once per schedule and service, not once per gap.
class GapMatcher
{
public:
    GapMatcher(const AccountCoverage &coverage, const GapFilter &filter);

    bool matches(const GapListEntry &entry) const;

private:
    /// Where one word of the text was found.
    struct WordHits {
        QString word;
        std::vector<bool> schedules, services;
    };

    GapFilter m_filter;
    std::vector<WordHits> m_words;
};

} // namespace pdsi
