// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, Fault::Kind> &kinds()
{
    using Kind = Fault::Kind;
    static const QHash<QString, Kind> table{
        {u"status"_s, Kind::Status},
        {u"bare-rate-limit"_s, Kind::BareRateLimit},
        {u"rate-limit"_s, Kind::RateLimit},
        {u"daily-rate-limit"_s, Kind::DailyRateLimit},
        {u"reset"_s, Kind::Reset},
        {u"close"_s, Kind::CloseBeforeAnswer},
        {u"truncated"_s, Kind::Truncated},
        {u"chunked-truncated"_s, Kind::ChunkedTruncated},
        {u"html"_s, Kind::Html},
        {u"invalid-json"_s, Kind::InvalidJson},
        {u"invalid-utf8"_s, Kind::InvalidUtf8},
        {u"wrong-type"_s, Kind::WrongType},
        {u"empty-body"_s, Kind::EmptyBody},
        {u"text-error"_s, Kind::TextError},
        {u"stall"_s, Kind::Stall},
        {u"drip"_s, Kind::Drip},
        {u"huge"_s, Kind::Huge},
        {u"redirect"_s, Kind::Redirect},
        {u"shrink"_s, Kind::Shrink},
        {u"grow"_s, Kind::Grow},
        {u"duplicate"_s, Kind::Duplicate},
        {u"no-includes"_s, Kind::NoIncludes},
        {u"no-final-schedule"_s, Kind::NoFinalSchedule},
        {u"null-final-schedule"_s, Kind::NullFinalSchedule},
        {u"no-total"_s, Kind::NoTotal},
        {u"ignore-filters"_s, Kind::IgnoreFilters},
        {u"echo-authorization"_s, Kind::EchoAuthorization}};
    return table;
}

QJsonValue valueOfType(const QString &type)
{
    if (type == "string"_L1)
        return u"unexpected"_s;
    if (type == "number"_L1)
        return 4711;
    if (type == "bool"_L1)
        return true;
    if (type == "array"_L1)
        return QJsonArray{4711};
    if (type == "object"_L1)
        return QJsonObject{{u"unexpected"_s, true}};
    return type == "missing"_L1 ? QJsonValue(QJsonValue::Undefined) : QJsonValue();
}

/// Puts `value` at the dotted path, in every element where the path goes through an array.
QJsonValue replaced(const QJsonValue &in, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    if (in.isArray()) {
        QJsonArray array;
        const QJsonArray source = in.toArray();
        for (const QJsonValue &element : source)
            array.append(replaced(element, path, value));
        return array;
    }
    if (!in.isObject())
        return in;
    QJsonObject object = in.toObject();
    const QJsonValue inner = path.size() == 1 ? value : replaced(object.value(path.first()), path.mid(1), value);
    if (inner.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), inner);
    return object;
}

/// Replaces a field of the answer: `FIELD:TYPE[:ROW]`. FIELD is a key of the answer itself or of its rows.
void replaceField(QJsonObject *json, const QString &argument)
{
    const QStringList parts = argument.split(u':');
    const QStringList path = parts.value(0).split(u'.');
    const QJsonValue value = valueOfType(parts.value(1));
    if (json->contains(path.first())) {
        *json = replaced(*json, path, value).toObject();
        return;
    }
    const int onlyRow = parts.size() > 2 ? parts.at(2).toInt() : -1;
    const QStringList keys = json->keys();
    for (const QString &key : keys) {
        if (json->value(key).isObject())
            json->insert(key, replaced(json->value(key), path, value));
        if (!json->value(key).isArray())
            continue;
        QJsonArray rows = json->value(key).toArray();
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (onlyRow < 0 || row == onlyRow)
                rows.replace(row, replaced(rows.at(row), path, value));
        }
        json->insert(key, rows);
    }
}

void makeRaw(FakeAnswer *answer, const QByteArray &bytes)
{
    answer->raw = bytes;
    answer->useRaw = true;
}

} // namespace

