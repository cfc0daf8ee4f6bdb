// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionfiltermodel.h"
#include "ui/models/actionmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;

class TestActionModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesOnlyActionsThatCanBeNamed();
    void ownKeysAreKeptById();
    void keysInUseAreNamed();
    void docksMayShareKeys();
    void findsByWordsAndLetters_data();
    void findsByWordsAndLetters();
    void bestMatchFirst();
    void deletedActionIsGone();

private:
    QAction *add(const char *id, const QString &text, const QString &category, const QKeySequence &keys = {})
    {
        auto *action = new QAction(text, m_owner.get());
        action->setObjectName(QLatin1String(id));
        action->setShortcut(keys);
        m_model->add(action, category);
        return action;
    }

    std::unique_ptr<QObject> m_owner;
    std::unique_ptr<ActionModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestActionModel::init()
{
    m_tester.reset();
    m_owner = std::make_unique<QObject>();
    m_model = std::make_unique<ActionModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

void TestActionModel::takesOnlyActionsThatCanBeNamed()
{
    add("file.open", QStringLiteral("&Open snapshot..."), QStringLiteral("File"));
    add("file.open", QStringLiteral("Again"), QStringLiteral("File"));
    add("", QStringLiteral("No id"), QStringLiteral("File"));
    add("file.none", {}, QStringLiteral("File"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0, ActionModel::NameColumn).data().toString(), QStringLiteral("Open snapshot"));
    QAction both(QStringLiteral("Cut && &paste"));
    QCOMPARE(ActionModel::plainText(both), QStringLiteral("Cut & paste"));
}

void TestActionModel::ownKeysAreKeptById()
{
    QAction *open = add("file.open", QStringLiteral("Open"), QStringLiteral("File"), QKeySequence(Qt::CTRL | Qt::Key_O));
    QSignalSpy changed(m_model.get(), &ActionModel::shortcutsChanged);
    m_model->setShortcut(0, QKeySequence(Qt::Key_F5));
    QCOMPARE(open->shortcut(), QKeySequence(Qt::Key_F5));
    QCOMPARE(changed.count(), 1);
    const QVariantMap custom = m_model->customShortcuts();
    QCOMPARE(custom.value(QStringLiteral("file.open")).toString(), QStringLiteral("F5"));

    // The next start: overrides are loaded before the actions come.
    ActionModel next;
    next.setCustomShortcuts(custom);
    QAction again(QStringLiteral("Open"));
    again.setObjectName(QStringLiteral("file.open"));
    again.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    next.add(&again, QStringLiteral("File"));
    QCOMPARE(again.shortcut(), QKeySequence(Qt::Key_F5));
    QVERIFY(next.index(0, 0).data(ActionModel::CustomisedRole).toBool());
    next.setShortcut(0, next.defaultShortcut(0));
    QVERIFY(next.customShortcuts().isEmpty());
    QCOMPARE(again.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_O));
}

void TestActionModel::keysInUseAreNamed()
{
    add("a.one", QStringLiteral("One"), QStringLiteral("A"), QKeySequence(Qt::Key_F2));
    add("a.two", QStringLiteral("Two"), QStringLiteral("A"));
    QCOMPARE(m_model->conflict(1, QKeySequence(Qt::Key_F2)), std::optional<int>(0));
    QCOMPARE(m_model->conflict(0, QKeySequence(Qt::Key_F2)), std::nullopt);
    QCOMPARE(m_model->conflict(1, QKeySequence()), std::nullopt);
}

void TestActionModel::docksMayShareKeys()
{
    for (const char *id : {"findings.copy", "evidence.copy"}) {
        auto *action = new QAction(QStringLiteral("Copy"), m_owner.get());
        action->setObjectName(QLatin1String(id));
        action->setShortcut(QKeySequence::Copy);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_model->add(action, QLatin1String(id));
    }
    QCOMPARE(m_model->conflict(0, QKeySequence(QKeySequence::Copy)), std::nullopt);
}

void TestActionModel::findsByWordsAndLetters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("found");
    QTest::newRow("nothing typed") << QString() << true;
    QTest::newRow("start of a word") << QStringLiteral("snap") << true;
    QTest::newRow("two words, any order") << QStringLiteral("snap save") << true;
    QTest::newRow("inside") << QStringLiteral("apsho") << true;
    QTest::newRow("letters in order") << QStringLiteral("svsn") << true;
    QTest::newRow("letter case") << QStringLiteral("SAVE") << true;
    QTest::newRow("not there") << QStringLiteral("print") << false;
    QTest::newRow("letters out of order") << QStringLiteral("zvs") << false;
}

void TestActionModel::findsByWordsAndLetters()
{
    QFETCH(QString, typed);
    QFETCH(bool, found);
    QCOMPARE(ActionFilterModel::score(QStringLiteral("Save snapshot as"), typed) > 0, found);
}

void TestActionModel::bestMatchFirst()
{
    add("x.scattered", QStringLiteral("Show coverage"), QStringLiteral("A")); // s..o.. no "scope"
    add("x.inside", QStringLiteral("Telescope view"), QStringLiteral("A"));
    add("x.word", QStringLiteral("Choose scope"), QStringLiteral("Z"));
    ActionFilterModel filtered;
    filtered.setSourceModel(m_model.get());
    QAbstractItemModelTester tester(&filtered);
    filtered.setTyped(QStringLiteral("scope"));
    QVERIFY(filtered.rowCount() >= 2);
    QCOMPARE(filtered.index(0, 0).data(ActionModel::IdRole).toString(), QStringLiteral("x.word"));
    filtered.setTyped({});
    QCOMPARE(filtered.rowCount(), 3);
    QCOMPARE(filtered.index(2, 0).data(ActionModel::IdRole).toString(), QStringLiteral("x.word")); // category Z
}

void TestActionModel::deletedActionIsGone()
{
    delete add("x.one", QStringLiteral("One"), QStringLiteral("A"));
    QCOMPARE(m_model->action(0), nullptr);
    QVERIFY(m_model->index(0, 0).data().toString().isEmpty());
    ActionFilterModel filtered;
    filtered.setSourceModel(m_model.get());
    QCOMPARE(filtered.rowCount(), 0);
}

QTEST_MAIN(TestActionModel)
#include "tst_actionmodel.moc"
