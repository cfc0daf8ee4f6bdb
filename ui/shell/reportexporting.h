// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"

class QWidget;

namespace pdsi {

class AppSettings;
class CredentialStore;
class MessageBar;
class SearchWords;

/// "acme-2026-10-19.html": account and date, safe in any file system.
QString suggestedFileName(const Assessment &assessment, const QString &suffix);

/// Opens the report dialog for this audit and tells in `bar` what was written. Bundles are signed with a key from `keychain`.
/// `settings`, `keychain` and `bar` must live as long as `parent`.
void openReportDialog(QWidget *parent, const JudgedSnapshot &audit, const SearchWords &filter, AppSettings &settings,
                      CredentialStore &keychain, MessageBar &bar);

/// Checks an evidence bundle and shows what was found.
void openBundleDialog(QWidget *parent, const QString &path, CredentialStore &keychain);

} // namespace pdsi
