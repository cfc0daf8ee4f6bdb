// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/evidence/jsonhighlighting.h"

#include <memory>

namespace pdsi {

/// Colours by the library KSyntaxHighlighting, some lines at a time so that the window stays alive.
class LibraryHighlighting final : public JsonHighlighting
{
    Q_OBJECT
public:
    explicit LibraryHighlighting(QObject *parent = nullptr);
    ~LibraryHighlighting() override;

    static QString version();

    void request(const QString &text, bool dark) override;
    void cancel() override;

private:
    class Pass;
    void step();

    std::unique_ptr<Pass> m_pass;
};

} // namespace pdsi
