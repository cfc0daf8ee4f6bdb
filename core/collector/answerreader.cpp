// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/answerreader.h"

#include "core/collector/pageshape.h"

#include <QJsonDocument>

namespace pdsi {

namespace {

bool isSuccess(int status) { return status >= 200 && status < 300; }

/// A body that arrived whole with a 2xx status.
void readBody(const ApiRequest &request, const HttpAnswer &answer, ReadAnswer &read)
{
    read.result = RequestResult::Unreadable;
    read.transient = true;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return;
    const QJsonObject body = document.object();
    const PageShape shape = checkPageShape(request.resourceClass, !request.subject.isEmpty(), body);
    if (!shape.readable)
        return;
    read.result = RequestResult::Answered;
    read.transient = false;
    read.body = body;
    read.unreadableRows = shape.unreadableRows;
}

RequestResult resultOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403: return RequestResult::Denied;
    case 402: return RequestResult::PlanGated;
    case 404:
    case 410: return RequestResult::Missing;
    case 408:
    case 429: return RequestResult::Failed;
    default: break;
    }
    return status >= 400 && status < 500 ? RequestResult::Refused : RequestResult::Failed;
}

} // namespace

ReadAnswer readAnswer(const ApiRequest &request, const HttpAnswer &answer)
{
    ReadAnswer read;
    read.status = answer.status;
    using Failure = HttpAnswer::Failure;
    if (answer.failure == Failure::Redirected)
        return read;
    if (answer.failure == Failure::TooLarge) {
        read.result = isSuccess(answer.status) ? RequestResult::Unreadable : RequestResult::Failed;
        return read;
    }
    if (answer.failure != Failure::None) {
        read.result = isSuccess(answer.status) ? RequestResult::Unreadable : RequestResult::Failed;
        read.transient = answer.failure != Failure::Untrusted && answer.failure != Failure::ProxyRefused;
        read.slow = answer.failure == Failure::TimedOut;
        return read;
    }
    if (isSuccess(answer.status)) {
        readBody(request, answer, read);
        return read;
    }
    read.result = resultOfStatus(answer.status);
    read.slow = answer.status == 408 || answer.status >= 500;
    read.transient = read.slow;
    return read;
}

} // namespace pdsi
