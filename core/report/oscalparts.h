// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

namespace pdsi {

/// The identity of a part of an OSCAL document: version 5 over what it is and a name that stays from run to run.
QUuid oscalUuid(const QString &what, const QString &name);

/// Text for an OSCAL string: harmless, on one line, without blanks at its ends, never empty.
QString oscalText(const QString &text);
/// A property in this program's namespace. `name` is a token.
QJsonObject oscalProperty(const QString &name, const QString &value);

/// `pdsi-008`.
QString oscalControlId(int controlId);
/// `pdsi-008_obj`.
QString oscalObjectiveId(int controlId);

/// The identities of an assessment's observations, by outcome.
QList<QUuid> oscalObservationIds(const Assessment &assessment);
/// The risk that belongs to a failing outcome's observation.
QUuid oscalRiskId(const QUuid &observation);

QJsonObject oscalResource(const ResourceRef &resource);
QJsonObject oscalObservation(const Report &report, const AssessedOutcome &outcome, const QUuid &id);
QJsonObject oscalRisk(const ControlInfo &info, const AssessedOutcome &outcome, const QUuid &observation);
/// Of a control that passed or failed. One without a verdict has no finding: OSCAL knows only satisfied and not.
QJsonObject oscalFinding(const Report &report, const ControlResult &control, const QList<QUuid> &observations);

/// This program, as the origin of what it says.
QJsonArray oscalOrigins();
QUuid oscalToolId();

} // namespace pdsi
