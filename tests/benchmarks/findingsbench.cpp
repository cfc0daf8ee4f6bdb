// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/findingsbench.h"

#include "tests/ui/models/madefindings.h"
#include "ui/findings/findingstable.h"
#include "ui/findings/findingsview.h"
#include "ui/findings/searchfield.h"
#include "ui/shell/selection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>

namespace pdsi {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype outcomes = 1'000'000;
constexpr int runs = 5;
constexpr int framesARun = 200;
constexpr int patientMs = 60'000;

/// Typed a character at a time: common and rare words, facets and their beginnings, and what is nowhere.
const QStringList searches{u"payments number 7"_s, u"status:fail severity:high kind:schedule night"_s, u"zzzz"_s, u"-status:pass waived:no 12"_s};

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// The view with everything in it, shown and warm.
struct OpenView {
    Selection selection;
    FindingsView view{selection};

    bool open()
    {
        static const std::shared_ptr<const Assessment> assessment = made::randomFindings(1, outcomes);
        view.resize(1280, 800);
        view.show();
        view.activateWindow();
        view.searchField()->setFocus();
        bool complete = false;
        QObject::connect(view.model(), &FindingsModel::completed, &view, [&complete] { complete = true; QCoreApplication::exit(0); });
        QTimer::singleShot(patientMs, &view, [] { QCoreApplication::exit(1); });
        selection.setAudit({nullptr, assessment});
        const bool timely = QCoreApplication::exec() == 0 && complete && view.model()->rowCount() == outcomes;
        QObject::disconnect(view.model(), &FindingsModel::completed, &view, nullptr);
        return timely;
    }
};

/// Types the searches and watches the event loop while they are answered. Each is typed twice: slowly, every key when
/// the answer to the one before is there, then as fast as the keys come.
class Typist : public QObject
{
public:
    explicit Typist(FindingsView &view)
        : m_view(view)
    {
        for (const QString &search : searches) {
            for (const QChar c : search)
                m_keys << c;
            m_keys << QChar(); // clear
        }
        view.table()->viewport()->installEventFilter(this);
        connect(view.model(), &QAbstractItemModel::modelReset, this, [this] { m_delivered = true; });
        connect(view.model(), &FindingsModel::completed, this, [this] { m_complete = m_delivered = true; });
        m_heart.setTimerType(Qt::PreciseTimer);
        connect(&m_heart, &QTimer::timeout, this, &Typist::beat);
    }

    void run(bool waits)
    {
        m_waits = waits;
        m_at = 0;
        m_complete = true;
        m_lastBeat.start();
        m_heart.start(1);
        QCoreApplication::exec();
        m_heart.stop();
    }

    double slowestFirstRows = 0; ///< of all keys: from the key to the end of the frame that shows its first rows
    double longestBlock = 0;     ///< between two beats of a heart that beats every millisecond

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_delivered)
            m_painted = true;
        return false;
    }

    void beat()
    {
        longestBlock = std::max(longestBlock, milliseconds(m_lastBeat));
        m_lastBeat.start();
        const bool nothingToShow = m_complete && m_view.model()->rowCount() == 0;
        if (m_waits && m_asked && (m_painted || nothingToShow)) { // the frame with the first rows is done
            slowestFirstRows = std::max(slowestFirstRows, milliseconds(m_sinceKey));
            m_asked = false;
        }
        if (m_waits && (m_asked || !m_complete))
            return;
        if (m_at < m_keys.size())
            press(m_keys.at(m_at++));
        else if (m_complete)
            QCoreApplication::exit(0);
    }

    void press(QChar c)
    {
        m_delivered = m_painted = m_complete = false;
        m_asked = true;
        m_sinceKey.start();
        if (c.isNull()) {
            m_view.searchField()->replaceText({});
            return;
        }
        QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, c);
        QCoreApplication::sendEvent(m_view.searchField(), &key);
    }

    FindingsView &m_view;
    QList<QChar> m_keys;
    QTimer m_heart;
    QElapsedTimer m_lastBeat;
    QElapsedTimer m_sinceKey;
    qsizetype m_at = 0;
    bool m_waits = true;
    bool m_asked = false;
    bool m_delivered = false;
    bool m_painted = false;
    bool m_complete = true;
};

struct Typing {
    double firstRows = 0;
    double longestBlock = 0;
};

std::optional<Typing> typeInto()
{
    OpenView open;
    if (!open.open()) {
        std::fprintf(stderr, "pdsi-bench: the outcomes did not appear\n");
        return std::nullopt;
    }
    QList<double> firstRows;
    QList<double> blocks;
    for (int run = 0; run <= runs; ++run) { // the first one warms up
        Typist typist(open.view);
        typist.run(true);
        typist.run(false);
        if (run > 0) {
            firstRows << typist.slowestFirstRows;
            blocks << typist.longestBlock;
        }
    }
    return Typing{median(firstRows), median(blocks)};
}

const std::optional<Typing> &typed()
{
    static const std::optional<Typing> once = typeInto();
    return once;
}

std::optional<double> scrollFrame()
{
    OpenView open;
    if (!open.open()) {
        std::fprintf(stderr, "pdsi-bench: the outcomes did not appear\n");
        return std::nullopt;
    }
    QScrollBar *bar = open.view.table()->verticalScrollBar();
    QWidget *viewport = open.view.table()->viewport();
    QList<double> medians;
    for (int run = 0; run <= runs; ++run) { // the first one warms up
        QList<double> frames;
        for (int frame = 0; frame < framesARun; ++frame) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(frame % 2 ? bar->value() + 3 : int((qint64(frame) * 7919'019) % bar->maximum())); // wheel and jumps
            viewport->repaint();
            frames << milliseconds(timer);
        }
        std::sort(frames.begin(), frames.end());
        if (run > 0)
            medians << frames.at(framesARun * 95 / 100);
    }
    return median(medians);
}

} // namespace

QList<Benchmark> findingsBenchmarks()
{
    return {{u"findings.filter.1M.first_rows"_s, u"ms"_s, [] { return typed() ? std::optional(typed()->firstRows) : std::nullopt; }},
            {u"findings.filter.1M.longest_block"_s, u"ms"_s, [] { return typed() ? std::optional(typed()->longestBlock) : std::nullopt; }},
            {u"findings.scroll.frame.p95"_s, u"ms"_s, scrollFrame}};
}

} // namespace pdsi
