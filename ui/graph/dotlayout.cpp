// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/dotlayout.h"

#include <QCoreApplication>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

namespace pdsi {

DotLayout::DotLayout(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_limit(new QTimer(this))
{
    m_limit->setSingleShot(true);
    setTimeLimit(std::chrono::seconds(30));
    connect(m_limit, &QTimer::timeout, this, [this] { fail(Failure::TimedOut); });
}

DotLayout::~DotLayout() { cancel(); }

QString DotLayout::installedProgram() { return QStandardPaths::findExecutable(QStringLiteral("dot")); }

void DotLayout::setTimeLimit(std::chrono::milliseconds limit) { m_limit->setInterval(limit); }

qint64 DotLayout::processId() const { return m_process ? m_process->processId() : 0; }

void DotLayout::start(const QByteArray &dot)
{
    cancel();
    if (m_program.isEmpty()) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT failed(Failure::Missing); }, Qt::QueuedConnection);
        return;
    }
    m_process = new QProcess(this);
    // The program needs none of our secrets.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PAGERDUTY_API_KEY"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &DotLayout::read);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(Failure::Missing);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        if (!m_process)
            return; // it said too much
        if (code != 0 || status != QProcess::NormalExit)
            return fail(Failure::Failed);
        const QByteArray plain = m_output;
        cancel();
        Q_EMIT finished(plain);
    });
    m_limit->start();
    m_process->start(m_program, {QStringLiteral("-Tplain")});
    m_process->write(dot);
    m_process->closeWriteChannel();
}

/// Nobody waits for the process to die: it outlives this object if it must, and deletes itself once it is gone.
void DotLayout::cancel()
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

void DotLayout::read()
{
    if (!m_process)
        return;
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > mostOutput)
        fail(Failure::Failed);
}

void DotLayout::fail(Failure failure)
{
    if (!m_process)
        return;
    cancel();
    Q_EMIT failed(failure);
}

} // namespace pdsi
