// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/pagingpath.h"
#include "ui/coverage/textpage.h"

#include <QTimeZone>

namespace pdsi {

/// What the page about "who would be paged" is made from. The rows belong together, as for pagingPathAt().
struct PagingAnswer {
    const Inventory &inventory;
    const AccountCoverage &coverage;
    const PagingPath &path;
    const WorstCase *worst = nullptr; ///< null: not worked out yet
    QTimeZone zone;                   ///< to show instants in
};

/// The path level by level, where it ends, and the worst case over the window.
TextPage pagingPage(const PagingAnswer &answer);

/// The part about the whole window; added to the end of `page`.
void addWorstCase(TextPage &page, const PagingAnswer &answer);

} // namespace pdsi
