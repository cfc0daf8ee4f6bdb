// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"

#include <optional>

namespace pdsi {

/// Reads the spans out of the HTML that KDE's program writes for `text`: colour, weight and slant, nothing else.
/// nullopt when the HTML holds another text or anything that program does not write; its text is never used.
std::optional<QList<HighlightSpan>> spansFromHtml(const QByteArray &html, const QString &text);

} // namespace pdsi
