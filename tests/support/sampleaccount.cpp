// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts.h"
#include "tests/support/samplebuilder.h"

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

struct Person {
    const char16_t *name;
    const char16_t *role;     ///< o owner, a admin, u user, l limited_user, b observer, r restricted, s stakeholder
    const char16_t *teams;    ///< letters of the team table
    const char16_t *zone;     ///< A Amsterdam, L London, N New York, C Chicago, S Singapore
    const char16_t *oddities; ///< E e-mail only, N no high-urgency rule, B blacklisted phone, L not through SSO, I invited
    const char16_t *title;
};

constexpr Person peopleTable[] = {
    {u"Marit Solheim", u"o", u"H", u"A", u"", u"Chief Technology Officer"},
    {u"Joost Verbeek", u"a", u"H", u"A", u"", u"Head of Platform"},
    {u"Amara Okonkwo", u"a", u"L", u"L", u"", u"Security Lead"},
    {u"Declan Fitzroy", u"a", u"A", u"L", u"L", u"Head of Operations"},
    {u"Wen Li Tan", u"a", u"K", u"S", u"", u"Port Systems Lead"},
    {u"Rosalind Mercer", u"a", u"F", u"L", u"", u"Payments Lead"},
    {u"Gerrit Hofman", u"a", u"J", u"A", u"", u"Network Lead"},
    {u"Priya Raghunathan", u"a", u"G", u"L", u"", u"Identity Lead"},
    {u"Silke Brandt", u"u", u"A", u"A", u"", u"Duty Manager"},
    {u"Tomás Arrieta", u"u", u"B", u"A", u"", u"Telematics Lead"},
    {u"Hanneke de Groot", u"u", u"C", u"A", u"", u"Warehouse Systems Lead"},
    {u"Björn Lindqvist", u"u", u"D", u"A", u"", u"Customs Lead"},
    {u"Cosima Albrecht", u"u", u"E", u"A", u"", u"Portal Lead"},
    {u"Ifeoma Nwosu", u"u", u"I", u"L", u"", u"Forecasting Lead"},
    {u"Callum Reid", u"l", u"A", u"L", u"", u"Duty Officer"},
    {u"Femke Jansma", u"l", u"A", u"A", u"", u"Duty Officer"},
    {u"Rui Cardoso", u"l", u"A", u"L", u"", u"Duty Officer"},
    {u"Ottilie Kranz", u"l", u"A", u"A", u"E", u"Duty Officer"},
    {u"Nadia Benali", u"l", u"B", u"A", u"", u"Telematics Engineer"},
    {u"Kwame Boateng", u"l", u"B", u"L", u"", u"Telematics Engineer"},
    {u"Tyler Hennessey", u"l", u"B", u"N", u"", u"Telematics Engineer"},
    {u"Marisol Vega", u"l", u"B", u"N", u"B", u"Telematics Engineer"},
    {u"Jasper van Dijk", u"l", u"C", u"A", u"", u"Automation Engineer"},
    {u"Lieke Smits", u"l", u"C", u"A", u"", u"Automation Engineer"},
    {u"Emeka Eze", u"l", u"C", u"L", u"N", u"Warehouse Engineer"},
    {u"Ragnhild Moen", u"l", u"C", u"A", u"", u"Warehouse Engineer"},
    {u"Matthijs Kuiper", u"l", u"D", u"A", u"", u"Customs Engineer"},
    {u"Aoife Brennan", u"l", u"D", u"L", u"", u"Compliance Engineer"},
    {u"Leonie Fuchs", u"l", u"E", u"A", u"", u"Front-end Engineer"},
    {u"Idris Khan", u"l", u"E", u"L", u"", u"Back-end Engineer"},
    {u"Sanne Bakker", u"l", u"E", u"A", u"", u"Back-end Engineer"},
    {u"Oskar Nyström", u"l", u"F", u"A", u"", u"Payments Engineer"},
    {u"Beatrix Lowell", u"l", u"F", u"L", u"", u"Payments Engineer"},
    {u"Youssef Amrani", u"l", u"F", u"A", u"", u"Billing Engineer"},
    {u"Greta Holm", u"l", u"G", u"A", u"", u"Identity Engineer"},
    {u"Dominic Ashe", u"l", u"G", u"L", u"L", u"Identity Engineer"},
    {u"Ken Watanabe-Cole", u"l", u"H", u"L", u"", u"Site Reliability Engineer"},
    {u"Anouk Meijer", u"l", u"H", u"A", u"", u"Site Reliability Engineer"},
    {u"Brandon Pruitt", u"l", u"H", u"C", u"", u"Site Reliability Engineer"},
    {u"Shanice Carter", u"l", u"H", u"C", u"", u"Site Reliability Engineer"},
    {u"Eli Rosenthal", u"l", u"H", u"N", u"", u"Site Reliability Engineer"},
    {u"Fatima Zahra Idrissi", u"l", u"I", u"A", u"", u"Data Engineer"},
    {u"Petra Vlasáková", u"l", u"I", u"A", u"E", u"Data Engineer"},
    {u"Hugo Delacroix", u"l", u"J", u"A", u"", u"Network Engineer"},
    {u"Mirjam Postma", u"l", u"J", u"A", u"", u"Network Engineer"},
    {u"Stellan Berg", u"l", u"J", u"A", u"", u"Field Engineer"},
    {u"Jia Hui Lim", u"l", u"K", u"S", u"", u"Terminal Engineer"},
    {u"Arjun Menon", u"l", u"K", u"S", u"", u"Terminal Engineer"},
    {u"Renske Dekker", u"l", u"K", u"A", u"", u"Terminal Engineer"},
    {u"Camila Duarte", u"l", u"K", u"N", u"", u"Terminal Engineer"},
    {u"Nikolai Brandvold", u"l", u"L", u"A", u"", u"Security Engineer"},
    {u"Zanele Dube", u"l", u"L", u"L", u"", u"Security Engineer"},
    {u"Vera Sandoval", u"b", u"L", u"A", u"", u"Risk Analyst"},
    {u"Colm Gallagher", u"r", u"", u"L", u"NL", u"Contractor"},
    {u"Tessa Whitcombe", u"l", u"", u"L", u"IN", u"Contractor"},
    {u"Bart Oosterhuis", u"l", u"", u"A", u"L", u"Night Planner"},
    {u"Philippa Strand", u"s", u"", u"L", u"", u"Chief Operating Officer"},
    {u"Rutger Palm", u"s", u"", u"A", u"", u"Chief Financial Officer"},
    {u"Noor El Fassi", u"s", u"E", u"A", u"", u"Customer Success"},
    {u"Adrian Cole", u"s", u"", u"N", u"", u"Regional Director"},
};

