// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwords.h"

#include "core/report/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pdsi {

namespace {

constexpr qsizetype longestValue = 160;
constexpr qsizetype largestShown = 12; ///< elements of a list or object that is written out

QString compactJson(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace

QString statusShape(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Error: return QStringLiteral("!");
    case OutcomeStatus::Fail: return QStringLiteral("✖");
    case OutcomeStatus::NotDetermined: return QStringLiteral("?");
    case OutcomeStatus::Manual: return QStringLiteral("☞");
    case OutcomeStatus::Pass: return QStringLiteral("✔");
    case OutcomeStatus::NotApplicable: return QStringLiteral("–");
    }
    return {};
}

QString severityShape(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return QStringLiteral("▲▲");
    case Severity::High: return QStringLiteral("▲");
    case Severity::Medium: return QStringLiteral("◆");
    case Severity::Low: return QStringLiteral("▽");
    }
    return {};
}

QString statusWords(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::NotDetermined: return QStringLiteral("not determined");
    case OutcomeStatus::NotApplicable: return QStringLiteral("not applicable");
    default: return outcomeStatusName(status);
    }
}

QString reasonWords(ReasonCode reason)
{
    switch (reason) {
    case ReasonCode::Permission: return QStringLiteral("The key may not read this, or may not see everything.");
    case ReasonCode::Plan: return QStringLiteral("The account's plan does not include this.");
    case ReasonCode::NotExposed: return QStringLiteral("PagerDuty shows this through no API.");
    case ReasonCode::Partial: return QStringLiteral("Some pages or resources are missing.");
    case ReasonCode::Cap: return QStringLiteral("PagerDuty lists no more than 10,000 of these.");
    case ReasonCode::Failed: return QStringLiteral("PagerDuty did not answer, or not readably.");
    case ReasonCode::NotCollected: return QStringLiteral("This was not asked for.");
    }
    return {};
}

QString statusMeaning(OutcomeStatus status)
{
    switch (status) {
    case OutcomeStatus::Fail: return QStringLiteral("the requirement is broken, and the evidence shows it.");
    case OutcomeStatus::Pass: return QStringLiteral("everything needed was read, and the requirement holds.");
    case OutcomeStatus::NotDetermined: return QStringLiteral("what is needed could not be read; nothing is concluded.");
    case OutcomeStatus::Manual: return QStringLiteral("the API cannot show it; a person looks and attests.");
    case OutcomeStatus::NotApplicable: return QStringLiteral("the control does not concern this resource.");
    case OutcomeStatus::Error: return QStringLiteral("this program failed; nothing is concluded.");
    }
    return {};
}

QString collectionStateWords(CollectionState state)
{
    return state == CollectionState::NotCollected ? QStringLiteral("not collected") : collectionStateName(state);
}

QString factValueWords(const Evidence &fact)
{
    const QJsonValue &value = fact.value;
    switch (value.type()) {
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String: return QLatin1Char('"') + elided(value.toString(), longestValue) + QLatin1Char('"');
    case QJsonValue::Array:
        if (value.toArray().size() > largestShown)
            return QStringLiteral("[ list of %1 ]").arg(value.toArray().size());
        return elided(compactJson(value), longestValue);
    case QJsonValue::Object:
        if (fact.pointer.isEmpty() || value.toObject().size() > largestShown)
            return QStringLiteral("{ object of %1 fields }").arg(value.toObject().size());
        return elided(compactJson(value), longestValue);
    default: return QStringLiteral("null");
    }
}

} // namespace pdsi
