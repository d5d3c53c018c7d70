// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the attendance page, its keys and its words.
#include "ui/attendance/AttendanceGrid.h"
#include "ui/attendance/AttendanceModel.h"
#include "ui/attendance/AttendancePage.h"
#include "ui/attendance/AttendanceWords.h"
#include "ui/common/Badge.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/FieldEditors.h"
#include "ui/common/PageHeader.h"
#include "ui/common/StateStack.h"
#include "ui/grid/GridLine.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace edupro::ui {

using namespace attendance;

namespace {

constexpr int namedAway = 6;

Tone toneOf(ListState state)
{
    if (state == ListState::NotTaken) return Tone::Neutral;
    return state == ListState::Draft ? Tone::Watch : Tone::Fine;
}

QToolButton* turner(const Theme& theme, const char* name, const char* icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(theme.icon(icon));
    setLook(button, "quiet");
    return button;
}

} // namespace

QWidget* AttendancePage::makeFilters()
{
    auto* bar = new QWidget(this);
    m_class = new QComboBox(bar);
    m_class->setObjectName("attendanceClass");
    m_class->setMinimumWidth(90);
    m_previous = turner(m_context.theme, "previousDay", "chevron-left", bar);
    m_next = turner(m_context.theme, "nextDay", "chevron-right", bar);
    m_dayLine = new QLineEdit(bar);
    m_dayLine->setObjectName("attendanceDay");
    m_dayLine->setFixedWidth(110);
    m_dayLine->setAlignment(Qt::AlignCenter);
    m_toList = new QPushButton(bar);
    m_toList->setObjectName("showList");
    m_toMonth = new QPushButton(bar);
    m_toMonth->setObjectName("showMonth");
    auto* views = new QButtonGroup(bar);
    for (QPushButton* view : {m_toList, m_toMonth}) {
        view->setCheckable(true);
        views->addButton(view);
    }
    m_state = new Badge(m_context.theme, bar);
    m_state->setObjectName("listState");
    m_told = new ElidedLabel(bar);
    m_told->setObjectName("attendanceTold");
    setLook(m_told, "soft");
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_class);
    layout->addWidget(m_previous);
    layout->addWidget(m_dayLine);
    layout->addWidget(m_next);
    layout->addSpacing(8);
    layout->addWidget(m_toList);
    layout->addWidget(m_toMonth);
    layout->addSpacing(8);
    layout->addWidget(m_state);
    layout->addWidget(m_told, 1);
    return bar;
}

QWidget* AttendancePage::makeList()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    auto* content = new QWidget(card);
    m_grid = new AttendanceGrid(m_context.theme, *m_model, content);
    m_grid->setObjectName("attendanceGrid");
    m_line = new GridLine(m_context.theme, *m_grid, content);
    m_standing = new GridStanding(m_context.theme, *m_grid, content);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_line, 1);
    foot->addWidget(m_standing);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(4);
    inside->addWidget(m_grid, 1);
    inside->addLayout(foot);
    m_list = new StateStack(m_context.theme, content, card);
    m_list->setObjectName("attendanceList");
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list);
    return card;
}

void AttendancePage::addShortcuts()
{
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_Return, [this] { submit(m_grid->currentDay()); });
    bind(Qt::CTRL | Qt::Key_Enter, [this] { submit(m_grid->currentDay()); });
    bind(Qt::CTRL | Qt::Key_H, [this] { takeAllPresent(m_grid->currentDay()); });
    bind(Qt::ALT | Qt::Key_Left, [this] { turn(-1); });
    bind(Qt::ALT | Qt::Key_Right, [this] { turn(1); });
    bind(Qt::CTRL | Qt::Key_M, [this] { setMonth(!m_isMonth); });
}

void AttendancePage::say()
{
    m_header->setTitle(tr("Attendance"));
    m_submit->setText(tr("Submit the list"));
    m_submit->setToolTip(tr("Submit the list of the day (Ctrl+Enter)"));
    m_allPresent->setText(tr("All present"));
    m_allPresent->setToolTip(tr("Mark everybody present on this day and submit it (Ctrl+H)"));
    m_class->setAccessibleName(tr("Class"));
    m_previous->setAccessibleName(m_isMonth ? tr("Month before") : tr("School day before"));
    m_previous->setToolTip(m_previous->accessibleName() + " (Alt+Left)");
    m_next->setAccessibleName(m_isMonth ? tr("Next month") : tr("Next school day"));
    m_next->setToolTip(m_next->accessibleName() + " (Alt+Right)");
    m_dayLine->setAccessibleName(tr("Day"));
    m_toList->setText(tr("Day"));
    m_toList->setToolTip(tr("The list of one day (Ctrl+M)"));
    m_toMonth->setText(tr("Month"));
    m_toMonth->setToolTip(tr("All days of the month (Ctrl+M)"));
    m_toList->setChecked(!m_isMonth);
    m_toMonth->setChecked(m_isMonth);
    setLook(m_toList, m_isMonth ? "button" : "chosen");
    setLook(m_toMonth, m_isMonth ? "chosen" : "button");
    m_grid->setAccessibleName(tr("Attendance"));
}

void AttendancePage::sayStanding()
{
    const ClassTerm& term = m_model->term();
    const QDate day = m_isMonth ? m_grid->currentDay() : m_day;
    const bool isShown = m_model->rowCount() > 0;
    m_state->setVisible(isShown && day.isValid());
    m_submit->setEnabled(isShown && !isRecord(term.stateOn(day)));
    m_allPresent->setEnabled(isShown);
    m_dayLine->setText(dateText(m_day));
    const QString closed = day.isValid() ? closedWord(term, nullptr, day) : QString();
    m_submit->setEnabled(m_submit->isEnabled() && closed.isEmpty());
    m_allPresent->setEnabled(m_allPresent->isEnabled() && closed.isEmpty());
    QStringList subtitle{m_class->currentText()};
    subtitle
        << (m_isMonth ? QLocale().toString(m_day, QStringLiteral("MMMM yyyy")) : longDay(m_day));
    subtitle << tr("%Ln student(s)", nullptr, m_model->rowCount());
    m_header->setSubtitle(isShown ? subtitle.join(QString::fromUtf8(" · ")) : QString());
    const DayList list = term.listOn(day);
    m_state->setChip({.tone = toneOf(list.state), .word = wordOf(list.state)});
    QString told = closed;
    if (isShown && closed.isEmpty()) {
        const QDate before = term.recordBefore(day);
        const QString away = before.isValid() ? awayWords(term, before, namedAway) : QString();
        const QString on = QLocale().toString(before, QStringLiteral("ddd d MMM"));
        if (list.state == ListState::Corrected)
            told = tr("Why: %1").arg(list.reason);
        else if (before.isValid())
            told =
                away.isEmpty() ? tr("%1: nobody away").arg(on) : tr("%1, away: %2").arg(on, away);
        else
            told = tr("H present, S sick, I excused, A absent, L late, E left early");
    }
    m_told->setText(isShown ? told : QString());
}

} // namespace edupro::ui
