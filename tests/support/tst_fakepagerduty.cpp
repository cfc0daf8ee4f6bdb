// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagerduty.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

namespace {

AccountModel smallAccount()
{
    AccountModel model;
    model.now = 1'790'000'000;
    model.abilities = {u"sso"_s, u"teams"_s};
    for (int i = 0; i < 230; ++i) {
        const QString id = u"PU%1"_s.arg(i, 5, 10, QLatin1Char('0'));
        const QJsonArray teams{QJsonObject{{u"id"_s, i % 2 ? u"PTODD"_s : u"PTEVEN"_s}, {u"type"_s, u"team"_s}}};
        const QJsonArray methods{QJsonObject{{u"id"_s, u"PC"_s + id}, {u"type"_s, u"sms_contact_method"_s}}};
        model.append(u"users"_s, {{u"id"_s, id}, {u"name"_s, u"User "_s + id}, {u"role"_s, u"user"_s},
                                  {u"teams"_s, teams}, {u"contact_methods"_s, methods}});
    }
    const QJsonObject layer{{u"id"_s, u"PL1"_s}, {u"rendered_schedule_entries"_s, QJsonArray()}};
    const QJsonObject entry{{u"start"_s, u"2026-10-01T00:00:00+02:00"_s}, {u"end"_s, u"2026-10-03T00:00:00Z"_s}};
    const QJsonObject final{{u"rendered_schedule_entries"_s, QJsonArray{entry}}};
    model.append(u"schedules"_s, {{u"id"_s, u"PS1"_s}, {u"name"_s, u"one"_s}, {u"schedule_layers"_s, QJsonArray{layer}},
                                  {u"final_schedule"_s, final}});
    return model;
}

} // namespace

class FakePagerDutyTest : public QObject
{
    Q_OBJECT

private:
    struct Reply {
        int status = 0;
        QJsonObject json;
        QByteArray body;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QByteArray header(const QByteArray &name) const { return headers.value(name); }
        QHash<QByteArray, QByteArray> headers;
    };

    Reply get(FakePagerDuty &fake, const QString &target, const QByteArray &key = "fakefakefakefakefa00")
    {
        QNetworkRequest request(QUrl(fake.url().toString() + target));
        request.setRawHeader("Authorization", "Token token=" + key);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait();
        Reply result;
        result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        result.error = reply->error();
        result.body = reply->readAll();
        result.json = QJsonDocument::fromJson(result.body).object();
        for (const auto &[name, value] : reply->rawHeaderPairs())
            result.headers.insert(name.toLower(), value);
        return result;
    }

    QNetworkAccessManager m_network;

private Q_SLOTS:
    void init() { m_network.clearConnectionCache(); }

