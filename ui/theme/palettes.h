// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

#include <optional>

namespace pdsi {

enum class ThemeChoice : quint8 { System, Light, Dark };
/// `system`, `light`, `dark`.
QString themeChoiceName(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceFromName(QStringView name);

/// Light or dark for the whole program. One object, made by the program after the application object.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    /// Sets the application's palette. System: the palette as the platform gives it; where the platform says
    /// "dark" (Qt 6.5 and later) but gives a light palette, or the other way round, ours in its stead.
    /// The look of a forced theme depends on the palette alone only with the style "Fusion", which is the caller's to set.
    void apply(ThemeChoice choice);

    static QPalette palette(bool dark);

Q_SIGNALS:
    /// After a choice, and when the platform changes its mind while it decides (Qt 6.5 and later).
    /// Widgets also get their QEvent::PaletteChange.
    void changed();

private:
    void applySystem();

    ThemeChoice m_choice = ThemeChoice::System;
};

} // namespace pdsi
