// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/signinwords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace pdsi {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pdsi::SignInWords)
};

QString withDetail(const QString &sentence, const QString &detail)
{
    return sentence.arg(detail.isEmpty() ? Words::tr("no details") : detail);
}

QString keychainSentence(ErrorCode code)
{
    if (code == ErrorCode::KeychainLocked)
        return Words::tr("The keychain is locked, or waits for its password. Unlock it and try again, or keep the secret for this "
                  "session only: it is then gone when the program ends. It is never written to a file.");
    return Words::tr("This desktop has no keychain (no secret service answers). Secrets can be kept for this session only: they are "
              "gone when the program ends. They are never written to a file.");
}

QString paragraph(const QString &head, const QString &text)
{
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(head.toHtmlEscaped(), text.toHtmlEscaped());
}

QString listOf(const QStringList &lines)
{
    QString html = QStringLiteral("<ul style=\"margin-top:0\">");
    for (const QString &line : lines)
        html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

QString who(const ConnectionTestResult &result)
{
    if (result.accountKey)
        return Words::tr("An API key of the account itself; it belongs to no user.");
    if (result.userName.isEmpty() && result.userEmail.isEmpty())
        return Words::tr("The account did not say who this key belongs to.");
    return Words::tr("%1, %2, role %3").arg(result.userName, result.userEmail, result.userRole);
}

} // namespace

QString signInSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainUnavailable: return keychainSentence(error.code);
    case ErrorCode::NotFound:
        return Words::tr("Nothing is kept for this connection yet. Enter the key, or sign in with the browser.");
    case ErrorCode::SignInRefused:
        return withDetail(Words::tr("The sign-in was refused (%1). The key or app may have been deleted, mistyped, or belong to another region."), error.detail);
    case ErrorCode::SignInDenied:
        return withDetail(Words::tr("The sign-in was turned down in the browser (%1). Sign in again and allow the access to go on."), error.detail);
    case ErrorCode::SignInExpired:
        return withDetail(Words::tr("The access has expired and cannot be renewed (%1). Sign in with the browser again."), error.detail);
    case ErrorCode::TimedOut:
        return withDetail(Words::tr("Nothing came back in time (%1). Try again; if a browser window is open, finish the sign-in there."), error.detail);
    case ErrorCode::Unreachable:
        return withDetail(Words::tr("The host could not be reached (%1). Check the network, the address and the proxy."), error.detail);
    case ErrorCode::Untrusted:
        return withDetail(Words::tr("The host could not prove who it is, so nothing was sent (%1). If your network inspects TLS, name its "
                          "certificate as CA file under Network."), error.detail);
    case ErrorCode::ProxyRefused:
        return withDetail(Words::tr("The proxy does not let us through (%1). Check its address, user and password under Network."), error.detail);
    case ErrorCode::CannotRead:
        return withDetail(Words::tr("The CA file cannot be read (%1). Choose another under Network."), error.detail);
    case ErrorCode::Malformed:
        return withDetail(Words::tr("The answer was not what it should be (%1). Check the addresses of the identity service and the CA file."), error.detail);
    case ErrorCode::InvalidArgument: return connectionProblem(error);
    case ErrorCode::Cancelled: return Words::tr("Stopped. Nothing was changed.");
    case ErrorCode::CannotWrite:
        return withDetail(Words::tr("The list of connections cannot be written (%1). Check the folder and the free space."), error.detail);
    case ErrorCode::UnsupportedVersion:
        return withDetail(Words::tr("The list of connections was written by a newer version of this program (%1). Update it."), error.detail);
    case ErrorCode::Internal:
        return withDetail(Words::tr("The sign-in cannot wait for the browser on this machine (%1). Choose another redirect port."), error.detail);
    case ErrorCode::DigestMismatch: break;
    }
    return withDetail(Words::tr("Something went wrong (%1)."), error.detail);
}

QString connectionProblem(const Error &error)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "Give the connection a name of its own: 1 to 100 printable characters that no other connection has.")},
        {QStringLiteral("base URL"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "The address must be https (http is allowed to this machine only), without user, query or fragment.")},
        {QStringLiteral("apiKey"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "The API key holds a character that no key has, such as a blank.")},
        {QStringLiteral("clientId"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "Enter the client ID of the OAuth app, without blanks.")},
        {QStringLiteral("authorizeUrl"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "The sign-in page must be an https address (http to this machine only).")},
        {QStringLiteral("tokenUrl"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "The token address must be https (http to this machine only).")},
        {QStringLiteral("scopes"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "Scopes are names separated by blanks.")},
        {QStringLiteral("proxy host"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "Enter the proxy's host name or address alone; kind and port have fields of their own.")},
        {QStringLiteral("proxy port"), QT_TRANSLATE_NOOP("pdsi::SignInWords", "Enter the proxy's port, 1 to 65535.")},
    };
    const char *known = words.value(error.detail.section(QLatin1Char(':'), 0, 0));
    if (known)
        return Words::tr(known);
    return Words::tr("This connection cannot be used: %1").arg(error.detail);
}