    void pages()
    {
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        const Reply first = get(fake, u"/users?limit=100&offset=0&total=true&include[]=contact_methods"_s);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.value("users"_L1).toArray().size(), 100);
        QCOMPARE(first.json.value("total"_L1).toInt(), 230);
        QVERIFY(first.json.value("more"_L1).toBool());
        const QJsonObject user = first.json.value("users"_L1).toArray().first().toObject();
        QCOMPARE(user.value("contact_methods"_L1)[0]["type"_L1].toString(), u"sms_contact_method"_s);
        QCOMPARE(user.value("teams"_L1)[0]["type"_L1].toString(), u"team_reference"_s);
        const Reply last = get(fake, u"/users?limit=100&offset=200"_s);
        QCOMPARE(last.json.value("users"_L1).toArray().size(), 30);
        QVERIFY(last.json.value("total"_L1).isNull());
        QVERIFY(!last.json.value("more"_L1).toBool());
        QCOMPARE(get(fake, u"/users?limit=100&offset=9901"_s).json.value("error"_L1)["code"_L1].toInt(), 2002);
        QCOMPARE(get(fake, u"/users?team_ids[]=PTODD&total=true"_s).json.value("total"_L1).toInt(), 115);
        QCOMPARE(fake.stats().perPath.value("/users"), 4);
        QVERIFY(fake.stats().hosts.isEmpty());
    }

    void signsIn()
    {
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        QCOMPARE(get(fake, u"/abilities"_s, "wrong").status, 401);
        QCOMPARE(get(fake, u"/users/me"_s).status, 400);
        QVERIFY(get(fake, u"/users/me"_s).json.value("error"_L1).isString());
        QCOMPARE(fake.stats().unauthorized, 1);
    }

    void rendersSchedules()
    {
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        const QString bare = u"/schedules?since=2026-10-02T00:00:00Z&until=2026-10-04T00:00:00Z"_s;
        QVERIFY(!get(fake, bare).json.value("schedules"_L1)[0].toObject().contains("final_schedule"_L1));
        const QJsonValue final =
            get(fake, bare + u"&include[]=final_schedule"_s).json.value("schedules"_L1)[0]["final_schedule"_L1];
        QCOMPARE(final["rendered_coverage_percentage"_L1].toDouble(), 50.0);
        QCOMPARE(final["rendered_schedule_entries"_L1][0]["start"_L1].toString(), u"2026-10-02T00:00:00Z"_s);
        QCOMPARE(get(fake, u"/v3/schedules/PS1"_s).status, 400);
    }

    void enforcesItsLimit()
    {
        FakePagerDuty fake(smallAccount(), {.limitPerWindow = 2});
        QVERIFY(fake.listen());
        QCOMPARE(get(fake, u"/abilities"_s).header("ratelimit-remaining"), QByteArray("1"));
        QCOMPARE(get(fake, u"/abilities"_s).status, 200);
        const Reply refused = get(fake, u"/abilities"_s);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.header("ratelimit-reset").toInt() > 0);
        QCOMPARE(fake.stats().rateLimited, 1);
        fake.options().bareRateLimit = true;
        QVERIFY(get(fake, u"/abilities"_s).header("ratelimit-reset").isEmpty());
    }

    void faults_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("transportError");
        QTest::newRow("status") << u"status=503@/users"_s << 503 << true;
        QTest::newRow("reset") << u"reset@/users"_s << 0 << true;
        QTest::newRow("close") << u"close@/users"_s << 0 << true;
        QTest::newRow("truncated") << u"truncated@/users"_s << 200 << true;
        QTest::newRow("chunked") << u"chunked-truncated@/users"_s << 200 << true;
        QTest::newRow("html") << u"html@/users"_s << 200 << false;
        QTest::newRow("json") << u"invalid-json@/users"_s << 200 << false;
        QTest::newRow("utf8") << u"invalid-utf8@/users"_s << 200 << false;
        QTest::newRow("list") << u"wrong-type=users:string@/users"_s << 200 << false;
        QTest::newRow("redirect") << u"redirect@/users"_s << 302 << false;
        QTest::newRow("bare429") << u"bare-rate-limit@/users"_s << 429 << true;
    }

    void faults()
    {
        QFETCH(QString, fault);
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        fake.addFault(fault);
        const Reply reply = get(fake, u"/users?limit=100"_s);
        QTEST(reply.status, "status");
        // A connection that closes between two chunks is reported as an error or not, as it happens: the cut body tells.
        if (!fault.startsWith("chunked"_L1))
            QTEST(reply.error != QNetworkReply::NoError, "transportError");
        QVERIFY(!reply.json.value("users"_L1).isArray() || fault.startsWith("invalid-utf8"_L1));
        QCOMPARE(get(fake, u"/abilities"_s).status, 200);
        QTRY_COMPARE(fake.stats().inFlight, 0);
    }

    void faultsHitTheNamedRequestOnly()
    {
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        fake.addFault(u"status=500@/users#2x1"_s);
        fake.addFault(u"wrong-type=role:number:3@/users?limit=5*"_s);
        QCOMPARE(get(fake, u"/users?limit=1"_s).status, 200);
        QCOMPARE(get(fake, u"/users?limit=1"_s).status, 500);
        const QJsonValue users = get(fake, u"/users?limit=5"_s).json.value("users"_L1);
        QVERIFY(users[2]["role"_L1].isString());
        QVERIFY(users[3]["role"_L1].isDouble());
        QVERIFY(!Fault::parse(u"nonsense@/users"_s).ok());
    }

    void listsShrinkAndRepeat()
    {
        FakePagerDuty fake(smallAccount());
        QVERIFY(fake.listen());
        fake.addFault(u"shrink=7@/users#1x1"_s);
        fake.addFault(u"duplicate@/users#2x1"_s);
        const QJsonObject shrunk = get(fake, u"/users?limit=100&total=true"_s).json;
        QCOMPARE(shrunk.value("total"_L1).toInt(), 223);
        const QJsonValue repeated = get(fake, u"/users?limit=100&offset=100"_s).json.value("users"_L1);
        QCOMPARE(repeated.toArray().size(), 101);
        QCOMPARE(repeated[0]["id"_L1].toString(), u"PU00099"_s);
    }
};

QTEST_GUILESS_MAIN(FakePagerDutyTest)
#include "tst_fakepagerduty.moc"
