// SPDX-License-Identifier: GPL-3.0-or-later
// The panel in which a student is added or edited, with their class.
#pragma once

#include "core/base/Result.h"
#include "core/people/Student.h"
#include "ui/shell/Drafts.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class RecordForm;

/// Ctrl+S saves, Ctrl+Shift+S saves and begins the next one, Esc leaves; what was typed is never
/// lost without a question. Sealed fields are masked until they are asked for, which is noted, and
/// again when the student is left. Who may not change students reads only.
class StudentForm : public QFrame, public DraftHolder {
    Q_OBJECT
public:
    explicit StudentForm(Context& context, QWidget* parent = nullptr);

    /// An empty form for a new student.
    void add(const QString& className = {});
    /// Fetches the student, then shows them.
    void edit(const StudentId& student);
    void suggestClasses(const QStringList& names);

    std::optional<Draft> draft() const override;
    /// Takes up what draft() gave; an edited student is fetched again.
    void resume(const QJsonObject& draft);
    /// The student being edited; null for a new one.
    const StudentId& student() const { return m_student.id; }
    bool isChanged() const;
    void whenFree(std::function<void()> then) override;
    void leave();

signals:
    void shown();
    /// Stored. `goesOn`: the form stays open for the next new student.
    void saved(const edupro::StudentId& student, bool goesOn);
    void left();
    void failed(const edupro::Error& error); ///< the student could not be fetched

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Fetched;
    enum class Then { Leave, AddAnother };

    QFrame* makeProblem();
    QWidget* makeButtons();
    void begin(const Fetched& fetched);
    void reveal(const QString& column);
    void save(Then then);
    void finish(const Result<Student>& saved, Then then);
    void showProblem(const Error& error);
    void askForStored();
    void takeStored();
    void saveMine();
    void fillTitle();
    void say();

    Context& m_context;
    Student m_student;
    qint64 m_version = 0; ///< 0: a new student
    QString m_className;
    const bool m_mayChange;
    bool m_saving = false;
    QJsonObject m_draft; ///< to be shown when the student has come
    QLabel* m_title;
    RecordForm* m_form;
    QFrame* m_problem = nullptr;
    QLabel* m_what = nullptr;
    QPushButton* m_mine = nullptr;
    QPushButton* m_theirs = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_saveAndAdd = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace edupro::ui
