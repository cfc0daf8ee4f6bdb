// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/whatifbanner.h"

#include "ui/models/coveragesource.h"
#include "ui/parts/plainlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace pdsi {

WhatIfBanner::WhatIfBanner(CoverageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_icon(new QLabel)
    , m_text(plainLabel(QStringLiteral("whatIfText")))
{
    setObjectName(QStringLiteral("whatIfBanner"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setAccessibleName(tr("What-if"));
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxInformation).pixmap(side, side));
    m_icon->setAccessibleName(tr("Note"));
    auto *reset = new QPushButton(tr("Reset"));
    reset->setObjectName(QStringLiteral("whatIfReset"));
    reset->setAccessibleName(tr("Reset the what-if"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(reset, 0, Qt::AlignTop);
    connect(reset, &QPushButton::clicked, this, [this] { m_source.setWhatIf({}); });
    connect(&source, &CoverageSource::whatIfChanged, this, &WhatIfBanner::follow);
    connect(&source, &CoverageSource::coverageChanged, this, &WhatIfBanner::follow);
    follow();
}

QString WhatIfBanner::text() const { return m_text->text(); }

void WhatIfBanner::follow()
{
    m_text->setText(m_source.whatIfText());
    setVisible(!m_text->text().isEmpty());
}

} // namespace pdsi
