// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chartinks.h"
#include "ui/theme/graphtheme.h"
#include "ui/theme/palettes.h"
#include "ui/theme/statustheme.h"

#include <QGuiApplication>
#include <QImage>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace pdsi;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// As WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

const QList<OutcomeStatus> statuses{OutcomeStatus::Error,  OutcomeStatus::Fail, OutcomeStatus::NotDetermined,
                                    OutcomeStatus::Manual, OutcomeStatus::Pass, OutcomeStatus::NotApplicable};
const QList<Severity> severities{Severity::Critical, Severity::High, Severity::Medium, Severity::Low};

/// Where the icon is opaque: its shape without its colour.
QByteArray shapeOf(const QIcon &icon)
{
    const QImage image = icon.pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32);
    QByteArray shape;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            shape += image.pixelColor(x, y).alpha() > 127 ? '#' : ' ';
    }
    return shape;
}

/// Light and dark parts of the icon: shape and sign, without hue.
QByteArray signOf(const QIcon &icon, bool dark)
{
    const QImage image = icon.pixmap(32, 32).toImage().convertToFormat(QImage::Format_ARGB32);
    const QColor ground = Theme::palette(dark).color(QPalette::Base);
    QByteArray sign;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            sign += color.alpha() > 127 && contrast(color, ground) > 3 ? '#' : ' ';
        }
    }
    return sign;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsMeasuredRight()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448); // just below what text needs
    }

    void textIsReadable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textIsReadable()
    {
        QFETCH(bool, dark);
        const QPalette palette = Theme::palette(dark);
        QCOMPARE(StatusTheme::isDark(palette), dark);
        const QList<QColor> grounds{palette.color(QPalette::Base), palette.color(QPalette::Window),
                                    palette.color(QPalette::AlternateBase)};
        for (const QColor &ground : grounds) {
            for (const OutcomeStatus status : statuses)
                QVERIFY2(contrast(StatusTheme::color(status, dark), ground) >= 4.5, qPrintable(outcomeStatusName(status)));
            for (const Severity severity : severities)
                QVERIFY2(contrast(StatusTheme::color(severity, dark), ground) >= 4.5, qPrintable(severityName(severity)));
            for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited})
                QVERIFY2(contrast(palette.color(role), ground) >= 4.5, qPrintable(QString::number(role)));
        }
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase)) >= 4.5);
    }

    void graphicsAreVisible_data() { textIsReadable_data(); }

    void graphicsAreVisible()
    {
        QFETCH(bool, dark);
        const QColor base = Theme::palette(dark).color(QPalette::Base);
        QList<ChartInk> inks;
        for (const OutcomeStatus status : statuses)
            inks << ChartInks::of(status, dark);
        for (const Severity severity : severities)
            inks << ChartInks::of(severity, false, dark) << ChartInks::of(severity, true, dark);
        for (int reason = 0; reason <= int(ReasonCode::NotCollected); ++reason)
            inks << ChartInks::of(static_cast<ReasonCode>(reason), dark);
        for (int state = 0; state <= int(CollectionState::NotCollected); ++state)
            inks << ChartInks::of(static_cast<CollectionState>(state), dark);
        for (const ChartInk &ink : inks)
            QVERIFY2(contrast(ink.color, base) >= 3.0, qPrintable(ink.color.name()));
    }

    void graphIsReadable_data() { textIsReadable_data(); }

    void graphIsReadable()
    {
        QFETCH(bool, dark);
        const GraphTheme theme = GraphTheme::of(dark);
        for (int kind = 0; kind <= int(GraphNodeKind::ContactMethod); ++kind) {
            const QColor full = theme.kind(GraphNodeKind(kind)), faded = theme.kindFaded(GraphNodeKind(kind));
            QVERIFY(contrast(theme.kindInk(), full) >= 4.5);
            QVERIFY(contrast(theme.text, faded) >= 4.5);
            QVERIFY(contrast(theme.mark(GraphMarkWeight::Wrong), faded) >= 3); // stands out among them
        }
        for (const GraphMarkWeight weight : {GraphMarkWeight::Wrong, GraphMarkWeight::Weak, GraphMarkWeight::Unknown}) {
            QVERIFY(contrast(theme.mark(weight), theme.card) >= 4.5);
            QVERIFY(contrast(theme.markInk(weight), theme.mark(weight)) >= 4.5);
        }
    }

    void inksDifferWithoutColour()
    {
        QSet<int> hatches;
        for (const OutcomeStatus status : statuses)
            hatches.insert(int(ChartInks::of(status, false).hatch));
        QCOMPARE(hatches.size(), statuses.size());
        hatches.clear();
        for (int reason = 0; reason <= int(ReasonCode::NotCollected); ++reason)
            hatches.insert(int(ChartInks::of(static_cast<ReasonCode>(reason), false).hatch));
        QCOMPARE(hatches.size(), int(ReasonCode::NotCollected) + 1);
        hatches.clear();
        for (int state = 0; state <= int(CollectionState::NotCollected); ++state)
            hatches.insert(int(ChartInks::of(static_cast<CollectionState>(state), false).hatch));
        QCOMPARE(hatches.size(), int(CollectionState::NotCollected) + 1);
        for (const Severity severity : severities)
            QVERIFY(ChartInks::of(severity, true, false).hatch != ChartInks::of(severity, false, false).hatch);
        QSet<QByteArray> brushes; // and what is painted differs as well
        for (int hatch = 0; hatch <= int(Hatch::Dots); ++hatch)
            brushes.insert(signOf(ChartInks::swatch({Qt::black, static_cast<Hatch>(hatch)}, Qt::white), false));
        QCOMPARE(brushes.size(), int(Hatch::Dots) + 1);
    }

    void iconsDifferWithoutColour_data() { textIsReadable_data(); }

    void iconsDifferWithoutColour()
    {
        QFETCH(bool, dark);
        QSet<QByteArray> signs;
        for (const OutcomeStatus status : statuses)
            signs.insert(signOf(StatusTheme::icon(status, dark), dark));
        for (const Severity severity : severities)
            signs.insert(shapeOf(StatusTheme::icon(severity, dark)));
        QCOMPARE(signs.size(), statuses.size() + severities.size());
    }

    void iconsArePaintedOnce()
    {
        const QIcon first = StatusTheme::icon(OutcomeStatus::Fail, false);
        QCOMPARE(StatusTheme::icon(OutcomeStatus::Fail, false).pixmap(64, 64).cacheKey(), first.pixmap(64, 64).cacheKey());
        QVERIFY(StatusTheme::icon(OutcomeStatus::Fail, true).pixmap(64, 64).cacheKey() != first.pixmap(64, 64).cacheKey());
    }

    void choiceChangesTheApplication()
    {
        const QPalette platform = QGuiApplication::palette();
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.apply(ThemeChoice::Dark);
        QVERIFY(StatusTheme::isDark(QGuiApplication::palette()));
        theme.apply(ThemeChoice::Light);
        QVERIFY(!StatusTheme::isDark(QGuiApplication::palette()));
        theme.apply(ThemeChoice::System);
        QCOMPARE(QGuiApplication::palette().color(QPalette::Window), platform.color(QPalette::Window));
        QCOMPARE(changed.count(), 3);
        for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
            QCOMPARE(themeChoiceFromName(themeChoiceName(choice)), std::optional(choice));
        QVERIFY(!themeChoiceFromName(QStringLiteral("pink")));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
