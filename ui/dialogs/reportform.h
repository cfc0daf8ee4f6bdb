// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "ui/models/reportchoice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QGroupBox;
class QLineEdit;
class QSpinBox;

namespace pdsi {

/// The questions of the report dialog. Questions that do not concern the chosen kind are not shown.
class ReportForm : public QWidget
{
    Q_OBJECT
public:
    /// `frameworks`: names as the assessment's controls have them. `filter`: what the findings table is filtered by.
    /// `timestampHost`: of the authority that stamps bundles; empty = there is none.
    ReportForm(const QStringList &frameworks, const SearchWords &filter, const QString &timestampHost, QWidget *parent = nullptr);

    ReportChoice choice() const;
    void setChoice(const ReportChoice &choice);
    /// For the PDF; empty = none. Never kept.
    Secret password() const;

Q_SIGNALS:
    void changed();

private:
    void createReading(QFormLayout &form);
    void createScope(QFormLayout &form);
    void createPeople(QFormLayout &form);
    void createSample(QFormLayout &form);
    void createPdf(QFormLayout &form);
    void createBundle(QFormLayout &form, const QString &timestampHost);
    void update();

    QFormLayout *m_form;
    QComboBox *m_kind, *m_depth, *m_grouping, *m_framework, *m_severity, *m_paper;
    QCheckBox *m_onlyFiltered, *m_redacted, *m_sample, *m_attachments, *m_signed, *m_stamped;
    QLineEdit *m_operator, *m_seed, *m_password;
    QSpinBox *m_sampleSize;
    bool m_hasFilter;
};

} // namespace pdsi
