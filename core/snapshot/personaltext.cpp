// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/personaltext.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace pdsi {

namespace {

constexpr int shortCode = 6, longCode = 10;
constexpr qsizetype widestSeparator = 3;
constexpr qsizetype shortestPhone = 9, longestPhone = 15;
const QString phoneMark = QStringLiteral("[phone]");

/// A run of letters and digits in a text.
struct Word {
    qsizetype begin = 0, end = 0;
    QString folded;
};

bool isWordCharacter(QChar c) { return c.isLetterOrNumber() || c.isMark(); }

QString folded(const QString &text) { return text.normalized(QString::NormalizationForm_KC).toCaseFolded(); }

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!isWordCharacter(text.at(i))) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < text.size() && isWordCharacter(text.at(i)))
            ++i;
        words << Word{begin, i, folded(text.mid(begin, i - begin))};
    }
    return words;
}

QStringList foldedWords(const QString &text)
{
    QStringList all;
    for (const Word &word : wordsOf(text))
        all << word.folded;
    return all;
}

/// Chinese, Japanese, Thai and the like: a name may stand inside a word.
bool isUnspaced(const QString &name)
{
    return std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() >= 0x2e80 || (c.unicode() >= 0x0e00 && c.unicode() < 0x0f00);
    });
}

/// Words that are parts of names of machine users far more often than of people.
bool isOrdinaryWord(const QString &word)
{
    static const QSet<QString> ordinary = [] {
        QSet<QString> all;
        for (const char *w : {"account", "admin", "administrator", "alert", "alerts", "analytics", "api", "app", "audit", "automation",
                              "backup", "billing", "bot", "call", "center", "centre", "cloud", "contact", "control", "data", "database",
                              "default", "desk", "dev", "development", "duty", "email", "engineer", "engineering", "finance", "help",
                              "incident", "incidents", "info", "infra", "infrastructure", "integration", "internal", "limited", "mail",
                              "manager", "monitor", "monitoring", "network", "noc", "office", "oncall", "operations", "operator", "ops",
                              "owner", "pagerduty", "person", "platform", "port", "primary", "prod", "production", "read", "reader",
                              "release", "role", "root", "sales", "schedule", "secondary", "security", "server", "service", "services",
                              "shared", "site", "sre", "staff", "staging", "support", "system", "systems", "team", "tech", "test",
                              "the", "tower", "user", "users", "web", "work"})
            all.insert(QLatin1String(w));
        return all;
    }();
    return ordinary.contains(word);
}

const QRegularExpression &digitRuns()
{
    static const QRegularExpression runs(QStringLiteral(R"((?<!\d)\d{%1,%2}(?!\d))").arg(shortestPhone).arg(longestPhone),
                                         QRegularExpression::DontCaptureOption);
    return runs;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits += c;
    }
    return digits;
}

QString codeOf(const QString &pseudonym) { return pseudonym.section(QLatin1Char(' '), -1); }

} // namespace

void PersonalText::know(const QString &id, const QString &name, const QString &email)
{
    KnownPerson &person = m_people[id];
    person.id = id;
    if (!name.trimmed().isEmpty() && !person.names.contains(name.trimmed()))
        person.names << name.trimmed();
    if (email.contains(QLatin1Char('@')) && !person.emails.contains(email.trimmed()))
        person.emails << email.trimmed();
}

void PersonalText::knowPhone(const QString &number, const QString &countryCode)
{
    QSet<QString> spellings{digitsOf(number)};
    for (auto found = digitRuns().globalMatch(number); found.hasNext();)
        spellings.insert(found.next().captured());
    for (const QString &digits : std::as_const(spellings)) {
        const QString national = digits.startsWith(QLatin1Char('0')) ? digits.mid(1) : digits;
        for (const QString &spelling : {digits, national, QLatin1Char('0') + national, digitsOf(countryCode) + national}) {
            if (spelling.size() >= shortestPhone && spelling.size() <= longestPhone)
                m_phones.insert(spelling);
        }
    }
}

