// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/attendance/CorrectionBar.h"

#include "core/attendance/AttendanceDay.h"
#include "core/record/Validate.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

namespace {

/// What is wrong with a reason; the rules are those of the stored list.
std::vector<Issue> issuesOfReason(const QString& reason)
{
    const EntityInfo& info = entityInfo<AttendanceSession>();
    const auto at = static_cast<std::size_t>(info.indexOf(u"reason"));
    if (reason.isEmpty()) return {{.field = "reason", .rule = "required"}};
    return issuesOfField(info.fields[at], reason, {});
}

} // namespace

CorrectionBar::CorrectionBar(QWidget* parent)
    : QFrame(parent)
    , m_question(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_go(new QPushButton(this))
    , m_leave(new QPushButton(this))
    , m_problem(new QLabel(this))
{
    setObjectName("correctionBar");
    setLook(this, "notice");
    m_reason->setObjectName("correctionReason");
    m_go->setObjectName("correctionGo");
    m_leave->setObjectName("correctionLeave");
    m_problem->setObjectName("correctionProblem");
    setLook(m_go, "primary");
    setLook(m_leave, "link");
    setLook(m_problem, "risk");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_question);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_go);
    layout->addWidget(m_leave);
    const auto answer = [this] {
        const QString reason = m_reason->text().simplified();
        const auto issues = issuesOfReason(reason);
        if (hasErrors(issues)) {
            refuse(words(issues.front()));
            return;
        }
        hide();
        emit answered(reason);
    };
    connect(m_reason, &QLineEdit::returnPressed, this, answer);
    connect(m_go, &QPushButton::clicked, this, answer);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        hide();
        emit left();
    });
    say();
    hide();
}

void CorrectionBar::ask()
{
    if (!isHidden()) return;
    m_reason->clear();
    m_problem->hide();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void CorrectionBar::refuse(const QString& why)
{
    m_problem->setText(why);
    m_problem->show();
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void CorrectionBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        m_leave->click();
    else
        QFrame::keyPressEvent(event);
}

void CorrectionBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void CorrectionBar::say()
{
    m_question->setText(tr("This list is submitted or its term closed. Why is it corrected?"));
    m_reason->setAccessibleName(tr("Reason of the correction"));
    m_reason->setPlaceholderText(tr("For example: doctor's letter came later"));
    m_go->setText(tr("Correct"));
    m_leave->setText(tr("Leave as it was"));
    setAccessibleName(m_question->text());
}

} // namespace edupro::ui
