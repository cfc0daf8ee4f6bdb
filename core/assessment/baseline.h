// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"
#include "core/base/result.h"

#include <QHash>

namespace pdsi {

/// The findings of an earlier JSON report, to compare with.
class Baseline
{
public:
    Baseline() = default;
    /// `name` is shown in reports (a file name). Malformed when it is no report of this program.
    static Result<Baseline> fromJson(const QByteArray &json, const QString &name);
    /// NotFound or CannotRead name the file.
    static Result<Baseline> fromFile(const QString &path);

    const QString &name() const { return m_name; }
    bool contains(const QString &fingerprint) const { return m_findings.contains(fingerprint); }

    /// Marks findings new or unchanged and lists the ones that are gone. A finding counts as gone only when
    /// its control was judged again and nothing about that control or resource stayed undetermined.
    void compare(Assessment &assessment) const;

private:
    QString m_name;
    QHash<QString, BaselineFinding> m_findings; ///< by fingerprint
};

} // namespace pdsi
