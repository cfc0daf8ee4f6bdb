// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timestampclient.h"

#include <QWidget>

namespace pdsi {

/// Has a bundle that was written stamped. When that fails it asks: once more, or keep the bundle as it is.
class BundleStamping : public QWidget
{
    Q_OBJECT
public:
    /// Gives the authority and the way there, later or at once, or why there is none.
    using FindService = std::function<void(const std::function<void(const Result<TimestampService> &)> &)>;

    explicit BundleStamping(FindService find, QWidget *parent = nullptr);
    ~BundleStamping() override;

    void start(const QString &path);
    /// While the authority is asked; `failed` follows.
    void cancel();
    /// The question is answered: the bundle stays without a stamp. Nothing when there is no question.
    void keepWithout();

Q_SIGNALS:
    void asking();
    void stamped(const QString &path, const pdsi::TimestampVerdict &stamp);
    /// The question is being asked.
    void failed(const pdsi::Error &error);
    void keptWithout(const QString &path);

private:
    void ask();
    void end(const Result<Timestamp> &stamp);

    FindService m_find;
    QString m_path;          ///< of the bundle that has no stamp yet; empty = none
    int m_question = 0;      ///< answers to earlier ones do not count
    std::unique_ptr<TimestampClient> m_client;
};

} // namespace pdsi
