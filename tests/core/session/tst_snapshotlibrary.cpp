// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/snapshotlibrary.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/support/storedsnapshots.h"

#include <QSignalSpy>
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
    std::unique_ptr<StoredSnapshots> m_stored;
};

void TestSnapshotLibrary::init() { m_stored = std::make_unique<StoredSnapshots>(); }

void TestSnapshotLibrary::lists()
{
    const QUuid id = m_stored->fill().sealed;
    QVERIFY(!id.isNull());
    SnapshotLibrary library(m_stored->path());
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
    const QUuid id = m_stored->fill().sealed;
    SnapshotLibrary library(m_stored->path());
    QSignalSpy opened(&library, &SnapshotLibrary::opened);
    QSignalSpy saved(&library, &SnapshotLibrary::saved);
    const QString archive = m_stored->filePath("a.pdsnap");
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
    const QUuid id = m_stored->fill().sealed;
    SnapshotLibrary library(m_stored->path());
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
    const QUuid id = m_stored->fill().sealed;
    {
        SnapshotLibrary library(m_stored->path());
        library.refresh();
        library.remove(id);
    }
    QCOMPARE(m_stored->list().size(), 1);
}

void TestSnapshotLibrary::failuresAreTold()
{
    m_stored->fill();
    SnapshotLibrary library(m_stored->path());
    QSignalSpy failed(&library, &SnapshotLibrary::failed);
    library.open(QUuid::createUuid());
    library.remove(QUuid::createUuid());
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSnapshotLibrary)
#include "tst_snapshotlibrary.moc"
