// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/bundleflags.h"
#include "core/account/signingkeys.h"
#include "core/base/privatefile.h"
#include "core/session/bundling.h"
#include "core/session/timestampclient.h"

namespace pdsi::cli {

/// The evidence bundle of one audit: finds the signing key before the audit, writes and stamps the bundle after it.
/// Says on standard error what went wrong.
class BundleOutput : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(bool)>;

    explicit BundleOutput(BundleOptions options, QObject *parent = nullptr) : QObject(parent), m_options(std::move(options)) {}

    /// False when the bundle cannot be signed and must be. The keychain must outlive the answer.
    void findKey(CredentialStore &keychain, Then then);
    /// The audit without people. The table of pseudonyms, where one is asked for, is on the disk then but not in its place.
    Result<RedactedAudit> redact(const JudgedSnapshot &judged, const AssessmentOptions &assessed, const ReportOptions &options);
    /// Where the report that was written is; empty = standard output.
    void noteReport(const QString &path) { m_reportPath = path; }
    /// Writes the bundle where one is asked for, and puts the table of pseudonyms in its place: when that fails,
    /// report and bundle are removed again. Answers later.
    void write(const Report &report, Then then);

private:
    Result<RedactionKey> redactionKey() const;
    Result<Done> writeFile(const Report &report) const;
    bool placeTable();

    BundleOptions m_options;
    std::optional<StagedFile> m_table;
    std::optional<QString> m_reportPath;
    bool m_bundleWritten = false;
    std::optional<SigningKey> m_key;
    std::unique_ptr<SigningKeys> m_keys;
    std::unique_ptr<TimestampClient> m_client;
};

} // namespace pdsi::cli
