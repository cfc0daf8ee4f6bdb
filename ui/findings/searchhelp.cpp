// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/searchhelp.h"

#include "ui/models/findingfacets.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

namespace pdsi {

namespace {

QString line(const QString &word, const QString &meaning)
{
    return QStringLiteral("<tr><td>%1</td><td>%2</td></tr>").arg(word, meaning.toHtmlEscaped());
}

QString table()
{
    QString html = QStringLiteral("<table cellpadding=\"3\">");
    for (const FindingFacet &facet : findingFacets()) {
        const QString example = facet.name + QLatin1Char(':') + facet.example;
        html += line(QStringLiteral("<a href=\"%1:\">%2</a>").arg(facet.name, example.toHtmlEscaped()), facet.meaning);
    }
    return html + QStringLiteral("</table>");
}

QString page()
{
    const QString rules = QStringLiteral("<table cellpadding=\"3\">%1%2%3%4</table>")
                              .arg(line(QStringLiteral("night shift"), SearchHelp::tr("both words in the name, id, message or control")),
                                   line(QStringLiteral("\"night shift\""), SearchHelp::tr("these words side by side")),
                                   line(QStringLiteral("status:fail,manual"), SearchHelp::tr("either of them")),
                                   line(QStringLiteral("-kind:user"), SearchHelp::tr("all but these")));
    return QStringLiteral("<h4>%1</h4>%2<h4>%3</h4>%4")
        .arg(SearchHelp::tr("Words that narrow the search").toHtmlEscaped(), table(),
             SearchHelp::tr("All of them must hold").toHtmlEscaped(), rules);
}

} // namespace

SearchHelp::SearchHelp(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("searchHelp"));
    setFrameStyle(int(QFrame::StyledPanel) | int(QFrame::Raised));
    setAccessibleName(tr("What can be typed into the search"));
    auto *label = new QLabel(page());
    label->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    label->setOpenExternalLinks(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    label->setFocus();
    connect(label, &QLabel::linkActivated, this, [this](const QString &word) {
        hide();
        Q_EMIT wordChosen(word);
    });
}

void SearchHelp::popUpUnder(const QWidget *widget)
{
    adjustSize();
    QPoint corner = widget->mapToGlobal(QPoint(widget->width() - width(), widget->height()));
    const QRect screen = widget->screen()->availableGeometry();
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    corner.setY(std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(corner);
    show();
}

} // namespace pdsi
