// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/bundleoutput.h"
#include "app/cli/options.h"
#include "app/cli/progressprinter.h"
#include "core/account/connectionaccess.h"
#include "core/assessment/assess.h"
#include "core/report/report.h"
#include "core/session/auditsession.h"

#include <QElapsedTimer>
#include <QObject>

namespace pdsi::cli {

/// The whole run of the CLI: get a snapshot (live, archive or sample), judge it, write the report, choose the exit code.
class AuditCommand : public QObject
{
    Q_OBJECT
public:
    enum ExitCode : int {
        Done = 0,
        FindingsAtThreshold = 1,
        WrongUse = 2,
        NoAccount = 3,
        Incomplete = 4,
        ReportNotWritten = 5,
        Interrupted = 130,
    };

    /// `keychain`: where --connection finds its secrets; the desktop's when not given.
    AuditCommand(Options options, const Clock &clock, std::unique_ptr<CredentialStore> keychain = nullptr,
                 QObject *parent = nullptr);
    ~AuditCommand() override;

    /// `exited` follows exactly once, never from inside this call.
    void start();
    void interrupt();

Q_SIGNALS:
    void exited(int exitCode);

private:
    void run();
    bool prepare();
    void findSnapshot();
    void runSaved();
    void findSecret();
    void findSaved();
    void collect(const Connection &connection, const ConnectionSecrets &secrets);
    void renew(const Connection &connection);
    void noteKeeping(const ConnectionSecrets &secrets);
    void announceStart(const CollectionStartNotice &notice);
    void collected(const CollectedSnapshot &collected);
    void judge(const Snapshot &snapshot, SignInKind signIn);
    /// Takes people out where that is asked for; false when that failed.
    bool redact(JudgedSnapshot &judged, ReportOptions &options);
    bool writeOutputs(const Snapshot &snapshot, const Report &report);
    int exitCodeFor(const Report &report) const;
    Parameters parametersOver(Parameters base) const;
    void finish(int exitCode);

    Options m_options;
    const Clock &m_clock;
    QElapsedTimer m_elapsed;
    ProgressPrinter m_progress;
    AssessmentOptions m_assessment;
    BundleOutput m_bundle;
    std::unique_ptr<CredentialStore> m_keychain;
    std::unique_ptr<ConnectionAccess> m_access;
    std::unique_ptr<SnapshotStore> m_store;
    std::unique_ptr<AuditSession> m_session;
    int m_requestsSent = 0;
    bool m_finished = false;
};

} // namespace pdsi::cli
