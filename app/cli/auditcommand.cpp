// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommand.h"

#include "app/cli/messages.h"
#include "app/cli/outputfile.h"
#include "app/cli/reportoutput.h"
#include "app/cli/standardinput.h"
#include "core/report/summaryline.h"
#include "core/session/reporting.h"
#include "core/snapshot/snapshotarchive.h"

#include <QMetaObject>

#include <unistd.h>

namespace pdsi::cli {

namespace {

ProgressPrinter::Mode progressMode(ProgressStyle style)
{
    switch (style) {
    case ProgressStyle::Never: return ProgressPrinter::Mode::Off;
    case ProgressStyle::Plain: return ProgressPrinter::Mode::Plain;
    case ProgressStyle::Auto: break;
    }
    return ::isatty(STDERR_FILENO) ? ProgressPrinter::Mode::Terminal : ProgressPrinter::Mode::Off;
}

/// The ids to judge, or an error that names an unknown one.
Result<std::optional<QSet<int>>> selectedControls(const Options &options)
{
    if (options.controls.isEmpty() && options.skippedControls.isEmpty())
        return std::optional<QSet<int>>();
    const auto catalog = loadControlCatalog();
    if (!catalog)
        return catalog.error();
    QSet<int> known;
    for (const ControlInfo &control : catalog.value())
        known.insert(control.id);
    for (const QSet<int> &asked : {options.controls, options.skippedControls}) {
        for (const int id : asked) {
            if (!known.contains(id))
                return Error{ErrorCode::InvalidArgument, QStringLiteral("There is no control %1.").arg(id)};
        }
    }
    QSet<int> selected = options.controls.isEmpty() ? known : options.controls;
    selected.subtract(options.skippedControls);
    return std::optional<QSet<int>>(selected);
}

} // namespace

AuditCommand::AuditCommand(Options options, const Clock &clock, std::unique_ptr<CredentialStore> keychain, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
    , m_progress(progressMode(m_options.progress))
    , m_bundle(m_options.bundle)
    , m_keychain(std::move(keychain))
{
}

AuditCommand::~AuditCommand() = default;

void AuditCommand::start()
{
    m_elapsed.start();
    QMetaObject::invokeMethod(this, &AuditCommand::run, Qt::QueuedConnection);
}

void AuditCommand::interrupt()
{
    if (m_session)
        m_session->cancel();
    else
        finish(Interrupted);
}

void AuditCommand::finish(int exitCode)
{
    if (m_finished)
        return;
    m_finished = true;
    m_progress.finish();
    Q_EMIT exited(exitCode);
}

void AuditCommand::run()
{
    if (!prepare())
        return;
    if (!m_keychain)
        m_keychain = CredentialStore::keychain();
    // Whether the bundle can be signed is asked before an hour of collecting, not after.
    m_bundle.findKey(*m_keychain, [this](bool found) {
        if (m_finished)
            return;
        if (found)
            findSnapshot();
        else
            finish(ReportNotWritten);
    });
}

void AuditCommand::findSnapshot()
{
    if (m_options.source == Source::Live)
        findSecret();
    else
        runSaved();
}

bool AuditCommand::prepare()
{
    const auto refuse = [this](const QString &text, ExitCode code) {
        complain(text);
        finish(code);
        return false;
    };
    const auto selected = selectedControls(m_options);
    if (!selected)
        return refuse(sentenceFor(selected.error()), WrongUse);
    m_assessment.controls = selected.value();
    m_assessment.leastSeverity = m_options.leastSeverity;
    m_assessment.profile = m_options.profile;
    if (m_options.profile == QLatin1String("extended"))
        complain(QStringLiteral("note: this version has no controls beyond the specification's 25."));
    if (!m_options.waiversPath.isEmpty()) {
        auto waivers = WaiverBook::fromFile(m_options.waiversPath);
        if (!waivers)
            return refuse(QStringLiteral("--waivers: %1").arg(sentenceFor(waivers.error())), WrongUse);
        m_assessment.waivers = waivers.value();
    }
    if (!m_options.attestationsPath.isEmpty()) {
        auto attestations = AttestationBook::fromFile(m_options.attestationsPath);
        if (!attestations)
            return refuse(QStringLiteral("--attestations: %1").arg(sentenceFor(attestations.error())), WrongUse);
        m_assessment.attestations = attestations.value();
    }
    if (!m_options.baselinePath.isEmpty()) {
        auto baseline = Baseline::fromFile(m_options.baselinePath);
        if (!baseline)
            return refuse(QStringLiteral("--baseline: %1").arg(sentenceFor(baseline.error())), WrongUse);
        m_assessment.baseline = baseline.value();
    }
    for (const QString &path : {m_options.outputPath, m_options.saveSnapshotPath, m_options.bundle.path,
                                m_options.bundle.redactionTablePath}) {
        const auto writable = path.isEmpty() ? Result<pdsi::Done>(pdsi::Done{}) : checkWritable(path);
        if (!writable)
            return refuse(sentenceFor(writable.error()), ReportNotWritten);
    }
    if (m_options.bundle.redact && !m_options.saveSnapshotPath.isEmpty())
        complain(QStringLiteral("warning: --redact does not change the snapshot: %1 will hold every name, e-mail address and "
                                "phone number that the report hides. Do not pass it on with the report.")
                     .arg(m_options.saveSnapshotPath));
    if (!m_options.pdf.passwordFromStdin)
        return true;
    const auto password = pdfPassword(lineFromStandardInput(), QStringLiteral("--pdf-password-stdin"));
    if (!password)
        return refuse(password.error().detail, WrongUse);
    m_options.pdf.password = *password;
    return true;
}

Parameters AuditCommand::parametersOver(Parameters base) const
{
    for (const auto &[name, value] : m_options.parameters)
        (void)base.set(name, value); // validated when the command line was read
    return base;
}

void AuditCommand::runSaved()
{
    const bool sample = m_options.source == Source::Sample;
    const auto snapshot = sample ? openSampleSnapshot() : openSnapshotArchive(m_options.archivePath);
    if (!snapshot) {
        complain(sentenceFor(snapshot.error()));
        finish(WrongUse);
        return;
    }
    judge(snapshot.value(), sample ? SignInKind::Sample : SignInKind::Snapshot);
}

void AuditCommand::findSecret()
{
    if (m_options.apiKeyOnCommandLine)
        complain(QStringLiteral("warning: a key on the command line is visible to other users of this computer; "
                                "prefer PAGERDUTY_API_KEY, --api-key-stdin or a saved connection."));
    if (!m_options.connectionName.isEmpty())
        return findSaved();
    ConnectionSecrets secrets;
    secrets.signIn = m_options.apiKeyFromStdin ? Secret(lineFromStandardInput().trimmed()) : m_options.apiKey;
    if (secrets.signIn.isEmpty()) {
        complain(QStringLiteral("No API key on standard input."));
        finish(WrongUse);
        return;
    }
    collect({{}, m_options.baseUrl, SignInKind::ApiKey, m_options.requesterEmail}, secrets);
}

void AuditCommand::findSaved()
{
    const QString directory = ConnectionStore::defaultDirectory();
    const auto found = ConnectionStore(directory).find(m_options.connectionName);
    if (!found) {
        complain(QStringLiteral("--connection: %1").arg(sentenceFor(found.error())));
        finish(WrongUse);
        return;
    }
    m_access = std::make_unique<ConnectionAccess>(directory, std::move(m_keychain), m_clock);
    m_access->secretsOf(*found).get([this, connection = *found](const Result<ConnectionSecrets> &secrets) {
        if (m_finished)
            return;
        if (secrets) {
            noteKeeping(*secrets);
            collect(connection, *secrets);
            return;
        }
        complain(secrets.error().code == ErrorCode::NotFound
                     ? QStringLiteral("The keychain holds nothing for \"%1\". Open the connection in the workbench and sign in.")
                           .arg(connection.name)
                     : sentenceFor(secrets.error()));
        finish(NoAccount);
    });
}

void AuditCommand::noteKeeping(const ConnectionSecrets &secrets)
{
    if (secrets.notKept)
        complain(QStringLiteral("warning: the access was renewed, but the new token could not be kept, and the old one is "
                                "worth nothing any more: sign in again before the next run. %1")
                     .arg(sentenceFor(*secrets.notKept)));
}

void AuditCommand::renew(const Connection &connection)
{
    m_access->secretsOf(connection).renew([this](const Result<ConnectionSecrets> &secrets) {
        if (m_finished)
            return;
        if (secrets) {
            noteKeeping(*secrets);
            m_session->renewSecret(secrets->signIn);
            return;
        }
        complain(sentenceFor(secrets.error()));
        const ErrorCode code = secrets.error().code;
        // Where another try may do better, what has been collected is worth keeping for it.
        if (code == ErrorCode::Unreachable || code == ErrorCode::TimedOut || code == ErrorCode::ProxyRefused)
            m_session->cancel();
        else
            m_session->renewSecret({});
    });
}

void AuditCommand::collect(const Connection &connection, const ConnectionSecrets &secrets)
{
    if (const auto route = NetworkRoute::of(connection, secrets.proxyPassword); !route) {
        complain(QStringLiteral("CA file: %1").arg(sentenceFor(route.error())));
        finish(NoAccount);
        return;
    }
    const auto path = SnapshotStore::defaultPath();
    auto store = path ? SnapshotStore::open(path.value(), m_clock) : Result<std::unique_ptr<SnapshotStore>>(path.error());
    if (!store) {
        complain(sentenceFor(store.error()));
        finish(ReportNotWritten);
        return;
    }
    m_store = std::move(store.value());
    m_session = std::make_unique<AuditSession>(*m_store, m_clock);
    connect(m_session.get(), &AuditSession::started, this, &AuditCommand::announceStart);
    connect(m_session.get(), &AuditSession::progressed, this, [this](const CollectionProgress &p) { m_progress.show(p); });
    connect(m_session.get(), &AuditSession::finished, this, &AuditCommand::collected);
    connect(m_session.get(), &AuditSession::renewalNeeded, this, [this, connection] { renew(connection); });
    LiveAudit audit;
    audit.connection = connection;
    audit.signInWith(secrets);
    audit.parameters = parametersOver({});
    audit.asOf = m_options.now;
    audit.includeAnalytics = m_options.includeAnalytics;
    audit.fresh = m_options.fresh;
    audit.concurrency = m_options.concurrency;
    audit.timeout = m_options.timeout;
    if (auto started = m_session->start(audit); !started) {
        complain(sentenceFor(started.error()));
        finish(ReportNotWritten);
    }
}

void AuditCommand::announceStart(const CollectionStartNotice &notice)
{
    if (notice.resumed)
        complain(QStringLiteral("resuming the collection started %1: %2 answers are kept (--fresh starts anew).")
                     .arg(formatTimestamp(notice.startedAt))
                     .arg(notice.answersKept));
}

void AuditCommand::collected(const CollectedSnapshot &collected)
{
    m_progress.finish();
    m_requestsSent = collected.requestsThisRun;
    switch (collected.end) {
    case CollectionEnd::Finished:
        judge(*collected.snapshot, m_options.connectionName.isEmpty() ? SignInKind::ApiKey
                                                                      : collected.snapshot->info().account.signIn);
        return;
    case CollectionEnd::Cancelled:
        complain(QStringLiteral("interrupted; what was collected is kept. Run the same command again to go on."));
        finish(Interrupted);
        return;
    case CollectionEnd::SignInRefused:
    case CollectionEnd::Unreachable:
        complain(sentenceFor(collected.error));
        finish(NoAccount);
        return;
    case CollectionEnd::StoreFailed:
        complain(sentenceFor(collected.error));
        finish(ReportNotWritten);
        return;
    }
}

void AuditCommand::judge(const Snapshot &snapshot, SignInKind signIn)
{
    const AssessmentOptions defaults = defaultOptionsFor(snapshot, signIn);
    m_assessment.asOf = m_options.now.value_or(defaults.asOf);
    m_assessment.assessedAt = m_clock.nowUtc();
    m_assessment.id = defaults.id;
    m_assessment.toolVersion = defaults.toolVersion;
    m_assessment.parameters = parametersOver(defaults.parameters);
    m_assessment.signIn = signIn;
    JudgedSnapshot judged{Inventory::load(snapshot), nullptr};
    judged.assessment = assess(judged.inventory, m_assessment);
    ReportOptions options = m_options.report;
    if (m_options.bundle.redact && !redact(judged, options)) {
        finish(ReportNotWritten);
        return;
    }
    const Report report = makeReport(judged, options);
    const bool written = writeOutputs(snapshot, report);
    m_bundle.write(report, [this, written, report](bool bundled) {
        if (m_finished)
            return;
        if (!written || !bundled) {
            finish(ReportNotWritten);
            return;
        }
        std::fprintf(stderr, "%s; %d requests in %.1f s\n", summaryLine(report).toUtf8().constData(),
                     m_requestsSent, static_cast<double>(m_elapsed.elapsed()) / 1000.0);
        finish(exitCodeFor(report));
    });
}

bool AuditCommand::redact(JudgedSnapshot &judged, ReportOptions &options)
{
    auto audit = m_bundle.redact(judged, m_assessment, options);
    if (!audit) {
        complain(QStringLiteral("--redact: %1").arg(sentenceFor(audit.error())));
        return false;
    }
    judged = audit->judged;
    options = audit->options;
    return true;
}

bool AuditCommand::writeOutputs(const Snapshot &snapshot, const Report &report)
{
    const auto written = writeReportOutput(m_options, snapshot, report);
    if (written)
        m_bundle.noteReport(m_options.outputPath);
    else
        complain(sentenceFor(written.error()));
    const auto saved = m_options.saveSnapshotPath.isEmpty() ? Result<pdsi::Done>(pdsi::Done{})
                                                            : saveSnapshotArchive(snapshot, m_options.saveSnapshotPath);
    if (!saved)
        complain(sentenceFor(saved.error()));
    return written.ok() && saved.ok();
}

int AuditCommand::exitCodeFor(const Report &report) const
{
    if (m_options.failOn && report.findings().atLeast(*m_options.failOn) > 0)
        return FindingsAtThreshold;
    return report.assessment().snapshot.complete() ? Done : Incomplete;
}

} // namespace pdsi::cli
