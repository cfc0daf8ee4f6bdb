// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/connectionaccess.h"
#include "tests/support/accounts.h"
#include "tests/support/fakecredentialstore.h"
#include "tests/support/fakepagerduty.h"
#include "ui/dialogs/collectdialog.h"
#include "ui/dialogs/connectiondialog.h"
#include "ui/dialogs/connectionsdialog.h"
#include "ui/models/actionmodel.h"
#include "ui/shell/collectionflow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/selection.h"

#include <QAction>
#include <QComboBox>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pdsi;

namespace {

/// A keychain that tells the account which token it gave out last, as an identity service would.
class WatchedStore final : public CredentialStore
{
public:
    FakeCredentialStore inner;
    FakePagerDuty *account = nullptr;
    QList<QByteArray> tokens;

    void probe(Finished finished) override { inner.probe(std::move(finished)); }
    void read(const CredentialKey &key, Read finished) override { inner.read(key, std::move(finished)); }
    void remove(const CredentialKey &key, Finished finished) override { inner.remove(key, std::move(finished)); }
    void write(const CredentialKey &key, const Secret &secret, Finished finished) override
    {
        if (const auto grant = OAuthTokens::fromSecret(secret); grant && account) {
            account->options().bearerToken = grant->access.reveal();
            tokens << grant->access.reveal() << grant->refresh.reveal();
        }
        inner.write(key, secret, std::move(finished));
    }
};

} // namespace

/// From nothing to an audit through the window: connections, collecting, interrupting, resuming.
class TestCollectingWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withAKey();
    void cancelledCollectionGoesOn();
    void closingKeepsWhatArrived();
    void refusedKeyIsExplained();
    void withOAuthOfARealProvider();
    void cleanup();

private:
    QWidget *shown(const char *name) const
    {
        auto *dialog = m_window->findChild<QWidget *>(QLatin1String(name));
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    template<typename Widget>
    Widget *part(const char *dialog, const char *name) const
    {
        return shown(dialog) ? shown(dialog)->findChild<Widget *>(QLatin1String(name)) : nullptr;
    }
    void saveConnection(const QByteArray &key)
    {
        const Connection connection{QStringLiteral("Harbour"), m_account->url(), SignInKind::ApiKey, {}, QStringLiteral("harbour")};
        QVERIFY(m_access->save(connection));
        bool kept = false;
        m_access->keep(connection.id, {{SecretKind::ApiKey, Secret(key)}}, ConnectionAccess::Keeping::Keychain,
                       [&kept](const Result<Done> &done) { kept = done.ok(); });
        QTRY_VERIFY(kept);
    }
    void collect()
    {
        m_window->collectionFlow().ask();
        QTRY_VERIFY(part<QPushButton>("collectDialog", "collect.ok"));
        QTRY_VERIFY(part<QPushButton>("collectDialog", "collect.ok")->isEnabled());
        part<QPushButton>("collectDialog", "collect.ok")->click();
    }
    static bool anyFileHolds(const QString &folder, const QByteArray &secret);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePagerDuty> m_account;
    WatchedStore *m_store = nullptr;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<ConnectionAccess> m_access;
    std::unique_ptr<MainWindow> m_window;
};

void TestCollectingWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("data")).toUtf8());
    m_account = std::make_unique<FakePagerDuty>(sampleAccount());
    QVERIFY(m_account->listen());
    auto store = std::make_unique<WatchedStore>();
    m_store = store.get();
    m_store->account = m_account.get();
    m_access = std::make_unique<ConnectionAccess>(m_folder->filePath(QStringLiteral("config")), std::move(store), Clock::system());
    m_settings = std::make_unique<AppSettings>();
    m_window = std::make_unique<MainWindow>(*m_settings, *m_access);
    m_window->begin();
    m_window->show();
}

void TestCollectingWindow::cleanup()
{
    m_window.reset();
    m_access.reset();
}