QString sightSentence(const ConnectionTestResult &result)
{
    switch (result.sight) {
    case Sight::Account: return Words::tr("The whole account.");
    case Sight::User:
        return Words::tr("What this user may see. Objects may be hidden without a word, so nothing that rests on absence passes.");
    case Sight::Teams: {
        const QString teams = result.teams.isEmpty() ? Words::tr("no team is named") : result.teams.join(QStringLiteral(", "));
        return Words::tr("What this user's teams may see (%1). Everything else is hidden without a word, so nothing that rests on absence passes.").arg(teams);
    }
    case Sight::Unknown: break;
    }
    return Words::tr("Not known: the account did not say who this is. It is treated as a partial view.");
}

QString areaName(ResourceClass area)
{
    static const QHash<ResourceClass, const char *> names{
        {ResourceClass::Abilities, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Plan abilities")},
        {ResourceClass::Users, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Users")},
        {ResourceClass::Teams, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Teams")},
        {ResourceClass::Services, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Services")},
        {ResourceClass::EscalationPolicies, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Escalation policies")},
        {ResourceClass::Schedules, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Schedules")},
        {ResourceClass::SchedulesV3, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Shift-based schedules")},
        {ResourceClass::BusinessServices, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Business services")},
        {ResourceClass::WebhookSubscriptions, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Webhook subscriptions")},
        {ResourceClass::Extensions, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Extensions")},
        {ResourceClass::Priorities, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Priorities")},
        {ResourceClass::Incidents, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Incidents")},
        {ResourceClass::IncidentWorkflows, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Incident workflows")},
        {ResourceClass::Licenses, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Licences")},
        {ResourceClass::SessionConfigurations, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Session settings")},
        {ResourceClass::IpAllowLists, QT_TRANSLATE_NOOP("pdsi::SignInWords", "IP allow lists")},
        {ResourceClass::AuditRecent, QT_TRANSLATE_NOOP("pdsi::SignInWords", "Audit records")},
    };
    const char *known = names.value(area);
    return known ? Words::tr(known) : resourceClassName(area);
}

QString areaSentence(const TestedArea &area)
{
    const QString name = areaName(area.area);
    switch (area.access) {
    case AreaAccess::Readable: return name;
    case AreaAccess::Denied:
        return area.missingScopes.isEmpty()
            ? Words::tr("%1: denied (%2). The key or role may not read this.").arg(name).arg(area.status)
            : Words::tr("%1: denied (%2). The token lacks %3.").arg(name).arg(area.status).arg(area.missingScopes.join(QStringLiteral(", ")));
    case AreaAccess::PlanLacks: return Words::tr("%1: not in the account's plan (402).").arg(name);
    case AreaAccess::Absent: return Words::tr("%1: switched off, or never set up (404).").arg(name);
    case AreaAccess::Failed: break;
    }
    return area.status == 0 ? Words::tr("%1: no answer. Try again.").arg(name)
                            : Words::tr("%1: no usable answer (%2). Try again.").arg(name).arg(area.status);
}

QString testResultPage(const ConnectionTestResult &result)
{
    if (result.error)
        return paragraph(result.error->code == ErrorCode::Cancelled ? Words::tr("Test stopped") : Words::tr("It does not work"),
                         signInSentence(*result.error));
    QStringList seen, unseen;
    for (const TestedArea &area : result.areas)
        (area.access == AreaAccess::Readable ? seen : unseen) << areaSentence(area);
    QString html = paragraph(result.readsAnything() ? Words::tr("It works") : Words::tr("Signed in, but nothing can be read"), who(result));
    if (!result.subdomain.isEmpty())
        html += paragraph(Words::tr("Account"), result.subdomain);
    html += paragraph(Words::tr("Sees"), sightSentence(result));
    html += QStringLiteral("<p><b>%1</b></p>").arg(Words::tr("Cannot see").toHtmlEscaped());
    html += unseen.isEmpty() ? QStringLiteral("<p>%1</p>").arg(Words::tr("Nothing of what was asked is closed.").toHtmlEscaped()) : listOf(unseen);
    if (!unseen.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(Words::tr("Controls that need what cannot be seen end as not determined.").toHtmlEscaped());
    if (!seen.isEmpty())
        html += paragraph(Words::tr("Readable"), seen.join(QStringLiteral(", ")));
    QStringList abilities = result.abilities;
    std::sort(abilities.begin(), abilities.end());
    if (!abilities.isEmpty())
        html += paragraph(Words::tr("Abilities of the plan (%1)").arg(abilities.size()), abilities.join(QStringLiteral(", ")));
    return html;
}

} // namespace pdsi
