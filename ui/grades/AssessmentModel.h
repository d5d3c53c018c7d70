// SPDX-License-Identifier: GPL-3.0-or-later
// The assessments of a class in one subject: students by tests, with the final mark by the formula
// as they are typed.
#pragma once

#include "ui/grades/MarksModel.h"

namespace edupro::ui {

class AssessmentModel : public MarksModel {
    Q_OBJECT
public:
    AssessmentModel(storage::StoreLane& store, bool readOnly, QObject* parent);

    void showSheet(const grades::AssessmentSheet& sheet);
    /// Shows the marks of remedial tests beside the first ones; always where there are any.
    void setShowsRemedial(bool shows);
    bool showsRemedial() const { return m_showsRemedial; }
    const grades::AssessmentSheet& sheet() const { return m_sheet; }
    /// The assessment of a column; null for figures.
    AssessmentId assessmentAt(int column) const;

protected:
    CellLook lookOf(int row, int column, const QString& text) const override;
    void recalculate() override;
    Work workOf(const GridStep& step) const override;

private:
    struct Column {
        AssessmentId assessment;
        bool isMaterial = true;
        bool isRemedial = false;
        QString objective;
    };
    GridContents contentsOf();
    GridCell finalCell(const FinalMark* stored) const;
    void recalculateRow(int row);
    QString formulaText(const grades::FinalFormula& formula) const;
    QString describe(const std::vector<grades::ObjectiveMark>& marks) const;
    int finalColumn() const { return static_cast<int>(m_columns.size()); }

    const bool m_readOnly;
    bool m_showsRemedial = false;
    grades::AssessmentSheet m_sheet;
    std::vector<Column> m_columns; ///< those of tests; then come the final mark and the predicate
    QHash<QString, FinalMark> m_finals; ///< by row
};

} // namespace edupro::ui
