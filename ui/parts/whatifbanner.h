// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace pdsi {

class CoverageSource;

/// Says above a view of coverage that it shows a what-if, and ends it. Hidden while there is none.
class WhatIfBanner : public QWidget
{
    Q_OBJECT
public:
    explicit WhatIfBanner(CoverageSource &source, QWidget *parent = nullptr);

    QString text() const;

private:
    void follow();

    CoverageSource &m_source;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace pdsi
