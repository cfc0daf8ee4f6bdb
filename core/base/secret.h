// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pdsi {

/// A value that must not be printed, stored or compared by accident. It has no stream operator and no
/// implicit conversion; its memory is overwritten when it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray value) : m_value(std::move(value)) { m_value.detach(); }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;
    ~Secret() { wipe(); }

    bool isEmpty() const { return m_value.isEmpty(); }
    /// The plain value, for the one place that must send it.
    const QByteArray &reveal() const { return m_value; }
    /// The last four characters, or empty where the value has fewer than twelve.
    QString hint() const { return m_value.size() < 12 ? QString() : QString::fromLatin1(m_value.right(4)); }

private:
    void wipe();
    QByteArray m_value;
};

} // namespace pdsi
