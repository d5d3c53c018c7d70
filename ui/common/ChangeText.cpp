// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ChangeText.h"

#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

namespace edupro::ui {

namespace {

struct WordRow {
    const char* code;
    const char* word;
};

// clang-format off
constexpr WordRow acts[] = {
    {"insert",            QT_TRANSLATE_NOOP("ChangeText", "Added")},
    {"update",            QT_TRANSLATE_NOOP("ChangeText", "Changed")},
    {"delete",            QT_TRANSLATE_NOOP("ChangeText", "Deleted")},
    {"restore",           QT_TRANSLATE_NOOP("ChangeText", "Brought back")},
    {"sign_in",           QT_TRANSLATE_NOOP("ChangeText", "Signed in")},
    {"sign_in_failed",    QT_TRANSLATE_NOOP("ChangeText", "Failed to sign in")},
    {"sign_out",          QT_TRANSLATE_NOOP("ChangeText", "Signed out")},
    {"lock",              QT_TRANSLATE_NOOP("ChangeText", "Locked the screen")},
    {"unlock",            QT_TRANSLATE_NOOP("ChangeText", "Unlocked the screen")},
    {"end_session",       QT_TRANSLATE_NOOP("ChangeText", "Ended a session")},
    {"add_user",          QT_TRANSLATE_NOOP("ChangeText", "Added a person")},
    {"change_user",       QT_TRANSLATE_NOOP("ChangeText", "Changed a person")},
    {"disable_user",      QT_TRANSLATE_NOOP("ChangeText", "Disabled a person")},
    {"change_roles",      QT_TRANSLATE_NOOP("ChangeText", "Changed roles")},
    {"change_password",   QT_TRANSLATE_NOOP("ChangeText", "Changed a password")},
    {"recover",           QT_TRANSLATE_NOOP("ChangeText", "Used the recovery code")},
    {"refused",           QT_TRANSLATE_NOOP("ChangeText", "Was refused")},
    {"export",            QT_TRANSLATE_NOOP("ChangeText", "Exported")},
    {"print",             QT_TRANSLATE_NOOP("ChangeText", "Printed")},
    {"read_masked",       QT_TRANSLATE_NOOP("ChangeText", "Saw masked values")},
    {"query",             QT_TRANSLATE_NOOP("ChangeText", "Asked the database")},
    {"request",           QT_TRANSLATE_NOOP("ChangeText", "Took a request")},
    {"decision",          QT_TRANSLATE_NOOP("ChangeText", "Decided a request")},
    {"dossier",           QT_TRANSLATE_NOOP("ChangeText", "Gave out a student's file")},
    {"erase",             QT_TRANSLATE_NOOP("ChangeText", "Erased personal data")},
    {"retention",         QT_TRANSLATE_NOOP("ChangeText", "Applied the retention rules")},
    {"breach",            QT_TRANSLATE_NOOP("ChangeText", "Noted a breach")},
    {"create_file",       QT_TRANSLATE_NOOP("ChangeText", "Made the school file")},
    {"upgrade_file",      QT_TRANSLATE_NOOP("ChangeText", "Upgraded the school file")},
    {"restore_file",      QT_TRANSLATE_NOOP("ChangeText", "Restored a backup")},
    {"repair_file",       QT_TRANSLATE_NOOP("ChangeText", "Repaired the school file")},
    {"move_file",         QT_TRANSLATE_NOOP("ChangeText", "Opened it on a new computer")},
    {"accept_older_file", QT_TRANSLATE_NOOP("ChangeText", "Accepted an older file")},
    {"backup",            QT_TRANSLATE_NOOP("ChangeText", "Made a backup")},
    {"change_keys",       QT_TRANSLATE_NOOP("ChangeText", "Changed the keys")},
    {"adopt_rows",        QT_TRANSLATE_NOOP("ChangeText", "Took over older rows")},
    {"new_triggers",      QT_TRANSLATE_NOOP("ChangeText", "Renewed the recording of changes")},
};
constexpr WordRow tables[] = {
    {"students",             QT_TRANSLATE_NOOP("ChangeText", "Student")},
    {"enrolments",           QT_TRANSLATE_NOOP("ChangeText", "Enrolment")},
    {"guardians",            QT_TRANSLATE_NOOP("ChangeText", "Guardian")},
    {"student_guardians",    QT_TRANSLATE_NOOP("ChangeText", "Guardian of a student")},
    {"guardian_incomes",     QT_TRANSLATE_NOOP("ChangeText", "Income")},
    {"learning_objectives",  QT_TRANSLATE_NOOP("ChangeText", "Learning objective")},
    {"assessments",          QT_TRANSLATE_NOOP("ChangeText", "Assessment")},
    {"marks",                QT_TRANSLATE_NOOP("ChangeText", "Mark")},
    {"final_marks",          QT_TRANSLATE_NOOP("ChangeText", "Final mark")},
    {"attendance_totals",    QT_TRANSLATE_NOOP("ChangeText", "Attendance of a term")},
    {"attendance_sessions",  QT_TRANSLATE_NOOP("ChangeText", "Attendance list")},
    {"attendance_days",      QT_TRANSLATE_NOOP("ChangeText", "Attendance of a day")},
    {"achievements",         QT_TRANSLATE_NOOP("ChangeText", "Achievement")},
    {"predictions",          QT_TRANSLATE_NOOP("ChangeText", "Prediction")},
    {"model_versions",       QT_TRANSLATE_NOOP("ChangeText", "Model")},
    {"class_groups",         QT_TRANSLATE_NOOP("ChangeText", "Class")},
    {"subjects",             QT_TRANSLATE_NOOP("ChangeText", "Subject")},
    {"class_subjects",       QT_TRANSLATE_NOOP("ChangeText", "Subject of a class")},
    {"calendar_days",        QT_TRANSLATE_NOOP("ChangeText", "Calendar")},
    {"staff",                QT_TRANSLATE_NOOP("ChangeText", "Staff")},
    {"terms",                QT_TRANSLATE_NOOP("ChangeText", "Term")},
    {"academic_years",       QT_TRANSLATE_NOOP("ChangeText", "School year")},
    {"schools",              QT_TRANSLATE_NOOP("ChangeText", "School")},
    {"dated_settings",       QT_TRANSLATE_NOOP("ChangeText", "Setting")},
    {"indicators",           QT_TRANSLATE_NOOP("ChangeText", "Indicator")},
    {"indicator_values",     QT_TRANSLATE_NOOP("ChangeText", "Figure of a province")},
    {"cluster_assignments",  QT_TRANSLATE_NOOP("ChangeText", "Cluster of a province")},
    {"users",                QT_TRANSLATE_NOOP("ChangeText", "Person with a login")},
    {"sessions",             QT_TRANSLATE_NOOP("ChangeText", "Session")},
    {"teachings",            QT_TRANSLATE_NOOP("ChangeText", "Teaching assignment")},
    {"homerooms",            QT_TRANSLATE_NOOP("ChangeText", "Homeroom teacher")},
    {"privacy_requests",     QT_TRANSLATE_NOOP("ChangeText", "Privacy request")},
    {"consents",             QT_TRANSLATE_NOOP("ChangeText", "Consent")},
    {"erasures",             QT_TRANSLATE_NOOP("ChangeText", "Erasure")},
    {"breaches",             QT_TRANSLATE_NOOP("ChangeText", "Breach")},
};
// clang-format on

template<std::size_t n>
QString wordOf(const WordRow (&rows)[n], const QString& code)
{
    for (const WordRow& row : rows) {
        if (code == QLatin1String(row.code))
            return QCoreApplication::translate("ChangeText", row.word);
    }
    return code;
}

template<std::size_t n>
QStringList codesOf(const WordRow (&rows)[n])
{
    QStringList codes;
    for (const WordRow& row : rows)
        codes << QLatin1String(row.code);
    return codes;
}

QString hidden()
{
    return QString(3, QChar(0x2022));
}

/// What the store gives for a sealed value that changed: the same for every value.
bool isMask(const QJsonValue& value)
{
    return value.toString() == QString(8, QChar(0x2022));
}

QString plainText(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined()) return {};
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("ChangeText", "yes")
                              : QCoreApplication::translate("ChangeText", "no");
    const QString text = value.toVariant().toString();
    return text.startsWith(QLatin1String("s1:")) ? hidden() : text;
}

QString shownText(const FieldInfo& field, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined()) return {};
    if (field.rules.sealed) return hidden();
    if (!field.rules.choices.empty()) return choiceWord(field, value.toString());
    switch (field.type) {
    case FieldType::Date:
        return format::date(QDate::fromString(value.toString(), Qt::ISODate));
    case FieldType::Moment:
        return format::dateTime(QDateTime::fromMSecsSinceEpoch(value.toInteger()));
    case FieldType::Flag:
        return plainText(value.isBool() ? value : QJsonValue(value.toInt() != 0));
    case FieldType::Uuid: // of another row: its beginning tells two of them apart
        return value.toString().remove('{').left(8);
    default:
        return plainText(value);
    }
}

} // namespace

