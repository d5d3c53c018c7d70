// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/AttendanceContents.h"

#include "ui/attendance/AttendanceWords.h"
#include "ui/common/CategoryWord.h"
#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace edupro::ui {

using namespace attendance;

namespace {

// device-independent pixels
constexpr int dayWidth = 23;
constexpr int freeWidth = 18;

class Words {
    Q_DECLARE_TR_FUNCTIONS(AttendanceGrid)
public:
    static QString percent() { return tr("Present"); }
    static QString category() { return tr("Level"); }
    static QString standing() { return tr("To be told"); }
    static QString run(const Figures& figures)
    {
        if (figures.absentRun > 1) return tr("%n day(s) A in a row", nullptr, figures.absentRun);
        if (figures.awayRun > 1) return tr("%n day(s) away in a row", nullptr, figures.awayRun);
        return {};
    }
    static QString beyondReach(double minimum)
    {
        return tr("Cannot reach %1").arg(format::percent(minimum, 0));
    }
    static QString toSpare(int days) { return tr("May miss %n", nullptr, days); }
    static QString beyondReachNote(int wanting, double minimum)
    {
        return tr("Even without another day missed, %n day(s) are wanting to %1 by the end of the "
                  "term.",
                  nullptr,
                  wanting)
            .arg(format::percent(minimum, 0));
    }
    static QString toSpareNote(int days, double minimum)
    {
        return tr("May miss %n more day(s) of this term and still reach %1.", nullptr, days)
            .arg(format::percent(minimum, 0));
    }
    static QString counts(const Figures& figures)
    {
        const QString days = tr("Sick %1, excused %2, absent %3 of %4 recorded days")
                                 .arg(figures.sick)
                                 .arg(figures.excused)
                                 .arg(figures.absent)
                                 .arg(figures.effective);
        return figures.fromTotal ? tr("%1, as the term's total states").arg(days)
                                 : tr("%1; late %2").arg(days).arg(figures.late);
    }
    static QString note() { return tr("Note"); }
    static QString number() { return tr("No"); }
    static QString name() { return tr("Name"); }
    static QString listColumn() { return tr("Code"); }
    static QString meaning() { return tr("Means"); }
    static QString draft(const QString& day) { return tr("%1, draft").arg(day); }
    static QString named(const QString& day, const QString& why)
    {
        return tr("%1, %2", "a day and why it has no school").arg(day, why);
    }
    static QString submittedAsRead() { return tr("Your role reads attendance only."); }
};

GridCell
readOnlyCell(const QString& text, CellLook look = CellLook::Plain, const QString& note = {})
{
    return {.stored = text, .look = look, .readOnly = true, .note = note};
}

GridCell standingCell(const ClassTerm& term, const Figures& figures, const StudentId& student)
{
    const int remaining = term.remainingDaysOf(student);
    const int spare = daysToSpare(figures, remaining, term.rules.minimum);
    const QString run = Words::run(figures);
    const QString counts = Words::counts(figures);
    if (figures.effective > 0 && spare < 0) {
        const QString note = Words::beyondReachNote(-spare, term.rules.minimum);
        return readOnlyCell(
            Words::beyondReach(term.rules.minimum),
            CellLook::Low,
            QStringList({note, run, counts}).join(" · ").replace(" ·  · ", " · "));
    }
    const QString note =
        remaining > 0 ? Words::toSpareNote(spare, term.rules.minimum) + " · " + counts : counts;
    if (!run.isEmpty()) {
        const bool isLong = figures.absentRun >= term.rules.consecutive ||
                            figures.awayRun >= term.rules.consecutive;
        return readOnlyCell(run, isLong ? CellLook::Low : CellLook::Plain, note);
    }
    const QString text = remaining > 0 && figures.effective > 0 ? Words::toSpare(spare) : QString();
    return readOnlyCell(text, CellLook::Soft, note);
}

GridCell figureCell(const ClassTerm& term, const ClassStudent& student, const QString& column)
{
    const Figures figures = term.figuresOf(student.id);
    const QString category = categoryOf(figures, term.rules);
    const CellLook look = category == u"Rendah" ? CellLook::Low : CellLook::Plain;
    if (column == u"percent")
        return readOnlyCell(
            format::percent(figures.percent(), 0), CellLook::Plain, Words::counts(figures));
    if (column == u"category")
        return readOnlyCell(categoryWord(category), look, Words::counts(figures));
    return standingCell(term, figures, student.id);
}

GridCell
codeCell(const ClassTerm& term, const AttendanceView& view, const ClassStudent& student, QDate day)
{
    const QString closed = closedWord(term, &student, day);
    if (!closed.isEmpty()) return readOnlyCell({}, CellLook::Plain, closed);
    GridCell cell{.readOnly = !view.mayWrite};
    const ListState state = term.stateOn(day);
    if (state == ListState::NotTaken && view.month) return cell;
    const ListEntry entry = term.listOn(day).entryOf(student.id);
    cell.stored = letterOf(entry);
    cell.look = lookOfCode(cell.stored);
    cell.note = wordOf(entry);
    if (!entry.note.isEmpty()) cell.note += ": " + entry.note;
    if (!view.mayWrite) cell.note += " · " + Words::submittedAsRead();
    return cell;
}

GridCell
noteCell(const ClassTerm& term, const AttendanceView& view, const ClassStudent& student, QDate day)
{
    const QString closed = closedWord(term, &student, day);
    if (!closed.isEmpty()) return readOnlyCell({}, CellLook::Plain, closed);
    return {
        .stored = term.listOn(day).entryOf(student.id).note,
        .look = CellLook::Soft,
        .readOnly = !view.mayWrite};
}

GridColumn dayColumn(const ClassTerm& term, QDate day)
{
    const SchoolDay school = term.dayOn(day);
    const bool isDraft = term.stateOn(day) == ListState::Draft;
    const QString word = QLocale().toString(day, QStringLiteral("dddd d MMMM"));
    const QString why = school.name.isEmpty() ? closedWord(term, nullptr, day) : school.name;
    return {
        .key = day.toString(Qt::ISODate),
        .title = QString::number(day.day()) + (isDraft ? "*" : ""),
        .note = QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat).left(2),
        .name = isDraft         ? Words::draft(word)
                : why.isEmpty() ? word
                                : Words::named(word, why),
        .width = school.isSchoolDay() ? dayWidth : freeWidth,
        .centred = true};
}

