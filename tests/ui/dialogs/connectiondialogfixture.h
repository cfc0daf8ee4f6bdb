// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/accounts.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/fakeidentity.h"
#include "tests/support/fakepagerduty.h"
#include "ui/dialogs/connectiondialog.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

namespace pdsi {

/// An account, an identity service and a keychain to look into, with hands for the dialog that is open.
class ConnectionDialogFixture : public QObject
{
    Q_OBJECT
protected:
    void begin()
    {
        m_dialog.reset();
        m_pages.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_account = std::make_unique<FakePagerDuty>(sampleAccount());
        m_identity = std::make_unique<FakeIdentity>();
        auto keychain = std::make_unique<FakeCredentialStore>();
        m_keychain = keychain.get();
        m_access = std::make_unique<ConnectionAccess>(m_folder->path(), std::move(keychain), Clock::system());
        QVERIFY(m_account->listen() && m_identity->listen());
    }

    void open(const Connection &connection = {})
    {
        auto dialog = std::make_unique<ConnectionDialog>(*m_access, connection);
        dialog->setBrowser([this](const QUrl &url) {
            m_pages << url;
            return true;
        });
        m_dialog = std::move(dialog);
        m_dialog->show();
    }

    template<typename Widget>
    Widget *part(const char *name) const
    {
        auto *found = m_dialog->findChild<Widget *>(QLatin1String(name));
        [found, name] { QVERIFY2(found, name); }();
        return found;
    }
    void type(const char *name, const QString &text) const { part<QLineEdit>(name)->setText(text); }
    void press(const char *name) const { part<QPushButton>(name)->click(); }
    void choose(const char *name, const QString &text) const
    {
        auto *box = part<QComboBox>(name);
        box->setCurrentIndex(box->findText(text));
    }
    QString words(const char *name) const { return part<QLabel>(name)->isVisible() ? part<QLabel>(name)->text() : QString(); }
    QString testWords() const { return part<QTextBrowser>("testResult")->toPlainText(); }

    void pressSave() const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(QLatin1Char('&')) == QLatin1String("Save"))
                return button->click();
        }
        QFAIL("no button to save");
    }

    /// A saved connection whose key the account takes.
    Connection stored(const QString &name = QStringLiteral("Harbour"))
    {
        Connection connection{name, m_account->url(), SignInKind::ApiKey, {}, name + QStringLiteral("-id")};
        m_keychain->secrets.insert(connection.id + QStringLiteral(":api-key"), Secret(m_account->options().apiKey));
        if (!m_access->save(connection))
            qFatal("cannot save");
        return connection;
    }

    void checkNames() const
    {
        QAccessible::setActive(true);
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            const bool control = widget->inherits("QLineEdit") || widget->inherits("QComboBox") || widget->inherits("QAbstractButton")
                || widget->inherits("QTextBrowser") || widget->inherits("QTreeWidget") || widget->inherits("QSpinBox");
            const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || widget->parent()->inherits("QSpinBox")
                || widget->parent()->inherits("QTabBar");
            if (!control || inner)
                continue;
            const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePagerDuty> m_account;
    std::unique_ptr<FakeIdentity> m_identity;
    FakeCredentialStore *m_keychain = nullptr;
    std::unique_ptr<ConnectionAccess> m_access;
    std::unique_ptr<QDialog> m_dialog;
    QList<QUrl> m_pages;   ///< the browser was asked to show
};

} // namespace pdsi