QString actWord(const QString& act)
{
    return wordOf(acts, act);
}

QStringList knownActs()
{
    return codesOf(acts);
}

QString tableWord(const QString& table)
{
    return wordOf(tables, table);
}

QStringList knownTables()
{
    return codesOf(tables);
}

std::vector<ChangeLine>
changeLines(const EntityInfo* entity, const QJsonObject& before, const QJsonObject& after)
{
    QJsonObject changes;
    for (const QJsonObject& side : {before, after}) {
        for (auto column = side.begin(); column != side.end(); ++column) {
            const QJsonValue was = before.value(column.key());
            const QJsonValue is = after.value(column.key());
            if (was != is || isMask(is)) changes[column.key()] = QJsonArray{was, is};
        }
    }
    return changeLines(entity, changes);
}

std::vector<ChangeLine> changeLines(const EntityInfo* entity, const QJsonObject& changes)
{
    std::vector<ChangeLine> lines;
    QStringList told;
    if (entity) {
        for (const FieldInfo& field : entity->fields) {
            told << field.column;
            if (field.rules.key || !changes.contains(field.column)) continue;
            const QJsonArray sides = changes.value(field.column).toArray();
            ChangeLine line{
                .field = fieldWord(field),
                .before = shownText(field, sides.at(0)),
                .after = shownText(field, sides.at(1))};
            if (!line.before.isEmpty() || !line.after.isEmpty()) lines.push_back(std::move(line));
        }
    }
    for (auto column = changes.begin(); column != changes.end(); ++column) {
        if (told.contains(column.key())) continue;
        const QJsonArray sides = column.value().toArray();
        ChangeLine line{
            .field = column.key(),
            .before = plainText(sides.at(0)),
            .after = plainText(sides.at(1))};
        if (!line.before.isEmpty() || !line.after.isEmpty()) lines.push_back(std::move(line));
    }
    return lines;
}

QString textOf(const ChangeLine& line)
{
    if (line.before.isEmpty()) return line.field + QStringLiteral(": ") + line.after;
    const QString after = line.after.isEmpty() ? QString(QChar(0x2014)) : line.after;
    return QStringLiteral("%1: %2 → %3").arg(line.field, line.before, after);
}

} // namespace edupro::ui
