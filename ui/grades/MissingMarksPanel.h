// SPDX-License-Identifier: GPL-3.0-or-later
// Who has not finished their marks: classes and subjects with missing ones; a click goes there.
#pragma once

#include "core/grades/MarkLists.h"

#include <QFrame>

class QLabel;

namespace edupro::ui {

class RecordTable;
class Theme;

class MissingMarksPanel : public QFrame {
    Q_OBJECT
public:
    explicit MissingMarksPanel(const Theme& theme, QWidget* parent = nullptr);
    void show(std::vector<grades::MissingMarks> missing);
    /// Missing marks in all places together.
    qint64 total() const;
    using QFrame::show;

signals:
    void chosen(const edupro::ClassGroupId& group, const edupro::SubjectId& subject);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Model;
    void choose(int row);
    void say();

    Model* m_model;
    RecordTable* m_table;
    QLabel* m_title;
    QLabel* m_none;
};

} // namespace edupro::ui
