// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/judging.h"

class QWidget;

namespace pdsi {

class AppSettings;
class ConnectionAccess;
class CredentialStore;
class MessageBar;
class SearchWords;

/// "acme-2026-10-19.html": account and date, safe in any file system.
QString suggestedFileName(const Assessment &assessment, const QString &suffix);

/// Opens the report dialog for this audit and tells in `bar` what was written. Bundles are signed with a key from the
/// keychain and stamped by the authority of the settings. `settings`, `access` and `bar` must live as long as `parent`.
void openReportDialog(QWidget *parent, const JudgedSnapshot &audit, const SearchWords &filter, AppSettings &settings,
                      ConnectionAccess &access, MessageBar &bar);

/// Checks an evidence bundle and shows what was found. Time stamps are judged by the CA file of the settings too.
void openBundleDialog(QWidget *parent, const QString &path, const AppSettings &settings, CredentialStore &keychain);

} // namespace pdsi
