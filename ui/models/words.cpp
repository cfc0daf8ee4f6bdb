// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include <QCoreApplication>

namespace pdsi {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("pdsi::Words", text); }
} // namespace

QString wordFor(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return tr("Error");
    case OutcomeStatus::Fail: return tr("Fail");
    case OutcomeStatus::NotDetermined: return tr("Not determined");
    case OutcomeStatus::Manual: return tr("Manual");
    case OutcomeStatus::Pass: return tr("Pass");
    case OutcomeStatus::NotApplicable: return tr("Not applicable");
    }
    return {};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return tr("Critical");
    case Severity::High: return tr("High");
    case Severity::Medium: return tr("Medium");
    case Severity::Low: return tr("Low");
    }
    return {};
}

} // namespace pdsi
