// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagerduty.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

QByteArray head(const FakeAnswer &answer, const QByteArray &framing)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    text += "content-type: " + answer.contentType + "\r\n" + framing + "\r\n";
    for (const auto &[name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

QByteArray framingFor(qsizetype length)
{
    return "content-length: " + QByteArray::number(length);
}

bool contains(const QList<Fault> &faults, Fault::Kind kind)
{
    return std::any_of(faults.begin(), faults.end(), [kind](const Fault &fault) { return fault.kind == kind; });
}

QUrl urlOf(const QTcpServer &server)
{
    const bool tls = qobject_cast<const QSslServer *>(&server);
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(tls ? u"https"_s : u"http"_s).arg(server.serverPort()));
}

std::unique_ptr<QTcpServer> serverFor(const MadeCertificate &made)
{
    if (made.certificate.isEmpty())
        return std::make_unique<QTcpServer>();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(made.certificate));
    tls.setPrivateKey(QSslKey(made.key, QSsl::Ec));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

FakePagerDuty::FakePagerDuty(AccountModel model, FakeOptions options, QObject *parent)
    : QObject(parent), m_api(std::move(model)), m_options(std::move(options)),
      m_server(serverFor(m_options.certificate)), m_decoy(std::make_unique<QTcpServer>())
{
    m_server->setListenBacklogSize(256);
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakePagerDuty::accept);
    connect(m_decoy.get(), &QTcpServer::newConnection, this, &FakePagerDuty::acceptDecoy);
}

FakePagerDuty::~FakePagerDuty() = default;

bool FakePagerDuty::listen(quint16 port)
{
    return m_server->listen(QHostAddress::LocalHost, port) && m_decoy->listen(QHostAddress::LocalHost);
}

QUrl FakePagerDuty::url() const { return urlOf(*m_server); }
QUrl FakePagerDuty::decoyUrl() const { return urlOf(*m_decoy); }

void FakePagerDuty::addFault(const Fault &fault)
{
    m_faults.append({fault, 0});
    if (fault.kind == Fault::Kind::Redirect && fault.argument.isEmpty())
        m_faults.last().fault.argument = decoyUrl().toString() + u"/elsewhere"_s;
}

void FakePagerDuty::addFault(const QString &text)
{
    const Result<Fault> fault = Fault::parse(text);
    Q_ASSERT_X(fault.ok(), "FakePagerDuty::addFault", qUtf8Printable(text));
    addFault(*fault);
}

void FakePagerDuty::clearFaults() { m_faults.clear(); }

void FakePagerDuty::shutDown()
{
    m_server->close();
    const auto connections = findChildren<HttpConnection *>();
    for (HttpConnection *connection : connections)
        connection->reset();
}

void FakePagerDuty::resetStats()
{
    const int inFlight = m_stats.inFlight;
    m_stats = {};
    m_stats.inFlight = inFlight;
}

void FakePagerDuty::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::requested, this,
                [this, connection](const HttpRequest &request) { take(connection, request); });
        connect(connection, &HttpConnection::gone, this, [this](bool wasBusy) { m_stats.inFlight -= wasBusy; });
    }
}

void FakePagerDuty::acceptDecoy()
{
    while (QTcpSocket *socket = m_decoy->nextPendingConnection()) {
        auto *connection = new HttpConnection(socket, this);
        connect(connection, &HttpConnection::requested, this, [this, connection](const HttpRequest &request) {
            m_stats.decoyRequests.append(request);
            connection->send(head(FakeAnswer{}, framingFor(2)) + "{}");
            connection->finish();
        });
    }
}

QList<Fault> FakePagerDuty::faultsFor(const QByteArray &target)
{
    QList<Fault> hitting;
    for (ActiveFault &active : m_faults) {
        if (active.fault.matches(target) && active.fault.hits(++active.matched))
            hitting.append(active.fault);
    }
    return hitting;
}

void FakePagerDuty::take(HttpConnection *connection, const HttpRequest &request)
{
    ++m_stats.requests;
    ++m_stats.perPath[request.path()];
    m_stats.targets.append(request.target);
    Q_EMIT asked(request.target);
    m_stats.authorizations.insert(request.header("authorization"));
    const QByteArray host = request.header("host");
    if (host != "127.0.0.1:" + QByteArray::number(m_server->serverPort()))
        m_stats.hosts.insert(host);
    m_stats.maxInFlight = std::max(m_stats.maxInFlight, ++m_stats.inFlight);
    const QList<Fault> faults = faultsFor(request.target);
    const bool admitted = spendAllowance(); // when it arrives, not when it is answered
    const QPointer<HttpConnection> alive(connection);
    QTimer::singleShot(m_options.latencyMs, connection, [this, alive, request, faults, admitted] {
        FakeAnswer answer;
        if (admitted) {
            answer = answerTo(request, faults);
        } else {
            ++m_stats.rateLimited;
            answer = FakeAnswer::ofStatus(429);
            answer.useRaw = m_options.bareRateLimit;
        }
        addRateHeaders(&answer);
        const QByteArray nth = QByteArray::number(++m_asked[request.target]);
        const QByteArray id = QCryptographicHash::hash(request.target + ' ' + nth, QCryptographicHash::Sha256);
        answer.addHeader("x-request-id", id.toHex().left(32));
        if (alive)
            deliver(alive, answer, faults);
    });
}

