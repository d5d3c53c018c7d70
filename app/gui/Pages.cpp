// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Pages.h"

#include "ui/accounts/UsersPage.h"
#include "ui/attendance/AttendancePage.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/data/DataPage.h"
#include "ui/grades/GradesPage.h"
#include "ui/privacy/PrivacyPage.h"
#include "ui/regions/ClustersPage.h"
#include "ui/school/SettingsPage.h"
#include "ui/students/StudentsPage.h"
#include "ui/warning/PredictionsPage.h"

#include <QCoreApplication>

namespace edupro::gui {

using namespace edupro::ui;
using security::Action;
using security::Object;

namespace {

/// The roles that may read the object, at least their own part of it.
Roles readersOf(Object object)
{
    return security::rolesThatMay(Action::Read, object);
}

/// The roles that may read the object whole.
Roles readersOfAll(Object object)
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
        {"dashboard", QT_TRANSLATE_NOOP("Pages", "Dashboard"),     "home",     0, readersOf(Object::Predictions), makePage<DashboardPage>},
        {"students",  QT_TRANSLATE_NOOP("Pages", "Students"),      "students", 0, readersOf(Object::Students),    makePage<StudentsPage>},
        {"grades",    QT_TRANSLATE_NOOP("Pages", "Marks"),         "marks",    0, readersOf(Object::Marks),       makePage<GradesPage>},
        {"attendance", QT_TRANSLATE_NOOP("Pages", "Attendance"),   "attendance", 0, readersOf(Object::Attendance), makePage<AttendancePage>},
        {"warning",   QT_TRANSLATE_NOOP("Pages", "Early warning"), "warning",  1, readersOf(Object::Predictions), makePage<PredictionsPage>},
        {"regions",   QT_TRANSLATE_NOOP("Pages", "Clusters"),      "clusters", 1, readersOf(Object::Models),      makePage<ClustersPage>},
        {"data",      QT_TRANSLATE_NOOP("Pages", "Data"),          "data",     2, readersOfAll(Object::Backups), makePage<DataPage>},
        {"users",     QT_TRANSLATE_NOOP("Pages", "Users and audit"), "users",  2, readersOfAll(Object::Users),   makePage<UsersPage>},
        {"privacy",   QT_TRANSLATE_NOOP("Pages", "Personal data"), "shield",   2, readersOf(Object::Requests),    makePage<PrivacyPage>},
        {"settings",  QT_TRANSLATE_NOOP("Pages", "School"),        "settings", 2, readersOf(Object::Settings),    makePage<SettingsPage>},
    };
    // clang-format on
    return table;
}

} // namespace edupro::gui
