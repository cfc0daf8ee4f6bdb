// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

#include <chrono>

class QProcess;
class QTimer;

namespace pdsi {

/// Another program as a filter: bytes to its standard input, bytes from its standard output. It can be killed, takes
/// nothing down with it and is not told our secrets. One run at a time; a new one replaces the one under way.
class FilterProcess : public QObject
{
    Q_OBJECT
public:
    enum class Failure : quint8 {
        Missing,   ///< there is no such program
        TimedOut,
        Failed,    ///< it ended badly, or said more than `mostOutput`
    };

    FilterProcess(qsizetype mostOutput, std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~FilterProcess() override;

    void setTimeLimit(std::chrono::milliseconds limit);
    /// One of the signals follows, unless cancel() or another start() comes first.
    void start(const QString &program, const QStringList &arguments, const QByteArray &input);
    /// Nothing is told of it any more.
    void cancel();
    bool isRunning() const { return m_process != nullptr; }
    /// 0 when none runs.
    qint64 processId() const;

Q_SIGNALS:
    void finished(const QByteArray &output);
    void failed(pdsi::FilterProcess::Failure failure);

private:
    void read();
    void ended(bool well);
    void fail(Failure failure);

    const qsizetype m_mostOutput;
    QTimer *m_limit;
    QProcess *m_process = nullptr;
    QByteArray m_output;
};

} // namespace pdsi
