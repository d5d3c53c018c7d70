// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendanceWords.h"

#include "ui/common/ErrorText.h"

#include <QCoreApplication>
#include <QLocale>

namespace edupro::ui {

using namespace attendance;

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("Attendance", text);
}

QString capitalized(QString text)
{
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString letterOf(const ListEntry& entry)
{
    if (entry.late && entry.leftEarly)
        return QCoreApplication::translate("Attendance", "LE", "late and left early, two letters");
    if (entry.late) return QCoreApplication::translate("Attendance", "L", "late, one letter");
    if (entry.leftEarly)
        return QCoreApplication::translate("Attendance", "E", "left early, one letter");
    return entry.code;
}

QString wordOf(const ListEntry& entry)
{
    if (entry.code == u"S") return said(QT_TRANSLATE_NOOP("Attendance", "Sick"));
    if (entry.code == u"I") return said(QT_TRANSLATE_NOOP("Attendance", "Excused"));
    if (entry.code == u"A") return said(QT_TRANSLATE_NOOP("Attendance", "Absent"));
    if (entry.late && entry.leftEarly)
        return said(QT_TRANSLATE_NOOP("Attendance", "Present, late, left early"));
    if (entry.late) return said(QT_TRANSLATE_NOOP("Attendance", "Present, late"));
    if (entry.leftEarly) return said(QT_TRANSLATE_NOOP("Attendance", "Present, left early"));
    return said(QT_TRANSLATE_NOOP("Attendance", "Present"));
}

QString wordOf(ListState state)
{
    switch (state) {
    case ListState::Draft:
        return said(QT_TRANSLATE_NOOP("Attendance", "Draft"));
    case ListState::Submitted:
        return said(QT_TRANSLATE_NOOP("Attendance", "Submitted"));
    case ListState::Corrected:
        return said(QT_TRANSLATE_NOOP("Attendance", "Corrected"));
    case ListState::NotTaken:
        break;
    }
    return said(QT_TRANSLATE_NOOP("Attendance", "Not taken"));
}

QString longDay(QDate day)
{
    return QLocale().toString(day, QStringLiteral("dddd d MMMM yyyy"));
}

QString closedWord(const ClassTerm& term, const ClassStudent* student, QDate day)
{
    // A closed term is asked about when somebody writes: a reason may open it.
    DayFacts facts = term.factsOf(day);
    if (!facts.termState.isEmpty()) facts.termState = QStringLiteral("open");
    auto issues = issuesOfDay(facts, Writing::Usual);
    if (issues.empty() && student)
        issues = issuesOfEntry(day, {.student = student->id, .note = {}}, student);
    if (issues.empty() && facts.day.kind == DayKind::Break)
        return said(QT_TRANSLATE_NOOP("Attendance", "No school on this day"));
    return issues.empty() ? QString() : capitalized(words(issues.front()));
}

QString awayWords(const ClassTerm& term, QDate day, int named)
{
    const DayList list = term.listOn(day);
    QStringList names;
    int more = 0;
    for (const ClassStudent& student : term.students) {
        const ListEntry entry = list.entryOf(student.id);
        if (entry.code == u"H" || !student.isInClass(day)) continue;
        if (names.size() < named)
            names.append(QString("%1 (%2)").arg(student.name, entry.code));
        else
            ++more;
    }
    if (more > 0)
        names.append(QCoreApplication::translate("Attendance", "and %n more", nullptr, more));
    return names.join(", ");
}

} // namespace edupro::ui
