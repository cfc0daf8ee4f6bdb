// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/bundle/timestamptoken.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <memory>

namespace pdsi {

namespace {

template<auto Free>
struct OpensslDeleter {
    template<typename Object>
    void operator()(Object *object) const { Free(object); }
};
using TsRequest = std::unique_ptr<TS_REQ, OpensslDeleter<TS_REQ_free>>;
using TsAnswer = std::unique_ptr<TS_RESP, OpensslDeleter<TS_RESP_free>>;
using TsImprint = std::unique_ptr<TS_MSG_IMPRINT, OpensslDeleter<TS_MSG_IMPRINT_free>>;
using X509Store = std::unique_ptr<X509_STORE, OpensslDeleter<X509_STORE_free>>;
using X509Holder = std::unique_ptr<X509, OpensslDeleter<X509_free>>;
using BioHolder = std::unique_ptr<BIO, OpensslDeleter<BIO_free>>;

constexpr int nonceSize = 16;
constexpr qint64 largestCertificates = 4 * 1024 * 1024;

template<typename Object, typename Read>
Object parsedDer(const QByteArray &der, Read read)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = at + der.size();
    Object object(read(nullptr, &at, long(der.size())));
    return at == end ? std::move(object) : Object();
}

TsAnswer parsedAnswer(const QByteArray &der)
{
    TsAnswer answer = parsedDer<TsAnswer>(der, d2i_TS_RESP);
    ERR_clear_error();
    return answer;
}

QString opensslReason()
{
    const unsigned long code = ERR_peek_last_error();
    const char *data = nullptr;
    int flags = 0;
    ERR_peek_last_error_data(&data, &flags);
    const char *reason = ERR_reason_error_string(code);
    QString text = reason ? QString::fromLatin1(reason) : QStringLiteral("unknown reason");
    if (data && (flags & ERR_TXT_STRING) && *data)
        text += QStringLiteral(" (%1)").arg(QString::fromUtf8(data));
    ERR_clear_error();
    return text;
}

QByteArray imprintOf(TS_MSG_IMPRINT *imprint)
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    if (OBJ_obj2nid(algorithm) != NID_sha256)
        return {};
    const ASN1_OCTET_STRING *digest = TS_MSG_IMPRINT_get_msg(imprint);
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(digest)), ASN1_STRING_length(digest));
}

QDateTime timeOf(const ASN1_GENERALIZEDTIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime({parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday}, {parts.tm_hour, parts.tm_min, parts.tm_sec}, Qt::UTC);
}

QString nameOf(const X509 *certificate)
{
    const BioHolder out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0, XN_FLAG_ONELINE & ~unsigned(ASN1_STRFLGS_ESC_MSB));
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return QString::fromUtf8(text, size);
}

QString oidOf(const ASN1_OBJECT *object)
{
    char text[128] = {};
    return object && OBJ_obj2txt(text, sizeof text, object, 1) > 0 ? QString::fromLatin1(text) : QString();
}

/// Certificates are judged as of the time that was stamped: a stamp outlives its certificate.
X509Store storeAsOf(const QDateTime &time)
{
    X509Store store(X509_STORE_new());
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), time.toSecsSinceEpoch());
    return store;
}

/// Trusts whatever signed: what is left to be checked is the signature, and that the certificate is for time stamps.
X509Store storeOfSigners(PKCS7 *token, const QDateTime &time)
{
    X509Store store = storeAsOf(time);
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    STACK_OF(X509) *signers = PKCS7_get0_signers(token, nullptr, 0);
    for (int i = 0; i < sk_X509_num(signers); ++i)
        X509_STORE_add_cert(store.get(), sk_X509_value(signers, i));
    sk_X509_free(signers);
    return store;
}

/// How many certificates of the PEM text were taken.
int addCertificates(X509_STORE *store, const QByteArray &pem)
{
    const BioHolder in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    int taken = 0;
    while (X509 *read = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)) {
        const X509Holder certificate(read);
        taken += X509_STORE_add_cert(store, read);
    }
    ERR_clear_error(); // the end of the text is one
    return taken;
}

/// Empty when the certificate that signed leads to one the store trusts; why not otherwise.
QString distrust(PKCS7 *token, X509_STORE *store)
{
    return TS_RESP_verify_signature(token, nullptr, store, nullptr) == 1 ? QString() : opensslReason();
}

/// Whom the system trusts, or else the reader.
void judgeTrust(PKCS7 *token, const QByteArray &certificates, TimestampVerdict &verdict)
{
    const X509Store system = storeAsOf(verdict.time);
    X509_STORE_set_default_paths(system.get());
    verdict.problem = distrust(token, system.get());
    verdict.trustedBySystem = verdict.trusted = verdict.problem.isEmpty();
    const X509Store given = storeAsOf(verdict.time);
    // An authority of a company may have signed its stamps' certificate under a root that the file leaves out.
    X509_STORE_set_flags(given.get(), X509_V_FLAG_PARTIAL_CHAIN);
    if (verdict.trusted || addCertificates(given.get(), certificates) == 0)
        return;
    verdict.problem = distrust(token, given.get());
    verdict.trusted = verdict.problem.isEmpty();
}

