// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/reportexporting.h"

#include "core/account/connectionaccess.h"
#include "core/account/signingkeys.h"
#include "ui/dialogs/bundledialog.h"
#include "ui/dialogs/reportdialog.h"
#include "ui/models/timestampsetup.h"
#include "ui/models/translate.h"
#include "ui/shell/errorwords.h"
#include "ui/shell/filequestion.h"
#include "ui/shell/messagebar.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace pdsi {

namespace {

void askForReportFile(QWidget *parent, const ReportOrder &order, const std::function<void(const QString &path)> &chosen)
{
    const QString suffix = reportKindSuffix(order.choice.kind);
    FileQuestion question{tr("Export report"), {QStringLiteral("%1 (*.%2)").arg(reportKindText(order.choice.kind).remove(QLatin1Char('(')).remove(QLatin1Char(')')), suffix)}, true};
    question.suggestion = suggestedFileName(*order.audit.assessment, suffix);
    question.suffix = suffix;
    askForFile(parent, question, chosen);
}

void tellWritten(MessageBar &bar, const QString &path)
{
    bar.show(MessageBar::Kind::Information, tr("The report was written to %1. Only you can read the file.").arg(path),
             {{tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }},
              {tr("Show folder"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); }}});
}

} // namespace

QString suggestedFileName(const Assessment &assessment, const QString &suffix)
{
    QString account;
    for (const QChar c : assessment.subdomain)
        account += c.isLetterOrNumber() && c.unicode() < 128 ? c : QLatin1Char('-');
    if (account.isEmpty())
        account = QStringLiteral("pagerduty");
    return QStringLiteral("%1-%2.%3").arg(account, formatInstant(assessment.asOf).left(10), suffix);
}

void openReportDialog(QWidget *parent, const JudgedSnapshot &audit, const SearchWords &filter, AppSettings &settings,
                      ConnectionAccess &access, MessageBar &bar)
{
    if (!audit)
        return;
    auto *keys = new SigningKeys(access.keychain(), parent);
    ReportDialog::Surroundings around;
    around.askForFile = [parent](const ReportOrder &order, const auto &chosen) { askForReportFile(parent, order, chosen); };
    around.signingKey = [keys](const auto &then) { keys->get(then); };
    around.describe = writeErrorSentence;
    around.timestampHost = settings.timestamp().host();
    around.timestampService = [&settings, &access](const auto &found) { findTimestampService(settings.timestamp(), access, found); };
    auto *dialog = new ReportDialog(audit, filter, settings, around, parent);
    keys->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ReportDialog::written, &bar, [&bar](const QString &path) { tellWritten(bar, path); });
    dialog->open();
}

void openBundleDialog(QWidget *parent, const QString &path, const AppSettings &settings, CredentialStore &keychain)
{
    BundleTrust trust;
    // A CA file that cannot be read vouches for nobody; the page of the settings says what is wrong with it.
    if (const QString file = settings.timestamp().caFile; !file.isEmpty()) {
        if (const auto certificates = readTimestampCertificates(file))
            trust.timestampCertificates = *certificates;
    }
    auto *keys = new SigningKeys(keychain, parent);
    // A keychain that cannot be asked only means that no key is known.
    keys->find([keys, parent, path, trust](const Result<SigningKey> &key) {
        BundleTrust known = trust;
        if (key)
            known.knownFingerprints << keyFingerprint(key->publicKey());
        auto *dialog = new BundleDialog(path, known, errorSentence, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        keys->deleteLater();
    });
}

} // namespace pdsi
