// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coverage/intervalset.h"

#include <QString>

#include <optional>
#include <vector>

namespace pdsi {

/// Where a link on a page leads: a resource, a stretch of time, or both.
struct PageLink {
    QString kind, id;                ///< empty = no resource
    std::optional<Interval> range;
    std::optional<Instant> instant;
    bool operator==(const PageLink &) const = default;
};

enum class PageTone : quint8 { Plain, Strong, Soft, Struck };
/// The icon before a line. The line's words say the same.
enum class PageMark : quint8 { None, Good, Bad, Unsure, Note };

struct PageSpan {
    QString text; ///< as is: escaped when written as HTML
    PageTone tone = PageTone::Plain;
    int link = -1; ///< index in TextPage::links()
};

struct PageLine {
    bool heading = false;
    int indent = 0;
    PageMark mark = PageMark::None;
    std::vector<PageSpan> spans;
};

/// A page of lines, put together once and written as HTML for the screen or as text for the clipboard.
/// Links are numbered: no text of the account ever becomes an address.
class TextPage
{
public:
    /// Begins a line; what follows is added to it.
    TextPage &heading(const QString &text);
    TextPage &line(int indent = 0, PageMark mark = PageMark::None);
    TextPage &add(const QString &text, PageTone tone = PageTone::Plain);
    TextPage &addLink(const QString &text, const PageLink &link);

    const std::vector<PageLine> &lines() const { return m_lines; }
    const std::vector<PageLink> &links() const { return m_links; }
    bool isEmpty() const { return m_lines.empty(); }

    QString html(bool dark) const;
    QString text() const;

    /// What a link is called in the HTML: "link:3". -1 for anything else.
    static QString address(int link);
    static int linkAt(const QString &address);
    /// Name of the image of a mark in the HTML; empty for none.
    static QString imageName(PageMark mark);

private:
    std::vector<PageLine> m_lines;
    std::vector<PageLink> m_links;
};

} // namespace pdsi
