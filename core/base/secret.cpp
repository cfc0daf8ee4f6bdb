// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <openssl/crypto.h>

namespace pdsi {

void Secret::wipe()
{
    // Another Secret may share the buffer; only the last owner overwrites it.
    if (!m_value.isEmpty() && m_value.isDetached())
        OPENSSL_cleanse(m_value.data(), static_cast<size_t>(m_value.size()));
}

} // namespace pdsi
