// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/evidenceresolver.h"

#include "core/base/jsonaccess.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>
#include <QtConcurrentMap>

namespace pdsi {

namespace {

/// Everything one body is asked for.
struct BodyQuestions {
    int requestId = 0;
    QList<Evidence *> asked;
    bool bodiless = false;
};

/// A text taken out of a document keeps the object it stood in alive; a fresh one does not.
/// A pointer that leads nowhere gives null.
QJsonValue detached(const QJsonValue &value)
{
    if (value.isUndefined())
        return QJsonValue::Null;
    return value.isString() ? QJsonValue(value.toString()) : value;
}

QJsonValue rootOf(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Null);
}

void answer(BodyQuestions &questions, const Inventory &inventory)
{
    const RequestRecord *record = inventory.request(questions.requestId);
    const QByteArray body = inventory.body(questions.requestId);
    questions.bodiless = body.isEmpty();
    const QJsonValue root = rootOf(QJsonDocument::fromJson(body));
    for (Evidence *evidence : questions.asked) {
        const bool judgedByStatus = record && record->result != RequestResult::Answered;
        if (judgedByStatus && evidence->pointer.isEmpty())
            evidence->value = record->status;
        else
            evidence->value = detached(valueAtPointer(root, evidence->pointer));
    }
}

QList<BodyQuestions> groupByBody(QList<AssessedOutcome> &outcomes)
{
    QList<BodyQuestions> groups;
    QHash<int, qsizetype> groupOf;
    for (AssessedOutcome &outcome : outcomes) {
        for (Evidence &evidence : outcome.evidence) {
            auto known = groupOf.constFind(evidence.requestId);
            if (known == groupOf.constEnd()) {
                known = groupOf.insert(evidence.requestId, groups.size());
                groups << BodyQuestions{evidence.requestId, {}, false};
            }
            groups[*known].asked << &evidence;
        }
    }
    return groups;
}

} // namespace

QSet<int> resolveEvidence(QList<AssessedOutcome> &outcomes, const Inventory &inventory)
{
    QList<BodyQuestions> groups = groupByBody(outcomes);
    // A pool of its own: this waits for its threads, and callers may well fill the global one with the like.
    QThreadPool threads;
    QtConcurrent::blockingMap(&threads, groups, [&inventory](BodyQuestions &questions) { answer(questions, inventory); });
    QSet<int> bodiless;
    for (const BodyQuestions &questions : groups) {
        if (questions.bodiless)
            bodiless.insert(questions.requestId);
    }
    return bodiless;
}

} // namespace pdsi
