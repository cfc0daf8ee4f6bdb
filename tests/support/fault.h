// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/support/fakeanswer.h"

#include <QString>

namespace pdsi {

/// Something that goes wrong with some of the answers.
struct Fault {
    enum class Kind {
        Status,             ///< argument: the status; its usual body
        BareRateLimit,      ///< 429 without headers and body
        RateLimit,          ///< 429 with headers; argument: seconds until the reset (1)
        DailyRateLimit,     ///< 429 of the analytics quota
        Reset,              ///< connection reset before the answer
        CloseBeforeAnswer,  ///< connection closed before the answer
        Truncated,          ///< half the body, then closed; Content-Length says more
        ChunkedTruncated,   ///< chunked, half the body, then closed without the last chunk
        Html,               ///< 200 with a web page
        InvalidJson,        ///< 200 with half the JSON text
        InvalidUtf8,        ///< 200 with bytes in a string that are not UTF-8
        WrongType,          ///< argument FIELD:TYPE[:ROW]: the field holds another type; TYPE missing removes it
        EmptyBody,          ///< 200 without body
        TextError,          ///< argument: status; the body's `error` is a string
        Stall,              ///< never answers
        Drip,               ///< one byte every 200 ms
        Huge,               ///< argument: MB of body
        Redirect,           ///< argument: a URL (default: the fake's decoy port)
        Shrink,             ///< argument: rows that vanish from the front of the list
        Grow,               ///< argument: rows that appear at the front
        Duplicate,          ///< a page begins with the last row of the page before
        NoIncludes,         ///< include[] is not honoured
        NoFinalSchedule,    ///< schedules come without final_schedule
        NullFinalSchedule,  ///< final_schedule is null
        NoTotal,            ///< total is left out
        IgnoreFilters,      ///< team_ids[], query, since, until, method_type are not honoured
        EchoAuthorization,  ///< the answer repeats the Authorization header
    };

    Kind kind = Kind::Status;
    QString pathPattern = QStringLiteral("*");  ///< `*` stands for anything; with a `?` it is held against path and query
    QString argument;
    int from = 1;          ///< first of the matching requests that suffers, from 1
    int count = -1;        ///< how many do; -1 = all from there on

    /// `KIND[=ARGUMENT][@PATTERN][#FROM[xCOUNT]]`, e.g. `status=503@/users#2x1`. Kinds are kebab-case: `bare-rate-limit`.
    static Result<Fault> parse(const QString &text);
    bool matches(const QByteArray &target) const;
    bool hits(int nthMatch) const { return nthMatch >= from && (count < 0 || nthMatch < from + count); }

    /// Changes of the question: filters and includes that are not honoured.
    void changeRequest(FakeRequest *request) const;
    /// Changes of the list behind the answer.
    void changeList(ListTweak *tweak) const;
    /// An answer instead of the real one; false when this fault has none.
    bool replaces(FakeAnswer *answer) const;
    /// Changes of the answer.
    void changeAnswer(FakeAnswer *answer, const QByteArray &authorization) const;
};

} // namespace pdsi
