// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madeauthority.h"

#include <QTcpSocket>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace pdsi {

MadeAuthority::MadeAuthority(const char *purpose)
{
    m_key = EVP_EC_gen("P-256");
    m_certificate = X509_new();
    X509_set_version(m_certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(m_certificate), 11);
    X509_gmtime_adj(X509_getm_notBefore(m_certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(m_certificate), 86'400);
    X509_set_pubkey(m_certificate, m_key);
    X509_NAME *name = X509_get_subject_name(m_certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("Harbour Time"), -1, -1, 0);
    X509_set_issuer_name(m_certificate, name);
    X509_EXTENSION *use = X509V3_EXT_conf_nid(nullptr, nullptr, NID_ext_key_usage, purpose);
    X509_add_ext(m_certificate, use, -1);
    X509_EXTENSION_free(use);
    X509_sign(m_certificate, m_key, EVP_sha256());
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(); });
    m_server.listen(QHostAddress::LocalHost);
}

MadeAuthority::~MadeAuthority()
{
    X509_free(m_certificate);
    EVP_PKEY_free(m_key);
}

QByteArray MadeAuthority::answerTo(const QByteArray &question) const
{
    TS_RESP_CTX *context = TS_RESP_CTX_new();
    TS_RESP_CTX_set_signer_cert(context, m_certificate);
    TS_RESP_CTX_set_signer_key(context, m_key);
    TS_RESP_CTX_set_signer_digest(context, EVP_sha256());
    ASN1_OBJECT *policy = OBJ_txt2obj("1.3.6.1.4.1.99999.1", 1);
    TS_RESP_CTX_set_def_policy(context, policy);
    if (mood != Mood::Refuses) // without a digest it knows it refuses
        TS_RESP_CTX_add_md(context, EVP_sha256());
    TS_RESP_CTX_set_serial_cb(context, [](TS_RESP_CTX *, void *) {
        ASN1_INTEGER *serial = ASN1_INTEGER_new();
        ASN1_INTEGER_set(serial, 4711);
        return serial;
    }, nullptr);
    BIO *in = BIO_new_mem_buf(question.constData(), int(question.size()));
    TS_RESP *response = TS_RESP_create_response(context, in);
    unsigned char *der = nullptr;
    const int size = i2d_TS_RESP(response, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    TS_RESP_free(response);
    BIO_free(in);
    ASN1_OBJECT_free(policy);
    TS_RESP_CTX_free(context);
    return bytes;
}

QByteArray MadeAuthority::certificate() const
{
    BIO *out = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(out, m_certificate);
    char *text = nullptr;
    const long size = BIO_get_mem_data(out, &text);
    const QByteArray pem(text, size);
    BIO_free(out);
    return pem;
}

void MadeAuthority::serve()
{
    auto *connection = new HttpConnection(m_server.nextPendingConnection(), &m_server);
    QObject::connect(connection, &HttpConnection::requested, connection, [this, connection](const HttpRequest &request) {
        asked = request;
        if (mood == Mood::Silent)
            return;
        const QByteArray question = answersInstead.isEmpty() ? request.body : answersInstead;
        const QByteArray body = mood == Mood::Garbage ? QByteArray("<html>sorry</html>") : answerTo(question);
        connection->send((mood == Mood::NotFound ? "HTTP/1.1 404 Not Found\r\n" : "HTTP/1.1 200 OK\r\n")
                         + QByteArray("Content-Type: application/timestamp-reply\r\nContent-Length: ") + QByteArray::number(body.size())
                         + "\r\n\r\n" + body);
        connection->finish();
    });
}

} // namespace pdsi
