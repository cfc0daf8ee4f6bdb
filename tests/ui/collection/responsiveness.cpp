// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/collection/responsiveness.h"

#include "ui/collection/collectionview.h"
#include "ui/shell/selection.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>

namespace pdsi {

namespace {

constexpr int beatMs = 5;
constexpr int patienceMs = 120'000;
const QByteArray greeting = QByteArrayLiteral("listening on ");

/// What this thread had of the processors so far.
struct ProcessorShare {
    double workedMs = 0;
    double queuedMs = 0; ///< ready, but none was free
};

ProcessorShare processorShare()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> fields = file.readAll().split(' ');
    return {fields.value(0).toDouble() / 1e6, fields.value(1).toDouble() / 1e6};
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
        before = processorShare();
        sinceBeat.start();
        collection.start(audit);
    }

    void beat()
    {
        ++seen.beats;
        const double gap = static_cast<double>(sinceBeat.nsecsElapsed()) / 1e6 - beatMs;
        sinceBeat.start();
        const ProcessorShare now = processorShare();
        seen.longestMs = qMax(seen.longestMs, gap);
        seen.longestOwnMs = qMax(seen.longestOwnMs, gap - (now.queuedMs - before.queuedMs));
        seen.longestWorkMs = qMax(seen.longestWorkMs, now.workedMs - before.workedMs);
        before = now;
    }

    void end(const QString &why)
    {
        problem = why;
        seen.tookMs = sinceStart.isValid() ? sinceStart.elapsed() : 0;
        heart.stop();
        fake.disconnect(this);
        if (fake.state() == QProcess::NotRunning)
            return QCoreApplication::exit();
        connect(&fake, &QProcess::finished, this, [] { QCoreApplication::exit(); });
        fake.kill();
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
    ProcessorShare before;
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
