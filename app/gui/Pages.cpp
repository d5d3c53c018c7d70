// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Pages.h"

#include "ui/accounts/UsersPage.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/regions/ClustersPage.h"
#include "ui/students/StudentsPage.h"
#include "ui/warning/PredictionsPage.h"

#include <QCoreApplication>

namespace edupro::gui {

using namespace edupro::ui;
using security::Action;
using security::Object;

namespace {

/// The roles that may read the object whole, not only their own part.
Roles readersOfAll(security::Object object)
{
    Roles roles;
    for (const Role role : security::allRoles)
        roles.setFlag(role, scopeOf(role, Action::Read, object) == security::Scope::All);
    return roles;
}

} // namespace

const std::vector<PageRow>& pages()
{
    // clang-format off
    static const std::vector<PageRow> table = {
        {"dashboard", QT_TRANSLATE_NOOP("Pages", "Dashboard"),     "home",     0, everyone, makePage<DashboardPage>},
        {"students",  QT_TRANSLATE_NOOP("Pages", "Students"),      "students", 0, everyone, makePage<StudentsPage>},
        {"warning",   QT_TRANSLATE_NOOP("Pages", "Early warning"), "warning",  1, everyone, makePage<PredictionsPage>},
        {"regions",   QT_TRANSLATE_NOOP("Pages", "Clusters"),      "clusters", 1, everyone, makePage<ClustersPage>},
        {"users",     QT_TRANSLATE_NOOP("Pages", "Users and audit"), "users",  2, readersOfAll(Object::Users),   makePage<UsersPage>},
    };
    // clang-format on
    return table;
}

} // namespace edupro::gui
