// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/redactedsnapshot.h"

#include "core/base/jsonaccess.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <functional>

namespace pdsi {

namespace {

const QString redactedMark = QStringLiteral("[redacted]");

bool isOneOf(const QString &key, std::initializer_list<const char *> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&key](const char *k) { return key == QLatin1String(k); });
}

/// Words of the API, ids, times and zones: what joins and verdicts rest on, and nothing a person wrote.
bool isStructural(const QString &key)
{
    static const QSet<QString> keys = [] {
        QSet<QString> all;
        for (const char *k : {"id", "type", "self", "html_url", "status", "state", "role", "role_group", "default_role", "urgency", "method",
                              "time_zone", "timestamp", "start", "end", "end_time", "start_time", "date_time", "execution_time",
                              "effective_since", "effective_until", "rotation_virtual_start", "rotation_virtual_end", "abilities",
                              "truncated_token", "next_cursor", "recurrence", "events", "action", "color", "scope", "device_type"})
            all.insert(QLatin1String(k));
        return all;
    }();
    return keys.contains(key) || key.endsWith(QLatin1String("_id")) || key.endsWith(QLatin1String("_ids"))
        || key.endsWith(QLatin1String("_at")) || key.endsWith(QLatin1String("_type"));
}

/// A user, or a reference to one.
bool isUser(const QJsonObject &object, const QString &key)
{
    const QString type = textAt(object, QLatin1String("type"));
    return type == QLatin1String("user") || type == QLatin1String("user_reference")
        || (type.isEmpty() && object.contains(QLatin1String("id"))
            && (key == QLatin1String("user") || key == QLatin1String("users") || object.contains(QLatin1String("email"))));
}

bool isContactMethod(const QJsonObject &object)
{
    return textAt(object, QLatin1String("type")).contains(QLatin1String("contact_method"));
}

/// A field that holds nothing but a telephone number.
bool isPhone(const QString &key)
{
    return isOneOf(key, {"phone", "phones", "mobile", "telephone", "fax"}) || key.endsWith(QLatin1String("_phone"))
        || key.endsWith(QLatin1String("phone_number")) || key.endsWith(QLatin1String("phone_numbers"));
}

/// Number or text, as written.
QString scalarText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

using ObjectVisit = std::function<void(const QJsonObject &object, const QString &key)>;

/// Calls `visit` with every object in the answer and the key it stands under.
void visitObjects(const QJsonValue &value, const QString &key, const ObjectVisit &visit)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            visitObjects(element, key, visit);
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    visit(object, key);
    for (auto it = object.begin(); it != object.end(); ++it)
        visitObjects(it.value(), it.key(), visit);
}

void knowPhones(const QJsonObject &object, PersonalText &text)
{
    if (isContactMethod(object)) {
        const QString country = scalarText(object.value(QLatin1String("country_code")));
        for (const char *key : {"address", "label", "summary", "name"})
            text.knowPhone(scalarText(object.value(QLatin1String(key))), country);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isPhone(it.key()))
            continue;
        text.knowPhone(scalarText(*it));
        const QJsonArray several = it->toArray();
        for (const QJsonValue &one : several)
            text.knowPhone(scalarText(one));
    }
}

/// Takes people out of one answer.
class AnswerRedaction
{
public:
    explicit AnswerRedaction(const PersonalText &text) : m_text(text) {}

    /// The bytes as they were where nobody is in them.
    QByteArray redact(const QByteArray &body)
    {
        const QJsonDocument document = QJsonDocument::fromJson(body);
        QJsonDocument cleaned;
        if (document.isObject())
            cleaned.setObject(object(document.object(), {}, {}));
        else if (document.isArray())
            cleaned.setArray(value(document.array(), {}, {}).toArray());
        else
            return {};
        return replaced.isEmpty() ? body : cleaned.toJson(QJsonDocument::Compact);
    }

    QList<RemovedField> replaced;

private:
    QJsonObject object(const QJsonObject &from, const QString &key, const QString &pointer);
    QJsonValue value(const QJsonValue &from, const QString &key, const QString &pointer);
    QJsonValue member(const QJsonObject &owner, const QString &ownerKey, const QString &key, const QString &pointer);
    QJsonValue noted(const QJsonValue &from, const QJsonValue &to, const QString &pointer)
    {
        if (from != to)
            replaced << RemovedField{pointer, {}};
        return to;
    }

    const PersonalText &m_text;
};

/// What a field of a user, of a contact method or of an audit record's details becomes; Undefined = nothing special.
QJsonValue personalMember(const PersonalText &text, const QJsonObject &owner, const QString &ownerKey, const QString &key)
{
    const QJsonValue from = owner.value(key);
    if (!from.isString())
        return QJsonValue(QJsonValue::Undefined);
    if (isUser(owner, ownerKey)) {
        if (isOneOf(key, {"name", "summary"}))
            return text.pseudonym(textAt(owner, QLatin1String("id")));
        if (isOneOf(key, {"job_title", "description", "avatar_url"}))
            return QJsonValue(QJsonValue::Null);
    }
    if (key == QLatin1String("email"))
        return text.email(from.toString());
    const bool contact = isContactMethod(owner);
    if (contact && key == QLatin1String("address") && from.toString().contains(QLatin1Char('@')))
        return text.email(from.toString());
    if ((contact && isOneOf(key, {"address", "label", "summary", "name"})) || key == QLatin1String("point_of_contact"))
        return redactedMark;
    const bool personalField = isOneOf(textAt(owner, QLatin1String("name")), {"name", "email", "job_title", "description", "avatar_url", "label", "address"})
        || isPhone(textAt(owner, QLatin1String("name")));
    if (personalField && isOneOf(key, {"value", "before_value"}))
        return redactedMark;
    return QJsonValue(QJsonValue::Undefined);
}

