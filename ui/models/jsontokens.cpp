// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsontokens.h"

namespace pdsi {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// What numbers, true, false and null are written with.
bool isScalarPart(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == '.';
}

std::optional<JsonToken::Kind> markOf(char c)
{
    switch (c) {
    case '{': return JsonToken::BeginObject;
    case '}': return JsonToken::EndObject;
    case '[': return JsonToken::BeginArray;
    case ']': return JsonToken::EndArray;
    case ':': return JsonToken::Colon;
    case ',': return JsonToken::Comma;
    default: return std::nullopt;
    }
}

/// The character behind `\c`; nullopt for `\u` and what is no escape.
std::optional<char16_t> simpleEscape(char c)
{
    switch (c) {
    case '"': return u'"';
    case '\\': return u'\\';
    case '/': return u'/';
    case 'b': return u'\b';
    case 'f': return u'\f';
    case 'n': return u'\n';
    case 'r': return u'\r';
    case 't': return u'\t';
    default: return std::nullopt;
    }
}

} // namespace

JsonTokens::JsonTokens(QByteArrayView utf8, qsizetype from) : m_text(utf8), m_at(from)
{
    if (m_at == 0 && m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

JsonToken JsonTokens::next()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
    if (m_at >= m_text.size())
        return {JsonToken::End, {m_text.size(), 0}};
    const char c = m_text[m_at];
    if (const auto mark = markOf(c))
        return {*mark, {m_at++, 1}};
    if (c == '"')
        return string();
    return isScalarPart(c) ? scalar() : JsonToken{JsonToken::Broken, {m_at, 0}};
}

JsonToken JsonTokens::string()
{
    const qsizetype start = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    if (m_at >= m_text.size()) {
        m_at = m_text.size();
        return {JsonToken::Broken, {start, m_at - start}};
    }
    ++m_at;
    return {JsonToken::String, {start, m_at - start}};
}

JsonToken JsonTokens::scalar()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && isScalarPart(m_text[m_at]))
        ++m_at;
    return {JsonToken::Scalar, {start, m_at - start}};
}

std::optional<QString> jsonStringValue(QByteArrayView token)
{
    if (token.size() < 2)
        return std::nullopt;
    const QByteArrayView inner = token.sliced(1, token.size() - 2);
    if (!inner.contains('\\'))
        return QString::fromUtf8(inner);
    QString value;
    qsizetype plainFrom = 0;
    for (qsizetype i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', plainFrom)) {
        value += QString::fromUtf8(inner.sliced(plainFrom, i - plainFrom));
        if (i + 1 >= inner.size())
            return std::nullopt;
        if (const auto simple = simpleEscape(inner[i + 1])) {
            value += QChar(*simple);
            plainFrom = i + 2;
            continue;
        }
        bool isNumber = false;
        const ushort unit = inner[i + 1] == 'u' && i + 6 <= inner.size()
            ? inner.sliced(i + 2, 4).toByteArray().toUShort(&isNumber, 16) : ushort(0);
        if (!isNumber)
            return std::nullopt;
        value += QChar(unit);
        plainFrom = i + 6;
    }
    return value + QString::fromUtf8(inner.sliced(plainFrom));
}

} // namespace pdsi
