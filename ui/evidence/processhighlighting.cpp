// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/processhighlighting.h"

#include "ui/evidence/highlighthtml.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace pdsi {

namespace {

const auto latestName = QStringLiteral("ksyntaxhighlighter6");
constexpr qsizetype mostHtml = 64 * 1024 * 1024;

/// The latest release reads standard input when no file is named; earlier ones want to be told.
QStringList argumentsFor(const QString &program, bool dark)
{
    QStringList arguments{QStringLiteral("--syntax"), QStringLiteral("JSON"), QStringLiteral("--theme"), highlightTheme(dark)};
    if (QFileInfo(program).fileName() != latestName)
        arguments << QStringLiteral("--stdin");
    return arguments;
}

} // namespace

ProcessHighlighting::ProcessHighlighting(const QString &program, QObject *parent)
    : JsonHighlighting(parent)
    , m_program(program)
    , m_process(mostHtml, std::chrono::seconds(5))
{
    connect(&m_process, &FilterProcess::finished, this, [this](const QByteArray &html) {
        Q_EMIT ready(spansFromHtml(html, m_text).value_or(QList<HighlightSpan>()));
    });
    connect(&m_process, &FilterProcess::failed, this, [this] { Q_EMIT ready({}); });
}

QString ProcessHighlighting::installedProgram()
{
    for (const QString &name : {latestName, QStringLiteral("kate-syntax-highlighter")}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            return path;
    }
    return {};
}

void ProcessHighlighting::request(const QString &text, bool dark)
{
    m_text = text;
    m_process.start(m_program, argumentsFor(m_program, dark), text.toUtf8());
}

} // namespace pdsi
