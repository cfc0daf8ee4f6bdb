// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/gaplist.h"
#include "core/coverage/pagingpath.h"
#include "core/coverage/schedulerecomputation.h"

/// Words about on-call coverage for people, in their language. What they say of the account is made harmless
/// (plainText) but not escaped.
namespace pdsi {

/// The two largest units: "45 s", "5 min 30 s", "14 h 30 min", "3 d 4 h".
QString roughDurationWords(qint64 seconds);
/// "at once", "after 30 min".
QString afterWords(qint64 seconds);

QString wordFor(GapKind kind);
/// As wordFor, with the level that catches it: "Caught by level 2".
QString gapWords(const GapListEntry &entry);
/// Who answers meanwhile on the policies the gap touches: "Level 2", "Levels 2, 3; nobody for 1 h", "Nobody".
QString coveredByWords(const AccountCoverage &coverage, const GapListEntry &entry);
/// Names of the policies the gap touches, the first few of many.
QString policyWords(const AccountCoverage &coverage, const GapListEntry &entry);
/// Name of the schedule or service.
QString subjectName(const AccountCoverage &coverage, const GapListEntry &entry);

/// "SMS" for "sms_contact_method"; a type nobody foresaw is spelled out.
QString contactMethodWord(const QString &type);
QString wordFor(PathUrgency urgency);
/// Why a schedule was not recomputed, in a few words and as a sentence.
QString wordFor(NotRecomputed reason);
QString sentenceFor(NotRecomputed reason);

/// "a, b, c and 4 more".
QString listWords(const QStringList &names, qsizetype most);

} // namespace pdsi
