// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/redactionkey.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

namespace pdsi {

/// A person of the account, under all names and addresses seen.
struct KnownPerson {
    QString id;
    QString pseudonym;     ///< `Person 7QK2M9`
    QStringList names;
    QStringList emails;
};

/// Knows the people of an account and takes them out of texts. Fill it first, then `ready`; afterwards it is safe
/// between threads.
class PersonalText
{
public:
    explicit PersonalText(const RedactionKey &key) : m_key(key) {}

    void know(const QString &id, const QString &name, const QString &email);
    /// A telephone number in any spelling, or a text that holds one; `countryCode` in digits, or empty. Less than nine
    /// digits are no number that could be told from others.
    void knowPhone(const QString &number, const QString &countryCode = {});
    /// Gives everybody a pseudonym and indexes their names.
    void ready();

    const QMap<QString, KnownPerson> &people() const { return m_people; } ///< by id
    /// Of a person by id; also of one nobody knows.
    QString pseudonym(const QString &id) const;
    /// For a text that names one person, known or not: `Approved by`. Empty stays empty.
    QString person(const QString &name) const;
    /// An address nobody can write to; the same for the same address.
    QString email(const QString &address) const;
    /// The text with names, addresses and telephone numbers replaced. Digits without separators count as a number only
    /// where it is a known one.
    QString clean(const QString &text) const;
    /// The same in a path with query as it was sent.
    QString cleanPath(const QString &path) const;

private:
    /// Words of a name, folded, and what stands for them.
    struct Pattern {
        QStringList words;
        QString exact;        ///< of one word only: written exactly like this; empty = in any case
        QString replacement;
    };
    void addPattern(const QStringList &words, const QString &replacement, const QString &exact = {});
    void addNames(const KnownPerson &person);
    void addEmails(const KnownPerson &person);
    QString withoutEmails(const QString &text) const;
    QString withoutNames(const QString &text) const;
    QString withoutKnownPhones(const QString &text) const;

    RedactionKey m_key;
    QMap<QString, KnownPerson> m_people;
    QHash<QString, QString> m_personOfEmail;       ///< folded address -> id
    QHash<QString, QString> m_pseudonymOfName;     ///< folded words -> pseudonym
    QHash<QString, QList<Pattern>> m_patterns;     ///< by first word, longest first
    QSet<QString> m_phones;                        ///< digits, with and without what is dialled before them
    QMap<QString, QString> m_unspaced;             ///< names of scripts that put no space between words
};

} // namespace pdsi
