// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinedata.h"

#include <QFont>
#include <QHash>
#include <QStaticText>

namespace pdsi {

/// Names of people as they fit into bars: full name, first name, initials; laid out once each, when first needed.
class TimelineLabels
{
public:
    TimelineLabels() = default;
    TimelineLabels(std::shared_ptr<const TimelineData> data, const QFont &font);

    /// The longest form that is at most `width` wide; null when none is.
    const QStaticText *fitting(int person, double width, bool certain);
    /// The first of these that is at most `width` wide, measured once however often it is asked for; null when none is.
    const QStaticText *fitting(const QStringList &words, double width);
    double narrowest() const { return m_narrowest; }
    double height() const { return m_height; }
    const QFont &font() const { return m_font; }

    /// Longest first, each once: "Ana María López", "Ana María L.", "Ana", "AL".
    static QStringList forms(const QString &name);

private:
    struct Form {
        QStaticText text;
        double width = 0;
    };
    const std::vector<Form> &formsOf(int person, bool certain);

    std::shared_ptr<const TimelineData> m_data;
    QFont m_font;
    double m_narrowest = 0;
    double m_height = 0;
    std::vector<std::vector<Form>> m_certain, m_uncertain;
    QHash<QString, Form> m_words;
};

} // namespace pdsi
