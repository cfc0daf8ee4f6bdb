// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/scorewords.h"

#include "ui/models/controltree.h"

#include <QCoreApplication>
#include <QLocale>

namespace pdsi {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(pdsi::ScoreWords)
};

} // namespace

QString scoreInWords(const DashboardFigures &figures)
{
    return figures.score ? Text::tr("Score %1 %").arg(QLocale().toString(*figures.score, 'f', 1)) : Text::tr("No score");
}

QString scoreBasisInWords(const DashboardFigures &figures)
{
    StatusCounts left = figures.controls;
    left.pass = left.fail = 0;
    const QString leftOut = countsInWords(left);
    QString words = figures.score
        ? Text::tr("%1 of %2 judged controls pass, weighted critical 10, high 5, medium 3, low 1.")
              .arg(figures.controls.pass).arg(figures.judged())
        : Text::tr("No control passed or failed.");
    if (!leftOut.isEmpty())
        words += QLatin1Char(' ') + Text::tr("Left out: %1.").arg(leftOut);
    if (figures.partialView)
        words += QLatin1Char(' ') + Text::tr("The key may not see the whole account.");
    return words;
}

} // namespace pdsi
