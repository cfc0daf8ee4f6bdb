// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/secretsource.h"
#include "core/base/resourceclass.h"
#include "core/collector/requestqueue.h"
#include "core/snapshot/inventory.h"

#include <QObject>

namespace pdsi {

/// How one kind of resource answered.
enum class AreaAccess : quint8 {
    Readable,
    Denied,     ///< role, key or token may not
    PlanLacks,  ///< 402
    Absent,     ///< 404: switched off, or never set up
    Failed,     ///< no usable answer; says nothing about what the key may
};

struct TestedArea {
    ResourceClass area = ResourceClass::Users;
    AreaAccess access = AreaAccess::Failed;
    int status = 0;               ///< HTTP, 0 when there was no answer
    QStringList missingScopes;    ///< that the account says the token lacks
};

/// Whose eyes a collection would see with.
enum class Sight : quint8 {
    Account,  ///< everything
    User,     ///< what one user may see
    Teams,    ///< what one user's teams may see
    Unknown,
};

/// What a connection's key or token is good for.
struct ConnectionTestResult {
    std::optional<Error> error;   ///< set: no sign-in, or nobody there; the rest is then empty
    QString otherRegion;          ///< "us" or "eu": where else a refused key may belong
    bool accountKey = false;      ///< of the account, of no user
    QString userName, userEmail, userRole;
    QStringList teams;            ///< of that user
    KeyScope scope = KeyScope::Unknown;
    Sight sight = Sight::Unknown;
    QString subdomain;            ///< empty when nothing told it
    QStringList abilities;        ///< of the account's plan, as listed
    QList<TestedArea> areas;      ///< in the order of ResourceClass

    bool readsAnything() const;
};

/// Asks each kind of resource for one row and the account who we are. Lives in a thread with an event loop; one run.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTest(const Clock &clock, std::chrono::milliseconds timeout = std::chrono::seconds(15),
                            QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// "us" for the European address, "eu" for the American one, empty for any other.
    static QString otherRegion(const QUrl &baseUrl);

    /// `finished` follows exactly once, never from inside this call.
    void start(const Connection &connection, const ConnectionSecrets &secrets);
    /// `finished` follows with Cancelled.
    void cancel();
    /// A fresh access token after renewalNeeded(); an empty one ends the test as refused.
    void renewSecret(const Secret &secret);

Q_SIGNALS:
    void progressed(int done, int total);
    void renewalNeeded();         ///< only with ConnectionSecrets::renewable
    void finished(const pdsi::ConnectionTestResult &result);

private:
    void ask();
    void take(const ApiRequest &request, const FinalAnswer &answer);
    void readSignIn(const FinalAnswer &answer);
    void refused();
    void end(std::optional<Error> error);

    const Clock &m_clock;
    const std::chrono::milliseconds m_timeout;
    Connection m_connection;
    std::unique_ptr<HttpTransport> m_transport;
    std::unique_ptr<RequestQueue> m_queue;
    ConnectionTestResult m_result;
    int m_done = 0;
    bool m_anyContent = false;    ///< something but 401
    bool m_over = false;
};

} // namespace pdsi
