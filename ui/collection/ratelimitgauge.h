// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pdsi {

/// A bar for what is left of the rate limit. Hatched when little is left, so that it does not rest on colour; its
/// words are its accessible description.
class RateLimitGauge : public QWidget
{
    Q_OBJECT
public:
    explicit RateLimitGauge(QWidget *parent = nullptr);

    /// -1 = unknown: an empty, dashed bar.
    void setAllowance(int remaining, int limit, const QString &words);
    /// What is left, from 0 to 1; -1 unknown.
    double share() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_remaining = -1;
    int m_limit = -1;
};

} // namespace pdsi
