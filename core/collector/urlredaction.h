// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

/// Whether a path may be kept as it is (the account's own pages) or may hold a token (an address to call).
enum class UrlPath : quint8 { Keep, RedactTokens };

/// `url` without user info, query, fragment and, if asked, token-like path segments. Scheme, host and port stay
/// letter for letter, so that what is asked about them gets the same answer. Text that no URL parser accepts
/// stays unacceptable, but holds nothing but its scheme afterwards.
QString redactedUrl(const QString &url, UrlPath path);

} // namespace pdsi
