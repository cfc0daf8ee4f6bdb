// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts.h"
#include "tests/support/renderedschedule.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace pdsi;
using namespace Qt::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeedGivesTheSameAccount()
    {
        const AccountModel one = randomAccount(11);
        QVERIFY(one.toJson() == randomAccount(11).toJson());
        QVERIFY(one.toJson() != randomAccount(12).toJson());
        const QByteArray text = QJsonDocument(one.toJson()).toJson();
        const Result<AccountModel> read = AccountModel::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(read.ok());
        QVERIFY(read->toJson() == one.toJson());
    }

    void referenceHasItsSizes()
    {
        const AccountModel model = referenceAccount();
        QCOMPARE(model.list(u"users"_s).size(), 1'000);
        QCOMPARE(model.list(u"services"_s).size(), 500);
        QCOMPARE(model.list(u"schedules"_s).size() + model.list(u"schedules_v3"_s).size(), 300);
        QCOMPARE(model.list(u"incidents"_s).size(), 2'000);
    }

    void idsAreUnique_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("sample") << 0;
        QTest::newRow("reference") << 1;
    }

    void idsAreUnique()
    {
        QFETCH(int, which);
        const AccountModel model = which == 0 ? sampleAccount() : referenceAccount();
        for (auto it = model.lists.begin(); it != model.lists.end(); ++it) {
            QSet<QString> ids;
            for (const QJsonValue &row : it.value()) {
                const QString id = row.toObject().value("id"_L1).toString();
                QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(it.key() + u' ' + id));
                ids.insert(id);
            }
        }
    }

    void turnsKeepTheirWallClockTimeOverAClockChange()
    {
        const QString zone = u"Europe/Amsterdam"_s;
        LayerPlan layer;
        layer.start = layer.virtualStart = localInstant(2026, 10, 19, 9, 0, zone);
        layer.people = {0, 1};
        const auto entries = renderLayer(layer, zone, layer.start, localInstant(2026, 11, 2, 9, 0, zone));
        QCOMPARE(entries.size(), std::size_t(2));
        QCOMPARE(entries[0].end - entries[0].start, qint64(604'800 + 3'600));
        QCOMPARE(entries[1].end - entries[1].start, qint64(604'800));
    }

    void restrictionsLeaveGapsAndLayersFillThem()
    {
        LayerPlan day;
        day.people = {0};
        day.restrictions = {{0, QTime(8, 0), 43'200}};
        LayerPlan always;
        always.people = {1};
        const auto below = renderLayer(always, u"UTC"_s, 864'000, 950'400);
        const auto above = renderLayer(day, u"UTC"_s, 864'000, 950'400);
        QCOMPARE(coveredSeconds(above), qint64(43'200));
        const std::vector<RenderedEntry> expected{{864'000, 892'800, 1}, {892'800, 936'000, 0}, {936'000, 950'400, 1}};
        QCOMPARE(overlaid({below, above}), expected);
        QCOMPARE(coveredSeconds(overlaid({below, above})), qint64(86'400));
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
