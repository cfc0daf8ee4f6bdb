// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/appsettings.h"
#include "ui/theme/palettes.h"

#include <QFont>
#include <QObject>

#include <optional>

namespace pdsi {

/// Keeps the application's colours and font size as the settings say.
class Appearance : public QObject
{
    Q_OBJECT
public:
    /// `forced` wins over the settings, for this run only. `settings` must outlive this object.
    explicit Appearance(AppSettings &settings, std::optional<ThemeChoice> forced = std::nullopt, QObject *parent = nullptr);

private:
    void apply();

    AppSettings &m_settings;
    std::optional<ThemeChoice> m_forced;
    Theme m_theme;
    QFont m_systemFont;
};

} // namespace pdsi
