// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"
#include "ui/parts/filterprocess.h"

namespace pdsi {

/// Colours by KDE's command line program: our text goes to its standard input, spans are read from its HTML. A program
/// that is slow, fails or gives back another text is worth no spans.
class ProcessHighlighting final : public JsonHighlighting
{
    Q_OBJECT
public:
    explicit ProcessHighlighting(const QString &program, QObject *parent = nullptr);

    /// Full path of KDE's program, whichever name this release gives it; empty when there is none.
    static QString installedProgram();
    void setTimeLimit(std::chrono::milliseconds limit) { m_process.setTimeLimit(limit); }

    void request(const QString &text, bool dark) override;
    void cancel() override { m_process.cancel(); }

private:
    QString m_program;
    QString m_text;
    FilterProcess m_process;
};

} // namespace pdsi
