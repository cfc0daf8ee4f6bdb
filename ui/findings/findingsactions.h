// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingtext.h"

#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QPoint;
class QUrl;

namespace pdsi {

class FindingsView;
class Selection;
struct AssessedOutcome;

/// What can be done with the rows of the findings table. Adds its actions, named `findings.*`, to the view.
class FindingsActions : public QObject
{
    Q_OBJECT
public:
    FindingsActions(FindingsView &view, Selection &selection);

    /// Opens an address outside; by default QDesktopServices. Only https addresses get here.
    using AddressOpener = std::function<void(const QUrl &)>;
    void setAddressOpener(AddressOpener opener) { m_open = std::move(opener); }

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &keys, std::function<void()> what);
    void addCopying();
    void addNarrowing();
    void addLooking();
    void narrow(const QString &facet, bool excludes, const std::function<QString(const AssessedOutcome &)> &value);
    void copy(FindingTextFormat format);
    void putOnClipboard(const QString &text, FindingTextFormat format);
    void copyLinks();
    void openInPagerDuty();
    void sortByCurrentColumn(bool add);
    void showColumns();
    void popUpMenu(const QPoint &at);
    void enable();
    const AssessedOutcome *current() const;
    QStringList selectedAddresses() const;

    FindingsView &m_view;
    Selection &m_selection;
    FindingTextWriter *m_writer;
    AddressOpener m_open;
    QList<QAction *> m_needSelection;
    QList<QAction *> m_needCurrent;
    QList<QAction *> m_needAddress;
    QList<QAction *> m_filters;  ///< in the order of the menu
    QList<QAction *> m_excludes;
};

} // namespace pdsi
