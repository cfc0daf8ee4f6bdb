// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/tokenendpoint.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace pdsi {

namespace {
constexpr qsizetype largestBody = 1024 * 1024;
}

TokenEndpoint::TokenEndpoint(const OAuthSettings &settings, const NetworkRoute &route, Secret clientSecret,
                             const Clock &clock, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_settings(settings), m_route(route), m_clientSecret(std::move(clientSecret)), m_clock(clock),
      m_timeout(timeout), m_network(route.makeNetwork())
{
}

TokenEndpoint::~TokenEndpoint()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
}

void TokenEndpoint::exchange(const QString &code, const QString &verifier, const QUrl &redirectUri, Answer answer)
{
    post({{"grant_type", "authorization_code"},
          {"code", code.toUtf8()},
          {"redirect_uri", redirectUri.toEncoded()},
          {"code_verifier", verifier.toUtf8()}},
         {}, std::move(answer));
}

void TokenEndpoint::refresh(const OAuthTokens &tokens, Answer answer)
{
    post({{"grant_type", "refresh_token"}, {"refresh_token", tokens.refresh.reveal()}}, tokens, std::move(answer));
}

void TokenEndpoint::post(Fields fields, const OAuthTokens &before, Answer answer)
{
    Q_ASSERT(!m_reply);
    fields.append({"client_id", m_settings.clientId.toUtf8()});
    if (!m_clientSecret.isEmpty())
        fields.append({"client_secret", m_clientSecret.reveal()});
    QByteArray form;
    for (const auto &[name, value] : std::as_const(fields)) {
        form += form.isEmpty() ? "" : "&";
        form += name + '=' + QUrl::toPercentEncoding(QString::fromUtf8(value));
    }
    QNetworkRequest request(m_settings.tokenUrl);
    m_route.prepare(request);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Accept", "application/json");
    m_body.clear();
    m_reply = m_network->post(request, form);
    connect(m_reply, &QNetworkReply::readyRead, this, [this] {
        m_body += m_reply->readAll();
        if (m_body.size() > largestBody)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, [this, before, answer = std::move(answer)] { finished(before, answer); });
    QTimer::singleShot(m_timeout, m_reply, &QNetworkReply::abort);
}

void TokenEndpoint::finished(const OAuthTokens &before, const Answer &answer)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    m_body += reply->readAll();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool cutShort = reply->error() == QNetworkReply::OperationCanceledError && m_body.size() <= largestBody;
    if (status == 0 || cutShort)
        return answer(networkError(*reply));
    const QStringList asked = m_settings.scopes.isEmpty() ? readScopes() : m_settings.scopes;
    answer(readTokenAnswer(status, m_body, asked, before, m_clock.nowUtc()));
}

} // namespace pdsi
