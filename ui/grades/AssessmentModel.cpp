// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/AssessmentModel.h"

#include "ui/common/Format.h"

namespace edupro::ui {

using grades::AssessmentSheet;
using grades::MarkEntry;

namespace {

const QString finalKey = QStringLiteral("final");
const QString predicateKey = QStringLiteral("predicate");
const QString remedialEnd = QStringLiteral("/r");
constexpr int testWidth = 104;

QString idText(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

AssessmentModel::AssessmentModel(storage::StoreLane& store, bool readOnly, QObject* parent)
    : MarksModel(store, parent)
    , m_readOnly(readOnly)
{
}

void AssessmentModel::showSheet(const AssessmentSheet& sheet)
{
    m_sheet = sheet;
    m_finals.clear();
    for (const FinalMark& mark : sheet.finals)
        m_finals.insert(idText(mark.student.value), mark);
    if (std::any_of(sheet.marks.begin(), sheet.marks.end(), [](const Mark& mark) {
            return mark.remedial.has_value();
        }))
        m_showsRemedial = true;
    GridContents contents = contentsOf();
    show(std::move(contents));
}

void AssessmentModel::setShowsRemedial(bool shows)
{
    m_showsRemedial = shows;
    if (!grid().isEmpty()) showSheet(AssessmentSheet(m_sheet));
}

GridContents AssessmentModel::contentsOf()
{
    GridContents contents{
        .key = QStringList({idText(m_sheet.of.classGroup.value),
                            m_sheet.of.term.code,
                            idText(m_sheet.subject.value)})
                   .join('/'),
        .headings = {{tr("No"), 40, true}, {tr("Name"), 170}, {tr("NIS"), 80}},
        .columns = {},
        .rows = {},
        .cells = {}};
    QHash<QUuid, QString> objectives;
    for (const LearningObjective& objective : m_sheet.objectives)
        objectives.insert(objective.id.value, objective.text);
    m_columns.clear();
    for (const Assessment& test : m_sheet.assessments) {
        const bool material = test.kind == u"material";
        const QString objective =
            test.objective ? objectives.value(test.objective->value) : QString();
        m_columns.push_back({test.id, material, false, objective});
        const QString kind = material ? tr("Material") : tr("End of term");
        contents.columns.push_back(
            {.key = idText(test.id.value),
             .title = test.title,
             .note = kind,
             .name = test.title,
             .width = testWidth});
        if (!m_showsRemedial) continue;
        m_columns.push_back({test.id, material, true, objective});
        contents.columns.push_back(
            {.key = idText(test.id.value) + remedialEnd,
             .title = test.title,
             .note = tr("Remedial"),
             .name = tr("remedial of %1").arg(test.title),
             .width = testWidth});
    }
    contents.columns.push_back(
        {.key = finalKey,
         .title = tr("Final mark"),
         .note = tr("Pass %1").arg(markText(m_sheet.rules.passingMark)),
         .name = {},
         .width = testWidth});
    contents.columns.push_back(
        {.key = predicateKey,
         .title = tr("Predicate"),
         .note = {},
         .name = {},
         .width = 76,
         .centred = true});
    QHash<std::pair<QUuid, QUuid>, const Mark*> marks;
    for (const Mark& mark : m_sheet.marks)
        marks.insert({mark.student.value, mark.assessment.value}, &mark);
    for (const grades::ClassStudent& student : m_sheet.students) {
        const QString number = QString::number(contents.rows.size() + 1);
        contents.rows.push_back(
            {idText(student.id.value), student.name, {number, student.name, student.nis}});
        for (const Column& column : m_columns) {
            const Mark* mark = marks.value({student.id.value, column.assessment.value});
            const std::optional<double> value = !mark               ? std::nullopt
                                                : column.isRemedial ? mark->remedial
                                                                    : std::optional(mark->value);
            contents.cells.push_back({.stored = markText(value), .readOnly = m_readOnly});
        }
        const auto stored = m_finals.constFind(contents.rows.back().key);
        contents.cells.push_back(
            {.stored = stored == m_finals.cend() ? QString() : markText(stored->mark),
             .readOnly = m_readOnly});
        contents.cells.push_back({.stored = {}, .readOnly = true});
    }
    return contents;
}

AssessmentId AssessmentModel::assessmentAt(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return column >= 0 && at < m_columns.size() ? m_columns[at].assessment : AssessmentId();
}

CellLook AssessmentModel::lookOf(int, int, const QString& text) const
{
    return lookAgainst(m_sheet.rules.passingMark, text);
}

void AssessmentModel::recalculate()
{
    for (int row = 0; row < rowCount(); ++row)
        recalculateRow(row);
}

void AssessmentModel::recalculateRow(int row)
{
    std::vector<grades::CountedMark> counted;
    std::vector<grades::ObjectiveMark> byObjective;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        if (column.isRemedial) continue;
        const auto first = markAt(row, static_cast<int>(i));
        if (!first) continue;
        const auto remedial = m_showsRemedial ? markAt(row, static_cast<int>(i) + 1) : std::nullopt;
        const double mark = grades::countedMark(*first, remedial, m_sheet.rules);
        counted.push_back({.isMaterial = column.isMaterial, .mark = mark});
        if (!column.objective.isEmpty()) byObjective.push_back({column.objective, mark});
    }
    const grades::FinalFormula formula = grades::finalMarkOf(counted, m_sheet.rules);
    const int column = finalColumn();
    const GridCell& shown = at(row, column);
    const auto stored = m_finals.constFind(rows()[static_cast<std::size_t>(row)].key);
    const bool setByHand = stored != m_finals.cend() && stored->overrideReason;
    const bool hasFormula = formula.mark || (stored != m_finals.cend() && stored->calculated);
    QString note = formulaText(formula);
    if (setByHand)
        note = tr("Set by hand: %1").arg(*stored->overrideReason) + QStringLiteral(" · ") + note;
    if (const QString said = describe(byObjective); !said.isEmpty())
        note += QStringLiteral(" · ") + said;
    const QString text = hasFormula && !setByHand ? markText(formula.mark) : shown.stored;
    const QString counts = shown.state == GridCell::State::Saving ? shown.typed : text;
    put(row, column, text, lookAgainst(m_sheet.rules.passingMark, counts), note);
    const auto final = grades::readMark(counts);
    const QString predicate = final && *final
                                  ? QString(grades::predicateOf(**final, m_sheet.rules.passingMark))
                                  : QString();
    put(row, column + 1, predicate, CellLook::Plain);
}

QString AssessmentModel::formulaText(const grades::FinalFormula& formula) const
{
    const auto figure = [](std::optional<double> value) {
        return format::number(value, 2);
    };
    const grades::SubjectRules& rules = m_sheet.rules;
    const QString sum = tr("(%1 × material %2 + %3 × end of term %4) / %5")
                            .arg(
                                markText(rules.materialWeight),
                                figure(formula.material),
                                markText(rules.finalWeight),
                                figure(formula.end),
                                markText(rules.materialWeight + rules.finalWeight));
    return formula.mark ? sum + QStringLiteral(" = ") + markText(formula.mark) : sum;
}

QString AssessmentModel::describe(const std::vector<grades::ObjectiveMark>& marks) const
{
    const grades::BestAndWeakest named = grades::bestAndWeakest(marks);
    if (named.best.isEmpty()) return {};
    const QString best = tr("Masters %1.").arg(named.best);
    return named.weakest.isEmpty() ? best
                                   : best + u' ' + tr("Needs practice in %1.").arg(named.weakest);
}

MarksModel::Work AssessmentModel::workOf(const GridStep& step) const
{
    std::vector<MarkEntry> marks;
    std::vector<grades::FinalMarkEntry> finals;
    std::vector<std::pair<bool, std::size_t>> places; // final?, where
    for (const KeyedChange& change : step.changes) {
        const auto read = grades::readMark(change.text); // checked before
        const std::optional<double> value = read ? *read : std::nullopt;
        const StudentId student{QUuid::fromString(change.row)};
        if (change.column == finalKey) {
            places.emplace_back(true, finals.size());
            finals.push_back({student, m_sheet.subject, value, overrideReason(change)});
            continue;
        }
        const bool remedial = change.column.endsWith(remedialEnd);
        const QString test = remedial ? change.column.chopped(remedialEnd.size()) : change.column;
        places.emplace_back(false, marks.size());
        marks.push_back(
            {student,
             AssessmentId{QUuid::fromString(test)},
             remedial ? MarkEntry::Part::Remedial : MarkEntry::Part::First,
             value});
    }
    return [=, of = m_sheet.of, subject = m_sheet.subject, why = reason()](
               storage::Store& store) -> Result<grades::Refusals> {
        grades::Refusals ofMarks;
        if (!marks.empty()) {
            auto saved = grades::saveMarks(store, of, subject, marks, why);
            if (!saved) return saved.error();
            ofMarks = *saved;
        }
        grades::Refusals ofFinals(finals.size());
        if (!finals.empty()) {
            auto saved = grades::saveFinalMarks(store, of, finals, why);
            if (!saved && marks.empty()) return saved.error();
            if (saved)
                ofFinals = *saved;
            else
                ofFinals.assign(finals.size(), saved.error());
        }
        grades::Refusals all;
        for (const auto& [isFinal, place] : places)
            all.push_back(isFinal ? ofFinals[place] : ofMarks[place]);
        return all;
    };
}

} // namespace edupro::ui
