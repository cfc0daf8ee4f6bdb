// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace pdsi {

/// What kind of thing went wrong. Words for people are chosen at the edge (app/cli, ui/shell).
enum class ErrorCode {
    InvalidArgument,   ///< a value the caller gave is out of range or unparsable
    NotFound,          ///< a named file, connection or snapshot does not exist
    CannotRead,        ///< a file or database exists but cannot be read
    CannotWrite,       ///< a file or database cannot be written
    Malformed,         ///< content is not what its format promises
    DigestMismatch,    ///< content differs from its recorded SHA-256
    UnsupportedVersion,///< written by a newer version of this program
    KeychainUnavailable,
    KeychainLocked,
    SignInRefused,     ///< the account answered 401 to everything
    Unreachable,       ///< no answer from the account at all
    Untrusted,         ///< the host's certificate is not trusted, or it speaks no TLS
    ProxyRefused,      ///< the proxy does not answer or refuses us
    SignInDenied,      ///< the person, or the identity service, said no
    SignInExpired,     ///< the token that renews is no longer taken: sign in anew
    TimedOut,          ///< nobody answered in time
    Cancelled,
    Internal,
};

/// A typed failure. `detail` names the offending value, file or column, never a secret.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
};

/// Either a value or an Error.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
struct Done {};

} // namespace pdsi
