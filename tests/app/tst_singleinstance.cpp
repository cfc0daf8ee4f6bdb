// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/singleinstance.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTest>
#include <QUuid>

using namespace pdsi;

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void secondHandsOver();
    void aSocketLeftBehindIsNoInstance();
    void rubbishIsIgnored();

private:
    static QString freshName() { return QStringLiteral("pdsi-test-") + QUuid::createUuid().toString(QUuid::Id128); }
};

void TestSingleInstance::secondHandsOver()
{
    const QString name = freshName();
    SingleInstance one(name), two(name);
    QSignalSpy first(&one, &SingleInstance::first), asked(&one, &SingleInstance::asked);
    one.start({});
    QTRY_COMPARE(first.count(), 1);
    QSignalSpy handedOver(&two, &SingleInstance::handedOver), alsoFirst(&two, &SingleInstance::first);
    two.start({QStringLiteral("/x/\u00e9 y.pdsnap"), true});
    QTRY_COMPARE(handedOver.count(), 1);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("/x/\u00e9 y.pdsnap"));
    QVERIFY(asked.first().at(1).toBool());
    QCOMPARE(alsoFirst.count(), 0);
}

void TestSingleInstance::aSocketLeftBehindIsNoInstance()
{
    const QString name = freshName();
    {
        SingleInstance gone(name);
        QSignalSpy first(&gone, &SingleInstance::first);
        gone.start({});
        QTRY_COMPARE(first.count(), 1);
    }
    SingleInstance next(name);
    QSignalSpy first(&next, &SingleInstance::first);
    next.start({});
    QTRY_COMPARE(first.count(), 1);
}

void TestSingleInstance::rubbishIsIgnored()
{
    const QString name = freshName();
    SingleInstance one(name);
    QSignalSpy first(&one, &SingleInstance::first), asked(&one, &SingleInstance::asked);
    one.start({});
    QTRY_COMPARE(first.count(), 1);
    QLocalSocket socket;
    QSignalSpy closed(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(name);
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    socket.write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(closed.count(), 1);
    QCOMPARE(asked.count(), 0);
}

QTEST_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
