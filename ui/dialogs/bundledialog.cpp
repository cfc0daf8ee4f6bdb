// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bundledialog.h"

#include "core/base/signingkey.h"
#include "core/report/bundle/bundlemanifest.h"
#include "ui/dialogs/timestampwords.h"
#include "ui/parts/background.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QString differenceText(const BundleDifference &difference)
{
    QString text;
    switch (difference.kind) {
    case BundleDifference::Kind::Missing: text = BundleDialog::tr("%1 is listed but is not there"); break;
    case BundleDifference::Kind::Extra: text = BundleDialog::tr("%1 is there but is not listed"); break;
    case BundleDifference::Kind::Differs: text = BundleDialog::tr("%1 was changed since the bundle was made"); break;
    case BundleDifference::Kind::Mismatch: text = BundleDialog::tr("%1 does not belong to the rest of the bundle"); break;
    }
    text = text.arg(difference.file);
    return difference.detail.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, difference.detail);
}

QString trustText(const BundleVerdict &verdict)
{
    if (verdict.signature == BundleVerdict::Signature::Wrong)
        return BundleDialog::tr("The signature does not fit: something was changed after it was signed, or somebody else signed it. Rely on nothing "
                                "in this bundle and ask its maker for the original.");
    switch (verdict.trust) {
    case BundleVerdict::Trust::Nobody:
        return BundleDialog::tr("Unsigned. The files fit together, but nobody vouches for them: anybody could have changed one and listed it anew. "
                                "Not evidence by itself: ask for a signed bundle.");
    case BundleVerdict::Trust::OnlyItself:
        return BundleDialog::tr("Signed by a key that is unknown to this computer. Nothing was changed since its holder signed, but who that is, only "
                                "the bundle says, and a forger would sign as well. Have its maker tell you the fingerprint by another way and "
                                "enter it below.");
    case BundleVerdict::Trust::KnownKey:
        return BundleDialog::tr("Signed by your own key, that of this computer's keychain. Nothing was changed since.");
    case BundleVerdict::Trust::GivenFingerprint:
        return BundleDialog::tr("Signed by the key with the fingerprint you entered. Whoever holds that key made this bundle, and nothing was changed since.");
    }
    return {};
}

QString timestampText(const TimestampVerdict &timestamp)
{
    switch (timestamp.state) {
    case TimestampVerdict::State::None: return BundleDialog::tr("None: when it was made, only the bundle itself says.");
    case TimestampVerdict::State::Wrong: return BundleDialog::tr("Wrong: %1").arg(timestamp.problem);
    case TimestampVerdict::State::Valid: break;
    }
    return timestampSentence(timestamp);
}

QString factRow(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

} // namespace

QString bundleHeadline(const BundleVerdict &verdict)
{
    using Signature = BundleVerdict::Signature;
    if (verdict.differences.isEmpty()) {
        if (verdict.signature == Signature::Wrong)
            return BundleDialog::tr("The signature does not fit");
        const auto files = verdict.manifest.files.size();
        return verdict.signature == Signature::None ? BundleDialog::tr("Unsigned; all %1 files are as they were listed").arg(files)
                                                    : BundleDialog::tr("Unchanged: all %1 files are as they were listed").arg(files);
    }
    const BundleDifference &first = verdict.differences.constFirst();
    if (verdict.signature == Signature::None && first.file == bundlename::signature)
        return BundleDialog::tr("Unsigned, though a signature was asked for");
    if (first.kind == BundleDifference::Kind::Mismatch && first.file == bundlename::signature)
        return BundleDialog::tr("Signed by another key than the one you entered");
    return verdict.differences.size() == 1 ? BundleDialog::tr("Changed: %1").arg(first.file)
                                           : BundleDialog::tr("Changed: %1 and %2 more").arg(first.file).arg(verdict.differences.size() - 1);
}

