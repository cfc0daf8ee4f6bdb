// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/threadcrypto.h"

#include <openssl/crypto.h>

namespace pdsi {

void releaseThreadCrypto() { OPENSSL_thread_stop(); }

} // namespace pdsi
