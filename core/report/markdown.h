// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// Account text for a Markdown document: harmless characters, and nothing in it is taken for markup.
QString markdownText(QStringView text);

/// `[label](address)` for an https address; the label alone for anything else.
QString markdownLink(const QString &label, const QString &address);

/// The address, fully encoded, when it is https with a host and without user name or password; else empty.
QString safeHttpsAddress(const QString &address);

} // namespace pdsi
