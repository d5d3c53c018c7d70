// SPDX-License-Identifier: GPL-3.0-or-later
// Finding, listing and enrolling students.
#pragma once

#include "core/people/Enrolment.h"
#include "core/people/Student.h"
#include "core/storage/Store.h"

namespace edupro::people {

/// A student as lists show them.
struct StudentRow {
    StudentId id;
    QString nis;
    QString name;
    std::optional<QString> className;
    std::optional<QString> gender;
    std::optional<QDate> birthDate;
    QString status;

    static constexpr auto schema()
    {
        return entity(
            "list_students",
            field(&StudentRow::id, "id"),
            field(&StudentRow::nis, "nis"),
            field(&StudentRow::name, "name"),
            field(&StudentRow::className, "class_name"),
            field(&StudentRow::gender, "gender"),
            field(&StudentRow::birthDate, "birth_date"),
            field(&StudentRow::status, "status"));
    }
};

enum class StudentOrder { Name, Nis };

/// What a list of students is asked for.
struct StudentSearch {
    QString text;      ///< parts of the name or NIS; case, accents and punctuation do not matter
    QString className; ///< empty: every class
    StudentOrder order = StudentOrder::Name;
};

struct LastEnrolment {
    EnrolmentId id;
    StudentId student;
    ClassGroupId classGroup;
    QDate startsOn;
    std::optional<QDate> endsOn;
    QString className;
    AcademicYearId academicYear;

    static constexpr auto schema()
    {
        return entity(
            "last_enrolment",
            field(&LastEnrolment::id, "id"),
            field(&LastEnrolment::student, "student_id"),
            field(&LastEnrolment::classGroup, "class_group_id"),
            field(&LastEnrolment::startsOn, "starts_on"),
            field(&LastEnrolment::endsOn, "ends_on"),
            field(&LastEnrolment::className, "class_name"),
            field(&LastEnrolment::academicYear, "academic_year_id"));
    }
};

/// How many students the search finds.
Result<qint64> countStudents(storage::Store& store, const StudentSearch& search);

/// The rows [offset, offset + limit) of what the search finds. Permission `access.denied`.
Result<std::vector<StudentRow>>
listStudents(storage::Store& store, const StudentSearch& search, qint64 offset, qint64 limit);

/// How many students of the search stand before this one; none when the search does not find them.
Result<std::optional<qint64>>
placeOf(storage::Store& store, const StudentSearch& search, const StudentId& student);

/// The names of all classes, each once, as people count: 7A, 8A, 10A.
Result<QStringList> listClassNames(storage::Store& store);

/// The student of a NIS, if any.
Result<std::optional<StudentId>> studentOfNis(storage::Store& store, const QString& nis);

/// The class a student was put into last, if any.
Result<std::optional<LastEnrolment>> lastEnrolment(storage::Store& store, const StudentId& student);

/// Puts a student into the class of that name in the school year of `day` (the class and the year
/// are made when they are not there). A student of another class of the same year leaves it the day
/// before; one of the same class stays as they are.
Result<storage::Saved>
enrol(storage::Store& store, const StudentId& student, const QString& className, QDate day);

/// Saves a student and their class as one: what the form does. An empty class name leaves the class
/// as it is. Issues of the class name are of the field "class".
Result<storage::Saved> saveStudent(
    storage::Store& store,
    Student& student,
    const QString& className,
    const storage::SaveOptions& options = {});

} // namespace edupro::people
