// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/StudentImport.h"

#include "core/people/PeopleActions.h"
#include "core/people/StudentDirectory.h"
#include "core/record/Fold.h"
#include "core/school/NameCache.h"

#include <QRegularExpression>

namespace edupro::people {

using exchange::ImportRow;
using exchange::RowOutcome;
using exchange::WantedField;

namespace {

const QString nisField = QStringLiteral("nis");
const QString classField = QStringLiteral("class");
const QString yearField = QStringLiteral("academic_year");
const QString statusField = QStringLiteral("status");

/// "2025/2026", "2025" or a term code as the first year; nothing when the text is none of these.
std::optional<int> startYearOf(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\A([0-9]{4})(?: ?[/-] ?[0-9]{4}|[12])?\\z"));
    const QRegularExpressionMatch match = pattern.match(text.simplified());
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

QString statusOf(const QString& text)
{
    // clang-format off
    static const QHash<QString, QString> words = {
        {"aktif", "active"}, {"lulus", "graduated"}, {"alumni", "graduated"}, {"mutasi", "transferred"},
        {"pindah", "transferred"}, {"keluar", "left"}, {"putus sekolah", "left"}};
    // clang-format on
    const QString key = folded(text);
    return words.value(key, key);
}

class StudentImport final : public exchange::RowImport {
public:
    explicit StudentImport(std::optional<int> schoolYear)
        : m_schoolYear(schoolYear)
    {
    }

    QList<WantedField> fields() const override
    {
        return {
            {nisField, true},
            {QStringLiteral("name"), true},
            {classField},
            {yearField},
            {QStringLiteral("birth_date")},
            {QStringLiteral("gender")},
            {QStringLiteral("address")},
            {QStringLiteral("nisn")},
            {QStringLiteral("nik")},
            {QStringLiteral("family_card_number")},
            {QStringLiteral("health_notes")},
            {statusField}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable&) override
    {
        m_today = store.today();
        return m_directory.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const QString nis = row.identifier(nisField);
        Result<std::optional<Student>> known = knownStudent(store, nis);
        if (!known) return known.error();
        const bool isNew = !known->has_value();
        Student student = known->value_or(Student{.nis = nis});
        fill(student, row);
        const QString className = row.text(classField).simplified();
        const std::optional<QDate> day = classDay(row);
        if (!className.isEmpty()) row.checkValue<ClassGroup>(classField, u"name", className);
        if (!row.check(student)) return RowOutcome::Rejected;
        if (!row.claim(nisField, QStringLiteral("students/") + nis)) return RowOutcome::Rejected;

        Result<RowOutcome> outcome = exchange::saveRow(store, student, row);
        if (!outcome || *outcome == RowOutcome::Rejected || className.isEmpty()) return outcome;
        m_directory.add(nis, student.id);
        const auto enrolled = isNew ? enrolNew(store, student.id, className, *day)
                                    : enrol(store, student.id, className, *day);
        if (!enrolled) return enrolled.error();
        const bool moved = *enrolled != storage::Saved::Unchanged;
        return *outcome == RowOutcome::Unchanged && moved ? RowOutcome::Updated : *outcome;
    }

private:
    Result<std::optional<Student>> knownStudent(storage::Store& store, const QString& nis) const
    {
        const std::optional<StudentId> id = m_directory.find(nis);
        if (!id) return std::optional<Student>();
        auto found = store.find<Student>(*id);
        if (!found) return found.error();
        return found->has_value() ? std::optional((*found)->record) : std::nullopt;
    }

    /// Filled cells only: a file without addresses must not wipe them out. A name is asked of every
    /// row, so that a row is right or wrong whatever was imported before.
    static void fill(Student& student, ImportRow& row)
    {
        row.require(QStringLiteral("name"));
        if (const QString name = row.text(QStringLiteral("name")); !name.isEmpty())
            student.name = name;
        if (const QString nisn = row.identifier(QStringLiteral("nisn")); !nisn.isEmpty())
            student.nisn = nisn;
        if (const auto gender = row.gender(QStringLiteral("gender"))) student.gender = gender;
        if (const auto born = row.date(QStringLiteral("birth_date"))) student.birthDate = born;
        if (const QString address = row.text(QStringLiteral("address")); !address.isEmpty())
            student.address = address;
        if (const QString nik = row.identifier(QStringLiteral("nik")); !nik.isEmpty())
            student.nik = nik;
        if (const QString card = row.identifier(QStringLiteral("family_card_number"));
            !card.isEmpty())
            student.familyCardNumber = card;
        if (const QString notes = row.text(QStringLiteral("health_notes")); !notes.isEmpty())
            student.healthNotes = notes;
        if (const QString status = row.text(statusField); !status.isEmpty())
            student.status = statusOf(status);
    }

    /// A day of the school year that the row's class belongs to.
    std::optional<QDate> classDay(ImportRow& row) const
    {
        std::optional<int> year = m_schoolYear;
        if (row.has(yearField)) {
            year = startYearOf(row.text(yearField));
            if (!year)
                row.reject(
                    yearField,
                    QStringLiteral("pattern"),
                    QStringLiteral("is not a school year; write it like 2025/2026"));
            else
                row.checkValue<AcademicYear>(yearField, u"start_year", *year);
        }
        const int now = termCodeOn(m_today).left(4).toInt();
        return !year || *year == now ? m_today : QDate(*year, 7, 1);
    }

    /// As enrol(), for a student who cannot have a class yet.
    Result<storage::Saved>
    enrolNew(storage::Store& store, const StudentId& student, const QString& className, QDate day)
    {
        const QString code = termCodeOn(day);
        const Result<Term> term = m_names.term(store, code);
        if (!term) return term.error();
        const auto group = m_names.classGroup(store, term->academicYear, className);
        if (!group) return group.error();
        Enrolment first{
            .student = student,
            .classGroup = *group,
            .startsOn = QDate(code.left(4).toInt(), 7, 1)};
        return store.save(first, {.isNew = true});
    }

    std::optional<int> m_schoolYear;
    QDate m_today;
    StudentDirectory m_directory;
    school::NameCache m_names;
};

} // namespace

std::unique_ptr<exchange::RowImport> studentImport(std::optional<int> schoolYear)
{
    return std::make_unique<StudentImport>(schoolYear);
}

} // namespace edupro::people
