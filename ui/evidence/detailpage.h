// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"
#include "ui/models/relatedresources.h"
#include "ui/models/resourceoutcomes.h"
#include "ui/shell/selection.h"

namespace pdsi {

/// What detail pages are made from: the audit and what was indexed from it once.
struct DetailSource {
    DetailSource() = default;
    explicit DetailSource(const JudgedSnapshot &judged);

    const ControlResult *control(int id) const;
    const AssessedOutcome &outcome(qsizetype index) const { return audit.assessment->outcomes.at(index); }

    JudgedSnapshot audit;
    RelatedResources related;
    ResourceOutcomes outcomes;
    bool dark = false;
};

/// The page about a place as HTML, all account text escaped. Without a place: what to do next.
QString detailPage(const DetailSource &source, const Place &place);

QString outcomePage(const DetailSource &source, qsizetype outcome);
QString controlPage(const DetailSource &source, const ControlResult &control);
QString resourcePage(const DetailSource &source, const QString &kind, const QString &id);

/// Parts several pages share.
QString frameworkSection(const ControlInfo &info);
/// Outcomes as links, the most important first; says how many were left out.
QString outcomeList(const DetailSource &source, const QList<qsizetype> &outcomes, bool nameResources);
/// Link to a resource where the inventory has it, else its name.
QString resourceLink(const DetailSource &source, const QString &kind, const QString &id, const QString &name);

} // namespace pdsi
