// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/offhoursdialog.h"

#include "core/base/instant.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace pdsi {

namespace {

enum Column { DayColumn, FromColumn, UntilColumn, Columns };
constexpr RecurringTime suggestion{0, 20 * 3600, 12 * 3600}; // nights

QComboBox *dayChoice(int day)
{
    auto *choice = new QComboBox;
    choice->addItem(OffHoursDialog::tr("Every day"));
    for (int i = 1; i <= 7; ++i)
        choice->addItem(QLocale().dayName(i));
    choice->setCurrentIndex(day);
    choice->setAccessibleName(OffHoursDialog::tr("Day"));
    return choice;
}

QTimeEdit *timeEdit(int second, const QString &name)
{
    auto *edit = new QTimeEdit(QTime(0, 0).addSecs(second));
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

OffHoursDialog::OffHoursDialog(const QString &scheduleName, const QString &zone, const std::vector<RecurringTime> &times, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, Columns))
{
    setObjectName(QStringLiteral("offHoursDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Intended off-hours"));
    auto *what = new QLabel(tr("When %1 has nobody on call on purpose, by the clocks of %2. Gaps in these hours are shown but not counted.").arg(scheduleName, zone));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("offHoursTable"));
    m_table->setAccessibleName(tr("Weekly off-hours"));
    m_table->setHorizontalHeaderLabels({tr("Day"), tr("From"), tr("Until")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton *add = buttons->addButton(tr("&Add"), QDialogButtonBox::ActionRole);
    add->setObjectName(QStringLiteral("offHoursAdd"));
    QPushButton *remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    remove->setObjectName(QStringLiteral("offHoursRemove"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(what);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    for (const RecurringTime &time : times)
        addRow(time);
    connect(add, &QPushButton::clicked, this, [this] { addRow(suggestion); });
    connect(remove, &QPushButton::clicked, this, &OffHoursDialog::removeRow);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(460, 300);
}

void OffHoursDialog::addRow(const RecurringTime &time)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setCellWidget(row, DayColumn, dayChoice(time.dayOfWeek));
    m_table->setCellWidget(row, FromColumn, timeEdit(time.startSecond, tr("From")));
    m_table->setCellWidget(row, UntilColumn, timeEdit(int((qint64{time.startSecond} + time.durationSeconds) % secondsPerDay), tr("Until")));
    m_table->selectRow(row);
}

void OffHoursDialog::removeRow()
{
    const int row = m_table->currentRow() >= 0 ? m_table->currentRow() : m_table->rowCount() - 1;
    if (row >= 0)
        m_table->removeRow(row);
}

std::vector<RecurringTime> OffHoursDialog::times() const
{
    std::vector<RecurringTime> result;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const int day = qobject_cast<QComboBox *>(m_table->cellWidget(row, DayColumn))->currentIndex();
        const int from = QTime(0, 0).secsTo(qobject_cast<QTimeEdit *>(m_table->cellWidget(row, FromColumn))->time());
        const int until = QTime(0, 0).secsTo(qobject_cast<QTimeEdit *>(m_table->cellWidget(row, UntilColumn))->time());
        result.push_back({day, from, until > from ? until - from : until - from + int(secondsPerDay)});
    }
    return result;
}

} // namespace pdsi
