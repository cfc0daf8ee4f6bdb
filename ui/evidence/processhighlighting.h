// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"

#include <chrono>

class QProcess;
class QTimer;

namespace pdsi {

/// Colours by KDE's command line program: our text goes to its standard input, spans are read from its HTML. A program
/// that is slow, fails or gives back another text is worth no spans.
class ProcessHighlighting final : public JsonHighlighting
{
    Q_OBJECT
public:
    explicit ProcessHighlighting(const QString &program, QObject *parent = nullptr);
    ~ProcessHighlighting() override;

    /// Full path of KDE's program, whichever name this release gives it; empty when there is none.
    static QString installedProgram();
    void setTimeLimit(std::chrono::milliseconds limit);

    void request(const QString &text, bool dark) override;
    void cancel() override;

private:
    void read();
    void finish(bool ok);

    static constexpr qint64 mostOutput = 64 * 1024 * 1024;
    QString m_program;
    QString m_text;
    QByteArray m_output;
    QProcess *m_process = nullptr;
    QTimer *m_limit;
};

} // namespace pdsi