void PersonalText::ready()
{
    QHash<QString, int> uses;
    for (const KnownPerson &person : std::as_const(m_people))
        ++uses[m_key.code(person.id, shortCode)];
    for (KnownPerson &person : m_people) {
        const QString code = m_key.code(person.id, shortCode);
        person.pseudonym = QStringLiteral("Person %1").arg(uses.value(code) > 1 ? m_key.code(person.id, longCode) : code);
        addNames(person);
        addEmails(person);
    }
    for (QList<Pattern> &patterns : m_patterns) {
        std::stable_sort(patterns.begin(), patterns.end(),
                         [](const Pattern &a, const Pattern &b) { return a.words.size() > b.words.size(); });
    }
}

void PersonalText::addPattern(const QStringList &words, const QString &replacement, const QString &exact)
{
    QList<Pattern> &patterns = m_patterns[words.first()];
    const bool known = std::any_of(patterns.begin(), patterns.end(),
                                   [&](const Pattern &p) { return p.words == words && p.exact == exact; });
    if (!known) // of people with one name, the first stands for all
        patterns << Pattern{words, exact, replacement};
}

void PersonalText::addNames(const KnownPerson &person)
{
    for (const QString &name : person.names) {
        const QStringList words = foldedWords(name);
        if (isUnspaced(name) || words.isEmpty())
            m_unspaced.insert(name, person.pseudonym);
        if (words.isEmpty())
            continue;
        if (!m_pseudonymOfName.contains(words.join(QLatin1Char(' '))))
            m_pseudonymOfName.insert(words.join(QLatin1Char(' ')), person.pseudonym);
        addPattern(words, person.pseudonym, words.size() == 1 ? name : QString());
        if (words.size() < 2)
            continue;
        addPattern(QStringList{words.last()} + words.first(words.size() - 1), person.pseudonym); // "Solheim, Marit"
        for (const Word &word : wordsOf(name)) {
            const QString part = name.mid(word.begin, word.end - word.begin);
            if (part.size() >= 3 && !part.at(0).isLower() && !part.at(0).isDigit() && !isOrdinaryWord(word.folded))
                addPattern({word.folded}, QStringLiteral("[name]"), part); // whose, several may share it
        }
    }
}

void PersonalText::addEmails(const KnownPerson &person)
{
    for (const QString &email : person.emails) {
        if (!m_personOfEmail.contains(folded(email)))
            m_personOfEmail.insert(folded(email), person.id);
        const QStringList words = foldedWords(email.section(QLatin1Char('@'), 0, 0));
        const bool telling = words.size() > 1 ? std::any_of(words.begin(), words.end(), [](const QString &w) { return w.size() > 2 && !isOrdinaryWord(w); })
                                              : words.size() == 1 && words.first().size() > 4 && !isOrdinaryWord(words.first());
        if (telling) // what stands before the @ is often the name
            addPattern(words, person.pseudonym);
    }
}

QString PersonalText::pseudonym(const QString &id) const
{
    const auto known = m_people.constFind(id);
    return known == m_people.constEnd() ? QStringLiteral("Person %1").arg(m_key.code(id, shortCode)) : known->pseudonym;
}

QString PersonalText::person(const QString &name) const
{
    if (name.trimmed().isEmpty())
        return {};
    const auto byEmail = m_personOfEmail.constFind(folded(name.trimmed()));
    if (byEmail != m_personOfEmail.constEnd())
        return pseudonym(*byEmail);
    const QString words = foldedWords(name).join(QLatin1Char(' '));
    return m_pseudonymOfName.value(words, QStringLiteral("Person %1").arg(m_key.code(QStringLiteral("name:") + words, shortCode)));
}

QString PersonalText::email(const QString &address) const
{
    const QString key = folded(address.trimmed());
    const auto known = m_personOfEmail.constFind(key);
    const QString local = known == m_personOfEmail.constEnd()
        ? QStringLiteral("contact-") + m_key.code(QStringLiteral("email:") + key, shortCode)
        : QStringLiteral("person-") + codeOf(pseudonym(*known));
    return local.toLower() + QStringLiteral("@redacted.invalid");
}