std::vector<GridColumn> figureColumns(bool month)
{
    return {
        {.key = "percent", .title = Words::percent(), .width = month ? 52 : 76},
        {.key = "category", .title = Words::category(), .width = month ? 76 : 96, .centred = true},
        {.key = "standing",
         .title = Words::standing(),
         .width = month ? 136 : 176,
         .centred = true}};
}

std::vector<GridColumn> monthColumns(const ClassTerm& term, const AttendanceView& view)
{
    std::vector<GridColumn> columns = figureColumns(true);
    const auto [first, last] = spanOf(term, view);
    for (QDate day = first; day <= last; day = day.addDays(1))
        columns.push_back(dayColumn(term, day));
    return columns;
}

std::vector<GridColumn> dayColumns(const ClassTerm& term, const AttendanceView& view)
{
    GridColumn list = dayColumn(term, view.day);
    list.title = Words::listColumn();
    list.note.clear();
    list.width = 64;
    std::vector<GridColumn> columns{
        list,
        {.key = "meaning", .title = Words::meaning(), .width = 150, .centred = true},
        {.key = noteColumn, .title = Words::note(), .width = 210, .centred = true}};
    if (const QDate before = term.recordBefore(view.day); before.isValid()) {
        GridColumn last = dayColumn(term, before);
        last.key = "before";
        last.title = QLocale().toString(before, QStringLiteral("d MMM"));
        last.width = 64;
        columns.push_back(last);
    }
    for (GridColumn& figure : figureColumns(false))
        columns.push_back(std::move(figure));
    return columns;
}

bool isShown(const ClassStudent& student, std::pair<QDate, QDate> span)
{
    return std::any_of(student.stays.begin(), student.stays.end(), [&](const Stay& stay) {
        return stay.first <= span.second && (!stay.last || *stay.last >= span.first);
    });
}

} // namespace

CellLook lookOfCode(const QString& letter)
{
    return letter == u"H" ? CellLook::Soft : CellLook::Strong;
}

QDate dayOfColumn(const QString& key, const AttendanceView& view)
{
    return key == noteColumn ? view.day : QDate::fromString(key, Qt::ISODate);
}

std::pair<QDate, QDate> spanOf(const ClassTerm& term, const AttendanceView& view)
{
    if (!view.month) return {view.day, view.day};
    const QDate first(view.day.year(), view.day.month(), 1);
    return {
        std::max(first, term.term.startsOn),
        std::min(first.addMonths(1).addDays(-1), term.term.endsOn)};
}

GridCell cellOf(
    const ClassTerm& term,
    const AttendanceView& view,
    const ClassStudent& student,
    const QString& column)
{
    if (column == noteColumn) return noteCell(term, view, student, view.day);
    if (const QDate day = dayOfColumn(column, view); day.isValid())
        return codeCell(term, view, student, day);
    if (column == u"meaning") {
        if (!closedWord(term, &student, view.day).isEmpty()) return readOnlyCell({});
        const ListEntry entry = term.listOn(view.day).entryOf(student.id);
        return readOnlyCell(
            wordOf(entry), entry.code == u"A" ? CellLook::Low : lookOfCode(letterOf(entry)));
    }
    if (column == u"before") {
        const QDate before = term.recordBefore(view.day);
        if (!student.isInClass(before)) return readOnlyCell({});
        const ListEntry entry = term.listOn(before).entryOf(student.id);
        return readOnlyCell(letterOf(entry), lookOfCode(letterOf(entry)), wordOf(entry));
    }
    return figureCell(term, student, column);
}

GridContents contentsOf(const ClassTerm& term, const AttendanceView& view)
{
    const auto span = spanOf(term, view);
    GridContents contents;
    contents.key = term.classGroup.id.text() + u'/' + span.first.toString(Qt::ISODate) +
                   (view.month ? u'm' : u'd');
    contents.headings = {
        {.title = Words::number(), .width = 30, .alignRight = true},
        {.title = Words::name(), .width = view.month ? 120 : 230}};
    contents.columns = view.month ? monthColumns(term, view) : dayColumns(term, view);
    for (const ClassStudent& student : term.students) {
        if (!isShown(student, span)) continue;
        const QString number = QString::number(contents.rows.size() + 1);
        contents.rows.push_back(
            {.key = student.id.text(), .name = student.name, .headings = {number, student.name}});
        for (const GridColumn& column : contents.columns)
            contents.cells.push_back(cellOf(term, view, student, column.key));
    }
    return contents;
}

} // namespace edupro::ui
