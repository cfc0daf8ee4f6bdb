// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/appsettings.h"

#include <QUrl>

namespace pdsi {

namespace {

constexpr int mostRecent = 10;
const QString themeKey = QStringLiteral("appearance/theme");
const QString zoomKey = QStringLiteral("appearance/zoom");
const QString animationsKey = QStringLiteral("appearance/animations");
const QString languageKey = QStringLiteral("start/language");
const QString reopenKey = QStringLiteral("start/reopenLast");
const QString shortcutsKey = QStringLiteral("shortcuts");
const QString recentKey = QStringLiteral("recent");
const QString runningKey = QStringLiteral("start/running");

} // namespace

AppSettings::AppSettings(QObject *parent)
    : QObject(parent)
{
}

void AppSettings::put(const QString &key, const QVariant &value)
{
    m_settings.setValue(key, value);
    m_settings.sync();
}

QString AppSettings::theme() const { return m_settings.value(themeKey, QStringLiteral("system")).toString(); }

void AppSettings::setTheme(const QString &name)
{
    if (name == theme())
        return;
    put(themeKey, name);
    Q_EMIT appearanceChanged();
}

int AppSettings::zoom() const { return qBound(50, m_settings.value(zoomKey, 100).toInt(), 300); }

void AppSettings::setZoom(int percent)
{
    percent = qBound(50, percent, 300);
    if (percent == zoom())
        return;
    put(zoomKey, percent);
    Q_EMIT appearanceChanged();
}

bool AppSettings::animations() const { return m_settings.value(animationsKey, false).toBool(); }

void AppSettings::setAnimations(bool on)
{
    if (on == animations())
        return;
    put(animationsKey, on);
    Q_EMIT appearanceChanged();
}

QString AppSettings::language() const { return m_settings.value(languageKey).toString(); }

void AppSettings::setLanguage(const QString &code)
{
    if (code == language())
        return;
    put(languageKey, code);
    Q_EMIT languageChanged();
}

bool AppSettings::reopenLast() const { return m_settings.value(reopenKey, false).toBool(); }

void AppSettings::setReopenLast(bool on) { put(reopenKey, on); }

QString TimestampSettings::host() const { return QUrl(address).host(); }

TimestampSettings AppSettings::timestamp() const
{
    const auto text = [this](const char *name) { return m_settings.value(QLatin1String("timestamp/") + QLatin1String(name)).toString(); };
    return {text("address"), text("caFile"), text("connectionId")};
}

void AppSettings::setTimestamp(const TimestampSettings &timestamp)
{
    if (timestamp == this->timestamp())
        return;
    put(QStringLiteral("timestamp/address"), timestamp.address);
    put(QStringLiteral("timestamp/caFile"), timestamp.caFile);
    put(QStringLiteral("timestamp/connectionId"), timestamp.connectionId);
    Q_EMIT timestampChanged();
}

QVariantMap AppSettings::shortcuts() const { return m_settings.value(shortcutsKey).toMap(); }

void AppSettings::setShortcuts(const QVariantMap &custom) { put(shortcutsKey, custom); }

QList<RecentAudit> AppSettings::recent() const
{
    QList<RecentAudit> recent;
    for (const QVariant &entry : m_settings.value(recentKey).toList()) {
        const QVariantMap map = entry.toMap();
        const auto text = [&](const char *key) { return map.value(QLatin1String(key)).toString(); };
        if (!text("path").isEmpty() || !text("storeId").isEmpty())
            recent << RecentAudit{text("path"), text("storeId"), text("title")};
    }
    return recent;
}

void AppSettings::setRecent(const QList<RecentAudit> &recent)
{
    QVariantList list;
    for (const RecentAudit &audit : recent) {
        list << QVariantMap{{QStringLiteral("path"), audit.path},
                            {QStringLiteral("storeId"), audit.storeId},
                            {QStringLiteral("title"), audit.title}};
    }
    put(recentKey, list);
    Q_EMIT recentChanged();
}

void AppSettings::addRecent(const RecentAudit &audit)
{
    QList<RecentAudit> list = recent();
    list.removeIf([&](const RecentAudit &other) { return other.sameAs(audit); });
    list.prepend(audit);
    if (list.size() > mostRecent)
        list.resize(mostRecent);
    setRecent(list);
}

void AppSettings::removeRecent(const RecentAudit &audit)
{
    QList<RecentAudit> list = recent();
    list.removeIf([&](const RecentAudit &other) { return other.sameAs(audit); });
    setRecent(list);
}

void AppSettings::clearRecent() { setRecent({}); }

QByteArray AppSettings::blob(const QString &name) const
{
    return m_settings.value(QStringLiteral("window/") + name).toByteArray();
}

void AppSettings::setBlob(const QString &name, const QByteArray &blob) { put(QStringLiteral("window/") + name, blob); }

QStringList AppSettings::list(const QString &name) const
{
    return m_settings.value(QStringLiteral("window/") + name).toStringList();
}

void AppSettings::setList(const QString &name, const QStringList &list) { put(QStringLiteral("window/") + name, list); }

bool AppSettings::takeUncleanEnd()
{
    const bool unclean = m_settings.value(runningKey, false).toBool();
    put(runningKey, true);
    return unclean;
}

void AppSettings::markCleanEnd() { put(runningKey, false); }

} // namespace pdsi
