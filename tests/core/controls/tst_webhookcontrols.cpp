// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

using namespace pdsi;
using B = InventoryBuilder;
using C = ResourceClass;
using S = CollectionState;
using R = ReasonCode;

class TestWebhookControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webhookHttps_data();
    void webhookHttps() { checkCase(14); }
    void webhookSignatures_data();
    void webhookSignatures() { checkCase(15); }
};

namespace {

Build webhook(const char *url)
{
    return [url](B &b) { b.webhook(str("PWH1"), str(url)); };
}

Build extension(const char *url, const char *schema = "", const char *schemaId = "PSCHEMA")
{
    return [=](B &b) { b.extension(str("PEXT1"), str(url), str(schema)).schemaId = str(schemaId); };
}

} // namespace

void TestWebhookControls::webhookHttps_data()
{
    addColumns();
    const QStringList pass = list({"pass webhook_subscription:PWH1"}), fail = list({"fail webhook_subscription:PWH1"});
    addCase("https", webhook("https://hooks.example.test/pd"), pass);
    addCase("HTTPS", webhook("HTTPS://HOOKS.EXAMPLE.TEST"), pass);
    addCase("http", webhook("http://hooks.example.test/pd"), fail);
    addCase("ftp", webhook("ftp://hooks.example.test/pd"), fail);
    addCase("no scheme", webhook("hooks.example.test/pd"), fail);
    addCase("no host", webhook("https:///pd"), fail);
    addCase("not a URL", webhook("https://[broken"), fail);
    addCase("empty", webhook(""), fail);
    addCase(
        "null", [](B &b) { b.webhook(str("PWH1"), {}).url.reset(); }, fail);
    addCase(
        "inactive counts", [](B &b) { b.webhook(str("PWH1"), str("http://h.example.test")).active = false; }, fail);
    addCase(
        "not over HTTP", [](B &b) { b.webhook(str("PWH1"), {}).deliveryType = str("email_delivery_method"); },
        list({"notApplicable webhook_subscription:PWH1"}));
    addCase("extension over https", extension("https://legacy.example.test"), list({"pass extension:PEXT1"}));
    addCase("extension over http", extension("http://legacy.example.test"), list({"fail extension:PEXT1"}));
    addCase("extension without an address", extension(""), list({"notApplicable extension:PEXT1"}));
    addCase(
        "extension without the field", [](B &b) { b.extension(str("PEXT1"), {}).endpointUrl.reset(); },
        list({"notApplicable extension:PEXT1"}));
    addCase("none", [](B &) {}, {});
    addCase(
        "extensions unread",
        [](B &b) {
            b.webhook(str("PWH1"), str("https://h.example.test"));
            b.lose(C::Extensions, S::Denied, R::Permission);
        },
        pass + list({"notDetermined/permission extension:*"}));
    addCase(
        "limited key",
        [](B &b) {
            b.webhook(str("PWH1"), str("https://h.example.test"));
            b.rows().keyScope = KeyScope::Limited;
        },
        pass + list({"notDetermined/permission webhook_subscription:*"}));
}

void TestWebhookControls::webhookSignatures_data()
{
    addColumns();
    const QStringList fail = list({"fail extension:PEXT1"}), other = list({"notApplicable extension:PEXT1"});
    addCase("v3", webhook("https://h.example.test"), list({"pass webhook_subscription:PWH1"}));
    addCase(
        "inactive v3", [](B &b) { b.webhook(str("PWH1"), {}).active = false; },
        list({"pass webhook_subscription:PWH1"}));
    addCase("v1 by id", extension("https://l.example.test", "", "PF9KMXH"), fail);
    addCase("v2 by id", extension("https://l.example.test", "Something", "PJFWPEP"), fail);
    addCase("v2 by name", extension("https://l.example.test", "GENERIC v2 webhook"), fail);
    addCase("v1 by name", extension("", "Generic V1 Webhook"), fail);
    addCase("chat", extension("", "Slack V2"), other);
    addCase("generic v3", extension("", "Generic V3 Webhook"), other);
    addCase(
        "named by the schema list",
        [](B &b) {
            b.extension(str("PEXT1"), {});
            b.rows().extensionSchemaNames.insert(str("PSCHEMA"), str("Generic V2 Webhook"));
        },
        fail);
    addCase("nameless", extension(""), other);
    addCase(
        "nameless, schemas unread",
        [](B &b) {
            b.extension(str("PEXT1"), {});
            b.setState(C::ExtensionSchemas, S::Failed, R::Failed);
        },
        list({"notDetermined/failed extension:PEXT1", "notDetermined/failed extension_schema:*"}));
    addCase(
        "named, schemas unread",
        [](B &b) {
            b.extension(str("PEXT1"), {}, str("Slack"));
            b.setState(C::ExtensionSchemas, S::Failed, R::Failed);
        },
        other);
}

QTEST_APPLESS_MAIN(TestWebhookControls)
#include "tst_webhookcontrols.moc"
