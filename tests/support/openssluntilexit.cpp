// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Linked into every test under a sanitizer. Qt calls a thread finished a moment before the thread gives back what
// OpenSSL keeps for it; when the program ends within that moment, OpenSSL has cleaned up and no longer does so, and the
// leak sanitizer reports a leak that is none. Without OpenSSL's own cleaning up there is no such moment.
#include <openssl/crypto.h>

namespace {

[[maybe_unused]] const int started = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);

} // namespace
