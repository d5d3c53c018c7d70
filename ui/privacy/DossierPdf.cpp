// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/DossierPdf.h"

#include "ui/common/ChangeText.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/HouseStyle.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QUuid>

namespace edupro::ui {

using privacy::Dossier;
using privacy::DossierTable;
using storage::AuditRecord;

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Dossier", text);
}

QString moment(Instant at)
{
    return format::dateTime(QDateTime::fromMSecsSinceEpoch(at));
}

struct TableWords {
    const char* table;
    const char* words;
};

// clang-format off
constexpr TableWords tables[] = {
    {"students",            QT_TRANSLATE_NOOP("Dossier", "Student")},
    {"enrolments",          QT_TRANSLATE_NOOP("Dossier", "Classes")},
    {"guardians",           QT_TRANSLATE_NOOP("Dossier", "Parents and guardians")},
    {"student_guardians",   QT_TRANSLATE_NOOP("Dossier", "Relation to parents and guardians")},
    {"guardian_incomes",    QT_TRANSLATE_NOOP("Dossier", "Incomes of parents and guardians")},
    {"marks",               QT_TRANSLATE_NOOP("Dossier", "Marks in assessments")},
    {"final_marks",         QT_TRANSLATE_NOOP("Dossier", "Final marks")},
    {"attendance_totals",   QT_TRANSLATE_NOOP("Dossier", "Attendance per term")},
    {"attendance_days",     QT_TRANSLATE_NOOP("Dossier", "Days missed")},
    {"achievements",        QT_TRANSLATE_NOOP("Dossier", "Achievements")},
    {"predictions",         QT_TRANSLATE_NOOP("Dossier", "Predictions")},
    {"privacy_requests",    QT_TRANSLATE_NOOP("Dossier", "Requests about personal data")},
    {"consents",            QT_TRANSLATE_NOOP("Dossier", "Consents and objections")},
};
// clang-format on

QString cell(const QString& tag, const QString& text)
{
    return u'<' + tag + u'>' + text.toHtmlEscaped() + QStringLiteral("</") + tag + u'>';
}

QString row(const QString& tag, const QStringList& texts)
{
    QString html;
    for (const QString& text : texts)
        html += cell(tag, text);
    return QStringLiteral("<tr>") + html + QStringLiteral("</tr>");
}

const QString tableOpens = QStringLiteral("<table border='0.5' cellspacing='0' cellpadding='3' "
                                          "width='100%' style='border-collapse: "
                                          "collapse'>");
const QString tableEnds = QStringLiteral("</table>");

bool isShown(const FieldInfo& field)
{
    return !field.rules.hidden && !field.rules.key;
}

QString shown(const Dossier& dossier, const FieldInfo& field, const QVariant& value)
{
    if (!value.isValid()) return QString(QChar(0x2014));
    if (!field.rules.choices.empty()) return choiceWord(field, value.toString());
    if (field.type == FieldType::Moment) return moment(value.toLongLong());
    return privacy::shownValue(dossier, field, value);
}

QString deletedMark(const storage::StoredValues& one)
{
    return one.stamp.deleted ? said(QT_TRANSLATE_NOOP("Dossier", "deleted")) : QString();
}

/// One row: a line per field. Several: a table.
QString recordsHtml(const Dossier& dossier, const DossierTable& table)
{
    QString html = cell(QStringLiteral("h2"), tableWords(table.entity->table)) + tableOpens;
    const auto& fields = table.entity->fields;
    if (table.rows.size() == 1) {
        const storage::StoredValues& only = table.rows.front();
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (isShown(fields[i]))
                html +=
                    row(QStringLiteral("td"),
                        {fieldWord(fields[i]), shown(dossier, fields[i], only.values[i])});
        if (only.stamp.deleted) html += row(QStringLiteral("td"), {deletedMark(only), {}});
        return html + tableEnds;
    }
    QStringList headings;
    for (const FieldInfo& field : fields)
        if (isShown(field)) headings.append(fieldWord(field));
    html += row(QStringLiteral("th"), headings << QString());
    for (const storage::StoredValues& one : table.rows) {
        QStringList texts;
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (isShown(fields[i])) texts.append(shown(dossier, fields[i], one.values[i]));
        html += row(QStringLiteral("td"), texts << deletedMark(one));
    }
    return html + tableEnds;
}

QVariant valueOf(const FieldInfo& field, const QJsonValue& json)
{
    if (json.isNull() || json.isUndefined()) return {};
    if (field.type == FieldType::Uuid) return QUuid::fromString(json.toString());
    if (field.type == FieldType::Date) return QDate::fromString(json.toString(), Qt::ISODate);
    return json.toVariant();
}

