// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jsontokens.h"

#include <limits>

namespace pdsi {

/// A text for a view, with the stretch to mark.
struct LaidOutText {
    QString text;
    std::optional<TextRange> mark;  ///< in `text`
    qint64 firstLine = 1;           ///< number of the first line of `text` in the whole layout
    bool cutBefore = false;
    bool cutAfter = false;
};

/// JSON laid out for people: a member a line, two spaces a level (up to a depth nobody writes). Order, numbers and
/// escapes stay as sent. Characters that would not show, or would reorder others, become escapes of the same value,
/// so the text still parses to the same document. nullopt when the text is no JSON.
/// `marked`: bytes of one value in `utf8`. At most `around` characters are kept before it, and in and after it each;
/// without a mark, `around` characters from the start.
std::optional<LaidOutText> layOutJson(QByteArrayView utf8, std::optional<TextRange> marked,
                                      qsizetype around = std::numeric_limits<qsizetype>::max());

/// Text that is no JSON, made harmless to show: line breaks stay, what does not show becomes U+FFFD.
LaidOutText layOutPlain(QByteArrayView utf8, qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace pdsi
