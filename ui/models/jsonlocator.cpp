// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonlocator.h"

#include <QList>

#include <algorithm>

namespace pdsi {

namespace {

/// Reads on behind the value that begins with `first`. False when the text ends before the value does.
bool skipValue(JsonTokens &tokens, JsonToken first, qsizetype *end = nullptr)
{
    qsizetype depth = 0;
    for (JsonToken token = first;; token = tokens.next()) {
        if (token.kind == JsonToken::End || token.kind == JsonToken::Broken)
            return false;
        depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        if (end)
            *end = token.range.end();
        if (depth <= 0)
            return depth == 0 && (token.closes() || token.kind == JsonToken::String || token.kind == JsonToken::Scalar);
    }
}

std::optional<qsizetype> arrayIndex(const QString &key)
{
    if (key.isEmpty() || key.size() > 9 || (key.size() > 1 && key[0] == u'0'))
        return std::nullopt;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return std::all_of(key.begin(), key.end(), isDigit) ? std::optional<qsizetype>(key.toInt()) : std::nullopt;
}

} // namespace

std::optional<TextRange> JsonLocator::locate(QStringView pointer) const
{
    const JsonToken root = JsonTokens(m_text).next();
    std::optional<qsizetype> at = root.range.start;
    if (pointer.isEmpty())
        return valueAt(*at);
    if (pointer[0] != u'/')
        return std::nullopt;
    for (const QStringView token : pointer.mid(1).split(u'/')) {
        QString key = token.toString();
        key.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        at = child(*at, key);
        if (!at)
            return std::nullopt;
    }
    return valueAt(*at);
}

std::optional<TextRange> JsonLocator::valueAt(qsizetype from) const
{
    JsonTokens tokens(m_text, from);
    const JsonToken first = tokens.next();
    qsizetype end = 0;
    if (!skipValue(tokens, first, &end))
        return std::nullopt;
    return TextRange{first.range.start, end - first.range.start};
}

std::optional<qsizetype> JsonLocator::child(qsizetype container, const QString &key) const
{
    const JsonToken::Kind kind = JsonTokens(m_text, container).next().kind;
    if (kind == JsonToken::BeginObject)
        return member(container, key);
    const auto index = arrayIndex(key);
    return kind == JsonToken::BeginArray && index ? element(container, *index) : std::nullopt;
}

std::optional<qsizetype> JsonLocator::member(qsizetype object, const QString &key) const
{
    JsonTokens tokens(m_text, object);
    tokens.next();
    std::optional<qsizetype> found;
    for (JsonToken token = tokens.next(); token.kind != JsonToken::EndObject; token = tokens.next()) {
        if (token.kind == JsonToken::Comma)
            continue;
        if (token.kind != JsonToken::String || tokens.next().kind != JsonToken::Colon)
            return std::nullopt;
        const JsonToken value = tokens.next();
        if (jsonStringValue(m_text.sliced(token.range.start, token.range.length)) == key)
            found = value.range.start;
        if (!skipValue(tokens, value))
            return std::nullopt;
    }
    return found;
}

std::optional<qsizetype> JsonLocator::element(qsizetype array, qsizetype index) const
{
    JsonTokens tokens(m_text, array);
    tokens.next();
    for (JsonToken token = tokens.next(); token.kind != JsonToken::EndArray; token = tokens.next()) {
        if (token.kind == JsonToken::Comma)
            continue;
        if (index-- == 0)
            return token.range.start;
        if (!skipValue(tokens, token))
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace pdsi