constexpr const char16_t *teamTable[] = {
    u"Control Tower",    u"Fleet Telematics",  u"Warehouse Systems",    u"Customs & Compliance",
    u"Customer Portal",  u"Payments",          u"Identity & Access",    u"Platform Engineering",
    u"Data & Forecasting", u"Network & Sites", u"Port Operations",      u"Security"};

QString roleOf(char16_t letter)
{
    switch (letter) {
    case u'o': return u"owner"_s;
    case u'a': return u"admin"_s;
    case u'u': return u"user"_s;
    case u'b': return u"observer"_s;
    case u'r': return u"restricted_access"_s;
    case u's': return u"read_only_user"_s;
    default: return u"limited_user"_s;
    }
}

QString zoneOf(char16_t letter)
{
    switch (letter) {
    case u'L': return u"Europe/London"_s;
    case u'N': return u"America/New_York"_s;
    case u'C': return u"America/Chicago"_s;
    case u'S': return u"Asia/Singapore"_s;
    default: return u"Europe/Amsterdam"_s;
    }
}

QString mailName(const QString &name)
{
    QString ascii;
    for (const QChar c : name.normalized(QString::NormalizationForm_D).toLower()) {
        if (c.unicode() < 128)
            ascii.append(c.isSpace() ? u'.' : c);
    }
    return ascii;
}

