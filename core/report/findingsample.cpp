// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/findingsample.h"

#include "core/report/markdown.h"

#include <QCryptographicHash>

#include <algorithm>

namespace pdsi {

namespace {

/// The findings in scope by fingerprint. Two of one fingerprint keep an order of their own, whatever the assessment's is.
QList<qsizetype> samplePopulation(const Report &report)
{
    const auto &outcomes = report.assessment().outcomes;
    QList<qsizetype> population = report.findingsInScope();
    std::sort(population.begin(), population.end(), [&outcomes](qsizetype a, qsizetype b) {
        const AssessedOutcome &left = outcomes.at(a), &right = outcomes.at(b);
        return std::tie(left.fingerprint, left.message, a) < std::tie(right.fingerprint, right.message, b);
    });
    return population;
}

QString populationDigestOf(const Report &report, const QList<qsizetype> &population)
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const qsizetype index : population)
        digest.addData(report.assessment().outcomes.at(index).fingerprint.toLatin1() + '\n');
    return QString::fromLatin1(digest.result().toHex());
}

} // namespace

QString sampleTicket(quint64 seed, const QString &populationDigest, const QString &fingerprint)
{
    const QString text
        = QString::number(seed) + QLatin1Char('\n') + populationDigest + QLatin1Char('\n') + fingerprint;
    return QString::fromLatin1(QCryptographicHash::hash(text.toLatin1(), QCryptographicHash::Sha256).toHex());
}

FindingSample drawSample(const Report &report)
{
    const QList<qsizetype> population = samplePopulation(report);
    FindingSample sample;
    sample.populationSize = population.size();
    sample.populationDigest = populationDigestOf(report, population);
    sample.seed = report.options().sampleSeed;
    sample.asked = std::max(0, report.options().sampleSize);
    if (sample.asked == 0)
        return sample;
    QList<DrawnFinding> tickets;
    tickets.reserve(population.size());
    for (const qsizetype index : population) {
        const AssessedOutcome &outcome = report.assessment().outcomes.at(index);
        tickets << DrawnFinding{index, outcome.fingerprint,
                                sampleTicket(sample.seed, sample.populationDigest, outcome.fingerprint),
                                safeHttpsAddress(outcome.resource.url)};
    }
    std::stable_sort(tickets.begin(), tickets.end(),
                     [](const DrawnFinding &a, const DrawnFinding &b) { return a.ticket < b.ticket; });
    sample.drawn = tickets.first(std::min<qsizetype>(sample.asked, tickets.size()));
    return sample;
}

QString sampleMethod()
{
    return QStringLiteral(
        "The population is every finding in scope, waived ones included. Its digest is SHA-256 over the fingerprints in "
        "ascending order, each followed by a line feed. Every finding gets a ticket: SHA-256 over the seed in decimal "
        "digits, a line feed, the digest of the population in lower-case hexadecimal, a line feed, and the fingerprint. "
        "Tickets are sorted in ascending order of their lower-case hexadecimal text; the sample is the first ones. The "
        "same population and seed give the same sample, and a larger sample begins with the smaller one.");
}

} // namespace pdsi