QString bundleVerdictHtml(const BundleVerdict &verdict)
{
    const BundleManifest &manifest = verdict.manifest;
    QString html;
    if (!verdict.differences.isEmpty()) {
        html += QStringLiteral("<ul>");
        for (const BundleDifference &difference : verdict.differences)
            html += QStringLiteral("<li>%1</li>").arg(differenceText(difference).toHtmlEscaped());
        html += QStringLiteral("</ul>");
    }
    html += QStringLiteral("<p>%1</p><table>").arg(trustText(verdict).toHtmlEscaped());
    html += factRow(BundleDialog::tr("Key"), verdict.fingerprint);
    html += factRow(BundleDialog::tr("Time stamp"), timestampText(verdict.timestamp));
    html += factRow(BundleDialog::tr("Account"), manifest.subdomain.isEmpty() ? manifest.baseUrl : manifest.subdomain);
    html += factRow(BundleDialog::tr("State of"), formatInstant(manifest.asOf));
    html += factRow(BundleDialog::tr("Snapshot"), manifest.snapshotId.toString(QUuid::WithoutBraces));
    html += factRow(BundleDialog::tr("Made by"), QStringLiteral("pagerduty-sec-inspector ") + manifest.toolVersion);
    if (manifest.redacted)
        html += factRow(BundleDialog::tr("People"), BundleDialog::tr("under pseudonyms"));
    return html + QStringLiteral("</table>");
}

BundleDialog::BundleDialog(QString path, BundleTrust trust, std::function<QString(const Error &)> describe, QWidget *parent)
    : QDialog(parent)
    , m_path(std::move(path))
    , m_trust(std::move(trust))
    , m_describe(std::move(describe))
    , m_headline(new QLabel)
    , m_details(new QTextBrowser)
    , m_fingerprint(new QLineEdit)
    , m_again(new QPushButton(tr("Check &again")))
{
    setObjectName(QStringLiteral("bundleDialog"));
    setWindowTitle(tr("Evidence bundle"));
    auto *file = new QLabel(m_path);
    file->setTextFormat(Qt::PlainText);
    file->setWordWrap(true);
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = m_headline->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_headline->setFont(large);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setObjectName(QStringLiteral("bundle.headline"));
    m_details->setObjectName(QStringLiteral("bundle.details"));
    m_details->setAccessibleName(tr("What was found"));
    m_details->setOpenLinks(false);
    m_fingerprint->setObjectName(QStringLiteral("bundle.fingerprint"));
    m_fingerprint->setAccessibleName(tr("Fingerprint you were given"));
    m_fingerprint->setPlaceholderText(tr("64 hexadecimal digits"));
    m_again->setObjectName(QStringLiteral("bundle.again"));
    auto *entered = new QHBoxLayout;
    entered->addWidget(m_fingerprint, 1);
    entered->addWidget(m_again);
    auto *form = new QFormLayout;
    auto *label = new QLabel(tr("&Fingerprint you were given"));
    label->setBuddy(m_fingerprint);
    form->addRow(label, entered);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(file);
    layout->addWidget(m_details, 1);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &BundleDialog::check);
    resize(640, 420);
    check();
}

BundleDialog::~BundleDialog() { m_cancellation.cancel(); }

void BundleDialog::check()
{
    BundleTrust trust = m_trust;
    if (const QString typed = m_fingerprint->text().trimmed(); !typed.isEmpty()) {
        const auto fingerprint = keyFingerprintFrom(typed);
        if (!fingerprint) {
            m_headline->setText(tr("That is no fingerprint: it has 64 hexadecimal digits"));
            return;
        }
        trust.expectedFingerprint = *fingerprint;
    }
    m_headline->setText(tr("Checking..."));
    m_again->setEnabled(false);
    runInBackground(this, [path = m_path, trust, cancellation = m_cancellation] { return verifyEvidenceBundle(path, trust, cancellation); },
                    [this](const Result<BundleVerdict> &verdict) { take(verdict); });
}

void BundleDialog::take(const Result<BundleVerdict> &verdict)
{
    m_again->setEnabled(true);
    if (!verdict) {
        m_headline->setText(tr("This file cannot be checked"));
        m_details->setPlainText(m_describe(verdict.error()));
        Q_EMIT checked(false);
        return;
    }
    m_headline->setText(bundleHeadline(*verdict));
    m_details->setHtml(bundleVerdictHtml(*verdict));
    Q_EMIT checked(verdict->good());
}

} // namespace pdsi
