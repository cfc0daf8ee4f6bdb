// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pdsi {

/// Gives back what OpenSSL keeps for the calling thread (its random generator, its error list); it makes new ones when
/// they are needed. OpenSSL does so by itself when a thread ends, but Qt reports a thread as finished a moment earlier:
/// a program that ends just then leaks. Call it where work on a pool's thread drew random numbers, directly or through
/// a library. OPENSSL_thread_stop(3).
void releaseThreadCrypto();

} // namespace pdsi
