// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// Account text made harmless for people to read: line breaks and tabs become spaces; control characters,
/// lone surrogates, noncharacters and marks that reorder the text around them become U+FFFD.
QString plainText(QStringView text);

/// At most `most` characters, with an ellipsis where something was cut.
QString elided(const QString &text, qsizetype most);

} // namespace pdsi
