// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphtexts.h"

#include <QPainter>

namespace pdsi {

const QStaticText &GraphTexts::of(const QPainter &painter, GraphFace face, const QString &text)
{
    constexpr qsizetype most = 20'000;
    QHash<QString, QStaticText> &known = m_texts.at(size_t(face));
    auto found = known.find(text);
    if (found == known.end()) {
        if (known.size() >= most)
            known.clear();
        found = known.insert(text, QStaticText(text));
        found->setTextFormat(Qt::PlainText); // account text may look like markup
        found->prepare({}, painter.font());
    }
    return *found;
}

void GraphTexts::paint(QPainter &painter, const QPointF &top, GraphFace face, const QString &text) { painter.drawStaticText(top, of(painter, face, text)); }

double GraphTexts::width(const QPainter &painter, GraphFace face, const QString &text)
{
    return of(painter, face, text).size().width();
}

} // namespace pdsi
