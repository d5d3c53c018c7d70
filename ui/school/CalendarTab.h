// SPDX-License-Identifier: GPL-3.0-or-later
// The school's calendar: a month to mark holidays in, and the named days of the school year.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/school/SchoolCalendar.h"
#include "ui/common/ListPane.h"
#include "ui/shell/Context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace edupro::ui {

class CalendarMonth;
class UndoBar;

/// A click or Space on a day names it as the fields say, or takes its name away; Ctrl+V enters a
/// copied list.
class CalendarTab : public QWidget {
    Q_OBJECT
public:
    explicit CalendarTab(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Shown {
        QDate today;
        std::vector<school::SchoolDay> month;
        std::vector<CalendarDay> named; ///< of the school year of that month
    };
    static Result<Shown> read(storage::Store& store, QDate month);
    QWidget* makeMonth();
    QWidget* makeSide();
    void load();
    void show(Shown shown);
    void go(int months);
    void toggle(QDate day);
    void paste();
    /// Enters days, tells how many and offers to take it back.
    void enter(const std::vector<CalendarDay>& days);
    void putBack(const std::vector<CalendarDay>& days);
    void tell(const Error& error);
    void say();

    Context& m_context;
    QDate m_first; ///< of the month shown; invalid: that of today
    Shown m_shown;
    QToolButton* m_before;
    QToolButton* m_after;
    QLabel* m_title;
    CalendarMonth* m_month;
    QLabel* m_kindWord;
    QComboBox* m_kind;
    QLabel* m_nameWord;
    QLineEdit* m_name;
    QPushButton* m_paste;
    QLabel* m_hint;
    QLabel* m_problem;
    ListPane* m_list;
    UndoBar* m_undo;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
