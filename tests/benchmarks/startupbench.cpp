// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/startupbench.h"

#include "core/account/connectionaccess.h"
#include "tests/support/accounts.h"
#include "tests/support/fakepagerduty.h"
#include "ui/models/appsettings.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr int starts = 11, openings = 5;

std::nullopt_t failed(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    return std::nullopt;
}

QString program(const QString &name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

/// Milliseconds from starting the program until it says that it has painted.
std::optional<double> timeToPaint(const QString &path, const QStringList &arguments, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, home);
    process.setProcessEnvironment(environment);
    QElapsedTimer clock;
    double painted = -1;
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &process, [&] {
        if (painted < 0)
            painted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    });
    QObject::connect(&process, &QProcess::finished, &process, [] { QCoreApplication::exit(0); });
    QObject::connect(&process, &QProcess::errorOccurred, &process, [] { QCoreApplication::exit(1); });
    clock.start();
    process.start(path, arguments);
    if (QCoreApplication::exec() != 0 || painted < 0)
        return failed(u"%1 did not paint: %2"_s.arg(path, QString::fromUtf8(process.readAllStandardError())));
    return painted;
}

std::optional<double> firstPaintRatio()
{
    const QTemporaryDir home;
    QList<double> empty, workbench;
    for (int run = 0; run < starts; ++run) { // by turns, so that both see the same machine
        const auto one = timeToPaint(program(u"pdsi-empty-window"_s), {}, home.path());
        const auto other = timeToPaint(program(u"pagerduty-sec-workbench"_s), {u"--sample"_s, u"--first-paint"_s}, home.path());
        if (!one || !other)
            return std::nullopt;
        empty << *one;
        workbench << *other;
    }
    std::fprintf(stderr, "first paint: empty window %.1f ms, workbench %.1f ms\n", median(empty), median(workbench));
    return median(workbench) / median(empty);
}

bool collectReference(const QString &archive, const QString &home)
{
    FakePagerDuty fake(referenceAccount());
    if (!fake.listen())
        return false;
    QProcess audit;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PAGERDUTY_API_KEY"_s, QString::fromLatin1(fake.options().apiKey));
    environment.insert(u"XDG_DATA_HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home);
    audit.setProcessEnvironment(environment);
    QObject::connect(&audit, &QProcess::finished, &audit, [](int exitCode) { QCoreApplication::exit(exitCode); });
    QObject::connect(&audit, &QProcess::errorOccurred, &audit, [] { QCoreApplication::exit(-1); });
    audit.start(program(u"pagerduty-sec-inspector"_s),
                {u"--base-url"_s, fake.url().toString(), u"--now"_s, formatInstant(fake.model().now), u"--progress"_s, u"never"_s,
                 u"--output"_s, home + u"/report.json"_s, u"--save-snapshot"_s, archive});
    return QCoreApplication::exec() == 0;
}

std::optional<double> openReference()
{
    const QTemporaryDir home;
    const QString archive = home.filePath(u"reference.pdsnap"_s);
    if (!collectReference(archive, home.path()))
        return failed(u"the reference account could not be collected"_s);
    AppSettings settings;
    ConnectionAccess access(home.path(), CredentialStore::sessionOnly(), Clock::system());
    MainWindow window(settings, access);
    window.show();
    QList<double> times;
    for (int run = 0; run <= openings; ++run) {
        QElapsedTimer clock;
        QObject context;
        QObject::connect(&window, &MainWindow::opened, &context, [&context](bool ok) {
            // Behind the paint events of what has just arrived.
            QTimer::singleShot(0, &context, [ok] { QCoreApplication::exit(ok ? 0 : 1); });
        });
        clock.start();
        window.openArchive(archive);
        if (QCoreApplication::exec() != 0)
            return failed(u"the archive could not be opened"_s);
        if (run > 0) // the first one warms up
            times << static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }
    return median(times);
}

} // namespace

QList<Benchmark> startupBenchmarks()
{
    return {{u"startup.first_paint.ratio"_s, u"x"_s, firstPaintRatio}, {u"open.reference"_s, u"ms"_s, openReference}};
}

} // namespace pdsi
