// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/models/actionmodel.h"
#include "ui/models/appsettings.h"
#include "ui/shell/commandpalette.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace pdsi;

class TestSettingsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void changesAtOnceAndUndoes();
    void languageIsKept();
    void searchFindsPages();
    void keysInUseAreRefused();
    void settingsOutliveTheirObject();
    void paletteRunsWhatWasTyped();
    void paletteRefusesWhatIsDisabled();

private:
    QAction *action(const char *id, const QString &text, const QKeySequence &keys = {})
    {
        auto *made = new QAction(text, m_window.get());
        made->setObjectName(QLatin1String(id));
        made->setShortcut(keys);
        m_actions->add(made, QStringLiteral("File"));
        return made;
    }

    static QPushButton *button(const QDialog &dialog, const QString &text)
    {
        for (QPushButton *candidate : dialog.findChildren<QPushButton *>()) {
            if (candidate->text().remove(QLatin1Char('&')) == text)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ActionModel> m_actions;
    QTemporaryDir m_directory;
    std::unique_ptr<ConnectionAccess> m_access;
};

void TestSettingsDialog::init()
{
    QSettings().clear();
    m_window = std::make_unique<QMainWindow>();
    m_actions = std::make_unique<ActionModel>();
    m_access = std::make_unique<ConnectionAccess>(m_directory.path(), CredentialStore::sessionOnly(), Clock::system());
}

void TestSettingsDialog::changesAtOnceAndUndoes()
{
    AppSettings settings;
    SettingsDialog dialog(settings, *m_actions, *m_access, m_window.get());
    dialog.show();
    QSignalSpy changed(&settings, &AppSettings::appearanceChanged);
    dialog.findChild<QComboBox *>(QStringLiteral("theme"))->setCurrentIndex(2);
    dialog.findChild<QSpinBox *>(QStringLiteral("zoom"))->setValue(150);
    dialog.findChild<QCheckBox *>(QStringLiteral("animations"))->setChecked(true);
    dialog.findChild<QCheckBox *>(QStringLiteral("reopenLast"))->setChecked(true);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(settings.theme(), QStringLiteral("dark"));
    QCOMPARE(settings.zoom(), 150);
    QVERIFY(settings.animations() && settings.reopenLast());
    for (int i = 0; i < 4; ++i)
        button(dialog, QStringLiteral("Undo"))->click();
    QCOMPARE(settings.theme(), QStringLiteral("system"));
    QCOMPARE(settings.zoom(), 100);
    QVERIFY(!settings.animations() && !settings.reopenLast());
    QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("theme"))->currentIndex(), 0);
    QVERIFY(!dialog.findChild<QCheckBox *>(QStringLiteral("reopenLast"))->isChecked());
    button(dialog, QStringLiteral("Redo"))->click();
    QCOMPARE(settings.theme(), QStringLiteral("dark"));
}

void TestSettingsDialog::languageIsKept()
{
    AppSettings settings;
    QCOMPARE(settings.language(), QString());
    SettingsDialog dialog(settings, *m_actions, *m_access, m_window.get());
    auto *language = dialog.findChild<QComboBox *>(QStringLiteral("language"));
    QCOMPARE(language->currentIndex(), 0);
    language->setCurrentIndex(language->findData(QStringLiteral("en")));
    QCOMPARE(settings.language(), QStringLiteral("en"));
    button(dialog, QStringLiteral("Undo"))->click();
    QCOMPARE(settings.language(), QString());
    QCOMPARE(language->currentIndex(), 0);
}

