// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/libraryhighlighting.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <ksyntaxhighlighting_version.h>

#include <QTimer>

namespace pdsi {

namespace {

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository all;
    return all;
}

} // namespace

/// One text on its way through the highlighter.
class LibraryHighlighting::Pass : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Pass(const QString &text, bool dark) : m_text(text)
    {
        setDefinition(repository().definitionForName(QStringLiteral("JSON")));
        setTheme(repository().theme(highlightTheme(dark)));
    }

    /// False once the whole text is done.
    bool step(int lines)
    {
        for (; lines > 0 && m_lineStart <= m_text.size(); --lines) {
            const qsizetype found = m_text.indexOf(QLatin1Char('\n'), m_lineStart);
            const qsizetype end = found < 0 ? m_text.size() : found;
            m_state = highlightLine(QStringView(m_text).sliced(m_lineStart, end - m_lineStart), m_state);
            m_lineStart = end + 1;
        }
        return m_lineStart <= m_text.size();
    }

    QList<HighlightSpan> spans;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0)
            return;
        HighlightSpan span{{m_lineStart + offset, length}, {}, format.isBold(theme()), format.isItalic(theme())};
        if (format.hasTextColor(theme()))
            span.color = format.textColor(theme());
        if (span.color.isValid() || span.bold || span.italic)
            spans << span;
    }

private:
    QString m_text;
    qsizetype m_lineStart = 0;
    KSyntaxHighlighting::State m_state;
};

LibraryHighlighting::LibraryHighlighting(QObject *parent) : JsonHighlighting(parent) {}
LibraryHighlighting::~LibraryHighlighting() = default;

QString LibraryHighlighting::version() { return QStringLiteral(KSYNTAXHIGHLIGHTING_VERSION_STRING); }

void LibraryHighlighting::request(const QString &text, bool dark)
{
    m_pass = std::make_unique<Pass>(text, dark);
    step();
}

void LibraryHighlighting::cancel() { m_pass.reset(); }

void LibraryHighlighting::step()
{
    constexpr int linesAtOnce = 2'000;
    if (!m_pass)
        return;
    if (m_pass->step(linesAtOnce)) {
        // A pass that was replaced in the meantime leaves its turn to the new one.
        QTimer::singleShot(0, this, [this, pass = m_pass.get()] {
            if (pass == m_pass.get())
                step();
        });
        return;
    }
    const QList<HighlightSpan> spans = m_pass->spans;
    m_pass.reset();
    Q_EMIT ready(spans);
}

} // namespace pdsi