Result<Fault> Fault::parse(const QString &text)
{
    static const QRegularExpression form(u"^([a-z0-9-]+)(=([^@#]*))?(@([^#]*))?(#(\\d+)(x(\\d+))?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || !kinds().contains(match.captured(1)))
        return Error{ErrorCode::InvalidArgument, u"not a fault: "_s + text};
    Fault fault;
    fault.kind = kinds().value(match.captured(1));
    fault.argument = match.captured(3);
    if (!match.captured(5).isEmpty())
        fault.pathPattern = match.captured(5);
    if (!match.captured(7).isEmpty())
        fault.from = match.captured(7).toInt();
    if (!match.captured(9).isEmpty())
        fault.count = match.captured(9).toInt();
    return fault;
}

bool Fault::matches(const QByteArray &target) const
{
    const bool withQuery = pathPattern.contains(u'?');
    const QString subject = QString::fromUtf8(withQuery ? target : target.split('?').first());
    QString expression = QRegularExpression::escape(pathPattern);
    expression.replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(subject).hasMatch();
}

void Fault::changeRequest(FakeRequest *request) const
{
    if (kind == Kind::IgnoreFilters)
        request->dropQuery({u"team_ids[]"_s, u"query"_s, u"since"_s, u"until"_s, u"method_type"_s});
    else if (kind == Kind::NoIncludes)
        request->dropQuery({u"include[]"_s});
}

void Fault::changeList(ListTweak *tweak) const
{
    const int rows = argument.isEmpty() ? 10 : argument.toInt();
    if (kind == Kind::Shrink)
        tweak->dropFirst += rows;
    else if (kind == Kind::Grow)
        tweak->growBy += rows;
    else if (kind == Kind::Duplicate)
        tweak->repeatLast = true;
}

bool Fault::replaces(FakeAnswer *answer) const
{
    const int status = argument.toInt();
    switch (kind) {
    case Kind::Status: *answer = FakeAnswer::ofStatus(status); return true;
    case Kind::BareRateLimit:
        answer->status = 429;
        makeRaw(answer, {});
        return true;
    case Kind::RateLimit:
    case Kind::DailyRateLimit: {
        *answer = FakeAnswer::ofStatus(429);
        const bool daily = kind == Kind::DailyRateLimit;
        if (daily) {
            answer->headers = {{"daily-ratelimit-limit", "10"}, {"daily-ratelimit-remaining", "-3"},
                               {"daily-ratelimit-reset", "49015"}};
        }
        answer->addHeader("ratelimit-limit", "960");
        answer->addHeader("ratelimit-remaining", daily ? "959" : "0");
        answer->addHeader("ratelimit-reset", argument.isEmpty() ? QByteArray("1") : argument.toLatin1());
        return true;
    }
    case Kind::Html:
        answer->contentType = "text/html";
        makeRaw(answer, "<!doctype html><html><body><h1>Maintenance</h1></body></html>");
        return true;
    case Kind::EmptyBody: makeRaw(answer, {}); return true;
    case Kind::TextError:
        answer->status = status;
        answer->json = {{u"error"_s, u"something went wrong"_s}};
        return true;
    case Kind::Huge: makeRaw(answer, '"' + QByteArray(std::max(1, status) * 1'048'576, 'x') + '"'); return true;
    case Kind::Redirect:
        answer->status = 302;
        answer->headers = {{"location", argument.toUtf8()}};
        makeRaw(answer, {});
        return true;
    default: return false;
    }
}

void Fault::changeAnswer(FakeAnswer *answer, const QByteArray &authorization) const
{
    switch (kind) {
    case Kind::WrongType: replaceField(&answer->json, argument); break;
    case Kind::NoFinalSchedule: replaceField(&answer->json, u"final_schedule:missing"_s); break;
    case Kind::NullFinalSchedule: replaceField(&answer->json, u"final_schedule:null"_s); break;
    case Kind::NoTotal: answer->json.remove("total"_L1); break;
    case Kind::EchoAuthorization:
        answer->json.insert(u"debug"_s, QString::fromLatin1(authorization));
        answer->addHeader("x-debug", authorization);
        break;
    case Kind::InvalidJson: {
        const QByteArray whole = answer->body();
        makeRaw(answer, whole.left(whole.size() / 2));
        break;
    }
    case Kind::InvalidUtf8: {
        QByteArray whole = answer->body();
        const qsizetype at = whole.indexOf("\":\"");
        makeRaw(answer, at < 0 ? QByteArray("\"\xff\xfe\"") : whole.insert(at + 3, "\xc3\x28\xff"));
        break;
    }
    default: break;
    }
}

} // namespace pdsi
