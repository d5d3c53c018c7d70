// SPDX-License-Identifier: GPL-3.0-or-later
// The final marks of a class: students by subjects, with average and rank as they are typed.
#pragma once

#include "ui/grades/MarksModel.h"

namespace edupro::ui {

class ClassMarksModel : public MarksModel {
    Q_OBJECT
public:
    ClassMarksModel(storage::StoreLane& store, bool readOnly, QObject* parent);

    void showSheet(const grades::ClassSheet& sheet);
    /// The first empty cell of a subject; invalid when there is none.
    QModelIndex firstEmpty(const SubjectId& subject) const;
    /// Subjects that are shown.
    int subjectCount() const { return static_cast<int>(m_sheet.subjects.size()); }
    /// Cells without a mark.
    int emptyCount() const;

protected:
    CellLook lookOf(int row, int column, const QString& text) const override;
    void recalculate() override;
    Work workOf(const GridStep& step) const override;

private:
    const bool m_readOnly;
    grades::ClassSheet m_sheet;
};

} // namespace edupro::ui
