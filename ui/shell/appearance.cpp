// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance.h"

#include <QApplication>
#include <QStyleFactory>

namespace pdsi {

Appearance::Appearance(AppSettings &settings, std::optional<ThemeChoice> forced, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_forced(forced)
    , m_systemFont(QApplication::font())
{
    // The look of a chosen theme depends on the palette alone, the same on every desktop.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    connect(&settings, &AppSettings::appearanceChanged, this, &Appearance::apply);
    apply();
}

void Appearance::apply()
{
    const ThemeChoice wanted = m_forced.value_or(themeChoiceFromName(m_settings.theme()).value_or(ThemeChoice::System));
    if (wanted != m_theme.choice() || wanted != ThemeChoice::System)
        m_theme.apply(wanted);
    QFont font = m_systemFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * m_settings.zoom() / 100);
    else
        font.setPixelSize(font.pixelSize() * m_settings.zoom() / 100);
    if (font != QApplication::font())
        QApplication::setFont(font);
}

} // namespace pdsi
