// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountmodel.h"
#include "tests/support/fakeanswer.h"

#include <QHash>

#include <functional>

namespace pdsi {

/// The PagerDuty REST API v2 over an AccountModel, without transport: a request in, an answer out.
class FakeApi
{
public:
    explicit FakeApi(AccountModel model);

    FakeAnswer answer(const ApiRequest &request, const ListTweak &tweak = {}) const;
    const AccountModel &model() const { return m_model; }

private:
    using Route = FakeAnswer (FakeApi::*)(const ApiRequest &, const ListTweak &) const;
    using Predicate = std::function<bool(const QJsonObject &)>;
    using Rendering = std::function<QJsonObject(const QJsonObject &)>;
    struct Page {
        QString key;              ///< of the list in the answer
        QJsonArray rows;
        Rendering render = {};
    };

    FakeAnswer offsetPage(const ApiRequest &request, const ListTweak &tweak, const Page &page) const;
    FakeAnswer cursorPage(const ApiRequest &request, const ListTweak &tweak, const Page &page) const;
    static QJsonArray filtered(const QJsonArray &rows, const Predicate &keep);
    QJsonArray byTeamAndQuery(const ApiRequest &request, const QJsonArray &rows) const;
    const QJsonObject find(const QString &list, const QString &id) const;
    /// [since, until) of the request; false with an error answer when refused.
    struct Window {
        Instant since = 0, until = 0;
        bool given = false;
    };
    bool window(const ApiRequest &request, qint64 defaultSeconds, qint64 maxSeconds, Window *window,
                FakeAnswer *refusal) const;

    FakeAnswer plainList(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer users(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer userPart(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer teams(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer services(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer servicePart(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer schedules(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer schedulesV3(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer onCalls(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer dependencies(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer incidents(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer logEntries(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer changeEvents(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer workflows(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer audit(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer abilities(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer unpaged(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer standards(const ApiRequest &request, const ListTweak &tweak) const;
    FakeAnswer analytics(const ApiRequest &request, const ListTweak &tweak) const;

    QJsonObject renderedUser(const ApiRequest &request, QJsonObject user) const;
    QJsonObject renderedSchedule(const QJsonObject &schedule, const Window &window, const QStringList &parts) const;

    AccountModel m_model;
    QHash<QString, Route> m_routes;                       ///< by first path segment
    QHash<QString, QHash<QString, qsizetype>> m_index;    ///< list -> id -> row
    QHash<QString, Instant> m_times;                      ///< parsed once: record id -> instant
};

} // namespace pdsi
