// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameters.h"

#include <QHash>
#include <QWidget>

class QFormLayout;

namespace pdsi {

/// Every parameter of the controls, grouped, with its default beside it.
class ParameterForm : public QWidget
{
    Q_OBJECT
public:
    explicit ParameterForm(QWidget *parent = nullptr);

    void setParameters(const Parameters &parameters);
    /// InvalidArgument as Parameters::set says it.
    Result<Parameters> parameters() const;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        const char *name;    ///< JSON name
        const char *label;
        const char *explained;
        const char *unit;    ///< behind the number
    };
    static const QList<Row> &collected();
    static const QList<Row> &judged();

    void addRows(QFormLayout &form, const QList<Row> &rows);
    QWidget *editorFor(const Row &row);
    QString text(const QString &name) const;

    QHash<QString, QWidget *> m_editors; ///< by JSON name
};

} // namespace pdsi
