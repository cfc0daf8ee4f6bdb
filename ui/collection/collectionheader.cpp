// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/collection/collectionheader.h"

#include "ui/collection/collectiontext.h"
#include "ui/collection/ratelimitgauge.h"
#include "ui/models/requestwords.h"
#include "ui/parts/plainlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QWidget *buttonsFor(const QList<QAction *> &actions)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->toolTip());
        layout->addWidget(button);
    }
    layout->addStretch();
    return row;
}

} // namespace

CollectionHeader::CollectionHeader(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(QStringLiteral("collection.title")))
    , m_line(plainLabel(QStringLiteral("collection.line")))
    , m_bar(new QProgressBar)
    , m_wait(plainLabel(QStringLiteral("collection.wait")))
    , m_allowance(plainLabel(QStringLiteral("collection.allowance")))
    , m_gauge(new RateLimitGauge)
    , m_facts(plainLabel(QStringLiteral("collection.facts")))
    , m_buttons(buttonsFor(actions))
{
    for (QLabel *label : {m_title, m_line, m_wait, m_allowance, m_facts})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.25);
    big.setBold(true);
    m_line->setFont(big);
    m_bar->setObjectName(QStringLiteral("collection.progress"));
    m_bar->setAccessibleName(tr("Requests answered"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->setSpacing(3);
    const QList<QWidget *> rows{m_title, m_line, m_bar, m_allowance, m_gauge, m_facts, m_wait, m_buttons};
    for (QWidget *row : rows)
        layout->addWidget(row);
}

void CollectionHeader::setTitle(const QString &title) { m_title->setText(title); }

void CollectionHeader::setRunning(bool running)
{
    const QList<QWidget *> live{m_bar, m_wait, m_allowance, m_gauge, m_buttons};
    for (QWidget *widget : live)
        widget->setVisible(running);
}

void CollectionHeader::showProgress(const CollectionProgress &progress)
{
    setRunning(true);
    m_line->setText(collectiontext::progressLine(progress));
    m_bar->setRange(0, qMax(1, progress.requestsPlanned));
    m_bar->setValue(progress.requestsDone);
    m_wait->setText(collectiontext::waitLine(progress));
    const QString allowance = collectiontext::allowanceLine(progress);
    m_allowance->setText(allowance);
    m_gauge->setAllowance(progress.rateLimitRemaining, progress.rateLimit, allowance);
    m_facts->setText(collectiontext::factsLine(progress));
}

void CollectionHeader::showEnd(const QString &sentence, CollectionProgress last)
{
    setRunning(false);
    m_bar->show();
    m_line->setText(sentence);
    last.inFlight = 0;
    m_facts->setText(collectiontext::factsLine(last));
}

void CollectionHeader::showSnapshot(const SnapshotInfo &snapshot, qsizetype answers)
{
    setRunning(false);
    m_line->setText((snapshot.complete() ? tr("Complete, %1 answers") : tr("Incomplete, %1 answers")).arg(QLocale().toString(answers)));
    m_facts->setText(tr("Collected %1 UTC. ").arg(timeText(snapshot.startedAt).left(16)) + collectiontext::factsLine(snapshot));
}

} // namespace pdsi