/// "Name: Ani → Ani Wijaya"; of a new value "Name: Ani".
QString changeText(const Dossier& dossier, const FieldInfo& field, const QJsonArray& sides)
{
    const QString after = shown(dossier, field, valueOf(field, sides.at(1)));
    if (sides.at(0).isNull()) return fieldWord(field) + QStringLiteral(": ") + after;
    const QString before = shown(dossier, field, valueOf(field, sides.at(0)));
    return QStringLiteral("%1: %2 → %3").arg(fieldWord(field), before, after);
}

QString changesText(const Dossier& dossier, const AuditRecord& record)
{
    if (record.erased) return said(QT_TRANSLATE_NOOP("Dossier", "values erased"));
    QStringList parts;
    for (const DossierTable& table : dossier.tables) {
        if (table.entity->table != record.table) continue;
        for (const FieldInfo& field : table.entity->fields) {
            const bool seen = record.columns.contains(field.column) && record.changes.isEmpty();
            if (isShown(field) && record.changes.contains(field.column))
                parts << changeText(dossier, field, record.changes[field.column].toArray());
            else if (isShown(field) && seen)
                parts << fieldWord(field);
        }
    }
    if (!record.reason.isEmpty()) parts << u'(' + record.reason + u')';
    return parts.join(QStringLiteral("; "));
}

QString eventsHtml(
    const char* title,
    const Dossier& dossier,
    const std::vector<AuditRecord>& records,
    const PeopleNames& people)
{
    QString html = cell(QStringLiteral("h2"), said(title));
    if (records.empty())
        return html + cell(QStringLiteral("p"), said(QT_TRANSLATE_NOOP("Dossier", "Nothing.")));
    html += tableOpens + row(QStringLiteral("th"),
                             {said(QT_TRANSLATE_NOOP("Dossier", "When")),
                              said(QT_TRANSLATE_NOOP("Dossier", "Who")),
                              said(QT_TRANSLATE_NOOP("Dossier", "What")),
                              said(QT_TRANSLATE_NOOP("Dossier", "Of")),
                              said(QT_TRANSLATE_NOOP("Dossier", "Values"))});
    for (const AuditRecord& record : records)
        html +=
            row(QStringLiteral("td"),
                {moment(record.at),
                 people.value(record.person, record.person),
                 actWord(record.action),
                 tableWords(record.table),
                 changesText(dossier, record)});
    return html + tableEnds;
}

QString htmlOf(const Dossier& dossier, const PeopleNames& people)
{
    QString html = cell(QStringLiteral("h1"), dossier.student.name);
    html += cell(
        QStringLiteral("p"),
        said(QT_TRANSLATE_NOOP(
                 "Dossier",
                 "Everything that %1 keeps about this student, as of %2. "
                 "Contains personal data of a child: keep it safe."))
            .arg(dossier.schoolName, moment(dossier.madeAt)));
    for (const DossierTable& table : dossier.tables)
        html += recordsHtml(dossier, table);
    html += eventsHtml(
        QT_TRANSLATE_NOOP("Dossier", "Who looked at it, and files handed out"),
        dossier,
        dossier.accesses,
        people);
    html += eventsHtml(
        QT_TRANSLATE_NOOP("Dossier", "What was changed"), dossier, dossier.history, people);
    return html;
}

Error unwritable(const QString& path, const QString& why)
{
    return {
        .code = ErrorCode::Io,
        .key = "export.unwritable",
        .detail = path.toStdString() + ": " + why.toStdString() +
                  "; choose a folder where you may write"};
}

} // namespace

QString tableWords(const QString& table)
{
    for (const TableWords& one : tables)
        if (table == QLatin1String(one.table)) return said(one.words);
    return table;
}

Done writeDossier(const Dossier& dossier, const PeopleNames& people, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return unwritable(path, file.errorString());
    // For its reader only: it holds everything about a child.
    file.setPermissions(QFileDevice::Permissions(QFileDevice::ReadOwner) | QFileDevice::WriteOwner);
    {
        QPdfWriter writer(&file);
        writer.setPageLayout(QPageLayout(
            QPageSize(QPageSize::A4),
            QPageLayout::Portrait,
            QMarginsF(15, 15, 15, 15),
            QPageLayout::Millimeter));
        // Not the name: titles of documents are shown by file managers.
        writer.setTitle(said(QT_TRANSLATE_NOOP("Dossier", "Data of a student")));
        writer.setCreator(QStringLiteral("EduPro"));
        QTextDocument document;
        QFont font = houseStyle(Scheme::Light).font(TextSize::Small);
        font.setPointSizeF(8.5);
        document.setDefaultFont(font);
        document.setHtml(htmlOf(dossier, people));
        document.print(&writer);
    }
    if (!file.commit()) return unwritable(path, file.errorString());
    return done();
}

} // namespace edupro::ui
