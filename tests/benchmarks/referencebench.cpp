// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/referencebench.h"

#include "core/assessment/assess.h"
#include "core/session/auditsession.h"
#include "core/snapshot/snapshotarchive.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int assessments = 7;
constexpr int collections = 5;
constexpr int samplingMs = 10;

std::nullopt_t failed(const QString &why)
{
    std::fprintf(stderr, "pdsi-bench: %s\n", qUtf8Printable(why));
    return std::nullopt;
}

std::optional<double> assessReference()
{
    const QTemporaryDir directory;
    const QString path = collectedReference(directory);
    const auto snapshot = path.isEmpty() ? Result<Snapshot>(Error{}) : openSnapshotArchive(path);
    if (!snapshot)
        return failed(u"the reference account could not be collected"_s);
    AssessmentOptions options;
    options.asOf = snapshot->info().asOf;
    options.assessedAt = snapshot->info().finishedAt;
    options.parameters = snapshot->info().parameters;
    QList<double> times;
    for (int run = 0; run <= assessments; ++run) { // the first one warms up
        QElapsedTimer timer;
        timer.start();
        const auto assessment = assess(Inventory::load(*snapshot), options);
        if (run > 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
        if (assessment->controls.size() < 25)
            return failed(u"the reference account was not judged"_s);
    }
    return median(times);
}

/// Peak resident memory of a live process in MB. Read while it runs: what the kernel reports at its end
/// includes the pages it shared with us before exec.
double peakMegabytes(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

std::optional<double> memoryOfOneAudit(FakePagerDuty &fake)
{
    const QTemporaryDir directory;
    QProcess audit;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PAGERDUTY_API_KEY"_s, QString::fromLatin1(fake.options().apiKey));
    environment.insert(u"XDG_DATA_HOME"_s, directory.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, directory.path());
    audit.setProcessEnvironment(environment);
    audit.setProgram(QCoreApplication::applicationDirPath() + u"/pagerduty-sec-inspector"_s);
    audit.setArguments({u"--base-url"_s, fake.url().toString(), u"--now"_s, formatInstant(fake.model().now),
                        u"--fresh"_s, u"--progress"_s, u"never"_s, u"--output"_s, directory.filePath(u"report.json"_s)});
    double peak = 0;
    QTimer sampling;
    QObject::connect(&sampling, &QTimer::timeout, &audit,
                     [&] { peak = std::max(peak, peakMegabytes(audit.processId())); });
    QObject::connect(&audit, &QProcess::finished, &audit, [](int exitCode) { QCoreApplication::exit(exitCode); });
    QObject::connect(&audit, &QProcess::errorOccurred, &audit, [] { QCoreApplication::exit(-1); });
    audit.start();
    sampling.start(samplingMs);
    const int exitCode = QCoreApplication::exec();
    if (exitCode != 0)
        return failed(u"the audit ended with %1: %2"_s.arg(exitCode).arg(
            QString::fromUtf8(audit.readAllStandardError())));
    return peak;
}

std::optional<double> collectMemory()
{
    FakePagerDuty fake(referenceAccount());
    if (!fake.listen())
        return failed(u"the fake account cannot listen"_s);
    QList<double> peaks;
    for (int run = 0; run < collections; ++run) {
        const std::optional<double> peak = memoryOfOneAudit(fake);
        if (!peak)
            return std::nullopt;
        peaks.append(*peak);
    }
    return median(peaks);
}

} // namespace

QString collectedReference(const QTemporaryDir &directory)
{
    const QString path = directory.filePath(u"reference.pdsnap"_s);
    FakePagerDuty fake(referenceAccount());
    auto store = SnapshotStore::open(directory.filePath(u"reference.sqlite"_s), Clock::system());
    if (!store || !fake.listen())
        return {};
    AuditSession session(*store.value(), Clock::system());
    LiveAudit audit;
    audit.connection = {u"reference"_s, fake.url(), SignInKind::ApiKey, {}};
    audit.secret = Secret(fake.options().apiKey);
    audit.asOf = fake.model().now;
    QObject::connect(&session, &AuditSession::finished, &session, [&path](const CollectedSnapshot &collected) {
        const bool saved = collected.snapshot && saveSnapshotArchive(*collected.snapshot, path).ok();
        QCoreApplication::exit(saved ? 0 : 1);
    });
    return session.start(audit).ok() && QCoreApplication::exec() == 0 ? path : QString();
}

QList<Benchmark> referenceBenchmarks()
{
    return {{u"assess.reference"_s, u"ms"_s, assessReference}, {u"collect.memory.reference"_s, u"MB"_s, collectMemory}};
}

} // namespace pdsi
