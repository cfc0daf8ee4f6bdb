// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bundleoutput.h"

#include "app/cli/messages.h"
#include "core/report/pdf/pdfreport.h"
#include "core/session/reporting.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

namespace pdsi::cli {

namespace {

/// What the words for accounts say otherwise.
QString stampSentence(const Error &error)
{
    if (error.code == ErrorCode::Unreachable)
        return QStringLiteral("The time stamp authority could not be reached: %1. Check the network and the address.").arg(error.detail);
    if (error.code == ErrorCode::Untrusted)
        return QStringLiteral("The time stamp authority could not prove who it is, so nothing was sent: %1.").arg(error.detail);
    return sentenceFor(error);
}

} // namespace

void BundleOutput::findKey(CredentialStore &keychain, Then then)
{
    if (m_options.path.isEmpty() || m_options.allowUnsigned) {
        QTimer::singleShot(0, this, [then = std::move(then)] { then(true); });
        return;
    }
    m_keys = std::make_unique<SigningKeys>(keychain);
    m_keys->get([this, then = std::move(then)](const Result<SigningKey> &key) {
        if (key)
            m_key = *key;
        else
            complain(QStringLiteral("--bundle: there is no key to sign with: the keychain gives none (%1). --unsigned writes "
                                    "the bundle without a signature.").arg(key.error().detail));
        then(key.ok());
    });
}

Result<RedactionKey> BundleOutput::redactionKey() const
{
    if (m_options.redactionKeyPath.isEmpty())
        return RedactionKey::random();
    QFile file(m_options.redactionKeyPath);
    if (file.exists() && !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, file.fileName()};
    if (file.isOpen())
        return RedactionKey::fromText(file.read(4096));
    const RedactionKey made = RedactionKey::random();
    const auto kept = writePrivateFile(m_options.redactionKeyPath, made.text() + '\n');
    return kept ? Result<RedactionKey>(made) : Result<RedactionKey>(kept.error());
}

Result<RedactedAudit> BundleOutput::redact(const JudgedSnapshot &judged, const AssessmentOptions &assessed,
                                           const ReportOptions &options)
{
    const auto key = redactionKey();
    if (!key)
        return key.error();
    auto audit = redactAudit(judged, assessed, options, *key);
    if (audit && !m_options.redactionTablePath.isEmpty()) {
        auto staged = StagedFile::write(m_options.redactionTablePath, reversalTable(audit->redacted));
        if (!staged)
            return staged.error();
        m_table = std::move(staged).value();
    }
    return audit;
}

Result<Done> BundleOutput::writeFile(const Report &report) const
{
    const auto pdf = [&report](QIODevice &device) { return writePdfReport(report, {}, device).ok(); };
    const auto content = bundleOf(report, {{QStringLiteral("report.pdf"), pdf}});
    return content ? writeEvidenceBundle(*content, m_key ? &*m_key : nullptr, m_options.path) : Result<Done>(content.error());
}

bool BundleOutput::placeTable()
{
    if (!m_table || (!m_reportPath && !m_bundleWritten))
        return true; // without a report there is nothing to look up
    const auto placed = m_table->commit();
    if (placed)
        return true;
    complain(QStringLiteral("--redaction-table: %1 The report was removed again: nobody could have told who is who in it.")
                 .arg(sentenceFor(placed.error())));
    if (m_reportPath && QFileInfo(*m_reportPath).isFile())
        QFile::remove(*m_reportPath);
    if (m_bundleWritten)
        QFile::remove(m_options.path);
    return false;
}

void BundleOutput::write(const Report &report, Then then)
{
    const auto written = m_options.path.isEmpty() ? Result<Done>(Done{}) : writeFile(report);
    if (!written)
        complain(QStringLiteral("--bundle: %1").arg(sentenceFor(written.error())));
    m_bundleWritten = !m_options.path.isEmpty() && written;
    const bool good = placeTable() && written;
    if (!good || !m_options.timestampAuthority) {
        QTimer::singleShot(0, this, [good, then = std::move(then)] { then(good); });
        return;
    }
    m_client = std::make_unique<TimestampClient>(TimestampService{*m_options.timestampAuthority, {}, m_options.timestampCertificates});
    m_client->stamp(m_options.path, [then = std::move(then)](const Result<Timestamp> &stamped) {
        if (!stamped)
            complain(QStringLiteral("--timestamp-url: the bundle is written, but has no time stamp: %1").arg(stampSentence(stamped.error())));
        then(stamped.ok());
    });
}

} // namespace pdsi::cli
