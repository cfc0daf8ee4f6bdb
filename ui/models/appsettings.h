// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariantMap>

namespace pdsi {

/// Something that was open and can be opened again.
struct RecentAudit {
    QString path;     ///< of an archive; empty for a snapshot of the store
    QString storeId;  ///< of a snapshot in the store, a UUID; empty for an archive
    QString title;    ///< what the menu shows: account and instant

    bool sameAs(const RecentAudit &other) const { return path == other.path && storeId == other.storeId; }
};

/// Who stamps bundles, and how it is reached.
struct TimestampSettings {
    QString address;        ///< of the authority; empty = bundles get no time stamp
    QString caFile;         ///< PEM file of whom its stamps must lead to, beside whom the system trusts; empty = any good stamp
    QString connectionId;   ///< whose proxy and CA file lead there; empty = the system's

    QString host() const;   ///< empty when there is no authority
    bool operator==(const TimestampSettings &) const = default;
};

/// What the workbench remembers from start to start: no secret and nothing of an account but names of snapshots.
/// Every change is kept at once, so that a crash loses nothing.
class AppSettings : public QObject
{
    Q_OBJECT
public:
    explicit AppSettings(QObject *parent = nullptr);

    /// Name of the colours: `system` (also for anything unknown), `light` or `dark`.
    QString theme() const;
    void setTheme(const QString &name);
    /// 50..300 per cent of the system's font size.
    int zoom() const;
    void setZoom(int percent);
    bool animations() const;
    void setAnimations(bool on);
    /// Code of the language to speak from the next start on; empty: as the system.
    QString language() const;
    void setLanguage(const QString &code);
    bool reopenLast() const;
    void setReopenLast(bool on);

    TimestampSettings timestamp() const;
    void setTimestamp(const TimestampSettings &timestamp);

    QVariantMap shortcuts() const;
    void setShortcuts(const QVariantMap &custom);

    /// Newest first, at most ten.
    QList<RecentAudit> recent() const;
    void addRecent(const RecentAudit &audit);
    void removeRecent(const RecentAudit &audit);
    void clearRecent();

    /// Blobs of the window and its docks, by name: geometry, layout, column widths.
    QByteArray blob(const QString &name) const;
    void setBlob(const QString &name, const QByteArray &blob);
    QStringList list(const QString &name) const;
    void setList(const QString &name, const QStringList &list);

    /// True when the program before this one did not end by closing its window. Marks this one as running.
    bool takeUncleanEnd();
    void markCleanEnd();

Q_SIGNALS:
    void appearanceChanged();
    void languageChanged();
    void recentChanged();
    void timestampChanged();

private:
    void setRecent(const QList<RecentAudit> &recent);
    void put(const QString &key, const QVariant &value);

    QSettings m_settings;
};

} // namespace pdsi
