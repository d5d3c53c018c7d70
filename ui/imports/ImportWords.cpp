// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/ImportWords.h"

#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace edupro::ui {

namespace {

struct WordRow {
    const char* name;
    const char* word;
};

// clang-format off
constexpr WordRow kinds[] = {
    {"students",     QT_TRANSLATE_NOOP("ImportWords", "Students")},
    {"marks",        QT_TRANSLATE_NOOP("ImportWords", "Marks")},
    {"attendance",   QT_TRANSLATE_NOOP("ImportWords", "Attendance")},
    {"attendance-days", QT_TRANSLATE_NOOP("ImportWords", "Attendance by day")},
    {"incomes",      QT_TRANSLATE_NOOP("ImportWords", "Incomes of parents")},
    {"achievements", QT_TRANSLATE_NOOP("ImportWords", "Achievements")},
    {"indicators",   QT_TRANSLATE_NOOP("ImportWords", "Indicators of provinces")},
};

constexpr WordRow fields[] = {
    {"nis",             QT_TRANSLATE_NOOP("ImportWords", "NIS")},
    {"nisn",            QT_TRANSLATE_NOOP("ImportWords", "NISN")},
    {"name",            QT_TRANSLATE_NOOP("ImportWords", "Name")},
    {"class",           QT_TRANSLATE_NOOP("ImportWords", "Class")},
    {"academic_year",   QT_TRANSLATE_NOOP("ImportWords", "Academic year")},
    {"birth_date",      QT_TRANSLATE_NOOP("ImportWords", "Birth date")},
    {"gender",          QT_TRANSLATE_NOOP("ImportWords", "Gender")},
    {"address",         QT_TRANSLATE_NOOP("ImportWords", "Address")},
    {"status",          QT_TRANSLATE_NOOP("ImportWords", "Status")},
    {"term",            QT_TRANSLATE_NOOP("ImportWords", "Term")},
    {"subject",         QT_TRANSLATE_NOOP("ImportWords", "Subject")},
    {"mark",            QT_TRANSLATE_NOOP("ImportWords", "Mark")},
    {"effective_days",  QT_TRANSLATE_NOOP("ImportWords", "Effective days")},
    {"present",         QT_TRANSLATE_NOOP("ImportWords", "Present")},
    {"sick",            QT_TRANSLATE_NOOP("ImportWords", "Sick")},
    {"excused",         QT_TRANSLATE_NOOP("ImportWords", "Excused")},
    {"absent",          QT_TRANSLATE_NOOP("ImportWords", "Absent")},
    {"attendance",      QT_TRANSLATE_NOOP("ImportWords", "Attendance")},
    {"note",            QT_TRANSLATE_NOOP("ImportWords", "Note")},
    {"relation",        QT_TRANSLATE_NOOP("ImportWords", "Relation")},
    {"guardian",        QT_TRANSLATE_NOOP("ImportWords", "Parent or guardian")},
    {"amount",          QT_TRANSLATE_NOOP("ImportWords", "Income")},
    {"band",            QT_TRANSLATE_NOOP("ImportWords", "Income band")},
    {"father_income",   QT_TRANSLATE_NOOP("ImportWords", "Income of the father")},
    {"mother_income",   QT_TRANSLATE_NOOP("ImportWords", "Income of the mother")},
    {"guardian_income", QT_TRANSLATE_NOOP("ImportWords", "Income of the guardian")},
    {"since",           QT_TRANSLATE_NOOP("ImportWords", "Since")},
    {"title",           QT_TRANSLATE_NOOP("ImportWords", "Achievement")},
    {"level",           QT_TRANSLATE_NOOP("ImportWords", "Level")},
    {"rank",            QT_TRANSLATE_NOOP("ImportWords", "Rank")},
    {"date",            QT_TRANSLATE_NOOP("ImportWords", "Date")},
    {"year",            QT_TRANSLATE_NOOP("ImportWords", "Year")},
    {"province",        QT_TRANSLATE_NOOP("ImportWords", "Province")},
    {"province_code",   QT_TRANSLATE_NOOP("ImportWords", "Province code")},
    {"code_kemendagri", QT_TRANSLATE_NOOP("ImportWords", "Kemendagri code")},
    {"code_bps",        QT_TRANSLATE_NOOP("ImportWords", "BPS code")},
};
// clang-format on

template<std::size_t size>
QString wordIn(const WordRow (&table)[size], const QString& name)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const WordRow& row) {
        return name == QLatin1String(row.name);
    });
    return found == std::end(table) ? name
                                    : QCoreApplication::translate("ImportWords", found->word);
}

} // namespace

QString kindWord(const QString& kind)
{
    return wordIn(kinds, kind);
}

QString importFieldWord(const QString& field)
{
    return wordIn(fields, field);
}

QString reasonOf(const exchange::ImportIssue& issue)
{
    QString reason = words(
        {.field = issue.column.toStdString(),
         .rule = issue.rule.toStdString(),
         .value = issue.value.toStdString(),
         .limit = issue.limit.toStdString()});
    if (!reason.isEmpty()) reason[0] = reason[0].toUpper();
    return reason;
}

QString countsOf(const exchange::ImportReport& report)
{
    const auto part = [&](const char* done, const char* planned, qint64 count) {
        const char* text = report.stored ? done : planned;
        return QCoreApplication::translate("ImportWords", text).arg(format::count(count));
    };
    // clang-format off
    QStringList parts = {
        part(QT_TRANSLATE_NOOP("ImportWords", "%1 added"),     QT_TRANSLATE_NOOP("ImportWords", "%1 will be added"), report.added),
        part(QT_TRANSLATE_NOOP("ImportWords", "%1 updated"),   QT_TRANSLATE_NOOP("ImportWords", "%1 updated"),       report.updated)};
    if (report.unchanged > 0)
        parts << part(QT_TRANSLATE_NOOP("ImportWords", "%1 unchanged"), QT_TRANSLATE_NOOP("ImportWords", "%1 unchanged"), report.unchanged);
    parts << part(QT_TRANSLATE_NOOP("ImportWords", "%1 skipped"), QT_TRANSLATE_NOOP("ImportWords", "%1 skipped"), report.rejected);
    // clang-format on
    return parts.join(", ");
}

} // namespace edupro::ui
