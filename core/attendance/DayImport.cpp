// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/attendance/DayImport.h"

#include "core/attendance/ListActions.h"
#include "core/people/Enrolment.h"
#include "core/people/StudentDirectory.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace edupro::attendance {

using exchange::ImportRow;
using exchange::RowOutcome;

namespace {

const QString nisField = QStringLiteral("nis");
const QString dateField = QStringLiteral("date");
const QString codeField = QStringLiteral("attendance");
const QString noteField = QStringLiteral("note");

/// The field of the file that an issue of a list is about.
std::string fieldOf(const Issue& issue)
{
    if (issue.rule == "choice" || issue.rule == "not_present") return codeField.toStdString();
    if (issue.rule == "length" || issue.rule == "characters") return noteField.toStdString();
    return dateField.toStdString();
}

void reject(ImportRow& row, std::vector<Issue> issues)
{
    for (Issue& issue : issues)
        issue.field = fieldOf(issue);
    row.add(issues);
}

class DayImport final : public exchange::RowImport {
public:
    QList<exchange::WantedField> fields() const override
    {
        return {{nisField, true}, {dateField, true}, {codeField, true}, {noteField}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable&) override
    {
        return m_students.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const auto student = m_students.studentOf(row);
        row.require(dateField);
        row.require(codeField);
        const auto day = row.date(dateField);
        const QString code = row.text(codeField);
        const QString note = row.text(noteField);
        if (row.isRejected() || !student || !day) return RowOutcome::Rejected;
        ListEntry entry = entryOfCode(*student, code);
        entry.note = note;
        const auto stays = staysOf(store, *student);
        if (!stays) return stays.error();
        if (const auto issues = issuesOfEntry(*day, entry, &**stays); !issues.empty()) {
            reject(row, issues);
            return RowOutcome::Rejected;
        }
        if (!row.claim(nisField, student->text() + u'/' + day->toString(Qt::ISODate)))
            return RowOutcome::Rejected;
        return storeEntry(store, row, classOn(*student, *day), *day, entry);
    }

private:
    /// Where a student was when; read once.
    struct Known {
        ClassStudent student;
        std::vector<ClassGroupId> classes; ///< by stay
    };

    Result<const ClassStudent*> staysOf(storage::Store& store, const StudentId& id)
    {
        auto known = m_known.find(id);
        if (known == m_known.end()) {
            auto enrolments =
                store.list<Enrolment>(QStringLiteral("student_id"), QVariant::fromValue(id.value));
            if (!enrolments) return enrolments.error();
            std::sort(enrolments->begin(), enrolments->end(), [](const auto& a, const auto& b) {
                return a.startsOn < b.startsOn;
            });
            Known read{.student = {.id = id, .nis = {}, .name = {}, .stays = {}}, .classes = {}};
            for (const Enrolment& enrolment : *enrolments) {
                read.student.stays.push_back(
                    {.first = enrolment.startsOn, .last = enrolment.endsOn});
                read.classes.push_back(enrolment.classGroup);
            }
            known = m_known.insert(id, std::move(read));
        }
        return &known->student;
    }

    /// The class that the student came into last, of those on that day.
    ClassGroupId classOn(const StudentId& id, QDate day) const
    {
        const Known known = m_known.value(id);
        ClassGroupId found;
        for (std::size_t i = 0; i < known.classes.size(); ++i) {
            if (known.student.stays[i].covers(day)) found = known.classes[i];
        }
        return found;
    }

    Result<RowOutcome> storeEntry(
        storage::Store& store,
        ImportRow& row,
        const ClassGroupId& classGroup,
        QDate day,
        const ListEntry& entry)
    {
        const auto list = std::pair(classGroup, day);
        const bool isOurs = m_begun.contains(list);
        const auto taken =
            takeEntry(store, classGroup, day, entry, isOurs ? Begun::ByThisWork : Begun::Before);
        if (!taken && taken.error().key == "attendance.submitted") {
            row.add({{.field = codeField.toStdString(), .rule = "submitted"}});
            return RowOutcome::Rejected;
        }
        if (!taken && taken.error().code == ErrorCode::Validation) {
            reject(row, taken.error().issues);
            return RowOutcome::Rejected;
        }
        if (!taken) return taken.error();
        if (!isRecord(taken->before.state)) m_begun.insert(list);
        if (m_begun.contains(list)) return RowOutcome::Added;
        return taken->isChange() ? RowOutcome::Updated : RowOutcome::Unchanged;
    }

    people::StudentDirectory m_students;
    QHash<StudentId, Known> m_known;
    QSet<std::pair<ClassGroupId, QDate>> m_begun;
};

} // namespace

std::unique_ptr<exchange::RowImport> dayImport()
{
    return std::make_unique<DayImport>();
}

} // namespace edupro::attendance
