// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ChoiceWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace edupro::ui {

namespace {

struct ChoiceRow {
    const char* entity; ///< the context of the field's label
    const char* column;
    const char* choice;
    const char* word;
};

// clang-format off
constexpr ChoiceRow table[] = {
    {"Student", "gender", "L",           QT_TRANSLATE_NOOP("ChoiceWords", "Male")},
    {"Student", "gender", "P",           QT_TRANSLATE_NOOP("ChoiceWords", "Female")},
    {"Student", "gender", "X",           QT_TRANSLATE_NOOP("ChoiceWords", "Not known")},
    {"Student", "status", "active",      QT_TRANSLATE_NOOP("ChoiceWords", "Active")},
    {"Student", "status", "graduated",   QT_TRANSLATE_NOOP("ChoiceWords", "Graduated")},
    {"Student", "status", "transferred", QT_TRANSLATE_NOOP("ChoiceWords", "Transferred")},
    {"Student", "status", "left",        QT_TRANSLATE_NOOP("ChoiceWords", "Left school")},
    {"AttendanceSession", "state", "draft",     QT_TRANSLATE_NOOP("ChoiceWords", "Draft")},
    {"AttendanceSession", "state", "submitted", QT_TRANSLATE_NOOP("ChoiceWords", "Submitted")},
    {"AttendanceSession", "state", "corrected", QT_TRANSLATE_NOOP("ChoiceWords", "Corrected")},
    {"AttendanceDay", "status", "H",            QT_TRANSLATE_NOOP("ChoiceWords", "Present")},
    {"AttendanceDay", "status", "S",            QT_TRANSLATE_NOOP("ChoiceWords", "Sick")},
    {"AttendanceDay", "status", "I",            QT_TRANSLATE_NOOP("ChoiceWords", "Excused")},
    {"AttendanceDay", "status", "A",            QT_TRANSLATE_NOOP("ChoiceWords", "Absent")},
    {"Term", "state", "open",            QT_TRANSLATE_NOOP("ChoiceWords", "Open term")},
    {"Term", "state", "locked",          QT_TRANSLATE_NOOP("ChoiceWords", "Locked")},
    {"Term", "state", "archived",        QT_TRANSLATE_NOOP("ChoiceWords", "Archived")},
    {"ClassGroup", "curriculum", "k13",     QT_TRANSLATE_NOOP("ChoiceWords", "K13")},
    {"ClassGroup", "curriculum", "merdeka", QT_TRANSLATE_NOOP("ChoiceWords", "Merdeka")},
    {"CalendarDay", "kind", "holiday",   QT_TRANSLATE_NOOP("ChoiceWords", "Holiday")},
    {"CalendarDay", "kind", "event",     QT_TRANSLATE_NOOP("ChoiceWords", "Event on a school day")},
    {"CalendarDay", "kind", "extra",     QT_TRANSLATE_NOOP("ChoiceWords", "School on a day off")},
    {"PrivacyRequest", "kind", "correction",  QT_TRANSLATE_NOOP("ChoiceWords", "Correction")},
    {"PrivacyRequest", "kind", "access",      QT_TRANSLATE_NOOP("ChoiceWords", "Access")},
    {"PrivacyRequest", "kind", "erasure",     QT_TRANSLATE_NOOP("ChoiceWords", "Erasure")},
    {"PrivacyRequest", "kind", "objection",   QT_TRANSLATE_NOOP("ChoiceWords", "Objection to predictions")},
    {"PrivacyRequest", "state", "open",       QT_TRANSLATE_NOOP("ChoiceWords", "Open")},
    {"PrivacyRequest", "state", "done",       QT_TRANSLATE_NOOP("ChoiceWords", "Done")},
    {"PrivacyRequest", "state", "refused",    QT_TRANSLATE_NOOP("ChoiceWords", "Refused")},
    {"PrivacyRequest", "state", "withdrawn",  QT_TRANSLATE_NOOP("ChoiceWords", "Taken back")},
    {"Consent", "purpose", "prediction",      QT_TRANSLATE_NOOP("ChoiceWords", "Predictions")},
    {"Consent", "purpose", "income",          QT_TRANSLATE_NOOP("ChoiceWords", "Income of the family")},
    {"Consent", "purpose", "health",          QT_TRANSLATE_NOOP("ChoiceWords", "Health notes")},
    {"Consent", "purpose", "publication",     QT_TRANSLATE_NOOP("ChoiceWords", "Publication of name and picture")},
    {"Consent", "state", "given",             QT_TRANSLATE_NOOP("ChoiceWords", "Agreed")},
    {"Consent", "state", "withdrawn",         QT_TRANSLATE_NOOP("ChoiceWords", "Agreement taken back")},
    {"Consent", "state", "objected",          QT_TRANSLATE_NOOP("ChoiceWords", "Objected")},
    {"Erasure", "basis", "request",           QT_TRANSLATE_NOOP("ChoiceWords", "The family asked for it")},
    {"Erasure", "basis", "retention",         QT_TRANSLATE_NOOP("ChoiceWords", "Kept long enough")},
    {"Erasure", "basis", "error",             QT_TRANSLATE_NOOP("ChoiceWords", "Recorded by mistake")},
};
// clang-format on

} // namespace

QString fieldWord(const FieldInfo& field)
{
    return QCoreApplication::translate(field.text.context, field.text.text);
}

QString choiceWord(const FieldInfo& field, const QString& choice)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const ChoiceRow& row) {
        return QLatin1String(row.entity) == QLatin1String(field.text.context) &&
               field.column == QLatin1String(row.column) && choice == QLatin1String(row.choice);
    });
    return found == std::end(table) ? choice
                                    : QCoreApplication::translate("ChoiceWords", found->word);
}

QStringList choicesOf(const FieldInfo& field)
{
    const std::string_view choices = field.rules.choices;
    return QString::fromUtf8(choices.data(), static_cast<qsizetype>(choices.size()))
        .split('|', Qt::SkipEmptyParts);
}

} // namespace edupro::ui
