// SPDX-License-Identifier: GPL-3.0-or-later
// Daily attendance: the list of a class on a day, and its month.
#pragma once

#include "core/attendance/ClassTerm.h"
#include "core/jobs/LatestOnly.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace edupro::ui {

class AttendanceGrid;
class AttendanceModel;
class Badge;
class Context;
class CorrectionBar;
class ElidedLabel;
class GridLine;
class GridStanding;
class PageHeader;
class StateStack;
class UndoBar;

/// Opens at the person's own class on the last school day, everybody present. Keyboard: H S I A and
/// L E (T P) set a student's code, Ctrl+Enter submits the list, Ctrl+H marks all present, Alt+Left
/// and Alt+Right turn the days or months, Ctrl+M changes between list and month. Opened with
/// {"class": "7A"} and {"day": "2026-03-02"} it shows those.
class AttendancePage : public QWidget {
    Q_OBJECT
public:
    explicit AttendancePage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFilters();
    QWidget* makeList();
    void connectParts();
    void addShortcuts();
    void obey(const QString& page, const QVariantMap& filter);
    void loadClasses();
    void showClasses(const std::vector<attendance::ClassRow>& classes);
    void load();
    void showTerm(const attendance::ClassTerm& term);
    void showView();
    void showEmpty();
    void showProblem(const Error& error);
    void setMonth(bool month);
    void turn(int step);
    void goToTypedDay();
    void submit(QDate day);
    void takeAllPresent(QDate day);
    void offerUndo(QDate day, int step);
    void correct(const QString& reason);
    void leaveCorrection();
    void focusList();
    QDate startDay() const;
    bool mayWrite() const;
    void say();
    void sayStanding();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_submit;
    QPushButton* m_allPresent;
    QComboBox* m_class = nullptr;
    QToolButton* m_previous = nullptr;
    QLineEdit* m_dayLine = nullptr;
    QToolButton* m_next = nullptr;
    QPushButton* m_toList = nullptr;
    QPushButton* m_toMonth = nullptr;
    Badge* m_state = nullptr;
    ElidedLabel* m_told = nullptr;
    AttendanceModel* m_model;
    AttendanceGrid* m_grid = nullptr;
    GridStanding* m_standing = nullptr;
    GridLine* m_line = nullptr;
    StateStack* m_list = nullptr;
    CorrectionBar* m_correction;
    QLabel* m_problem;
    UndoBar* m_undo;
    jobs::LatestOnly m_asked;
    attendance::ClassTerm m_term;
    QDate m_day;           ///< invalid: to be chosen when the term is there
    QString m_wantedClass; ///< by name, of another page's link
    bool m_isMonth = false;
    bool m_takesFocus = false;
};

} // namespace edupro::ui
