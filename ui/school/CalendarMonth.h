// SPDX-License-Identifier: GPL-3.0-or-later
// One month of the school's calendar: seven columns from Monday, days off grey, named days with
// their names.
#pragma once

#include "core/school/SchoolCalendar.h"

#include <QTableWidget>

namespace edupro::ui {

class Theme;

/// Arrow keys go from day to day; a click, Space or Enter asks to toggle the day.
class CalendarMonth : public QTableWidget {
    Q_OBJECT
public:
    explicit CalendarMonth(const Theme& theme, QWidget* parent = nullptr);

    /// The days of one month, in order.
    void show(const std::vector<school::SchoolDay>& days);
    QDate currentDay() const;
    void chooseDay(QDate day);

signals:
    void toggled(QDate day);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void ask();
    QTableWidgetItem* itemOf(const school::SchoolDay& day) const;

    const Theme& m_theme;
    std::vector<school::SchoolDay> m_days;
};

/// "Weekend", "Holiday", ...
QString dayKindWord(school::DayKind kind);

} // namespace edupro::ui
