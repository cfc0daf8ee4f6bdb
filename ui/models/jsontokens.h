// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace pdsi {

/// A stretch of a text, in the units of that text (bytes of UTF-8, or UTF-16 units of a QString).
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool operator==(const TextRange &) const = default;
};

struct JsonToken {
    enum Kind : quint8 { BeginObject, EndObject, BeginArray, EndArray, Colon, Comma, String, Scalar, End, Broken };
    Kind kind = End;
    TextRange range; ///< in bytes; a string's includes its quotes

    bool opens() const { return kind == BeginObject || kind == BeginArray; }
    bool closes() const { return kind == EndObject || kind == EndArray; }
};

/// Splits UTF-8 JSON into tokens, left to right, without judging its grammar. `Broken` is the last token of a text
/// that holds a stray character or ends inside a string.
class JsonTokens
{
public:
    explicit JsonTokens(QByteArrayView utf8, qsizetype from = 0);

    JsonToken next();

private:
    JsonToken string();
    JsonToken scalar();

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

/// The text a string token stands for; nullopt when an escape is none. Lone surrogates stay as they are.
std::optional<QString> jsonStringValue(QByteArrayView token);

} // namespace pdsi
