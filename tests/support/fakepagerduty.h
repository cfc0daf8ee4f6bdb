// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeapi.h"
#include "tests/support/fault.h"
#include "tests/support/httpconnection.h"
#include "tests/support/madecertificate.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <memory>

class QTcpServer;

namespace pdsi {

/// How a FakePagerDuty behaves when nothing goes wrong.
struct FakeOptions {
    QByteArray apiKey = QByteArrayLiteral("fakefakefakefakefa00");
    QByteArray bearerToken = {};          ///< also accepted with `Bearer`, when set
    int limitPerWindow = 0;               ///< requests allowed in a fixed window; 0 = no limit, no headers
    int windowMs = 60'000;
    bool bareRateLimit = false;           ///< a 429 of ours has no headers and no body
    int latencyMs = 0;                    ///< from the request's last byte to the answer's first
    bool readOnlyKey = true;              ///< anything but GET is answered 403
    MadeCertificate certificate = {};     ///< speaks TLS with it, when set
};

/// What a FakePagerDuty saw.
struct FakeStats {
    int requests = 0;                     ///< all, refused ones included
    QList<QByteArray> targets;            ///< path and query of each, in order
    QHash<QByteArray, int> perPath;       ///< without query
    QSet<QByteArray> authorizations;      ///< distinct header values
    QSet<QByteArray> hosts;               ///< distinct Host headers that are not ours
    QList<HttpRequest> decoyRequests;     ///< what arrived at the port a redirect points to
    int inFlight = 0;
    int maxInFlight = 0;
    int rateLimited = 0;                  ///< answers 429
    int unauthorized = 0;                 ///< answers 401 for a wrong or missing key
    qint64 bytes = 0;                     ///< of bodies
};

/// A PagerDuty look-alike on 127.0.0.1 with real sockets, for tests and for trying the programs by hand.
/// Lives in the thread that made it and needs its event loop.
class FakePagerDuty : public QObject
{
    Q_OBJECT
public:
    explicit FakePagerDuty(AccountModel model, FakeOptions options = {}, QObject *parent = nullptr);
    ~FakePagerDuty() override;

    /// Port 0 takes a free one. False when the port is taken.
    bool listen(quint16 port = 0);
    /// `http://127.0.0.1:PORT`, or https.
    QUrl url() const;
    /// Another port that answers 200 to everything and writes down what it was asked.
    QUrl decoyUrl() const;

    void addFault(const Fault &fault);
    /// The text form of Fault::parse; must be valid.
    void addFault(const QString &text);
    void clearFaults();
    /// Drops the listening socket and every connection: the account is gone.
    void shutDown();

    const FakeStats &stats() const { return m_stats; }
    void resetStats();
    FakeOptions &options() { return m_options; }
    const AccountModel &model() const { return m_api.model(); }

Q_SIGNALS:
    void asked(const QByteArray &target);

private:
    struct ActiveFault {
        Fault fault;
        int matched = 0;
    };
    void accept();
    void acceptDecoy();
    void take(HttpConnection *connection, const HttpRequest &request);
    QList<Fault> faultsFor(const QByteArray &target);
    FakeAnswer answerTo(const HttpRequest &request, const QList<Fault> &faults);
    bool spendAllowance();
    void addRateHeaders(FakeAnswer *answer) const;
    void deliver(HttpConnection *connection, const FakeAnswer &answer, const QList<Fault> &faults);
    void drip(HttpConnection *connection, const QByteArray &rest);
    void done(HttpConnection *connection);

    FakeApi m_api;
    FakeOptions m_options;
    FakeStats m_stats;
    QList<ActiveFault> m_faults;
    QHash<QByteArray, int> m_asked;     ///< for request ids that are the same in every run
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpServer> m_decoy;
    QElapsedTimer m_window;
    int m_spent = 0;
};

} // namespace pdsi
