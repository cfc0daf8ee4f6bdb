// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/singleinstance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace pdsi {

namespace {
constexpr qint64 largestMessage = 16'384;
constexpr int patienceMs = 2'000;
} // namespace

SingleInstance::SingleInstance(const QString &name, QObject *parent)
    : QObject(parent)
    , m_name(name)
{
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::start(const Request &request)
{
    m_request = request;
    m_probe = new QLocalSocket(this);
    auto *patience = new QTimer(m_probe);
    patience->setSingleShot(true);
    // Nobody listens, or somebody who does not answer: a workbench that hangs must not keep the next from starting.
    const auto alone = [this] {
        m_probe->disconnect(this);
        m_probe->deleteLater();
        m_probe = nullptr;
        becomeFirst();
    };
    connect(m_probe, &QLocalSocket::errorOccurred, this, alone);
    connect(patience, &QTimer::timeout, this, alone);
    connect(m_probe, &QLocalSocket::connected, this, [this] {
        const QJsonObject message{{QStringLiteral("path"), m_request.path}, {QStringLiteral("sample"), m_request.sample}};
        m_probe->write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    });
    connect(m_probe, &QLocalSocket::readyRead, this, [this] {
        m_probe->disconnect(this);
        Q_EMIT handedOver();
    });
    patience->start(patienceMs);
    m_probe->connectToServer(m_name);
}

void SingleInstance::becomeFirst()
{
    QLocalServer::removeServer(m_name); // left over from a crash
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::takeConnection);
    m_server->listen(m_name); // where this fails, every start is a first one
    Q_EMIT first();
}

void SingleInstance::takeConnection()
{
    QLocalSocket *socket = m_server->nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() > largestMessage)
                socket->abort();
            return;
        }
        const QJsonObject message = QJsonDocument::fromJson(socket->readLine(largestMessage)).object();
        socket->write("taken\n");
        socket->disconnectFromServer();
        Q_EMIT asked(message.value(QLatin1String("path")).toString(), message.value(QLatin1String("sample")).toBool());
    });
}

} // namespace pdsi
