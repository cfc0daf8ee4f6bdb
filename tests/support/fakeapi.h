// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accountmodel.h"
#include "tests/support/fakeanswer.h"

#include <QHash>

#include <functional>
#include <vector>

namespace pdsi {

/// The PagerDuty REST API v2 over an AccountModel, without transport: a request in, an answer out.
class FakeApi
{
public:
    explicit FakeApi(AccountModel model);

    FakeAnswer answer(const FakeRequest &request, const ListTweak &tweak = {}) const;
    const AccountModel &model() const { return m_model; }

private:
    using Route = FakeAnswer (FakeApi::*)(const FakeRequest &, const ListTweak &) const;
    using Predicate = std::function<bool(const QJsonObject &)>;
    using Rendering = std::function<QJsonObject(const QJsonObject &)>;
    struct Page {
        QString key;              ///< of the list in the answer
        QJsonArray rows;
        Rendering render = {};
    };

    FakeAnswer offsetPage(const FakeRequest &request, const ListTweak &tweak, const Page &page) const;
    FakeAnswer cursorPage(const FakeRequest &request, const ListTweak &tweak, const Page &page) const;
    static QJsonArray filtered(const QJsonArray &rows, const Predicate &keep);
    QJsonArray byTeamAndQuery(const FakeRequest &request, const QJsonArray &rows) const;
    const QJsonObject find(const QString &list, const QString &id) const;
    /// [since, until) of the request; false with an error answer when refused.
    struct Window {
        Instant since = 0, until = 0;
        bool given = false;
    };
    bool window(const FakeRequest &request, qint64 defaultSeconds, qint64 maxSeconds, Window *window,
                FakeAnswer *refusal) const;

    FakeAnswer plainList(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer users(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer userPart(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer teams(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer services(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer servicePart(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer schedules(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer schedulesV3(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer onCalls(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer dependencies(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer incidents(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer logEntries(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer changeEvents(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer workflows(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer audit(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer abilities(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer unpaged(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer standards(const FakeRequest &request, const ListTweak &tweak) const;
    FakeAnswer analytics(const FakeRequest &request, const ListTweak &tweak) const;

    QJsonObject renderedUser(const FakeRequest &request, QJsonObject user) const;
    QJsonObject renderedSchedule(const QJsonObject &schedule, const Window &window, const QStringList &parts) const;

    AccountModel m_model;
    QHash<QString, Route> m_routes;                       ///< by first path segment
    QHash<QString, QHash<QString, qsizetype>> m_index;    ///< list -> id -> row
    std::vector<Instant> m_auditTimes;                    ///< of each audit record, parsed once
};

} // namespace pdsi
