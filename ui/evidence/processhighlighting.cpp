// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/processhighlighting.h"

#include "ui/evidence/highlighthtml.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

namespace pdsi {

namespace {

const auto latestName = QStringLiteral("ksyntaxhighlighter6");

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
    , m_limit(new QTimer(this))
{
    m_limit->setSingleShot(true);
    setTimeLimit(std::chrono::seconds(5));
    connect(m_limit, &QTimer::timeout, this, [this] { finish(false); });
}

ProcessHighlighting::~ProcessHighlighting() { cancel(); }

QString ProcessHighlighting::installedProgram()
{
    for (const QString &name : {latestName, QStringLiteral("kate-syntax-highlighter")}) {
        const QString path = QStandardPaths::findExecutable(name);
        if (!path.isEmpty())
            return path;
    }
    return {};
}

void ProcessHighlighting::setTimeLimit(std::chrono::milliseconds limit) { m_limit->setInterval(limit); }

void ProcessHighlighting::request(const QString &text, bool dark)
{
    cancel();
    m_text = text;
    m_process = new QProcess(this);
    // The program needs none of our secrets.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PAGERDUTY_API_KEY"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &ProcessHighlighting::read);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(false);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        finish(code == 0 && status == QProcess::NormalExit);
    });
    m_limit->start();
    m_process->start(m_program, argumentsFor(m_program, dark));
    m_process->write(text.toUtf8());
    m_process->closeWriteChannel();
}

/// Nobody waits for the process to die: it outlives this object if it must, and deletes itself once it is gone.
void ProcessHighlighting::cancel()
{
    m_limit->stop();
    m_output.clear();
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
    } else {
        m_process->setParent(QCoreApplication::instance());
        connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
        m_process->kill();
    }
    m_process = nullptr;
}

void ProcessHighlighting::read()
{
    if (!m_process)
        return;
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > mostOutput)
        finish(false);
}

void ProcessHighlighting::finish(bool ok)
{
    if (!m_process)
        return;
    const QByteArray html = m_output;
    cancel();
    Q_EMIT ready(ok ? spansFromHtml(html, m_text).value_or(QList<HighlightSpan>()) : QList<HighlightSpan>());
}

} // namespace pdsi
