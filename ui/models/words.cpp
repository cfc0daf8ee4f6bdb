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

QString wordFor(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return tr("No permission");
    case ReasonCode::Plan: return tr("Not in the plan");
    case ReasonCode::NotExposed: return tr("No API shows it");
    case ReasonCode::Partial: return tr("Read in part");
    case ReasonCode::Cap: return tr("Paging ceiling");
    case ReasonCode::Failed: return tr("Reading failed");
    case ReasonCode::NotCollected: return tr("Not collected");
    }
    return {};
}

QString wordFor(CollectionState state)
{
    switch (state) {
    case CollectionState::Complete: return tr("Complete");
    case CollectionState::Partial: return tr("Partial");
    case CollectionState::Denied: return tr("Denied");
    case CollectionState::Unavailable: return tr("Unavailable");
    case CollectionState::Failed: return tr("Failed");
    case CollectionState::NotCollected: return tr("Not collected");
    }
    return {};
}

} // namespace pdsi