UserSpec specOf(const Person &person, int number)
{
    const QString oddities = QString::fromUtf16(person.oddities);
    UserSpec spec;
    spec.id = u"PHFU%1"_s.arg(number, 3, 10, QLatin1Char('0'));
    spec.name = QString::fromUtf16(person.name);
    spec.email = mailName(spec.name) + u"@harbour-finch.example"_s;
    spec.role = roleOf(person.role[0]);
    spec.timeZone = zoneOf(person.zone[0]);
    spec.jobTitle = QString::fromUtf16(person.title);
    spec.viaSso = !oddities.contains(u'L');
    spec.invited = oddities.contains(u'I');
    if (oddities.contains(u'B'))
        spec.methods = {{u"email"_s}, {u"sms"_s, false}};
    else if (number % 3 == 0)
        spec.methods = {{u"email"_s}, {u"phone"_s}, {u"push"_s}};
    if (oddities.contains(u'E')) {
        spec.methods = {{u"email"_s}};
        spec.highRuleMethod = 0;
    }
    if (oddities.contains(u'N') || spec.role == "read_only_user"_L1)
        spec.highRuleMethod = -1;
    return spec;
}

} // namespace

SampleBuilder::SampleBuilder() : f(u"harbour-finch"_s, *parseInstant(u"2026-10-19T08:00:00Z")) {}

void SampleBuilder::teams()
{
    int number = 0;
    for (const char16_t *name : teamTable) {
        const QString id = u"PHFT%1"_s.arg(++number, 3, 10, QLatin1Char('0'));
        QJsonObject team = f.team(id, QString::fromUtf16(name), number == 12 ? u"none"_s : u"manager"_s);
        team.insert(u"description"_s, u"%1 at Harbour & Finch Logistics"_s.arg(QString::fromUtf16(name)));
        f.model.append(u"teams"_s, team);
    }
}

QJsonArray SampleBuilder::teamsOf(const QString &letters) const
{
    QJsonArray result;
    for (const QChar letter : letters)
        result.append(f.model.list(u"teams"_s).at(letter.unicode() - u'A'));
    return result;
}

void SampleBuilder::people()
{
    int number = 0;
    for (const Person &person : peopleTable) {
        UserSpec spec = specOf(person, ++number);
        spec.teams = teamsOf(QString::fromUtf16(person.teams));
        const QJsonObject user = f.user(spec);
        f.model.append(u"users"_s, user);
        m_people.insert(spec.name.section(u' ', 0, 0), f.referenceTo(u"user"_s, user));
    }
    m_people.insert(u"Pavel"_s, f.deletedUser(u"PHFU900"_s, u"Pavel Horák"_s));
}

QJsonArray SampleBuilder::people(const QStringList &firstNames) const
{
    QJsonArray result;
    for (const QString &name : firstNames) {
        Q_ASSERT_X(m_people.contains(name), "SampleBuilder", qUtf8Printable(name));
        result.append(m_people.value(name));
    }
    return result;
}

QJsonObject SampleBuilder::byKey(const QString &list, const QString &key) const
{
    for (const QJsonValue &value : f.model.list(list)) {
        if (value.toObject().value("id"_L1).toString().endsWith(key))
            return value.toObject();
    }
    Q_ASSERT_X(false, "SampleBuilder::byKey", qUtf8Printable(list + u' ' + key));
    return {};
}

AccountModel SampleBuilder::build()
{
    f.model.abilities = {u"advanced_permissions"_s, u"advanced_reports"_s, u"change_events"_s, u"incident_workflows"_s,
                         u"mobile_analytics"_s,     u"read_only_users"_s,  u"service_support_hours"_s, u"sso"_s,
                         u"tags"_s,                 u"team_responders"_s,  u"teams"_s,          u"urgencies"_s};
    teams();
    people();
    schedules();
    followTheSun();
    troubledSchedules();
    shiftSchedules();
    policies();
    services();
    mapping();
    outbound();
    workflows();
    incidents();
    changes();
    audit();
    odds();
    f.connectPolicies();
    f.addCommonLists();
    return f.model;
}

AccountModel sampleAccount()
{
    return SampleBuilder().build();
}

} // namespace pdsi
