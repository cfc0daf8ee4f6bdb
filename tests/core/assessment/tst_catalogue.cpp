// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/controls/control.h"
#include "core/controls/controlcatalog.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace pdsi;

/// The data files that every verdict is explained with.
class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twentyFiveControls()
    {
        const auto catalog = loadControlCatalog();
        QVERIFY2(catalog.ok(), catalog.ok() ? "" : qPrintable(catalog.error().detail));
        QList<int> ids;
        QSet<QString> slugs;
        const QRegularExpression slug(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
        for (const ControlInfo &info : *catalog) {
            QVERIFY2(slug.match(info.slug).hasMatch(), qPrintable(info.slug));
            slugs.insert(info.slug);
            if (info.inSpecification)
                ids << info.id;
        }
        QCOMPARE(ids.size(), 25);
        for (int i = 0; i < 25; ++i)
            QCOMPARE(ids.at(i), i + 1);
        QCOMPARE(slugs.size(), catalog->size());
        QCOMPARE(catalog->at(7).slug, QStringLiteral("oncall-coverage"));
    }

    void severitiesOfTheSpecification()
    {
        using enum Severity;
        const QList<Severity> expected{Critical, Critical, High, High, Critical, High, High, High, Medium,
                                       Medium, High, Medium, High, High, Medium, Medium, Medium, High,
                                       Low, Low, Medium, Medium, Low, Medium, Low};
        const auto catalog = loadControlCatalog();
        for (int i = 0; i < 25; ++i)
            QVERIFY2(catalog->at(i).severity == expected.at(i), qPrintable(catalog->at(i).title));
    }

    void fewCategories()
    {
        QStringList ids;
        const QRegularExpression word(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
        for (const ControlCategory &category : controlCategories()) {
            QVERIFY2(word.match(category.id).hasMatch(), qPrintable(category.id));
            QVERIFY2(!category.title.isEmpty() && !category.about.isEmpty(), qPrintable(category.id));
            QVERIFY(!ids.contains(category.id));
            QCOMPARE(controlCategory(category.id), &category);
            ids << category.id;
        }
        // Ids are written in saved searches: they stay.
        QCOMPARE(ids, (QStringList{QStringLiteral("access"), QStringLiteral("on-call"), QStringLiteral("audit-trail"),
                                   QStringLiteral("integrations"), QStringLiteral("readiness")}));
        QVERIFY(!controlCategory(QStringLiteral("other")));

        QHash<QString, int> controls;
        const auto catalog = loadControlCatalog();
        for (const ControlInfo &info : *catalog) {
            QVERIFY2(ids.contains(info.category), qPrintable(info.title));
            ++controls[info.category];
        }
        for (const QString &id : ids)
            QVERIFY2(controls.value(id) >= 2, qPrintable(id)); // a group of one groups nothing
    }

    void everyControlHasItsFunction()
    {
        QSet<int> known;
        for (const Control &control : registeredControls())
            known.insert(control.id);
        const auto catalog = loadControlCatalog();
        for (const ControlInfo &info : *catalog)
            QVERIFY2(known.contains(info.id), qPrintable(info.title));
    }

    void eightFrameworksWithTitles()
    {
        const QStringList frameworks{QStringLiteral("FedRAMP"), QStringLiteral("CMMC"), QStringLiteral("SOC 2"),
                                     QStringLiteral("CIS"), QStringLiteral("PCI-DSS"), QStringLiteral("STIG"),
                                     QStringLiteral("IRAP"), QStringLiteral("ISMAP")};
        const QStringList verdicts{QStringLiteral("confirmed"), QStringLiteral("corrected"), QStringLiteral("disputed"),
                                   QStringLiteral("unverified")};
        const auto catalog = loadControlCatalog();
        for (const ControlInfo &info : *catalog) {
            if (!info.inSpecification)
                continue;
            QStringList named;
            for (const FrameworkReference &reference : info.frameworks) {
                named << reference.framework;
                QVERIFY(!reference.edition.isEmpty());
                QVERIFY(!reference.specified.isEmpty());
                QVERIFY2(verdicts.contains(reference.verdict), qPrintable(reference.verdict));
                QVERIFY(reference.verdict != QLatin1String("unverified") || reference.reviewed.isEmpty());
                for (const QString &id : reference.reviewed)
                    QVERIFY2(!requirementTitle(reference.framework, id).isEmpty(),
                             qPrintable(reference.framework + QLatin1Char(' ') + id));
            }
            QCOMPARE(named, frameworks);
        }
        QVERIFY(requirementTitle(QStringLiteral("FedRAMP"), QStringLiteral("XX-99")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
