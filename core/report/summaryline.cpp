// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/summaryline.h"

namespace pdsi {

QString summaryLine(const Report &report)
{
    const StatusCounts &counts = report.controlCounts();
    const std::pair<int, QString> named[] = {
        {counts.pass, QStringLiteral("pass")},
        {counts.fail, QStringLiteral("fail")},
        {counts.notDetermined, QStringLiteral("not determined")},
        {counts.manual, QStringLiteral("manual")},
        {counts.notApplicable, QStringLiteral("not applicable")},
        {counts.error, QStringLiteral("error")},
    };
    QStringList parts;
    for (const auto &[n, name] : named) {
        if (n > 0)
            parts << QStringLiteral("%1 %2").arg(n).arg(name);
    }
    const FindingCounts &findings = report.findings();
    QString line = QStringLiteral("%1 controls: %2; %3 findings")
                       .arg(report.assessment().controls.size())
                       .arg(parts.isEmpty() ? QStringLiteral("none judged") : parts.join(QStringLiteral(", ")))
                       .arg(findings.open);
    if (findings.waived > 0)
        line += QStringLiteral(" and %1 waived").arg(findings.waived);
    return line;
}

} // namespace pdsi
