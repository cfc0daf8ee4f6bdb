// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/filterprocess.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace pdsi {

FilterProcess::FilterProcess(qsizetype mostOutput, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_mostOutput(mostOutput)
    , m_limit(new QTimer(this))
{
    m_limit->setSingleShot(true);
    setTimeLimit(limit);
    connect(m_limit, &QTimer::timeout, this, [this] { fail(Failure::TimedOut); });
}

FilterProcess::~FilterProcess() { cancel(); }

void FilterProcess::setTimeLimit(std::chrono::milliseconds limit) { m_limit->setInterval(limit); }

qint64 FilterProcess::processId() const { return m_process ? m_process->processId() : 0; }

void FilterProcess::start(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    cancel();
    m_process = new QProcess(this);
    // The program needs none of our secrets.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PAGERDUTY_API_KEY"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &FilterProcess::read);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Failure::Missing);
    });
    connect(m_process, &QProcess::finished, this,
            [this](int code, QProcess::ExitStatus status) { ended(code == 0 && status == QProcess::NormalExit); });
    m_limit->start();
    m_process->start(program, arguments);
    m_process->write(input);
    m_process->closeWriteChannel();
}

/// Nobody waits for the process to die: it outlives this object if it must, and deletes itself once it is gone.
void FilterProcess::cancel()
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

void FilterProcess::read()
{
    if (!m_process)
        return;
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > m_mostOutput)
        fail(Failure::Failed);
}

void FilterProcess::ended(bool well)
{
    read();
    if (!m_process)
        return; // it said too much
    if (!well)
        return fail(Failure::Failed);
    const QByteArray output = m_output;
    cancel();
    Q_EMIT finished(output);
}

void FilterProcess::fail(Failure failure)
{
    if (!m_process)
        return;
    cancel();
    Q_EMIT failed(failure);
}

} // namespace pdsi
