// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingcolumns.h"

#include "ui/models/findingindex.h"
#include "ui/models/translate.h"
#include "ui/models/words.h"

namespace pdsi {

namespace {

QString statusCell(const AssessedOutcome &outcome)
{
    const QString word = wordFor(outcome.status);
    // A person's word is not the program's verdict.
    return outcome.attestation ? tr("%1, attested").arg(word) : word;
}

QString controlCell(const ControlInfo &info)
{
    return QStringLiteral("%1 %2").arg(info.id).arg(info.title);
}

QString waivedCell(const std::optional<AppliedWaiver> &waiver)
{
    if (!waiver)
        return {};
    return waiver->expires.isValid() ? tr("Until %1").arg(waiver->expires.date().toString(Qt::ISODate)) : tr("Without end");
}

} // namespace

bool shownAtFirst(FindingColumn column)
{
    return column < FindingColumn::Frameworks;
}

QString columnTitle(FindingColumn column)
{
    switch (column) {
    case FindingColumn::Status: return tr("Status");
    case FindingColumn::Severity: return tr("Severity");
    case FindingColumn::Control: return tr("Control");
    case FindingColumn::Kind: return tr("Kind");
    case FindingColumn::Name: return tr("Resource");
    case FindingColumn::Message: return tr("Message");
    case FindingColumn::Reason: return tr("Reason");
    case FindingColumn::Waived: return tr("Waived");
    case FindingColumn::Baseline: return tr("Baseline");
    case FindingColumn::Frameworks: return tr("Frameworks");
    case FindingColumn::ResourceId: return tr("Resource id");
    case FindingColumn::Fingerprint: return tr("Fingerprint");
    }
    return {};
}

FindingSort worstFirst()
{
    return {{FindingColumn::Status, Qt::AscendingOrder},
            {FindingColumn::Severity, Qt::AscendingOrder},
            {FindingColumn::Control, Qt::AscendingOrder}};
}

QString findingCell(const FindingIndex &findings, qsizetype outcome, FindingColumn column)
{
    const AssessedOutcome &row = findings.outcome(outcome);
    switch (column) {
    case FindingColumn::Status: return statusCell(row);
    case FindingColumn::Severity: return wordFor(findings.info(outcome).severity);
    case FindingColumn::Control: return controlCell(findings.info(outcome));
    case FindingColumn::Kind: return kindWord(row.resource.kind);
    case FindingColumn::Name: return row.resource.name;
    case FindingColumn::Message: return row.message;
    case FindingColumn::Reason: return row.reason ? wordFor(*row.reason) : QString();
    case FindingColumn::Waived: return waivedCell(row.waiver);
    case FindingColumn::Baseline: return wordFor(row.baseline);
    case FindingColumn::Frameworks: return findings.frameworks(findings.controlOf(outcome));
    case FindingColumn::ResourceId: return row.resource.id;
    case FindingColumn::Fingerprint: return row.fingerprint;
    }
    return {};
}

} // namespace pdsi
