// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/Permissions.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>

namespace edupro::security {

namespace {

constexpr Scope none = Scope::None;
constexpr Scope self = Scope::Self;
constexpr Scope subject = Scope::OwnClassSubject;
constexpr Scope classes = Scope::OwnClasses;
constexpr Scope all = Scope::All;

// clang-format off
constexpr Permission table[] = {
    // object               action            admin  principal staff teacher
    {Object::Users,         Action::Read,     all,   all,      self, self},
    {Object::Users,         Action::Create,   all,   none,     none, none},
    {Object::Users,         Action::Update,   all,   none,     none, none},
    {Object::Teaching,      Action::Read,     all,   all,      all,  self},
    {Object::Teaching,      Action::Create,   all,   none,     none, none},
    {Object::Teaching,      Action::Update,   all,   none,     none, none},
    {Object::Settings,      Action::Read,     all,   all,      all,  all},
    {Object::Settings,      Action::Create,   all,   none,     none, none},
    {Object::Settings,      Action::Update,   all,   none,     none, none},
    {Object::Classes,       Action::Read,     all,   all,      all,  classes},
    {Object::Classes,       Action::Create,   all,   none,     all,  none},
    {Object::Classes,       Action::Update,   all,   none,     all,  none},
    {Object::Students,      Action::Read,     all,   all,      all,  classes},
    {Object::Students,      Action::Create,   all,   none,     all,  none},
    {Object::Students,      Action::Update,   all,   none,     all,  none},
    {Object::Sealed,        Action::Read,     all,   all,      all,  none},
    {Object::Sealed,        Action::Create,   all,   none,     all,  none},
    {Object::Sealed,        Action::Update,   all,   none,     all,  none},
    {Object::Incomes,       Action::Read,     all,   all,      all,  none},
    {Object::Incomes,       Action::Create,   all,   none,     all,  none},
    {Object::Incomes,       Action::Update,   all,   none,     all,  none},
    {Object::Achievements,  Action::Read,     all,   all,      all,  classes},
    {Object::Achievements,  Action::Create,   all,   none,     all,  none},
    {Object::Achievements,  Action::Update,   all,   none,     all,  none},
    {Object::Marks,         Action::Read,     all,   all,      none, subject},
    {Object::Marks,         Action::Create,   all,   none,     none, subject},
    {Object::Marks,         Action::Update,   none,  none,     none, subject},
    {Object::Marks,         Action::Correct,  all,   none,     none, none},
    {Object::Marks,         Action::Approve,  none,  all,      none, none},
    {Object::Attendance,    Action::Read,     all,   all,      all,  classes},
    {Object::Attendance,    Action::Create,   all,   none,     all,  classes},
    {Object::Attendance,    Action::Update,   all,   none,     all,  classes},
    {Object::Predictions,   Action::Read,     all,   all,      none, classes},
    {Object::Predictions,   Action::Create,   all,   none,     none, none},
    {Object::Predictions,   Action::Update,   all,   none,     none, none},
    {Object::Predictions,   Action::Approve,  none,  all,      none, none},
    {Object::Models,        Action::Read,     all,   all,      none, all},
    {Object::Models,        Action::Create,   all,   none,     none, none},
    {Object::Models,        Action::Update,   all,   none,     none, none},
    {Object::Models,        Action::Promote,  all,   all,      none, none},
    {Object::Indicators,    Action::Read,     all,   all,      all,  all},
    {Object::Indicators,    Action::Create,   all,   none,     none, none},
    {Object::Indicators,    Action::Update,   all,   none,     none, none},
    {Object::Audit,         Action::Read,     all,   all,      none, self},
    {Object::Audit,         Action::Verify,   all,   none,     none, none},
    {Object::Requests,      Action::Read,     all,   all,      none, none},
    {Object::Requests,      Action::Create,   all,   none,     none, none},
    {Object::Requests,      Action::Update,   all,   none,     none, none},
    {Object::Requests,      Action::Approve,  all,   all,      none, none},
    {Object::Dossier,       Action::Read,     all,   all,      none, none},
    {Object::Backups,       Action::Read,     all,   all,      none, none},
    {Object::Backups,       Action::Create,   all,   none,     none, none},
    {Object::Backups,       Action::Update,   all,   none,     none, none},
    {Object::Backups,       Action::Verify,   all,   all,      none, none},
    {Object::FileKey,       Action::Update,   all,   none,     none, none},
    {Object::Database,      Action::Read,     all,   none,     none, none},
};

struct TableOf {
    const char* table;
    Object object;
};
constexpr TableOf tables[] = {
    {"users",               Object::Users},
    {"sessions",            Object::Users},
    {"staff",               Object::Users},
    {"teachings",           Object::Teaching},
    {"homerooms",           Object::Teaching},
    {"schools",             Object::Settings},
    {"academic_years",      Object::Settings},
    {"terms",               Object::Settings},
    {"subjects",            Object::Settings},
    {"class_subjects",      Object::Settings},
    {"calendar_days",       Object::Settings},
    {"dated_settings",      Object::Settings},
    {"class_groups",        Object::Classes},
    {"enrolments",          Object::Classes},
    {"students",            Object::Students},
    {"guardians",           Object::Students},
    {"student_guardians",   Object::Students},
    {"consents",            Object::Students},
    {"guardian_incomes",    Object::Incomes},
    {"achievements",        Object::Achievements},
    {"learning_objectives", Object::Marks},
    {"assessments",         Object::Marks},
    {"marks",               Object::Marks},
    {"final_marks",         Object::Marks},
    {"attendance_totals",   Object::Attendance},
    {"attendance_sessions", Object::Attendance},
    {"attendance_days",     Object::Attendance},
    {"predictions",         Object::Predictions},
    {"model_versions",      Object::Models},
    {"indicators",          Object::Indicators},
    {"indicator_values",    Object::Indicators},
    {"cluster_assignments", Object::Indicators},
    {"privacy_requests",    Object::Requests},
    {"erasures",            Object::Requests},
    {"breaches",            Object::Requests},
    {"privacy_requests",    Object::Requests},
    {"consents",            Object::Requests},
    {"erasures",            Object::Requests},
    {"breaches",            Object::Requests},
};

constexpr const char* objectNames[] = {"users", "teaching", "settings", "classes", "students", "sealed", "incomes", "achievements",
    "marks", "attendance", "predictions", "models", "indicators", "audit", "requests", "dossier", "backups", "file_key", "database"};
constexpr const char* actionNames[] = {"read", "create", "update", "correct", "approve", "promote", "verify"};
constexpr const char* scopeNames[] = {"-", "self", "own_class_subject", "own_classes", "all"};
// clang-format on
static_assert(std::size(objectNames) == objectCount && std::size(actionNames) == actionCount);

constexpr std::size_t cellOf(Action action, Object object)
{
    return static_cast<std::size_t>(object) * actionCount + static_cast<std::size_t>(action);
}

using Cells = std::array<const Permission*, objectCount * actionCount>;

Cells findCells()
{
    Cells cells{};
    for (const Permission& row : table)
        cells[cellOf(row.action, row.object)] = &row;
    return cells;
}

} // namespace

Scope Permission::of(Role role) const
{
    switch (role) {
    case Role::Admin:
        return admin;
    case Role::Principal:
        return principal;
    case Role::Staff:
        return staff;
    case Role::Teacher:
        return teacher;
    }
    return Scope::None;
}

std::span<const Permission> permissions()
{
    return table;
}

Scope scopeOf(Roles roles, Action action, Object object)
{
    static const Cells cells = findCells();
    const Permission* row = cells[cellOf(action, object)];
    Scope widest = Scope::None;
    if (!row) return widest;
    for (const Role role : allRoles) {
        if (roles.testFlag(role)) widest = std::max(widest, row->of(role));
    }
    return widest;
}

Roles rolesThatMay(Action action, Object object)
{
    Roles roles;
    for (const Role role : allRoles)
        roles.setFlag(role, may(role, action, object));
    return roles;
}

bool objectOf(QStringView tableName, Object& object)
{
    const auto* found = std::find_if(std::begin(tables), std::end(tables), [&](const TableOf& row) {
        return tableName == QLatin1String(row.table);
    });
    if (found == std::end(tables)) return false;
    object = found->object;
    return true;
}

QString nameOf(Object object)
{
    return QString::fromLatin1(objectNames[static_cast<std::size_t>(object)]);
}

QString nameOf(Action action)
{
    return QString::fromLatin1(actionNames[static_cast<std::size_t>(action)]);
}

QString nameOf(Scope scope)
{
    return QString::fromLatin1(scopeNames[static_cast<std::size_t>(scope)]);
}

QString nameOf(Role role)
{
    switch (role) {
    case Role::Admin:
        return QStringLiteral("admin");
    case Role::Principal:
        return QStringLiteral("principal");
    case Role::Staff:
        return QStringLiteral("staff");
    case Role::Teacher:
        return QStringLiteral("teacher");
    }
    return {};
}

QString textOf(Roles roles)
{
    QStringList names;
    for (const Role role : allRoles)
        if (roles.testFlag(role)) names.append(nameOf(role));
    return names.join(u' ');
}

Roles rolesOf(QStringView text)
{
    Roles roles;
    QString spaced = text.toString();
    for (const QString& word : spaced.replace(u',', u' ').split(u' ', Qt::SkipEmptyParts)) {
        const auto* role = std::find_if(
            std::begin(allRoles), std::end(allRoles), [&](Role r) { return nameOf(r) == word; });
        if (role == std::end(allRoles)) return {};
        roles.setFlag(*role);
    }
    return roles;
}

QString permissionsText()
{
    QString text = QStringLiteral("object\taction\tadmin\tprincipal\tstaff\tteacher\n");
    for (const Permission& row : table) {
        QStringList cells{nameOf(row.object), nameOf(row.action)};
        for (const Role role : allRoles)
            cells.append(nameOf(row.of(role)));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace edupro::security
