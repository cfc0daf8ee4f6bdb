// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/jsontokens.h"

namespace pdsi {

/// Finds where in a JSON text the value of an RFC 6901 pointer is written. Agrees with valueAtPointer() on the parsed
/// text: of keys that occur twice the last counts, array indexes are digits without a leading zero.
class JsonLocator
{
public:
    /// The text must outlive the locator.
    explicit JsonLocator(QByteArrayView utf8) : m_text(utf8) {}

    /// Bytes of the value; nullopt when the pointer names nothing or the text is broken on the way there.
    std::optional<TextRange> locate(QStringView pointer) const;

private:
    /// End of the value that starts at `from`; nullopt when it has none.
    std::optional<TextRange> valueAt(qsizetype from) const;
    std::optional<qsizetype> child(qsizetype container, const QString &key) const;
    std::optional<qsizetype> member(qsizetype object, const QString &key) const;
    std::optional<qsizetype> element(qsizetype array, qsizetype index) const;

    QByteArrayView m_text;
};

} // namespace pdsi
