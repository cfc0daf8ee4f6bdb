// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pdsi {

class FindingIndex;

/// How the word at the cursor of a search could go on.
struct SearchCompletion {
    qsizetype start = 0;     ///< the part of the text a candidate replaces
    qsizetype length = 0;
    QStringList candidates;  ///< as they must be written; none that is there already

    /// The text with the candidate in it, and where the cursor goes.
    std::pair<QString, qsizetype> applied(const QString &text, const QString &candidate) const;
};

/// Offers facets for a word that is begun, and the assessment's values behind a facet's colon.
SearchCompletion completeSearch(const QString &text, qsizetype cursor, const FindingIndex &findings);

} // namespace pdsi
