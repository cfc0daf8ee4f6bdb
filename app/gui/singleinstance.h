// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace pdsi {

/// One workbench per user and display. A second start hands its request to the first and ends.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    /// `name` tells applications apart; a file name, the same for every start.
    explicit SingleInstance(const QString &name, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// What a second start wants: absolute path of an archive, "sample", or empty (just come to the front).
    struct Request {
        QString path;
        bool sample = false;
    };
    /// Exactly one answer, later: `first` when no other instance took the request, and from then on `asked` may follow.
    void start(const Request &request);

Q_SIGNALS:
    void first();
    void handedOver();
    void asked(const QString &path, bool sample);

private:
    void becomeFirst();
    void takeConnection();

    QString m_name;
    Request m_request;
    QLocalSocket *m_probe = nullptr;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace pdsi
