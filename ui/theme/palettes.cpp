// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palettes.h"

#include "core/base/enumnames.h"
#include "ui/theme/statustheme.h"

#include <QGuiApplication>
#include <QStyleHints>

namespace pdsi {

namespace {

constexpr std::array choiceNames{QLatin1String("system"), QLatin1String("light"), QLatin1String("dark")};

void setDisabled(QPalette &palette, const QColor &text)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, text);
}

} // namespace

QString themeChoiceName(ThemeChoice choice) { return choiceNames[static_cast<size_t>(choice)]; }

std::optional<ThemeChoice> themeChoiceFromName(QStringView name) { return enumFromName<ThemeChoice>(choiceNames, name); }

Theme::Theme(QObject *parent)
    : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_choice == ThemeChoice::System)
            apply(ThemeChoice::System);
    });
#endif
}

QPalette Theme::palette(bool dark)
{
    const QColor window = dark ? QColor(0x23, 0x26, 0x2b) : QColor(0xf4, 0xf5, 0xf7);
    const QColor base = dark ? QColor(0x1a, 0x1c, 0x20) : QColor(Qt::white);
    const QColor text = dark ? QColor(0xe8, 0xea, 0xed) : QColor(0x1b, 0x1e, 0x23);
    const QColor faint = dark ? QColor(0x8d, 0x93, 0x9b) : QColor(0x74, 0x7a, 0x82);
    QPalette palette(dark ? QColor(0x33, 0x37, 0x3e) : QColor(0xe6, 0xe8, 0xec), window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, dark ? QColor(0x20, 0x23, 0x28) : QColor(0xf2, 0xf4, 0xf7));
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x33, 0x37, 0x3e) : QColor(Qt::white));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, dark ? QColor(0x9a, 0xa0, 0xa8) : QColor(0x63, 0x69, 0x70));
    palette.setColor(QPalette::Highlight, QColor(0x2b, 0x62, 0xc4));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor(0x8c, 0xb8, 0xff) : QColor(0x1f, 0x57, 0xb5));
    palette.setColor(QPalette::LinkVisited, dark ? QColor(0xc9, 0xa6, 0xff) : QColor(0x6b, 0x3f, 0xa0));
    setDisabled(palette, faint);
    return palette;
}

void Theme::applySystem()
{
    QGuiApplication::setPalette(QPalette()); // what the platform gives
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    const bool dark = scheme == Qt::ColorScheme::Dark;
    if (scheme != Qt::ColorScheme::Unknown && dark != StatusTheme::isDark(QGuiApplication::palette()))
        QGuiApplication::setPalette(palette(dark));
#endif
}

void Theme::apply(ThemeChoice choice)
{
    m_choice = choice;
    if (choice == ThemeChoice::System)
        applySystem();
    else
        QGuiApplication::setPalette(palette(choice == ThemeChoice::Dark));
    Q_EMIT changed();
}

} // namespace pdsi
