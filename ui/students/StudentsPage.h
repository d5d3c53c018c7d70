// SPDX-License-Identifier: GPL-3.0-or-later
// All students of the school: find, add, edit, delete and take back.
#pragma once

#include "core/people/Student.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;
class PageHeader;
class PersonalDataPanel;
class RecordTable;
class StateStack;
class StudentForm;
class StudentHistory;
class StudentTableModel;
class UndoBar;

/// Keyboard: Ctrl+F searches, Insert or Ctrl+N adds, Enter edits, Delete deletes. Opened with
/// {"class": "8B"} or {"student": id} it shows that class or student. Ctrl+H tells the history of
/// the chosen one, Ctrl+P shows what the family may ask.
class StudentsPage : public QWidget {
    Q_OBJECT
public:
    explicit StudentsPage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeFilters();
    QWidget* makeList();
    void connectParts();
    void addShortcuts();
    void obey(const QString& page, const QVariantMap& filter);
    void focusList();
    void search();
    void clearSearch();
    void sortBy(int column);
    void reload(const StudentId& focus = {});
    void loadClasses();
    void showLoaded(int focusRow);
    void showEmpty();
    void showProblem(const Error& error);
    void addStudent();
    void editStudent(const QString& id);
    void showHistory();
    void showPersonalData();
    /// Shows one of the panels beside the list, or none.
    void showPanel(QWidget* panel);
    void closePanel();
    void deleteStudent();
    void restore(const StudentId& student);
    void takeSaved(const StudentId& student, bool goesOn);
    void say();
    void sayCount();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_add;
    QPushButton* m_toHistory;
    QPushButton* m_toPersonalData;
    QLineEdit* m_search = nullptr;
    QComboBox* m_class = nullptr;
    QLabel* m_keys = nullptr;
    StudentTableModel* m_model;
    RecordTable* m_table = nullptr;
    StateStack* m_list = nullptr;
    StudentForm* m_form;
    StudentHistory* m_history;
    PersonalDataPanel* m_personalData;
    QLabel* m_problem;
    UndoBar* m_undo;
    StudentId m_focus;                     ///< to be shown when the list comes back
    bool m_reveal = false;                 ///< even if the search has to be cleared for it
    bool m_takesFocus = false;             ///< the first rows, when they come
    int m_keepRow = 0;                     ///< without a focus, the row to stand on
    std::pair<int, Qt::SortOrder> m_order; ///< column of the order, as the header shows it
};

} // namespace edupro::ui
