// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectiontestview.h"

#include "ui/dialogs/signinwords.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pdsi {

ConnectionTestView::ConnectionTestView(const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_button(new QPushButton(tr("&Test connection"))), m_otherRegion(new QPushButton(tr("Try the other region"))),
      m_progress(new QProgressBar), m_result(new QTextBrowser)
{
    m_button->setObjectName(QStringLiteral("testButton"));
    m_button->setAutoDefault(false);
    m_otherRegion->setObjectName(QStringLiteral("otherRegionButton"));
    m_otherRegion->setAutoDefault(false);
    m_progress->setAccessibleName(tr("Progress of the test"));
    m_progress->setTextVisible(false);
    m_result->setObjectName(QStringLiteral("testResult"));
    m_result->setAccessibleName(tr("Result of the test"));
    m_result->setOpenLinks(false);
    m_result->setPlaceholderText(tr("Nothing tested yet. A test asks for one row of each kind and changes nothing."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_button);
    row->addWidget(m_otherRegion);
    row->addWidget(m_progress, 1);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_result, 1);
    m_otherRegion->hide();
    m_progress->hide();
    connect(m_button, &QPushButton::clicked, this, [this] { m_test ? m_test->cancel() : Q_EMIT testRequested(); });
    connect(m_otherRegion, &QPushButton::clicked, this, [this] { Q_EMIT otherRegionRequested(m_region); });
}

ConnectionTestView::~ConnectionTestView() = default;

void ConnectionTestView::start(const Connection &connection, const ConnectionSecrets &secrets)
{
    forget();
    m_test = std::make_unique<ConnectionTest>(m_clock);
    connect(m_test.get(), &ConnectionTest::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, total);
        m_progress->setValue(done);
    });
    connect(m_test.get(), &ConnectionTest::renewalNeeded, this, &ConnectionTestView::renewalNeeded);
    connect(m_test.get(), &ConnectionTest::finished, this, &ConnectionTestView::show);
    m_button->setText(tr("Stop &test"));
    m_progress->setRange(0, 0);
    m_progress->show();
    m_test->start(connection, secrets);
}

void ConnectionTestView::renewSecret(const Secret &secret)
{
    if (m_test)
        m_test->renewSecret(secret);
}

void ConnectionTestView::stop()
{
    if (m_test)
        m_test.release()->deleteLater(); // it may be telling us right now
    m_button->setText(tr("&Test connection"));
    m_progress->hide();
}

void ConnectionTestView::forget()
{
    if (m_test)
        m_test->disconnect(this);
    stop();
    m_otherRegion->hide();
    m_result->clear();
}

void ConnectionTestView::showError(const Error &error)
{
    ConnectionTestResult result;
    result.error = error;
    show(result);
}

void ConnectionTestView::show(const ConnectionTestResult &result)
{
    stop();
    m_result->setHtml(testResultPage(result));
    m_region = result.otherRegion;
    m_otherRegion->setVisible(!m_region.isEmpty());
    m_otherRegion->setText(m_region == QLatin1String("eu") ? tr("Try the &European region") : tr("Try the &US region"));
    Q_EMIT finished(result);
}

} // namespace pdsi
