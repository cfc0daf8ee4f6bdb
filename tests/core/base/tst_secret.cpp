// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancellation.h"
#include "core/base/secret.h"

#include <QDebug>
#include <QTest>

#include <type_traits>

using namespace pdsi;

namespace {
template<typename T>
concept Printable = requires(QDebug debug, T value) { debug << value; };
template<typename T>
concept Comparable = requires(T a, T b) { a == b; };
} // namespace

static_assert(!Printable<Secret>);
static_assert(!Comparable<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray> && !std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<QByteArray, Secret>);

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hintShowsFourCharactersOfLongKeysOnly();
    void copiesLiveOnTheirOwn();
    void cancellationIsShared();
};

void TestSecret::hintShowsFourCharactersOfLongKeysOnly()
{
    QCOMPARE(Secret("abcdefghijklwxyz").hint(), QStringLiteral("wxyz"));
    QCOMPARE(Secret("abcdefghijkl").hint(), QStringLiteral("ijkl"));
    QCOMPARE(Secret("abcdefghijk").hint(), QString());
    QVERIFY(Secret().isEmpty());
}

void TestSecret::copiesLiveOnTheirOwn()
{
    const QByteArray plain = QByteArrayLiteral("made-up-key-123456");
    Secret kept;
    {
        const Secret first(plain);
        kept = first;
        QCOMPARE(first.reveal(), plain);
    }
    QCOMPARE(kept.reveal(), plain);
    QCOMPARE(plain, QByteArray("made-up-key-123456")); // the caller's bytes are never wiped
    const Secret moved = std::move(kept);
    QCOMPARE(moved.reveal(), plain);
}

void TestSecret::cancellationIsShared()
{
    const Cancellation one;
    const Cancellation two = one;
    QVERIFY(!two.isCancelled());
    one.cancel();
    QVERIFY(two.isCancelled());
    QVERIFY(!Cancellation().isCancelled());
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
