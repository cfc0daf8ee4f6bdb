// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/snapshotlibrary.h"
#include "core/snapshot/snapshotarchive.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

class TestSnapshotLibrary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void lists();
    void opensAndSaves();
    void removes();
    void removalIsCarriedOutEvenWhenClosing();
    void failuresAreTold();

private:
    /// One sealed snapshot (its id is returned) and one unfinished.
    QUuid fill();

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void TestSnapshotLibrary::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("snapshots.sqlite"));
}

QUuid TestSnapshotLibrary::fill()
{
    auto store = SnapshotStore::open(m_path, Clock::system());
    SnapshotStart start;
    start.account.baseUrl = QStringLiteral("https://api.pagerduty.com");
    start.parameters.minAdmins = 7;
    start.asOf = 1'800'000'000;
    start.asOfGiven = true;
    auto unfinished = store.value()->begin(start);
    auto sealed = store.value()->begin(start);
    CollectedPage page;
    page.record.id = 1;
    page.record.path = QStringLiteral("/abilities");
    page.record.status = 200;
    page.record.sentAt = page.record.receivedAt = QDateTime::currentDateTimeUtc();
    page.body = QByteArrayLiteral("{\"abilities\":[\"sso\"]}");
    if (!sealed.value()->store(page) || !unfinished.value()->store(page))
        return {};
    SealInfo info;
    info.finishedAt = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < resourceClassCount; ++i)
        info.states.append({static_cast<ResourceClass>(i), CollectionState::Complete, {}, 0, {}, 0, 0});
    const auto snapshot = sealed.value()->seal(info);
    return snapshot ? snapshot->info().id : QUuid();
}

void TestSnapshotLibrary::lists()
{
    const QUuid id = fill();
    QVERIFY(!id.isNull());
    SnapshotLibrary library(m_path);
    QSignalSpy listed(&library, &SnapshotLibrary::listed);
    library.refresh();
    QVERIFY(listed.isEmpty()); // later, never inside the call
    QTRY_COMPARE(listed.count(), 1);
    const auto summaries = listed.first().first().value<QList<SnapshotSummary>>();
    QCOMPARE(summaries.size(), 2);
    for (const SnapshotSummary &summary : summaries) {
        QCOMPARE(summary.finishedAt.isValid(), summary.id == id);
        QCOMPARE(summary.isResumable(QDateTime::currentDateTimeUtc()), summary.id != id);
        QVERIFY(!summary.isResumable(QDateTime::currentDateTimeUtc().addDays(2)));
        QCOMPARE(summary.parameters.minAdmins, 7);
        QVERIFY(summary.asOfGiven && !summary.includesAnalytics);
    }
}

void TestSnapshotLibrary::opensAndSaves()
{
    const QUuid id = fill();
    SnapshotLibrary library(m_path);
    QSignalSpy opened(&library, &SnapshotLibrary::opened);
    QSignalSpy saved(&library, &SnapshotLibrary::saved);
    const QString archive = m_directory->filePath(QStringLiteral("a.pdsnap"));
    library.open(id);
    library.saveArchive(id, archive);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(opened.count(), 1); // in the order asked
    const auto judged = opened.first().first().value<JudgedSnapshot>();
    QCOMPARE(judged.assessment->snapshot.id, id);
    QCOMPARE(judged.assessment->signIn, SignInKind::ApiKey);
    const auto reopened = openSnapshotArchive(archive);
    QVERIFY(reopened.ok());
    QCOMPARE(reopened->info().id, id);
}

void TestSnapshotLibrary::removes()
{
    const QUuid id = fill();
    SnapshotLibrary library(m_path);
    QSignalSpy removed(&library, &SnapshotLibrary::removed);
    QSignalSpy listed(&library, &SnapshotLibrary::listed);
    library.remove(id);
    library.refresh();
    QTRY_COMPARE(listed.count(), 1);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(listed.first().first().value<QList<SnapshotSummary>>().size(), 1);
}

void TestSnapshotLibrary::removalIsCarriedOutEvenWhenClosing()
{
    const QUuid id = fill();
    {
        SnapshotLibrary library(m_path);
        library.refresh();
        library.remove(id);
    }
    const auto store = SnapshotStore::open(m_path, Clock::system());
    QCOMPARE(store.value()->list()->size(), 1);
}

void TestSnapshotLibrary::failuresAreTold()
{
    fill();
    SnapshotLibrary library(m_path);
    QSignalSpy failed(&library, &SnapshotLibrary::failed);
    library.open(QUuid::createUuid());
    library.remove(QUuid::createUuid());
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSnapshotLibrary)
#include "tst_snapshotlibrary.moc"
