// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/ClassMarksModel.h"

#include "ui/common/Format.h"

namespace edupro::ui {

using grades::ClassSheet;

namespace {

// Ten subjects, average and rank fit beside the names at 1366 pixels.
constexpr int markWidth = 64;
constexpr int averageWidth = 74;
constexpr int rankWidth = 66;

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

ClassMarksModel::ClassMarksModel(storage::StoreLane& store, bool readOnly, QObject* parent)
    : MarksModel(store, parent)
    , m_readOnly(readOnly)
{
}

void ClassMarksModel::showSheet(const ClassSheet& sheet)
{
    m_sheet = sheet;
    GridContents contents{
        .key = idText(sheet.of.classGroup.value) + u'/' + sheet.of.term.code,
        .headings = {{tr("No"), 40, true}, {tr("Name"), 170}, {tr("NIS"), 80}},
        .columns = {},
        .rows = {},
        .cells = {}};
    QHash<std::pair<QUuid, QUuid>, const FinalMark*> marks;
    for (const FinalMark& mark : sheet.marks)
        marks.insert({mark.student.value, mark.subject.value}, &mark);
    for (const grades::ClassSubjectEntry& subject : sheet.subjects) {
        contents.columns.push_back(
            {.key = idText(subject.id.value),
             .title = subject.shortName,
             .note = tr("Pass %1").arg(markText(subject.passingMark)),
             .name = subject.name,
             .width = markWidth});
    }
    contents.columns.push_back({.key = "average", .title = tr("Average"), .width = averageWidth});
    contents.columns.push_back({.key = "rank", .title = tr("Rank"), .width = rankWidth});
    int number = 0;
    for (const grades::ClassStudent& student : sheet.students) {
        contents.rows.push_back(
            {idText(student.id.value),
             student.name,
             {QString::number(++number), student.name, student.nis}});
        for (const grades::ClassSubjectEntry& subject : sheet.subjects) {
            const FinalMark* mark = marks.value({student.id.value, subject.id.value});
            GridCell cell{
                .stored = mark ? markText(mark->mark) : QString(), .readOnly = m_readOnly};
            if (mark && isOverridden(*mark))
                cell.note =
                    tr("Set by hand instead of %1: %2")
                        .arg(markText(mark->calculated), mark->overrideReason.value_or(QString()));
            else if (mark && mark->calculated)
                cell.note = tr("Follows from the assessments");
            contents.cells.push_back(cell);
        }
        contents.cells.push_back({.stored = {}, .readOnly = true});
        contents.cells.push_back({.stored = {}, .readOnly = true});
    }
    show(std::move(contents));
}

CellLook ClassMarksModel::lookOf(int, int column, const QString& text) const
{
    const auto at = static_cast<std::size_t>(column);
    if (at >= m_sheet.subjects.size()) return CellLook::Plain;
    return lookAgainst(m_sheet.subjects[at].passingMark, text);
}

void ClassMarksModel::recalculate()
{
    std::vector<std::optional<double>> averages;
    const int subjects = subjectCount();
    for (int row = 0; row < rowCount(); ++row) {
        std::vector<std::optional<double>> marks;
        for (int column = 0; column < subjects; ++column)
            marks.push_back(markAt(row, column));
        averages.push_back(grades::averageOf(marks));
    }
    const std::vector<int> ranks = grades::ranksOf(averages);
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const bool known = averages[at].has_value();
        put(row, subjects, known ? format::number(averages[at]) : QString(), CellLook::Strong);
        put(row, subjects + 1, known ? QString::number(ranks[at]) : QString(), CellLook::Soft);
    }
}

MarksModel::Work ClassMarksModel::workOf(const GridStep& step) const
{
    std::vector<grades::FinalMarkEntry> entries;
    for (const KeyedChange& change : step.changes) {
        const auto mark = grades::readMark(change.text); // checked before
        entries.push_back(
            {.student = {QUuid::fromString(change.row)},
             .subject = {QUuid::fromString(change.column)},
             .mark = mark ? *mark : std::nullopt,
             .overrideReason = overrideReason(change)});
    }
    return [entries, of = m_sheet.of, why = reason()](storage::Store& store) {
        return grades::saveFinalMarks(store, of, entries, why);
    };
}

QModelIndex ClassMarksModel::firstEmpty(const SubjectId& subject) const
{
    for (std::size_t column = 0; column < m_sheet.subjects.size(); ++column) {
        if (m_sheet.subjects[column].id != subject) continue;
        for (int row = 0; row < rowCount(); ++row)
            if (at(row, static_cast<int>(column)).shown().isEmpty())
                return index(row, static_cast<int>(column));
    }
    return {};
}

int ClassMarksModel::emptyCount() const
{
    int empty = 0;
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < subjectCount(); ++column)
            if (at(row, column).shown().isEmpty()) ++empty;
    return empty;
}

} // namespace edupro::ui