bool TestCollectingWindow::anyFileHolds(const QString &folder, const QByteArray &secret)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret)) {
            qWarning() << file.fileName();
            return true;
        }
    }
    return false;
}

void TestCollectingWindow::withAKey()
{
    // Without any connection, collecting begins with making one.
    m_window->collectionFlow().ask();
    QTRY_VERIFY(shown("connectionDialog"));
    part<QLineEdit>("connectionDialog", "name")->setText(QStringLiteral("Harbour"));
    auto *region = part<QComboBox>("connectionDialog", "region");
    region->setCurrentIndex(region->count() - 1);
    part<QLineEdit>("connectionDialog", "address")->setText(m_account->url().toString());
    part<QLineEdit>("connectionDialog", "apiKey")->setText(QString::fromLatin1(m_account->options().apiKey));
    static_cast<QDialog *>(shown("connectionDialog"))->accept();
    QTRY_VERIFY(m_access->list() && m_access->list()->size() == 1);
    QTRY_VERIFY(!shown("connectionDialog"));
    static_cast<QDialog *>(shown("connectionsDialog"))->close();
    QCOMPARE(m_store->inner.secrets.size(), 1);

    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    collect();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
    const auto assessment = m_window->selection().audit().assessment;
    QCOMPARE(assessment->controls.size(), 25);
    QCOMPARE(assessment->signIn, SignInKind::ApiKey);
    QVERIFY(m_window->selection().place().outcome >= 0);
    QCOMPARE(m_settings->recent().size(), 1);
    QVERIFY(!m_settings->recent().first().storeId.isEmpty());
    // What was collected opens again from the store.
    m_window->actionModel().action(QStringLiteral("file.close"))->trigger();
    QVERIFY(!m_window->selection().audit());
    m_settings->setReopenLast(true);
    m_window->openLastIfWanted();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 2, 60'000);
    QCOMPARE(m_window->selection().audit().assessment->outcomes.size(), assessment->outcomes.size());
    m_window->close();
    QVERIFY(!anyFileHolds(m_folder->path(), m_account->options().apiKey));
    QVERIFY(!anyFileHolds(QFileInfo(QSettings().fileName()).path(), m_account->options().apiKey));
}

