// SPDX-License-Identifier: GPL-3.0-or-later
// A field that finds a student by name or NIS and keeps the chosen one.
#pragma once

#include "core/people/PeopleActions.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;
class QTimer;

namespace edupro::ui {

class Context;

/// Typing lists the students that are found; Enter takes the first one. Editing the text afterwards
/// lets the chosen one go.
class StudentPicker : public QLineEdit {
    Q_OBJECT
public:
    explicit StudentPicker(Context& context, QWidget* parent = nullptr);

    /// Null: nobody is chosen.
    const StudentId& student() const { return m_student; }
    void choose(const StudentId& student, const QString& text);
    void forget();

signals:
    void chosen();  ///< by the person
    void changed(); ///< typed or chosen by the person

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void list(const std::vector<people::StudentRow>& rows);
    void take(int row);
    void say();

    Context& m_context;
    StudentId m_student;
    QTimer* m_pause;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    int m_question = 0; ///< counts questions, so that a late answer to an older one is dropped
    bool m_takesFirst = false; ///< Enter was pressed before the answer came
};

} // namespace edupro::ui
