// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/plainlabel.h"

#include <QLabel>

namespace pdsi {

QLabel *plainLabel(const QString &objectName, int margin)
{
    auto *label = new QLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMargin(margin);
    return label;
}

} // namespace pdsi
