// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/timestampclient.h"

#include "core/report/bundle/evidencebundle.h"

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

TimestampClient::TimestampClient(TimestampService service, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_service(std::move(service)), m_timeout(timeout), m_network(m_service.route.makeNetwork())
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
    const bool allowed = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !allowed || !url.userInfo().isEmpty())
        return Error{ErrorCode::InvalidArgument, QStringLiteral("\"%1\" is not an https or http address.").arg(text)};
    return url;
}

void TimestampClient::ask(const QByteArray &sha256, Answer asked)
{
    Q_ASSERT(!m_reply);
    const auto question = timestampQuestion(sha256);
    if (!question) {
        QTimer::singleShot(0, this, [asked = std::move(asked), error = question.error()] { asked(error); });
        return;
    }
    QNetworkRequest request(m_service.authority);
    m_service.route.prepare(request);
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
            [this, sha256, question = *question, asked = std::move(asked)] { finished(sha256, question, asked); });
    QTimer::singleShot(m_timeout, m_reply, &QNetworkReply::abort);
}

void TimestampClient::finished(const QByteArray &sha256, const QByteArray &question, const Answer &asked)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    m_body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_body.size() > largestAnswer)
        return asked(Error{ErrorCode::Malformed, QStringLiteral("the answer is too large for a time stamp")});
    if (status == 0 || reply->error() == QNetworkReply::OperationCanceledError)
        return asked(networkError(*reply));
    if (status != 200)
        return asked(Error{ErrorCode::InvalidArgument, QStringLiteral("the time stamp authority answered with HTTP %1").arg(status)});
    if (const auto good = checkTimestampAnswer(m_body, question); !good)
        return asked(good.error());
    const TimestampVerdict verdict = inspectTimestamp(m_body, sha256, m_service.certificates);
    if (!m_service.certificates.isEmpty() && !verdict.trusted)
        return asked(Error{ErrorCode::InvalidArgument, QStringLiteral("the time stamp is by %1, for whom neither the CA file "
                                                                      "nor this system vouches: %2").arg(verdict.authority, verdict.problem)});
    asked(Timestamp{m_body, verdict});
}

void TimestampClient::stamp(const QString &bundlePath, Answer stamped)
{
    const auto digest = bundleManifestDigest(bundlePath);
    if (!digest) {
        QTimer::singleShot(0, this, [stamped = std::move(stamped), error = digest.error()] { stamped(error); });
        return;
    }
    ask(*digest, [this, bundlePath, stamped = std::move(stamped)](const Result<Timestamp> &stamp) {
        if (!stamp)
            return stamped(stamp.error());
        auto *watcher = new QFutureWatcher<Result<Done>>(this); // the file may be large: it is written elsewhere
        connect(watcher, &QFutureWatcherBase::finished, this, [watcher, stamped, stamp = *stamp] {
            watcher->deleteLater();
            const Result<Done> added = watcher->result();
            stamped(added ? Result<Timestamp>(stamp) : Result<Timestamp>(added.error()));
        });
        watcher->setFuture(QtConcurrent::run([bundlePath, answer = stamp->answer] { return addBundleTimestamp(bundlePath, answer); }));
    });
}

} // namespace pdsi
