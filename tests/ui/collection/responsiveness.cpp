// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/collection/responsiveness.h"

#include "ui/collection/collectionview.h"
#include "ui/shell/selection.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

#include <ctime>

namespace pdsi {

namespace {

constexpr int beatMs = 5;
constexpr int patienceMs = 120'000;
const QByteArray greeting = QByteArrayLiteral("listening on ");

/// Processor time of this thread so far.
double processorMs()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

class Watch : public QObject
{
public:
    explicit Watch(const QString &fakeProgram)
        : collection(directory.filePath(QStringLiteral("snapshots.sqlite"))), view(new CollectionView(selection, collection, &window))
    {
        window.addDockWidget(Qt::RightDockWidgetArea, view);
        window.resize(1280, 800);
        window.show();
        view->findChild<QTabWidget *>()->setCurrentIndex(1); // the log is what costs most
        connect(&fake, &QProcess::readyReadStandardOutput, this, &Watch::listening);
        connect(&fake, &QProcess::errorOccurred, this, [this] { end(fake.errorString()); });
        connect(&collection, &BackgroundCollection::judged, this, [this] { end({}); });
        connect(&collection, &BackgroundCollection::finished, this, [this](const CollectedSnapshot &collected) {
            if (!collected.snapshot)
                end(QStringLiteral("the collection ended with %1").arg(static_cast<int>(collected.end)));
        });
        connect(&collection, &BackgroundCollection::requestsLogged, this, [this](const QList<RequestRecord> &records) {
            seen.answers += static_cast<int>(records.size());
        });
        heart.setTimerType(Qt::PreciseTimer);
        connect(&heart, &QTimer::timeout, this, &Watch::beat);
        connect(&patience, &QTimer::timeout, this, [this] { end(QStringLiteral("it took too long")); });
        patience.start(patienceMs);
        fake.start(fakeProgram, {QStringLiteral("--account"), QStringLiteral("reference"), QStringLiteral("--latency"), QStringLiteral("20")});
    }

    ~Watch() override
    {
        fake.disconnect(this);
        fake.kill();
    }

    void listening()
    {
        const QByteArray line = fake.readLine().trimmed();
        if (!line.startsWith(greeting))
            return;
        LiveAudit audit;
        audit.connection.name = QStringLiteral("Reference");
        audit.connection.baseUrl = QUrl(QString::fromLatin1(line.mid(greeting.size())));
        audit.secret = Secret(QByteArrayLiteral("fakefakefakefakefa00"));
        heart.start(beatMs);
        sinceStart.start();
        sinceBeat.start();
        collection.start(audit);
    }

    void beat()
    {
        ++seen.beats;
        const double worked = processorMs();
        if (seen.beats > 1)
            seen.longestWorkMs = qMax(seen.longestWorkMs, worked - workedBefore);
        workedBefore = worked;
        seen.longestMs = qMax(seen.longestMs, static_cast<double>(sinceBeat.nsecsElapsed()) / 1e6 - beatMs);
        sinceBeat.start();
    }

    void end(const QString &why)
    {
        problem = why;
        seen.tookMs = sinceStart.isValid() ? sinceStart.elapsed() : 0;
        QCoreApplication::exit();
    }

    QTemporaryDir directory;
    Selection selection;
    BackgroundCollection collection;
    QMainWindow window;
    CollectionView *view;
    QProcess fake;
    QTimer heart, patience;
    QElapsedTimer sinceBeat, sinceStart;
    Responsiveness seen;
    QString problem;
    double workedBefore = 0;
};

} // namespace

Result<Responsiveness> collectReferenceWatched(const QString &fakeProgram)
{
    Watch watch(fakeProgram);
    QCoreApplication::exec();
    if (!watch.problem.isEmpty())
        return Error{ErrorCode::Internal, watch.problem};
    return watch.seen;
}

} // namespace pdsi
