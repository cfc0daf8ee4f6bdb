// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/accountcoverage.h"

#include <QComboBox>

namespace pdsi {

/// Chooses a service of many: type a part of its name.
class ServiceChooser : public QComboBox
{
    Q_OBJECT
public:
    explicit ServiceChooser(QWidget *parent = nullptr);

    /// All services by name. Nothing is chosen.
    void setServices(const std::vector<CoveredService> &services);
    /// Does not tell `chosen`. An id that is not there chooses nothing.
    void show(const QString &serviceId);

Q_SIGNALS:
    /// The analyst chose another service.
    void chosen(const QString &serviceId);

private:
    void takeTyped();
};

} // namespace pdsi
