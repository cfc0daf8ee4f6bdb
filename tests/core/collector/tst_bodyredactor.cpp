// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collector/bodyredactor.h"
#include "core/collector/urlredaction.h"

#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUrl>

using namespace pdsi;

/// What may be stored of an answer.
class TestBodyRedactor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void removes_data();
    void removes();
    void untouchedBytesStay();
    void digestOfIntegrationKeys();
    void notJson();
    void urls_data();
    void urls();
};

namespace {

RedactedBody redact(ResourceClass c, const QByteArray &body)
{
    const BodyRedactor redactor("salt", {"y_NbAkKc66ryYTWUXYEu"});
    return redactor.redact(c, body, QJsonDocument::fromJson(body));
}

} // namespace

void TestBodyRedactor::removes_data()
{
    QTest::addColumn<ResourceClass>("kind");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QStringList>("pointers");
    using C = ResourceClass;
    const auto row = [](const char *name, C c, const char *body, const char *stored, const QStringList &pointers) {
        QTest::newRow(name) << c << QByteArray(body) << QByteArray(stored) << pointers;
    };
    row("integration key", C::Services, R"({"services":[{"id":"P1","integrations":[{"id":"I1","integration_key":"k"}]}]})",
        R"({"services":[{"id":"P1","integrations":[{"id":"I1"}]}]})",
        {QStringLiteral("/services/0/integrations/0/integration_key")});
    row("feeds", C::Schedules, R"({"schedule":{"http_cal_url":"https://x/y","id":"S","web_cal_url":null}})",
        R"({"schedule":{"id":"S"}})", {QStringLiteral("/schedule/http_cal_url"), QStringLiteral("/schedule/web_cal_url")});
    row("address", C::Users, R"({"users":[{"contact_methods":[{"address":"555","id":"C"}],"email":"a@b.test"}]})",
        R"({"users":[{"contact_methods":[{"id":"C"}],"email":"a@b.test"}]})",
        {QStringLiteral("/users/0/contact_methods/0/address")});
    row("custom headers", C::WebhookSubscriptions,
        R"({"webhook_subscriptions":[{"delivery_method":{"custom_headers":[{"name":"X","value":"v"},{"name":"Y","value":"w"}]}}]})",
        R"({"webhook_subscriptions":[{"delivery_method":{"custom_headers":[{"name":"X"},{"name":"Y"}]}}]})",
        {QStringLiteral("/webhook_subscriptions/0/delivery_method/custom_headers/0/value"),
         QStringLiteral("/webhook_subscriptions/0/delivery_method/custom_headers/1/value")});
    row("extension config", C::Extensions, R"({"extensions":[{"config":{"a":1},"id":"E"}]})",
        R"({"extensions":[{"id":"E"}]})", {QStringLiteral("/extensions/0/config")});
    row("config elsewhere stays", C::Services, R"({"services":[{"alert_grouping_parameters":{"config":{"a":1}}}]})",
        R"({"services":[{"alert_grouping_parameters":{"config":{"a":1}}}]})", {});
    row("incident texts", C::Incidents,
        R"({"incidents":[{"id":"Q","service":{"summary":"web"},"summary":"s","title":"t"}]})",
        R"({"incidents":[{"id":"Q","service":{"summary":"web"}}]})",
        {QStringLiteral("/incidents/0/summary"), QStringLiteral("/incidents/0/title")});
    row("token hint stays", C::AuditTokensOld, R"({"records":[{"method":{"truncated_token":"a1b2"}}]})",
        R"({"records":[{"method":{"truncated_token":"a1b2"}}]})", {});
    row("audited secrets", C::AuditRecent,
        R"({"records":[{"details":{"fields":[{"before_value":"1","name":"address","value":"2"},{"name":"role","value":"admin"}]}}]})",
        R"({"records":[{"details":{"fields":[{"name":"address"},{"name":"role","value":"admin"}]}}]})",
        {QStringLiteral("/records/0/details/fields/0/before_value"), QStringLiteral("/records/0/details/fields/0/value")});
    row("our key", C::Abilities, R"({"abilities":["sso","y_NbAkKc66ryYTWUXYEu"]})", R"({"abilities":["sso","removed"]})",
        {QStringLiteral("/abilities/1")});
    row("our key as a name", C::Abilities, R"({"a/y_NbAkKc66ryYTWUXYEu":1})", R"({"a/removed":1})",
        {QStringLiteral("/a~1removed")});
    row("webhook address", C::WebhookSubscriptions,
        R"({"webhook_subscriptions":[{"url":"https://u:p@h.test:8443/a/0123456789abcdef0123?k=v#f"}]})",
        R"({"webhook_subscriptions":[{"url":"https://h.test:8443/a/removed"}]})",
        {QStringLiteral("/webhook_subscriptions/0/url")});
    row("own pages", C::Incidents, R"({"incidents":[{"html_url":"https://a.pagerduty.com/incidents/Q1A2B3C4D5E6F7"}]})",
        R"({"incidents":[{"html_url":"https://a.pagerduty.com/incidents/Q1A2B3C4D5E6F7"}]})", {});
}

void TestBodyRedactor::removes()
{
    QFETCH(ResourceClass, kind);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, stored);
    QFETCH(QStringList, pointers);
    const RedactedBody redacted = redact(kind, body);
    QCOMPARE(redacted.stored, stored);
    QStringList found;
    for (const RemovedField &field : redacted.removed)
        found.append(field.pointer);
    QCOMPARE(found, pointers);
}

