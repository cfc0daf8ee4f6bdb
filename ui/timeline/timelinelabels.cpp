// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelabels.h"

#include "core/report/plaintext.h"

#include <QFontMetricsF>

namespace pdsi {

TimelineLabels::TimelineLabels(std::shared_ptr<const TimelineData> data, const QFont &font)
    : m_data(std::move(data))
    , m_font(font)
{
    const QFontMetricsF metrics(font);
    m_narrowest = metrics.horizontalAdvance(QStringLiteral("il"));
    m_height = metrics.height();
    m_certain.resize(m_data->coverage().people.size());
    m_uncertain.resize(m_data->coverage().people.size());
}

QStringList TimelineLabels::forms(const QString &name)
{
    const QString plain = plainText(name).simplified();
    const QStringList words = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList result{plain};
    if (words.size() > 1) {
        const QString last = words.last().left(1);
        result << words.mid(0, words.size() - 1).join(QLatin1Char(' ')) + QLatin1Char(' ') + last + QLatin1Char('.')
               << words.first() << words.first().left(1) + last;
    } else {
        result << plain.left(2);
    }
    result.removeDuplicates();
    result.removeAll(QString());
    return result;
}

const std::vector<TimelineLabels::Form> &TimelineLabels::formsOf(int person, bool certain)
{
    std::vector<Form> &known = (certain ? m_certain : m_uncertain)[size_t(person)];
    if (!known.empty())
        return known;
    const QFontMetricsF metrics(m_font);
    for (const QString &form : forms(m_data->coverage().people[size_t(person)].name)) {
        const QString words = certain ? form : QStringLiteral("? ") + form;
        QStaticText text(words);
        text.setTextFormat(Qt::PlainText); // account text
        text.prepare(QTransform(), m_font);
        known.push_back({text, metrics.horizontalAdvance(words)});
    }
    return known;
}

const QStaticText *TimelineLabels::fitting(const QStringList &words, double width)
{
    constexpr qsizetype most = 5'000;
    if (m_words.size() > most)
        m_words.clear();
    for (const QString &label : words) {
        auto known = m_words.constFind(label);
        if (known == m_words.constEnd()) {
            QStaticText text(label);
            text.setTextFormat(Qt::PlainText);
            text.prepare(QTransform(), m_font);
            known = m_words.insert(label, {text, QFontMetricsF(m_font).horizontalAdvance(label)});
        }
        if (known->width <= width)
            return &known->text;
    }
    return nullptr;
}

const QStaticText *TimelineLabels::fitting(int person, double width, bool certain)
{
    if (person < 0 || width < m_narrowest)
        return nullptr;
    for (const Form &form : formsOf(person, certain)) {
        if (form.width <= width)
            return &form.text;
    }
    return nullptr;
}

} // namespace pdsi
