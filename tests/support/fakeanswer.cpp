// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pdsi {

using namespace Qt::StringLiterals;

static QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

FakeRequest FakeRequest::parse(const QByteArray &method, const QByteArray &target, const QByteArray &earlyAccess)
{
    FakeRequest request;
    request.method = method;
    request.earlyAccess = earlyAccess;
    const qsizetype mark = target.indexOf('?');
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(target.split('?').first()));
    request.segments = request.path.split(u'/', Qt::SkipEmptyParts);
    if (mark < 0)
        return request;
    const QList<QByteArray> items = target.mid(mark + 1).split('&');
    for (const QByteArray &item : items) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        request.query.append({decoded(item.split('=').first()), equals < 0 ? QString() : decoded(item.mid(equals + 1))});
    }
    return request;
}

QString FakeRequest::value(const QString &name) const
{
    return values(name).value(0);
}

QStringList FakeRequest::values(const QString &name) const
{
    QStringList found;
    for (const auto &[key, itemValue] : query) {
        if (key == name)
            found.append(itemValue);
    }
    return found;
}

bool FakeRequest::includes(const QString &what) const
{
    return values(u"include[]"_s).contains(what);
}

void FakeRequest::dropQuery(const QStringList &names)
{
    query.removeIf([&](const QPair<QString, QString> &item) { return names.contains(item.first); });
}

QByteArray FakeAnswer::body() const
{
    return useRaw ? raw : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

FakeAnswer FakeAnswer::ok(const QJsonObject &json)
{
    FakeAnswer answer;
    answer.json = json;
    return answer;
}

FakeAnswer FakeAnswer::error(int status, int code, const QString &message, const QStringList &errors)
{
    QJsonObject inner{{u"message"_s, message}, {u"code"_s, code}};
    if (!errors.isEmpty())
        inner.insert(u"errors"_s, QJsonArray::fromStringList(errors));
    FakeAnswer answer = ok({{u"error"_s, inner}});
    answer.status = status;
    return answer;
}

FakeAnswer FakeAnswer::notFound()
{
    return error(404, 2100, u"Not Found"_s);
}

FakeAnswer FakeAnswer::planGate(const QString &ability)
{
    FakeAnswer answer = error(402, 2014, u"Required abilities are unavailable"_s,
                              {u"The %1 account ability is required to access this resource."_s.arg(ability)});
    QJsonObject inner = answer.json.value("error"_L1).toObject();
    inner.insert(u"missing_abilities"_s, ability);
    answer.json.insert(u"error"_s, inner);
    return answer;
}

FakeAnswer FakeAnswer::ofStatus(int status)
{
    switch (status) {
    case 401: return error(401, 2006, u"Authentication failed"_s);
    case 402: return planGate(u"some_feature"_s);
    case 403: return error(403, 2010, u"Access Denied"_s);
    case 404: return notFound();
    case 408: return error(408, 2016, u"Request Timed Out"_s);
    case 429: return error(429, 2020, u"Rate Limit Exceeded"_s);
    case 500: return error(500, 2000, u"Internal Server Error"_s);
    default: break;
    }
    FakeAnswer answer;
    answer.status = status;
    answer.useRaw = true;
    answer.contentType = QByteArrayLiteral("text/html");
    answer.raw = QByteArrayLiteral("<html><body>upstream error</body></html>");
    return answer;
}

} // namespace pdsi
