// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/detaillink.h"
#include "ui/evidence/detailview.h"
#include "ui/evidence/inertbrowser.h"

#include <QAction>
#include <QPixmap>
#include <QSignalSpy>
#include <QTest>

using namespace pdsi;

class TestDetailView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void detailFollowsLinks();
    void backAndForward();
    void nothingIsLoaded();

private:
    QAction *action(QWidget &dock, const char *name) const { return dock.findChild<QAction *>(QLatin1String(name)); }
    JudgedSnapshot m_sample;
};

void TestDetailView::initTestCase()
{
    const auto judged = judgeSample();
    QVERIFY(judged.ok());
    m_sample = *judged;
}

void TestDetailView::detailFollowsLinks()
{
    Selection selection;
    DetailView view(selection);
    QList<QUrl> opened;
    view.setUrlOpener([&](const QUrl &url) { opened << url; });
    auto *page = view.findChild<InertBrowser *>(QStringLiteral("detailPage"));
    QVERIFY(page->toPlainText().contains(QStringLiteral("Nothing is open")));
    selection.setAudit(m_sample);
    const auto click = [page](const QString &address) { Q_EMIT page->anchorClicked(QUrl(address)); };
    click(DetailLink::toOutcome(3));
    QCOMPARE(selection.place().outcome, 3);
    QVERIFY(page->toPlainText().contains(m_sample.assessment->outcomes.at(3).message));
    click(DetailLink::toControl(8));
    QCOMPARE(selection.place().controlId, 8);
    const User &user = m_sample.inventory->users.front();
    click(DetailLink::toResource(QStringLiteral("user"), user.id));
    QCOMPARE(selection.place().resourceId, user.id);
    QVERIFY(page->toPlainText().contains(user.email));
    QSignalSpy requested(&view, &DetailView::evidenceRequested);
    click(DetailLink::toRequest(3, QStringLiteral("/users/0")));
    QCOMPARE(requested.first(), (QVariantList{3, QStringLiteral("/users/0")}));
    click(QStringLiteral("https://harbour-finch.pagerduty.com/users/1"));
    for (const char *bad : {"http://x.test/", "file:///etc/passwd", "javascript:alert(1)", "pdsi:outcome/999999"})
        click(QLatin1String(bad));
    QCOMPARE(opened, QList<QUrl>{QUrl(QStringLiteral("https://harbour-finch.pagerduty.com/users/1"))});
    QCOMPARE(selection.place().resourceId, user.id);
}

void TestDetailView::backAndForward()
{
    Selection selection;
    DetailView view(selection);
    QAction *back = action(view, "detail.back"), *forward = action(view, "detail.forward");
    QVERIFY(!back->isEnabled() && !forward->isEnabled());
    selection.setAudit(m_sample);
    selection.selectControl(1);
    selection.selectOutcome(5);
    QVERIFY(back->isEnabled() && !forward->isEnabled());
    back->trigger();
    QCOMPARE(selection.place().controlId, 1);
    QVERIFY(!back->isEnabled() && forward->isEnabled());
    forward->trigger();
    QCOMPARE(selection.place().outcome, 5);
}

void TestDetailView::nothingIsLoaded()
{
    InertBrowser browser;
    browser.setHtml(QStringLiteral("<img src=\"pdsi-icon:status/fail\">"));
    const auto load = [&](const char *name) { return browser.document()->resource(QTextDocument::ImageResource, QUrl(QLatin1String(name))); };
    QVERIFY(load("pdsi-icon:status/fail").value<QPixmap>().width() > 1);
    QVERIFY(load("pdsi-icon:severity/high").value<QPixmap>().width() > 1);
    for (const char *name : {"file:///etc/hostname", "https://evil.test/x.png", "qrc:/pdsi/sample/sample.pdsnap", "pdsi-icon:status/none", "pdsi-icon:../x"})
        QVERIFY2(load(name).value<QPixmap>().width() == 1, name);
    // A document reads local files by itself where nobody gives it something.
    QCOMPARE(browser.document()->resource(QTextDocument::HtmlResource, QUrl::fromLocalFile(QStringLiteral("/etc/hostname"))).toByteArray(), QByteArray());
    QVERIFY(!browser.openLinks() && !browser.openExternalLinks());
}

QTEST_MAIN(TestDetailView)
#include "tst_detailview.moc"
