// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace pdsi {

/// What pseudonyms are made with: the same key gives the same person the same pseudonym, without it nobody can tell.
class RedactionKey
{
public:
    static RedactionKey random();
    /// 64 hexadecimal digits; InvalidArgument otherwise.
    static Result<RedactionKey> fromText(const QByteArray &text);
    QByteArray text() const { return m_bytes.reveal().toHex(); }

    /// `length` digits and capitals (no I, L, O, U) that stand for `about`.
    QString code(const QString &about, int length) const;

private:
    explicit RedactionKey(Secret bytes) : m_bytes(std::move(bytes)) {}
    Secret m_bytes;
};

} // namespace pdsi
