// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pdsi {

/// A sheet that pops up under the search field and lists what can be typed; a click on a word types it.
class SearchHelp : public QFrame
{
    Q_OBJECT
public:
    explicit SearchHelp(QWidget *parent);

    /// Right-aligned under this widget, on its screen.
    void popUpUnder(const QWidget *widget);

Q_SIGNALS:
    void wordChosen(const QString &word);
};

} // namespace pdsi
