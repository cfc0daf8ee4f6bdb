// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace pdsi {

/// A request, taken apart.
struct FakeRequest {
    QByteArray method;
    QString path;                             ///< decoded, without query
    QStringList segments;                     ///< of the path
    QList<QPair<QString, QString>> query;     ///< decoded, in order; `include[]` keeps its brackets
    QByteArray earlyAccess;                   ///< X-EARLY-ACCESS header

    static FakeRequest parse(const QByteArray &method, const QByteArray &target, const QByteArray &earlyAccess);
    QString value(const QString &name) const;
    QStringList values(const QString &name) const;
    bool includes(const QString &what) const;
    void dropQuery(const QStringList &names);
};

/// What a fault does to the list behind an answer.
struct ListTweak {
    int dropFirst = 0;    ///< rows that vanish from the front of the list
    int growBy = 0;       ///< new rows at the front
    bool repeatLast = false; ///< a page starts with the last row of the page before
};

/// An answer before it is put on the wire.
struct FakeAnswer {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    QList<QPair<QByteArray, QByteArray>> headers;
    QJsonObject json;
    QByteArray raw;        ///< sent instead of `json` when `useRaw`
    bool useRaw = false;

    QByteArray body() const;
    void addHeader(const QByteArray &name, const QByteArray &value) { headers.append(qMakePair(name, value)); }

    static FakeAnswer ok(const QJsonObject &json);
    static FakeAnswer error(int status, int code, const QString &message, const QStringList &errors = {});
    static FakeAnswer notFound();
    /// 402 with the missing ability named.
    static FakeAnswer planGate(const QString &ability);
    /// The usual body for a status.
    static FakeAnswer ofStatus(int status);
};

} // namespace pdsi
