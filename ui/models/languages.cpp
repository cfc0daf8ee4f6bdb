// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace pdsi {

namespace {

const QString englishCode = QStringLiteral("en");
const QString catalogueFolder = QStringLiteral(":/i18n");
const QString catalogueStart = QStringLiteral("pdsi_");

void installCatalogue(const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QStringList languages()
{
    QStringList codes{englishCode};
    for (const QString &file : QDir(catalogueFolder).entryList({catalogueStart + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        codes << file.mid(catalogueStart.size()).chopped(3);
    return codes;
}

QString languageName(const QString &code)
{
    // Qt names the variant of the first territory: "American English".
    return code == englishCode ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
}

QString chosenLanguage(const QString &wanted, const QStringList &preferred)
{
    const QStringList known = languages();
    if (known.contains(wanted))
        return wanted;
    for (QString code : preferred) {
        code.replace(QLatin1Char('-'), QLatin1Char('_'));
        for (const QString &candidate : {code, code.section(QLatin1Char('_'), 0, 0)}) {
            if (known.contains(candidate))
                return candidate;
        }
    }
    return englishCode;
}

void speak(const QString &code)
{
    if (code == englishCode)
        return;
    installCatalogue(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installCatalogue(catalogueStart + code, catalogueFolder); // asked before Qt's
}

} // namespace pdsi