void TestSettingsDialog::searchFindsPages()
{
    AppSettings settings;
    action("file.open", QStringLiteral("Open snapshot"));
    SettingsDialog dialog(settings, *m_actions, *m_access, m_window.get());
    dialog.show();
    auto *titles = dialog.findChild<QListWidget *>();
    auto *search = dialog.findChildren<QLineEdit *>().first();
    const auto shown = [titles] {
        int count = 0;
        for (int row = 0; row < titles->count(); ++row)
            count += titles->item(row)->isHidden() ? 0 : 1;
        return count;
    };
    QCOMPARE(shown(), 4);
    search->setText(QStringLiteral("text size"));
    QCOMPARE(shown(), 1);
    search->setText(QStringLiteral("snapshot again"));
    QCOMPARE(titles->currentItem()->text(), QStringLiteral("Start"));
    search->setText(QStringLiteral("time stamp server"));
    QCOMPARE(titles->currentItem()->text(), QStringLiteral("Reports"));
    search->setText(QStringLiteral("open snapsh"));
    QCOMPARE(titles->currentItem()->text(), QStringLiteral("Keyboard shortcuts"));
    search->clear();
    QCOMPARE(shown(), 4);
}

void TestSettingsDialog::keysInUseAreRefused()
{
    AppSettings settings;
    QAction *open = action("file.open", QStringLiteral("Open"), QKeySequence(Qt::Key_F2));
    QAction *save = action("file.save", QStringLiteral("Save"), QKeySequence(Qt::Key_F3));
    SettingsDialog dialog(settings, *m_actions, *m_access, m_window.get());
    dialog.showShortcuts();
    dialog.show();
    auto *list = dialog.findChild<QTreeView *>(QStringLiteral("shortcuts"));
    auto *keys = dialog.findChild<QKeySequenceEdit *>(QStringLiteral("keys"));
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Save"));
    const auto type = [keys](Qt::Key key) {
        keys->setKeySequence(QKeySequence(key));
        Q_EMIT keys->editingFinished();
    };
    type(Qt::Key_F2);
    QCOMPARE(save->shortcut(), QKeySequence(Qt::Key_F3));
    QCOMPARE(open->shortcut(), QKeySequence(Qt::Key_F2));
    type(Qt::Key_F4);
    QCOMPARE(save->shortcut(), QKeySequence(Qt::Key_F4));
    button(dialog, QStringLiteral("Undo"))->click();
    QCOMPARE(save->shortcut(), QKeySequence(Qt::Key_F3));
}

void TestSettingsDialog::settingsOutliveTheirObject()
{
    {
        AppSettings settings;
        QVERIFY(!settings.takeUncleanEnd());
        settings.addRecent({QStringLiteral("/a.pdsnap"), {}, QStringLiteral("a")});
        for (int i = 0; i < 12; ++i)
            settings.addRecent({QStringLiteral("/%1.pdsnap").arg(i), {}, QStringLiteral("n")});
        settings.addRecent({QStringLiteral("/5.pdsnap"), {}, QStringLiteral("five")});
    }
    AppSettings settings;
    QCOMPARE(settings.recent().size(), 10);
    QCOMPARE(settings.recent().first().title, QStringLiteral("five"));
    QVERIFY(settings.takeUncleanEnd()); // the one before never said that it ended well
    settings.markCleanEnd();
    QVERIFY(!AppSettings().takeUncleanEnd());
}

void TestSettingsDialog::paletteRunsWhatWasTyped()
{
    m_window->show();
    action("file.open", QStringLiteral("Open snapshot"));
    QAction *wanted = action("view.zoom", QStringLiteral("Zoom in"));
    QSignalSpy triggered(wanted, &QAction::triggered);
    CommandPalette palette(*m_actions, m_window.get());
    palette.popUp();
    QTest::keyClicks(palette.findChild<QLineEdit *>(), QStringLiteral("zo in"));
    QCOMPARE(palette.findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QTRY_COMPARE(triggered.count(), 1);
}

void TestSettingsDialog::paletteRefusesWhatIsDisabled()
{
    m_window->show();
    QAction *wanted = action("file.save", QStringLiteral("Save"));
    wanted->setEnabled(false);
    QSignalSpy triggered(wanted, &QAction::triggered);
    CommandPalette palette(*m_actions, m_window.get());
    palette.popUp();
    QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(palette.isVisible());
    QCOMPARE(triggered.count(), 0);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
