// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/requestrecord.h"
#include "core/collector/httptransport.h"

#include <QJsonObject>

namespace pdsi {

/// What an attempt amounts to.
struct ReadAnswer {
    RequestResult result = RequestResult::Failed;
    int status = 0;              ///< 0 when there was no answer
    bool transient = false;      ///< asking again may help
    bool slow = false;           ///< 408, 5xx or time-out: a smaller page may help
    QJsonObject body;            ///< only when Answered
    QList<int> unreadableRows;
};

/// Judges one attempt: status, transport, JSON, shape. Pure.
ReadAnswer readAnswer(const ApiRequest &request, const HttpAnswer &answer);

} // namespace pdsi
