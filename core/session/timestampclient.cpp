// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/timestampclient.h"

#include "core/report/bundle/evidencebundle.h"
#include "core/report/bundle/timestamptoken.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <QtConcurrent>

#include <utility>

namespace pdsi {

namespace {
constexpr qsizetype largestAnswer = 256 * 1024;
}

TimestampClient::TimestampClient(const QUrl &authority, const NetworkRoute &route, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_authority(authority), m_route(route), m_timeout(timeout), m_network(route.makeNetwork())
{
}

TimestampClient::~TimestampClient()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
}

Result<QUrl> TimestampClient::parseAuthority(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool loopback = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1")
        || url.host() == QLatin1String("localhost");
    const bool allowed = url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && loopback);
    if (!url.isValid() || url.host().isEmpty() || !allowed || !url.userInfo().isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not an https address (http to this computer alone).").arg(text)};
    return url;
}

void TimestampClient::ask(const QByteArray &sha256, Token token)
{
    Q_ASSERT(!m_reply);
    const auto question = timestampQuestion(sha256);
    if (!question) {
        QTimer::singleShot(0, this, [token = std::move(token), error = question.error()] { token(error); });
        return;
    }
    QNetworkRequest request(m_authority);
    m_route.prepare(request);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/timestamp-query"));
    request.setRawHeader("Accept", "application/timestamp-reply");
    m_body.clear();
    m_reply = m_network->post(request, *question);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_body += m_reply->readAll();
        if (m_body.size() > largestAnswer)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this,
            [this, asked = *question, token = std::move(token)] { finished(asked, token); });
    QTimer::singleShot(m_timeout, m_reply, &QNetworkReply::abort);
}

void TimestampClient::finished(const QByteArray &question, const Token &token)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    m_body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_body.size() > largestAnswer)
        return token(Error{ErrorCode::Malformed, QStringLiteral("the answer is too large for a time stamp")});
    if (status == 0 || reply->error() == QNetworkReply::OperationCanceledError)
        return token(networkError(*reply));
    if (status != 200)
        return token(Error{ErrorCode::InvalidArgument, QStringLiteral("the time stamp authority answered with HTTP %1").arg(status)});
    const auto good = checkTimestampAnswer(m_body, question);
    token(good ? Result<QByteArray>(m_body) : Result<QByteArray>(good.error()));
}

void TimestampClient::stamp(const QString &bundlePath, Stamped stamped)
{
    const auto digest = bundleManifestDigest(bundlePath);
    if (!digest) {
        QTimer::singleShot(0, this, [stamped = std::move(stamped), error = digest.error()] { stamped(error); });
        return;
    }
    ask(*digest, [this, bundlePath, stamped = std::move(stamped)](const Result<QByteArray> &token) {
        if (!token)
            return stamped(token.error());
        auto *watcher = new QFutureWatcher<Result<Done>>(this); // the file may be large: it is written elsewhere
        connect(watcher, &QFutureWatcherBase::finished, this, [watcher, stamped] {
            watcher->deleteLater();
            stamped(watcher->result());
        });
        watcher->setFuture(QtConcurrent::run([bundlePath, answer = *token] { return addBundleTimestamp(bundlePath, answer); }));
    });
}

} // namespace pdsi
