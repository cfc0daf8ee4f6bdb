// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pdsi {

/// Codes of the languages the workbench speaks, such as "de": English, in which it is written, and what is under :/i18n.
QStringList languages();

/// What speakers of a language call it.
QString languageName(const QString &code);

/// The language to speak: `wanted` when it is one of languages(), otherwise the first of them that `preferred` (the
/// system's list, such as "de-DE") names, otherwise English.
QString chosenLanguage(const QString &wanted, const QStringList &preferred);

/// Translates the application's words, and Qt's own, from now on; to be called before the first of them is read. Reports
/// stay as they are: no catalogue holds words of core.
void speak(const QString &code);

} // namespace pdsi
