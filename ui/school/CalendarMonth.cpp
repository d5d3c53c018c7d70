// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/CalendarMonth.h"

#include "ui/common/Format.h"
#include "ui/common/Theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

namespace edupro::ui {

using school::DayKind;
using school::SchoolDay;

namespace {

constexpr int weeks = 6;
constexpr int daysAWeek = 7;
constexpr int dayRole = Qt::UserRole;
constexpr int lowestRow = 62;

Token groundOf(DayKind kind)
{
    switch (kind) {
    case DayKind::Holiday:
        return Token::Hover;
    case DayKind::Weekend:
    case DayKind::Break:
        return Token::Page;
    case DayKind::School:
    case DayKind::Event:
    case DayKind::Extra:
        break;
    }
    return Token::Panel;
}

Token inkOf(DayKind kind)
{
    switch (kind) {
    case DayKind::School:
        return Token::Ink;
    case DayKind::Event:
    case DayKind::Extra:
        return Token::AccentInk; // the ground of the chosen day stays its own
    case DayKind::Weekend:
    case DayKind::Holiday:
    case DayKind::Break:
        break;
    }
    return Token::InkSoft;
}

} // namespace

QString dayKindWord(DayKind kind)
{
    switch (kind) {
    case DayKind::School:
        return QCoreApplication::translate("CalendarMonth", "School day");
    case DayKind::Event:
        return QCoreApplication::translate("CalendarMonth", "School day with an event");
    case DayKind::Extra:
        return QCoreApplication::translate("CalendarMonth", "School on a day off");
    case DayKind::Weekend:
        return QCoreApplication::translate("CalendarMonth", "Weekend");
    case DayKind::Holiday:
        return QCoreApplication::translate("CalendarMonth", "Holiday");
    case DayKind::Break:
        return QCoreApplication::translate("CalendarMonth", "In no term");
    }
    return {};
}

CalendarMonth::CalendarMonth(const Theme& theme, QWidget* parent)
    : QTableWidget(weeks, daysAWeek, parent)
    , m_theme(theme)
{
    setObjectName("calendarMonth");
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(true);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(lowestRow);
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTableWidget::clicked, this, &CalendarMonth::ask);
    connect(&theme, &Theme::changed, this, &CalendarMonth::fill);
    fill();
}

void CalendarMonth::show(const std::vector<SchoolDay>& days)
{
    m_days = days;
    fill();
}

QTableWidgetItem* CalendarMonth::itemOf(const SchoolDay& day) const
{
    const QString why = day.name.isEmpty() ? dayKindWord(day.kind) : day.name;
    auto* item = new QTableWidgetItem(
        QString::number(day.day.day()) + QLatin1Char('\n') +
        (day.kind == DayKind::School ? QString() : why));
    item->setData(dayRole, day.day);
    item->setData(
        Qt::AccessibleTextRole,
        QStringLiteral("%1, %2, %3").arg(format::date(day.day), dayKindWord(day.kind), day.name));
    item->setToolTip(QStringLiteral("%1: %2").arg(dayKindWord(day.kind), why));
    item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
    item->setBackground(m_theme.color(groundOf(day.kind)));
    item->setForeground(m_theme.color(inkOf(day.kind)));
    return item;
}

void CalendarMonth::fill()
{
    const QDate current = currentDay();
    clearContents();
    QStringList names;
    for (int day = 1; day <= daysAWeek; ++day)
        names.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
    setHorizontalHeaderLabels(names);
    for (int cell = 0; cell < weeks * daysAWeek; ++cell) {
        auto* blank = new QTableWidgetItem;
        blank->setFlags(Qt::NoItemFlags);
        setItem(cell / daysAWeek, cell % daysAWeek, blank);
    }
    if (m_days.empty()) return;
    const int first = m_days.front().day.dayOfWeek() - 1;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const int cell = first + static_cast<int>(i);
        setItem(cell / daysAWeek, cell % daysAWeek, itemOf(m_days[i]));
    }
    chooseDay(current);
}

QDate CalendarMonth::currentDay() const
{
    const QTableWidgetItem* item = currentItem();
    return item ? item->data(dayRole).toDate() : QDate();
}

void CalendarMonth::chooseDay(QDate day)
{
    if (m_days.empty()) return;
    const bool isShown = day >= m_days.front().day && day <= m_days.back().day;
    const QDate wanted = isShown ? day : m_days.front().day;
    const int cell = m_days.front().day.dayOfWeek() - 1 + wanted.day() - 1;
    setCurrentCell(cell / daysAWeek, cell % daysAWeek);
}

void CalendarMonth::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        ask();
        break;
    default:
        QTableWidget::keyPressEvent(event);
    }
}

void CalendarMonth::ask()
{
    if (const QDate day = currentDay(); day.isValid()) emit toggled(day);
}

void CalendarMonth::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) fill();
    QTableWidget::changeEvent(event);
}

} // namespace edupro::ui
