// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

/// Prose that the HTML and PDF reports share. Plain text, a paragraph each.
namespace pdsi {

/// How statuses add up, what a waiver does, how times and facts are written.
QStringList readingNotes();
/// How the account was read and judged.
QStringList methodNotes();
/// Words with one meaning each, in the order of the alphabet.
QList<std::pair<QString, QString>> glossary();

} // namespace pdsi