FakeAnswer FakePagerDuty::answerTo(const HttpRequest &request, const QList<Fault> &faults)
{
    FakeAnswer answer;
    for (const Fault &fault : faults) {
        if (!fault.replaces(&answer))
            continue;
        m_stats.rateLimited += answer.status == 429;
        return answer;
    }
    const QByteArray authorization = request.header("authorization");
    const bool known = authorization == "Token token=" + m_options.apiKey
        || (!m_options.bearerToken.isEmpty() && authorization == "Bearer " + m_options.bearerToken);
    if (!known) {
        ++m_stats.unauthorized;
        return FakeAnswer::ofStatus(401);
    }
    if (m_options.readOnlyKey && request.method != "GET")
        return FakeAnswer::ofStatus(403);
    FakeRequest asked = FakeRequest::parse(request.method, request.target, request.header("x-early-access"));
    ListTweak tweak;
    for (const Fault &fault : faults) {
        fault.changeRequest(&asked);
        fault.changeList(&tweak);
    }
    answer = m_api.answer(asked, tweak);
    for (const Fault &fault : faults)
        fault.changeAnswer(&answer, authorization);
    return answer;
}

bool FakePagerDuty::spendAllowance()
{
    if (m_options.limitPerWindow <= 0)
        return true;
    if (!m_window.isValid() || m_window.elapsed() >= m_options.windowMs) {
        m_window.start();
        m_spent = 0;
    }
    return ++m_spent <= m_options.limitPerWindow;
}

void FakePagerDuty::addRateHeaders(FakeAnswer *answer) const
{
    const bool refused = answer->status == 429;
    if (m_options.limitPerWindow <= 0 || (refused && m_options.bareRateLimit))
        return;
    for (const auto &[name, value] : std::as_const(answer->headers)) {
        if (name == "ratelimit-limit")
            return;
    }
    const int remaining = std::max(0, m_options.limitPerWindow - m_spent);
    const qint64 left = std::max<qint64>(0, m_options.windowMs - m_window.elapsed());
    answer->addHeader("ratelimit-limit", QByteArray::number(m_options.limitPerWindow));
    answer->addHeader("ratelimit-remaining", QByteArray::number(remaining));
    answer->addHeader("ratelimit-reset", QByteArray::number((left + 999) / 1000));
}

void FakePagerDuty::deliver(HttpConnection *connection, const FakeAnswer &answer, const QList<Fault> &faults)
{
    using Kind = Fault::Kind;
    if (contains(faults, Kind::Stall))
        return;
    if (contains(faults, Kind::Reset))
        return connection->reset();
    if (contains(faults, Kind::CloseBeforeAnswer))
        return connection->close();
    const QByteArray body = answer.body();
    const QByteArray half = body.left(body.size() / 2);
    m_stats.bytes += body.size();
    if (contains(faults, Kind::Truncated)) {
        connection->send(head(answer, framingFor(body.size())) + half);
        return connection->close();
    }
    if (contains(faults, Kind::ChunkedTruncated)) {
        connection->send(head(answer, "transfer-encoding: chunked") + QByteArray::number(half.size(), 16) + "\r\n"
                         + half + "\r\n");
        return connection->close();
    }
    if (contains(faults, Kind::Drip)) {
        connection->send(head(answer, framingFor(body.size())));
        return drip(connection, body);
    }
    const bool bodyless = answer.status == 204;
    connection->send(head(answer, bodyless ? QByteArray("x-no-body: 1") : framingFor(body.size())) + body);
    done(connection);
}

void FakePagerDuty::drip(HttpConnection *connection, const QByteArray &rest)
{
    if (rest.isEmpty())
        return done(connection);
    connection->send(rest.left(1));
    QTimer::singleShot(200, connection, [this, connection, rest] { drip(connection, rest.mid(1)); });
}

void FakePagerDuty::done(HttpConnection *connection)
{
    --m_stats.inFlight;
    connection->finish();
}

} // namespace pdsi
