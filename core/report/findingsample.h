// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

namespace pdsi {

/// One finding drawn for the auditor.
struct DrawnFinding {
    qsizetype outcome = 0;   ///< index in Assessment::outcomes
    QString fingerprint;
    QString ticket;          ///< hex digest that decided the draw; the smallest ones are drawn
    QString address;         ///< of the resource in PagerDuty, https; or empty
};

/// Findings drawn by seed, so that whoever has the population can draw them again.
struct FindingSample {
    qsizetype populationSize = 0;
    QString populationDigest; ///< hex SHA-256 over the sorted fingerprints, each followed by a line feed
    quint64 seed = 0;
    int asked = 0;            ///< size that was asked for; fewer are drawn from a smaller population
    QList<DrawnFinding> drawn; ///< in the order drawn: the first k are the sample of size k

    bool isEmpty() const { return drawn.isEmpty(); }
};

/// Draws from the findings in scope, as many as the options say. The order of the assessment does not matter.
FindingSample drawSample(const Report &report);

/// Hex SHA-256 over the seed in decimal digits, the digest of the population and the fingerprint, a line feed
/// between each two.
QString sampleTicket(quint64 seed, const QString &populationDigest, const QString &fingerprint);

/// How a sample is drawn, in words that let an auditor do it again.
QString sampleMethod();

} // namespace pdsi
