// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/redactionkey.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace pdsi {

namespace {
constexpr qsizetype redactionKeySize = 32;
}

RedactionKey RedactionKey::random()
{
    std::array<quint32, redactionKeySize / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return RedactionKey(Secret(QByteArray(reinterpret_cast<const char *>(words.data()), redactionKeySize)));
}

Result<RedactionKey> RedactionKey::fromText(const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    const bool hex = std::all_of(trimmed.begin(), trimmed.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)); });
    if (!hex || trimmed.size() != 2 * redactionKeySize)
        return Error{ErrorCode::InvalidArgument, QStringLiteral("a redaction key is %1 hexadecimal digits").arg(2 * redactionKeySize)};
    return RedactionKey(Secret(QByteArray::fromHex(trimmed)));
}

QString RedactionKey::code(const QString &about, int length) const
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const QByteArray mac = QMessageAuthenticationCode::hash(about.toUtf8(), m_bytes.reveal(), QCryptographicHash::Sha256);
    QString code;
    for (int i = 0; i < std::min<int>(length, int(mac.size())); ++i)
        code += QLatin1Char(alphabet[static_cast<unsigned char>(mac.at(i)) % 32]);
    return code;
}

} // namespace pdsi
