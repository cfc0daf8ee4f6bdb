// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QHash>

namespace pdsi {

/// Which verdicts name a resource; indexed once per assessment.
class ResourceOutcomes
{
public:
    /// Open (failed and not waived) findings on one resource.
    struct Findings {
        int open = 0;
        int waived = 0;
        std::optional<Severity> worst; ///< of the open ones
    };

    ResourceOutcomes() = default;
    explicit ResourceOutcomes(std::shared_ptr<const Assessment> assessment);

    /// Indexes in Assessment::outcomes, worst status first, then worst severity.
    QList<qsizetype> of(const QString &kind, const QString &id) const;
    Findings findings(const QString &kind, const QString &id) const;

private:
    struct Entry {
        QList<qsizetype> outcomes;
        Findings findings;
    };
    static QString key(const QString &kind, const QString &id) { return kind + QLatin1Char('\n') + id; }

    QHash<QString, Entry> m_entries;
};

} // namespace pdsi