QString PersonalText::withoutEmails(const QString &text) const
{
    static const QRegularExpression address(QStringLiteral(R"([^\s@"'<>(),;:/=?&!\[\]{}|]+@[^\s@"'<>(),;:/=?&!\[\]{}|]*[^\s@"'<>(),;:/=?&!\[\]{}|.])"));
    QString cleaned;
    qsizetype done = 0;
    for (auto found = address.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        cleaned += QStringView(text).sliced(done, match.capturedStart() - done);
        cleaned += email(match.captured());
        done = match.capturedEnd();
    }
    cleaned += QStringView(text).sliced(done);
    return cleaned;
}

QString PersonalText::withoutNames(const QString &text) const
{
    const QList<Word> words = wordsOf(text);
    const auto matches = [&](const Pattern &pattern, qsizetype at) {
        if (at + pattern.words.size() > words.size())
            return false;
        const Word &first = words.at(at);
        if (!pattern.exact.isEmpty() && QStringView(text).sliced(first.begin, first.end - first.begin) != pattern.exact)
            return false;
        for (qsizetype i = 1; i < pattern.words.size(); ++i) {
            const Word &word = words.at(at + i);
            const QStringView between = QStringView(text).sliced(words.at(at + i - 1).end, word.begin - words.at(at + i - 1).end);
            const bool possessive = word.folded == QLatin1String("s") && (between == u"'" || between == u"\u2019");
            if (word.folded != pattern.words.at(i) || between.size() > widestSeparator || possessive)
                return false;
        }
        return true;
    };
    QString cleaned;
    qsizetype done = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto patterns = m_patterns.constFind(words.at(i).folded);
        if (patterns == m_patterns.constEnd())
            continue;
        const auto found = std::find_if(patterns->begin(), patterns->end(), [&](const Pattern &p) { return matches(p, i); });
        if (found == patterns->end())
            continue;
        cleaned += QStringView(text).sliced(done, words.at(i).begin - done);
        cleaned += found->replacement;
        i += found->words.size() - 1;
        done = words.at(i).end;
    }
    cleaned += QStringView(text).sliced(done);
    return cleaned;
}

QString PersonalText::withoutKnownPhones(const QString &text) const
{
    QString cleaned;
    qsizetype done = 0;
    for (auto found = digitRuns().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        if (!m_phones.contains(match.captured()))
            continue;
        cleaned += QStringView(text).sliced(done, match.capturedStart() - done);
        cleaned += phoneMark;
        done = match.capturedEnd();
    }
    cleaned += QStringView(text).sliced(done);
    return cleaned;
}

QString PersonalText::clean(const QString &text) const
{
    static const QRegularExpression phone(QStringLiteral(R"((?<![\w./:+-])(?:)"
                                                         R"((?:\+|00)\d[\d ()./-]{6,18}\d)"             // +49 30 1234567
                                                         R"(|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})"          // (555) 123-4567
                                                         R"(|\(?0\d{1,4}\)?[ /-]{1,3}\d[\d -]{4,12}\d)"      // 030 / 1234567
                                                         R"()(?![\w:]))"));
    QString cleaned = text.contains(QLatin1Char('@')) ? withoutEmails(text) : text;
    cleaned.replace(phone, phoneMark);
    if (!m_phones.isEmpty())
        cleaned = withoutKnownPhones(cleaned);
    for (auto it = m_unspaced.begin(); it != m_unspaced.end(); ++it)
        cleaned.replace(it.key(), it.value());
    return withoutNames(cleaned);
}

QString PersonalText::cleanPath(const QString &path) const
{
    const QString decoded = QUrl::fromPercentEncoding(path.toUtf8());
    const QString cleaned = clean(decoded);
    return cleaned == decoded ? path : QString::fromLatin1(QUrl::toPercentEncoding(cleaned, "/?&=[]:,;+@"));
}

} // namespace pdsi