TimestampVerdict wrongStamp(const QString &problem)
{
    TimestampVerdict verdict;
    verdict.state = TimestampVerdict::State::Wrong;
    verdict.problem = problem;
    return verdict;
}

} // namespace

Result<QByteArray> timestampQuestion(const QByteArray &sha256)
{
    const TsRequest request(TS_REQ_new());
    const TsImprint imprint(TS_MSG_IMPRINT_new());
    X509_ALGOR *algorithm = X509_ALGOR_new();
    X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    QByteArray digest = sha256;
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm);
    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(digest.data()), int(digest.size()));
    X509_ALGOR_free(algorithm);

    unsigned char random[nonceSize];
    BIGNUM *number = RAND_bytes(random, nonceSize) == 1 ? BN_bin2bn(random, nonceSize, nullptr) : nullptr;
    ASN1_INTEGER *nonce = number ? BN_to_ASN1_INTEGER(number, nullptr) : nullptr;
    const bool made = nonce && TS_REQ_set_version(request.get(), 1) == 1
        && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 && TS_REQ_set_nonce(request.get(), nonce) == 1
        && TS_REQ_set_cert_req(request.get(), 1) == 1;
    BN_free(number);
    ASN1_INTEGER_free(nonce);
    unsigned char *der = nullptr;
    const int size = made ? i2d_TS_REQ(request.get(), &der) : -1;
    if (size <= 0)
        return Error{ErrorCode::Internal, QStringLiteral("time stamp request: %1").arg(opensslReason())};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

Result<Done> checkTimestampAnswer(const QByteArray &answer, const QByteArray &question)
{
    const TsAnswer parsed = parsedAnswer(answer);
    const TsRequest asked = parsedDer<TsRequest>(question, d2i_TS_REQ);
    if (!parsed || !asked)
        return Error{ErrorCode::Malformed, QStringLiteral("the answer is no time stamp")};
    TS_STATUS_INFO *status = TS_RESP_get_status_info(parsed.get());
    const qint64 code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status));
    TS_TST_INFO *stamp = TS_RESP_get_tst_info(parsed.get());
    if ((code != TS_STATUS_GRANTED && code != TS_STATUS_GRANTED_WITH_MODS) || !stamp)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("the time stamp authority refused (status %1)").arg(code)};
    const QByteArray digest = imprintOf(TS_REQ_get_msg_imprint(asked.get()));
    const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce(stamp);
    if (!nonce || ASN1_INTEGER_cmp(nonce, TS_REQ_get_nonce(asked.get())) != 0)
        return Error{ErrorCode::Malformed, QStringLiteral("the time stamp answers another question")};
    const TimestampVerdict verdict = inspectTimestamp(answer, digest);
    if (verdict.state != TimestampVerdict::State::Valid)
        return Error{ErrorCode::Malformed, QStringLiteral("the time stamp is not good: %1").arg(verdict.problem)};
    return Done{};
}

TimestampVerdict inspectTimestamp(const QByteArray &answer, const QByteArray &sha256, const QByteArray &certificates)
{
    const TsAnswer parsed = parsedAnswer(answer);
    PKCS7 *token = parsed ? TS_RESP_get_token(parsed.get()) : nullptr;
    TS_TST_INFO *stamp = parsed ? TS_RESP_get_tst_info(parsed.get()) : nullptr;
    const qint64 status = parsed ? ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(parsed.get()))) : -1;
    if (!token || !stamp || (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS))
        return wrongStamp(QStringLiteral("it is no time stamp"));
    if (imprintOf(TS_TST_INFO_get_msg_imprint(stamp)) != sha256)
        return wrongStamp(QStringLiteral("it is about something else"));
    TimestampVerdict verdict;
    verdict.time = timeOf(TS_TST_INFO_get_time(stamp));
    verdict.policy = oidOf(TS_TST_INFO_get_policy_id(stamp));
    const X509Store signers = storeOfSigners(token, verdict.time);
    X509 *signer = nullptr;
    if (!verdict.time.isValid() || TS_RESP_verify_signature(token, nullptr, signers.get(), &signer) != 1)
        return wrongStamp(QStringLiteral("its signature is not good: %1").arg(opensslReason()));
    const X509Holder holder(signer);
    verdict.state = TimestampVerdict::State::Valid;
    verdict.authority = nameOf(signer);
    judgeTrust(token, certificates, verdict);
    ERR_clear_error();
    return verdict;
}

Result<QByteArray> readTimestampCertificates(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::CannotRead, path};
    const QByteArray pem = file.read(largestCertificates);
    const X509Store store(X509_STORE_new());
    if (addCertificates(store.get(), pem) == 0)
        return Error{ErrorCode::Malformed, QStringLiteral("%1: no certificate (PEM) in it").arg(path)};
    return pem;
}

} // namespace pdsi
