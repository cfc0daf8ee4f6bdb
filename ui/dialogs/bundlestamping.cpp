// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/bundlestamping.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

#include <utility>

namespace pdsi {

BundleStamping::BundleStamping(FindService find, QWidget *parent)
    : QWidget(parent), m_find(std::move(find))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, row](const QString &text, const char *name, void (BundleStamping::*does)()) {
        auto *button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, does);
        row->addWidget(button);
    };
    add(tr("&Try the time stamp again"), "report.stampAgain", &BundleStamping::ask);
    add(tr("&Keep the bundle without a time stamp"), "report.keepUnstamped", &BundleStamping::keepWithout);
    row->addStretch(1);
    hide();
}

BundleStamping::~BundleStamping() = default;

void BundleStamping::start(const QString &path)
{
    m_path = path;
    ask();
}

void BundleStamping::ask()
{
    hide();
    Q_EMIT asking();
    m_find([self = QPointer(this), question = ++m_question](const Result<TimestampService> &service) {
        if (!self || question != self->m_question)
            return;
        if (!service)
            return self->end(service.error());
        self->m_client = std::make_unique<TimestampClient>(*service);
        self->m_client->stamp(self->m_path, [self, question](const Result<Timestamp> &stamp) {
            if (question == self->m_question)
                self->end(stamp);
        });
    });
}

void BundleStamping::cancel() { end(Error{ErrorCode::Cancelled, {}}); }

void BundleStamping::end(const Result<Timestamp> &stamp)
{
    ++m_question;
    if (m_client)
        m_client.release()->deleteLater(); // it may be telling us right now
    if (stamp) {
        Q_EMIT stamped(std::exchange(m_path, {}), stamp->verdict);
        return;
    }
    show();
    Q_EMIT failed(stamp.error());
}

void BundleStamping::keepWithout()
{
    if (m_path.isEmpty())
        return;
    hide();
    Q_EMIT keptWithout(std::exchange(m_path, {}));
}

} // namespace pdsi
