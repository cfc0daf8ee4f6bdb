// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <chrono>

class QProcess;
class QTimer;

namespace pdsi {

/// Graphviz as a process of its own: it can be killed, and takes nothing down with it. One layout at a time; a new one
/// replaces the one under way. The program gets numbers only, on its standard input.
class DotLayout : public QObject
{
    Q_OBJECT
public:
    enum class Failure : quint8 { Missing, TimedOut, Failed };

    /// Uses `program`; empty = none is installed.
    explicit DotLayout(const QString &program, QObject *parent = nullptr);
    ~DotLayout() override;

    /// Path of `dot`; empty when it is not installed.
    static QString installedProgram();

    void setTimeLimit(std::chrono::milliseconds limit);
    /// One of the signals follows, unless cancel() or another start() comes first.
    void start(const QByteArray &dot);
    /// Nothing is told of it any more.
    void cancel();
    bool isRunning() const { return m_process != nullptr; }
    qint64 processId() const;

Q_SIGNALS:
    /// In the plain format.
    void finished(const QByteArray &plain);
    void failed(pdsi::DotLayout::Failure failure);

private:
    void read();
    void fail(Failure failure);

    static constexpr qsizetype mostOutput = 256 * 1024 * 1024;
    QString m_program;
    QTimer *m_limit;
    QProcess *m_process = nullptr;
    QByteArray m_output;
};

} // namespace pdsi
