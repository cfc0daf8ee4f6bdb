// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/servicechooser.h"

#include "core/report/plaintext.h"

#include <QCollator>
#include <QCompleter>
#include <QHash>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace pdsi {

ServiceChooser::ServiceChooser(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    lineEdit()->setAccessibleName(tr("Service"));
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    lineEdit()->setPlaceholderText(tr("Part of a service's name"));
    connect(this, &QComboBox::activated, this, [this](int index) { Q_EMIT chosen(itemData(index).toString()); });
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ServiceChooser::takeTyped);
}

void ServiceChooser::setServices(const std::vector<CoveredService> &services)
{
    QHash<QString, int> uses;
    std::vector<std::pair<QString, QString>> rows;
    for (const CoveredService &service : services) {
        rows.emplace_back(plainText(service.name), service.id);
        ++uses[rows.back().first];
    }
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::stable_sort(rows.begin(), rows.end(), [&](const auto &a, const auto &b) { return collator.compare(a.first, b.first) < 0; });
    const QSignalBlocker blocked(this);
    clear();
    for (const auto &[name, id] : rows)
        addItem(uses.value(name) > 1 ? tr("%1 (%2)").arg(name, plainText(id)) : name, id);
    setCurrentIndex(-1);
    clearEditText();
}

void ServiceChooser::show(const QString &serviceId)
{
    const QSignalBlocker blocked(this);
    setCurrentIndex(serviceId.isEmpty() ? -1 : findData(serviceId));
}

/// What was typed and is no service's name gives way to the service that is shown.
void ServiceChooser::takeTyped()
{
    const int index = findText(currentText(), Qt::MatchFixedString);
    if (index < 0 || index == currentIndex()) {
        setEditText(itemText(currentIndex()));
        return;
    }
    setCurrentIndex(index);
    Q_EMIT chosen(itemData(index).toString());
}

} // namespace pdsi