void TestBodyRedactor::untouchedBytesStay()
{
    const QByteArray body = "{ \"teams\" : [ {\"id\":\"P1\", \"n\": 1.50} ] }\n";
    QCOMPARE(redact(ResourceClass::Teams, body).stored, body);
}

void TestBodyRedactor::digestOfIntegrationKeys()
{
    const RedactedBody redacted = redact(ResourceClass::Services, R"({"integration_key":"abc","secret":"abc"})");
    QCOMPARE(redacted.removed.size(), 2);
    QCOMPARE(redacted.removed.at(0).digest, QMessageAuthenticationCode::hash("abc", "salt", QCryptographicHash::Sha256).toHex());
    QVERIFY(redacted.removed.at(1).digest.isEmpty());
}

void TestBodyRedactor::notJson()
{
    const QByteArray body = "<html>key</html>";
    QVERIFY(redact(ResourceClass::Teams, body).stored.isEmpty());
}

void TestBodyRedactor::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *url, const char *expected) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(expected);
    };
    row("https://h.test/hook", "https://h.test/hook");
    row("HTTP://H.test/hook", "HTTP://H.test/hook");
    row("https://user:pw@h.test", "https://h.test");
    row("https://a@pw@h.test/x", "https://[removed");
    row("https://h.test?token=1", "https://h.test");
    row("https://h.test/services/T00000001/B00000001/abc", "https://h.test/services/removed/removed/abc");
    row("https://h.test/short1/integrations", "https://h.test/short1/integrations");
    row("https://[::1]:8080/x", "https://[::1]:8080/x");
    row("https://u:p@[::1/x", "https://[removed");
    row("https://user:p/w@h.test/x", "https://[removed");
    row("https://h.test:port/x?k=v", "https://[removed");
    row("not a url", "not a url");
    row("user:pw@h.test/x", "h.test/x");
    row("https:user:pw@h.test/x", "https:h.test/x");
    row("mailto:a@b.test", "b.test");
    row("", "");
}

void TestBodyRedactor::urls()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    const QString redacted = redactedUrl(url, UrlPath::RedactTokens);
    QCOMPARE(redacted, expected);
    QCOMPARE(QUrl(redacted).isValid(), QUrl(url).isValid());
    QVERIFY(!redacted.contains(QLatin1String("pw")));
}

QTEST_APPLESS_MAIN(TestBodyRedactor)
#include "tst_bodyredactor.moc"
