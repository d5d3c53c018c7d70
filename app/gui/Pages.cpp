// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Pages.h"

#include "ui/students/StudentsPage.h"

#include <QCoreApplication>

namespace edupro::gui {

using namespace edupro::ui;

const std::vector<PageRow>& pages()
{
    // clang-format off
    static const std::vector<PageRow> table = {
        {"students", QT_TRANSLATE_NOOP("Pages", "Students"), "students", 0, everyone, makePage<StudentsPage>},
    };
    // clang-format on
    return table;
}

} // namespace edupro::gui
