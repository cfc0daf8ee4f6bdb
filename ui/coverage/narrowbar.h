// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace pdsi {

/// A row of controls in two halves; below each other where the dock is too narrow for both.
class NarrowBar : public QWidget
{
    Q_OBJECT
public:
    explicit NarrowBar(QWidget *parent = nullptr);

    void addToFirst(QWidget *widget, int stretch = 0);
    void addToSecond(QWidget *widget, int stretch = 0);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_halves;
    QBoxLayout *m_first;
    QBoxLayout *m_second;
};

} // namespace pdsi
