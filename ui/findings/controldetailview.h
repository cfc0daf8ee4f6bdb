// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QTextBrowser>

namespace pdsi {

/// Central view: one control's verdict, why it matters, how to fix it, references and worst outcomes.
/// All account text is escaped; nothing is loaded from anywhere.
class ControlDetailView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit ControlDetailView(QWidget *parent = nullptr);

    /// `row` indexes assessment->controls; -1 shows what to do next.
    void show(const std::shared_ptr<const Assessment> &assessment, int row);

    /// The page as HTML, for tests.
    static QString page(const Assessment &assessment, const ControlResult &control, bool dark);

protected:
    /// Account text can name images and files: none is ever fetched.
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace pdsi
