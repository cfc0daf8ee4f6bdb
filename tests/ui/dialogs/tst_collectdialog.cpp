// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/collectdialog.h"
#include "ui/dialogs/parameterform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

class TestCollectDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutConnections();
    void defaultsAreThoseOfTheProgram();
    void choiceHoldsWhatWasEntered();
    void offersToResume();
    void anotherAccountIsNotResumed();
    void preferredOneIsChosen();
    void everyParameterCanBeSet();

private:
    QList<Connection> connections() const;
    /// An unfinished snapshot of the first connection; its id.
    QUuid interrupt(int minAdmins);
    template<typename T>
    static T *part(const CollectDialog &dialog, const char *name) { return dialog.findChild<T *>(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestCollectDialog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("snapshots.sqlite"));
}

QList<Connection> TestCollectDialog::connections() const
{
    Connection first, second;
    first.name = QStringLiteral("Production");
    first.baseUrl = QUrl(QStringLiteral("https://api.pagerduty.com"));
    second.name = QStringLiteral("Europe");
    second.baseUrl = QUrl(QStringLiteral("https://api.eu.pagerduty.com"));
    return {first, second};
}

QUuid TestCollectDialog::interrupt(int minAdmins)
{
    auto store = SnapshotStore::open(m_path, Clock::system());
    SnapshotStart start;
    start.account.baseUrl = QStringLiteral("https://api.pagerduty.com");
    start.parameters.minAdmins = minAdmins;
    start.includesAnalytics = true;
    start.asOfGiven = true;
    start.asOf = 1'790'000'000;
    auto writer = store.value()->begin(start);
    CollectedPage page;
    page.record.id = 1;
    page.record.path = QStringLiteral("/abilities");
    page.record.sentAt = page.record.receivedAt = QDateTime::currentDateTimeUtc();
    return writer.value()->store(page) ? writer.value()->id() : QUuid();
}

void TestCollectDialog::withoutConnections()
{
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.open();
    QVERIFY(!part<QPushButton>(dialog, "collect.ok")->isEnabled());
    QVERIFY(part<QLabel>(dialog, "collect.problem")->text().contains(QStringLiteral("Manage connections")));
    QSignalSpy manage(&dialog, &CollectDialog::manageConnectionsRequested);
    part<QPushButton>(dialog, "collect.manage")->click();
    QCOMPARE(manage.count(), 1);
    QVERIFY(dialog.isVisible());
    dialog.setConnections(connections());
    QTRY_VERIFY(part<QPushButton>(dialog, "collect.ok")->isEnabled()); // once the library has answered
}

void TestCollectDialog::defaultsAreThoseOfTheProgram()
{
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.setConnections(connections());
    const CollectionChoice choice = dialog.choice();
    QCOMPARE(choice.connection, connections().first());
    QCOMPARE(choice.parameters, Parameters());
    QVERIFY(!choice.asOf && !choice.includeAnalytics);
    QCOMPARE(choice.concurrency, LiveAudit().concurrency);
    QCOMPARE(choice.timeout, LiveAudit().timeout);
    QVERIFY(choice.audit().secret.isEmpty());
}

void TestCollectDialog::choiceHoldsWhatWasEntered()
{
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.setConnections(connections());
    dialog.selectConnection(QStringLiteral("Europe"));
    part<QCheckBox>(dialog, "collect.analytics")->setChecked(true);
    part<QCheckBox>(dialog, "collect.asOfGiven")->setChecked(true);
    part<QDateTimeEdit>(dialog, "collect.asOf")->setDateTime(QDateTime(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC));
    part<QSpinBox>(dialog, "collect.concurrency")->setValue(4);
    part<QSpinBox>(dialog, "collect.timeout")->setValue(7);
    part<QSpinBox>(dialog, "parameters.minParticipants")->setValue(3);
    QSignalSpy wanted(&dialog, &CollectDialog::collectRequested);
    dialog.open();
    QTRY_VERIFY(part<QPushButton>(dialog, "collect.ok")->isEnabled());
    part<QPushButton>(dialog, "collect.ok")->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(wanted.count(), 1);
    const LiveAudit audit = wanted.first().first().value<CollectionChoice>().audit();
    QCOMPARE(audit.connection.name, QStringLiteral("Europe"));
    QCOMPARE(audit.asOf, parseInstant(u"2026-03-29T02:30:00Z")); // an hour that does not exist in Europe
    QVERIFY(audit.includeAnalytics && audit.fresh);
    QCOMPARE(audit.concurrency, 4);
    QCOMPARE(audit.timeout, std::chrono::seconds(7));
    QCOMPARE(audit.parameters.minParticipants, 3);
}

void TestCollectDialog::offersToResume()
{
    QVERIFY(!interrupt(9).isNull());
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.setConnections(connections());
    dialog.open();
    const auto *text = part<QLabel>(dialog, "collect.resumeText");
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->text().contains(QStringLiteral("1 answers are kept")));
    QCOMPARE(part<QPushButton>(dialog, "collect.ok")->text(), QStringLiteral("Resume"));
    QVERIFY(!dialog.findChild<ParameterForm *>()->isEnabled());
    CollectionChoice choice = dialog.choice();
    QVERIFY(!choice.fresh && choice.includeAnalytics);
    QCOMPARE(choice.parameters.minAdmins, 9);
    QCOMPARE(choice.asOf, std::optional<Instant>(1'790'000'000));
    part<QRadioButton>(dialog, "collect.anew")->setChecked(true);
    choice = dialog.choice();
    QVERIFY(choice.fresh && !choice.includeAnalytics && !choice.asOf);
    QCOMPARE(choice.parameters, Parameters());
}

void TestCollectDialog::anotherAccountIsNotResumed()
{
    QVERIFY(!interrupt(9).isNull());
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.setConnections(connections());
    dialog.selectConnection(QStringLiteral("Europe"));
    dialog.open();
    QSignalSpy listed(&library, &SnapshotLibrary::listed);
    QTRY_VERIFY(!listed.isEmpty());
    QVERIFY(!part<QLabel>(dialog, "collect.resumeText")->isVisible());
    QVERIFY(dialog.choice().fresh);
}

void TestCollectDialog::preferredOneIsChosen()
{
    const QUuid older = interrupt(5);
    QVERIFY(!older.isNull() && !interrupt(6).isNull());
    SnapshotLibrary library(m_path);
    CollectDialog dialog(library, Clock::system());
    dialog.setConnections(connections());
    dialog.selectConnection(QStringLiteral("Europe"));
    dialog.preferResume(older);
    QTRY_COMPARE(dialog.choice().parameters.minAdmins, 5);
    QCOMPARE(dialog.choice().connection.name, QStringLiteral("Production"));
}

void TestCollectDialog::everyParameterCanBeSet()
{
    ParameterForm form;
    const QStringList names = Parameters::names();
    for (const QString &name : names)
        QVERIFY2(form.findChild<QWidget *>(QStringLiteral("parameters.") + name), qPrintable(name));
    Parameters other;
    other.scheduleCoverageDays = 7;
    other.criticalServices = QStringLiteral("Checkout*,PSVC1");
    other.dependencyDepth = QStringLiteral("business");
    other.apiKeyMaxAgeDays = 30;
    form.setParameters(other);
    QCOMPARE(*form.parameters(), other);
    form.findChild<QPushButton *>(QStringLiteral("parameters.defaults"))->click();
    QCOMPARE(*form.parameters(), Parameters());
}

QTEST_MAIN(TestCollectDialog)
#include "tst_collectdialog.moc"