void TestCollectingWindow::cancelledCollectionGoesOn()
{
    saveConnection(m_account->options().apiKey);
    m_account->options().latencyMs = 60;
    BackgroundCollection &collection = m_window->collectionFlow().collection();
    QSignalSpy finished(&collection, &BackgroundCollection::finished);
    collect();
    QTRY_VERIFY_WITH_TIMEOUT(collection.progress().requestsDone >= 8, 30'000);
    m_window->actionModel().action(QStringLiteral("collection.cancel"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QTRY_VERIFY(!collection.isRunning());
    const int before = m_account->stats().requests;
    m_account->options().latencyMs = 0;
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    collect(); // the dialog offers to go on and does unless told otherwise
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
    QVERIFY(m_window->selection().audit().assessment->snapshot.complete());
    // Nothing that had been answered is asked again: at most what was in flight is.
    QHash<QByteArray, int> times;
    for (const QByteArray &target : m_account->stats().targets)
        ++times[target];
    const auto twice = std::count_if(times.cbegin(), times.cend(), [](int n) { return n > 1; });
    QVERIFY2(twice <= 10, qPrintable(QStringLiteral("%1 asked twice").arg(twice)));
    QVERIFY(m_account->stats().requests < 2 * before + 62);
}

void TestCollectingWindow::closingKeepsWhatArrived()
{
    saveConnection(m_account->options().apiKey);
    m_account->options().latencyMs = 60;
    BackgroundCollection &collection = m_window->collectionFlow().collection();
    collect();
    QTRY_VERIFY_WITH_TIMEOUT(collection.progress().requestsDone >= 8, 30'000);
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 30'000);
    m_window = std::make_unique<MainWindow>(*m_settings, *m_access);
    m_window->begin();
    m_window->show();
    m_window->docks().raise(QStringLiteral("collection"));
    // The dock offers to go on.
    auto *offer = m_window->docks().dock(QStringLiteral("collection"))->findChild<QWidget *>(QStringLiteral("collection.offer"));
    QVERIFY(offer);
    QTRY_VERIFY(offer->isVisible());
    m_account->options().latencyMs = 0;
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    collect();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
}

void TestCollectingWindow::refusedKeyIsExplained()
{
    saveConnection("wrongwrongwrongwro00");
    collect();
    auto *bar = m_window->findChild<MessageBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 30'000);
    QVERIFY2(bar->text().contains(QStringLiteral("key")), qPrintable(bar->text()));
    QVERIFY(!m_window->selection().audit());
}

void TestCollectingWindow::withOAuthOfARealProvider()
{
    const QString tests = qEnvironmentVariable("PDSI_SOURCE_DIR") + QStringLiteral("/tests");
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty()
        || !QFile::exists(tests + QStringLiteral("/node_modules/oidc-provider/package.json")))
        QSKIP("oidc-provider is not installed (npm ci --prefix tests)");
    QProcess provider, browser;
    provider.start(QStringLiteral("node"), {tests + QStringLiteral("/support/oidcprovider.mjs"), tests});
    QString said;
    QTRY_VERIFY_WITH_TIMEOUT((said += QString::fromUtf8(provider.readAllStandardOutput())).contains(QLatin1String("listening "))
                                 && said.endsWith(QLatin1Char('\n')), 30'000);
    const QString address = said.section(QStringLiteral("listening "), 1).section(QLatin1Char('\n'), 0, 0);
    m_account->options().apiKey = "nobodyhasthiskey0000";
    m_window->collectionFlow().setBrowser([&browser, tests](const QUrl &url) {
        browser.start(QStringLiteral("node"), {tests + QStringLiteral("/support/oidcbrowser.mjs"), url.toString(QUrl::FullyEncoded), QStringLiteral("allow")});
        return true;
    });
    m_window->collectionFlow().ask();
    QTRY_VERIFY(shown("connectionDialog"));
    part<QLineEdit>("connectionDialog", "name")->setText(QStringLiteral("By browser"));
    auto *region = part<QComboBox>("connectionDialog", "region");
    region->setCurrentIndex(region->count() - 1);
    part<QLineEdit>("connectionDialog", "address")->setText(m_account->url().toString());
    part<QComboBox>("connectionDialog", "signInKind")->setCurrentIndex(1);
    part<QLineEdit>("connectionDialog", "clientId")->setText(QStringLiteral("public"));
    part<QLineEdit>("connectionDialog", "authorizeUrl")->setText(address + QStringLiteral("/auth"));
    part<QLineEdit>("connectionDialog", "tokenUrl")->setText(address + QStringLiteral("/token"));
    part<QPushButton>("connectionDialog", "browserButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT((said += QString::fromUtf8(provider.readAllStandardOutput())).contains(QLatin1String("granted")), 40'000);
    // The provider has granted; the dialog closes once it has fetched the tokens.
    const auto closes = [this] {
        if (auto *dialog = static_cast<QDialog *>(shown("connectionDialog")))
            dialog->accept();
        return !shown("connectionDialog");
    };
    QTRY_VERIFY_WITH_TIMEOUT(closes(), 30'000);
    static_cast<QDialog *>(shown("connectionsDialog"))->close();
    QVERIFY(!m_store->tokens.isEmpty());

    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    collect();
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 60'000);
    QCOMPARE(m_window->selection().audit().assessment->signIn, SignInKind::OAuth);
    m_window->close();
    for (const QByteArray &token : m_store->tokens)
        QVERIFY(!anyFileHolds(m_folder->path(), token));
    provider.closeWriteChannel();
    QTRY_COMPARE(provider.state(), QProcess::NotRunning);
}

QTEST_MAIN(TestCollectingWindow)
#include "tst_collectingwindow.moc"
