// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/controls/controlcase.h"

#include <QTest>

#include <algorithm>

namespace pdsi {

QList<Outcome> judged(int control, const Inventory &inventory, const Parameters &parameters, Instant now)
{
    const auto &all = registeredControls();
    const auto found = std::find_if(all.begin(), all.end(), [control](const Control &c) { return c.id == control; });
    if (found == all.end())
        return {};
    const EvaluationContext context(inventory, now, parameters);
    return found->evaluate(inventory, context);
}

QStringList verdicts(const QList<Outcome> &outcomes)
{
    QStringList texts;
    for (const Outcome &o : outcomes) {
        QString status = outcomeStatusName(o.status);
        if (o.reason)
            status += QLatin1Char('/') + reasonCodeName(*o.reason);
        texts.append(QStringLiteral("%1 %2:%3").arg(status, o.resource.kind, o.resource.id));
    }
    texts.sort();
    return texts;
}

OutcomeStatus rolledUp(const QList<Outcome> &outcomes)
{
    OutcomeStatus worst = OutcomeStatus::NotApplicable;
    for (const Outcome &o : outcomes)
        worst = std::min(worst, o.status);
    return worst;
}

void addColumns()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<Parameters>("parameters");
}

void addCase(const char *name, const Build &build, const QStringList &expected, const Parameters &parameters)
{
    QTest::newRow(name) << build << expected << parameters;
}

void checkCase(int control)
{
    QFETCH(const Build, build);
    QFETCH(QStringList, expected);
    QFETCH(const Parameters, parameters);
    InventoryBuilder builder;
    build(builder);
    const auto inventory = builder.build();
    const QList<Outcome> outcomes = judged(control, *inventory, parameters);
    expected.sort();
    QCOMPARE(verdicts(outcomes).join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
    for (const Outcome &o : outcomes) {
        QCOMPARE(o.controlId, control);
        QCOMPARE(o.reason.has_value(), o.status == OutcomeStatus::NotDetermined);
        QVERIFY2(o.message.endsWith(QLatin1Char('.')) && !o.message.contains(QLatin1Char('%')), qPrintable(o.message));
        for (const Evidence &e : o.evidence)
            QVERIFY2(e.requestId > 0 && e.pointer.startsWith(QLatin1Char('/')), qPrintable(e.pointer));
    }
}

} // namespace pdsi
