// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/controls/controlcatalog.h"

#include <QJsonObject>

namespace pdsi {

/// `PDSI008`.
QString sarifRuleId(int controlId);
/// What every result says, with the resource's name for {0} and the outcome's sentence, without its full stop, for {1}.
QString sarifMessageTemplate();
/// `error`, `warning`, `note`.
QString sarifLevel(Severity severity);
/// A control as SARIF describes a rule.
QJsonObject sarifRule(const ControlInfo &info);

} // namespace pdsi
