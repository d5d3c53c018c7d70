// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the table of pages: what the navigation shows and how a page is made.
#pragma once

#include "core/security/Roles.h"

#include <functional>
#include <vector>

class QWidget;

namespace edupro::ui {

class Context;

using security::everyone;
using security::Role;
using security::Roles;

/// `id` and `icon` never change with the language; `title` is a source text of the context "Pages".
struct PageRow {
    const char* id;
    const char* title;
    const char* icon;
    int group; ///< the navigation draws a line between groups
    Roles roles;
    std::function<QWidget*(Context&)>
        make; ///< called on first show; the page becomes a child of the window
};

template<class Page>
QWidget* makePage(Context& context)
{
    return new Page(context);
}

/// The rows that a person with these roles may use, in order.
std::vector<PageRow> pagesFor(Roles roles, const std::vector<PageRow>& pages);

/// The title in the language of the window.
QString titleOf(const PageRow& page);

} // namespace edupro::ui
