// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sarifrules.h"

#include <QJsonArray>

namespace pdsi {

namespace {

/// Code scanning sorts by these numbers: above 9 critical, 7 high, 4 medium.
QString securitySeverity(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return QStringLiteral("9.5");
    case Severity::High: return QStringLiteral("8.0");
    case Severity::Medium: return QStringLiteral("5.5");
    case Severity::Low: return QStringLiteral("2.0");
    }
    return {};
}

/// `oncall-coverage` -> `OncallCoverage`.
QString pascalCase(const QString &slug)
{
    QString name;
    for (const QString &part : slug.split(QLatin1Char('-'), Qt::SkipEmptyParts))
        name += part.left(1).toUpper() + part.mid(1);
    return name;
}

/// GitHub takes 20 tags a rule: the first defensible id of every framework, then second ones, as far as they fit.
QJsonArray tags(const ControlInfo &info)
{
    constexpr qsizetype mostTags = 20;
    QStringList list{QStringLiteral("security"), QStringLiteral("pagerduty")};
    for (qsizetype rank = 0; rank < 8; ++rank) {
        for (const FrameworkReference &reference : info.frameworks) {
            if (rank < reference.reviewed.size() && list.size() < mostTags)
                list << reference.framework + QLatin1Char('/') + reference.reviewed.at(rank);
        }
    }
    return QJsonArray::fromStringList(list);
}

QJsonObject text(const QString &content)
{
    return {{QStringLiteral("text"), content}};
}

QString frameworksMarkdown(const ControlInfo &info)
{
    QString table = QStringLiteral("| Framework | Edition | Specified | Reviewed | Verdict | Note |\n|---|---|---|---|---|---|\n");
    for (const FrameworkReference &reference : info.frameworks) {
        table += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
                     .arg(reference.framework, reference.edition, reference.specified.join(QStringLiteral(", ")),
                          reference.reviewed.join(QStringLiteral(", ")), reference.verdict, reference.note);
    }
    return table;
}

QJsonObject help(const ControlInfo &info)
{
    const QString plain = QStringLiteral("%1\n\nWhy: %2\n\nHow to fix it: %3\n\nEvidence: %4")
                              .arg(info.requirement, info.why, info.fix, info.evidence);
    const QString markdown
        = QStringLiteral("%1\n\n**Why it matters.** %2\n\n**How to fix it in PagerDuty.** %3\n\n**Evidence.** %4\n\n%5")
              .arg(info.requirement, info.why, info.fix, info.evidence, frameworksMarkdown(info));
    return {{QStringLiteral("text"), plain}, {QStringLiteral("markdown"), markdown}};
}

} // namespace

QString sarifRuleId(int controlId)
{
    return QStringLiteral("PDSI%1").arg(controlId, 3, 10, QLatin1Char('0'));
}

QString sarifMessageTemplate()
{
    return QStringLiteral("'{0}' fails: '{1}'.");
}

QString sarifLevel(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::High: return QStringLiteral("error");
    case Severity::Medium: return QStringLiteral("warning");
    case Severity::Low: return QStringLiteral("note");
    }
    return {};
}

QJsonObject sarifRule(const ControlInfo &info)
{
    const QJsonObject properties{{QStringLiteral("security-severity"), securitySeverity(info.severity)},
                                 {QStringLiteral("precision"), QStringLiteral("very-high")},
                                 {QStringLiteral("problem.severity"), info.severity == Severity::Low
                                      ? QStringLiteral("recommendation") : sarifLevel(info.severity)},
                                 {QStringLiteral("tags"), tags(info)}};
    return {{QStringLiteral("id"), sarifRuleId(info.id)},
            {QStringLiteral("name"), pascalCase(info.slug)},
            {QStringLiteral("shortDescription"), text(info.title + QLatin1Char('.'))},
            {QStringLiteral("fullDescription"), text(info.requirement)},
            {QStringLiteral("help"), help(info)},
            {QStringLiteral("helpUri"), QStringLiteral("https://support.pagerduty.com/")},
            {QStringLiteral("messageStrings"), QJsonObject{{QStringLiteral("default"), text(sarifMessageTemplate())}}},
            {QStringLiteral("defaultConfiguration"),
             QJsonObject{{QStringLiteral("level"), sarifLevel(info.severity)}}},
            {QStringLiteral("properties"), properties}};
}

} // namespace pdsi