QJsonValue AnswerRedaction::member(const QJsonObject &owner, const QString &ownerKey, const QString &key, const QString &pointer)
{
    const QJsonValue from = owner.value(key);
    const QJsonValue personal = personalMember(m_text, owner, ownerKey, key);
    return personal.isUndefined() ? value(from, key, pointer) : noted(from, personal, pointer);
}

QJsonObject AnswerRedaction::object(const QJsonObject &from, const QString &key, const QString &pointer)
{
    QJsonObject result;
    for (auto it = from.begin(); it != from.end(); ++it) {
        const QString safe = it.key().contains(QLatin1Char('@')) || it.key().contains(QLatin1Char(' ')) ? m_text.clean(it.key()) : it.key();
        const QString at = pointerTo(pointer, safe);
        if (safe != it.key())
            replaced << RemovedField{at, {}};
        result.insert(safe, member(from, key, it.key(), at));
    }
    return result;
}

QJsonValue AnswerRedaction::value(const QJsonValue &from, const QString &key, const QString &pointer)
{
    if (from.isObject())
        return object(from.toObject(), key, pointer);
    if (from.isArray()) {
        QJsonArray result;
        const QJsonArray array = from.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            result << value(array.at(i), key, pointerTo(pointer, i));
        return result;
    }
    if ((from.isString() || from.isDouble()) && isPhone(key))
        return noted(from, redactedMark, pointer);
    return from.isString() && !isStructural(key) ? noted(from, m_text.clean(from.toString()), pointer) : from;
}

/// Redacts on demand: no more than one answer is held.
class RedactedBodySource final : public BodySource
{
public:
    RedactedBodySource(Snapshot original, std::shared_ptr<const PersonalText> text)
        : m_original(std::move(original)), m_text(std::move(text))
    {
    }
    QByteArray body(int requestId) const override
    {
        const QByteArray body = m_original.body(requestId);
        return body.isEmpty() ? body : AnswerRedaction(*m_text).redact(body);
    }

private:
    const Snapshot m_original;
    const std::shared_ptr<const PersonalText> m_text;
};

std::shared_ptr<const PersonalText> peopleOf(const Snapshot &snapshot, const RedactionKey &key)
{
    auto text = std::make_shared<PersonalText>(key);
    for (const RequestRecord &record : snapshot.requests()) {
        const QJsonDocument answer = QJsonDocument::fromJson(snapshot.body(record.id));
        visitObjects(answer.isArray() ? QJsonValue(answer.array()) : QJsonValue(answer.object()), {},
                     [&text](const QJsonObject &object, const QString &under) {
                         knowPhones(object, *text);
                         if (!isUser(object, under))
                             return;
                         const QString id = textAt(object, QLatin1String("id"));
                         text->know(id, textAt(object, QLatin1String("name")), textAt(object, QLatin1String("email")));
                         text->know(id, textAt(object, QLatin1String("summary")), {});
                     });
    }
    text->ready();
    return text;
}

} // namespace

RedactedSnapshot redactSnapshot(const Snapshot &snapshot, const RedactionKey &key)
{
    const auto text = peopleOf(snapshot, key);
    SnapshotInfo info = snapshot.info();
    info.redacted = true;
    if (!info.account.requester.isEmpty())
        info.account.requester = text->email(info.account.requester);
    QList<RequestRecord> requests = snapshot.requests();
    QHash<int, QList<RemovedField>> removed;
    for (RequestRecord &record : requests) {
        record.path = text->cleanPath(record.path);
        AnswerRedaction redaction(*text);
        const QByteArray body = snapshot.body(record.id);
        if (!body.isEmpty())
            (void)redaction.redact(body);
        const QList<RemovedField> all = snapshot.removed(record.id) + redaction.replaced;
        if (!all.isEmpty())
            removed.insert(record.id, all);
    }
    return {Snapshot(info, requests, removed, std::make_shared<RedactedBodySource>(snapshot, text)), text};
}

QByteArray reversalTable(const RedactedSnapshot &redacted)
{
    QJsonArray people;
    for (const KnownPerson &person : redacted.text->people()) {
        people << QJsonObject{{QStringLiteral("pseudonym"), person.pseudonym},
                              {QStringLiteral("id"), person.id},
                              {QStringLiteral("names"), QJsonArray::fromStringList(person.names)},
                              {QStringLiteral("emails"), QJsonArray::fromStringList(person.emails)}};
    }
    const QJsonObject table{{QStringLiteral("format"), QStringLiteral("pagerduty-security-inspector-reversal-table")},
                            {QStringLiteral("snapshot"), redacted.snapshot.info().id.toString(QUuid::WithoutBraces)},
                            {QStringLiteral("people"), people}};
    return QJsonDocument(table).toJson(QJsonDocument::Indented);
}

} // namespace pdsi
