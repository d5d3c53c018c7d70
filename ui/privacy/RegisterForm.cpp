// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RegisterForm.h"

#include "ui/common/ErrorText.h"
#include "ui/common/RecordForm.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTimeEdit>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace edupro::ui {

namespace {

const QString kindKey = QStringLiteral("kind");
const QString typedKey = QStringLiteral("typed");
const QString momentKey = QStringLiteral("moment");

} // namespace

RegisterForm::RegisterForm(Context& context, const EntityInfo& entity, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_momentWord(new QLabel(this))
    , m_moment(new QDateTimeEdit(this))
    , m_form(new RecordForm(context.theme, entity))
    , m_save(new QPushButton(this))
    , m_lines(new QVBoxLayout)
    , m_problem(new QLabel(this))
    , m_cancel(new QPushButton(this))
{
    setLook(this, "card");
    setLook(m_title, "title");
    m_moment->setObjectName("registerMoment");
    m_moment->setDisplayFormat(QStringLiteral("dd/MM/yyyy HH:mm"));
    m_moment->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_problem->setObjectName("registerProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_save->setObjectName("saveRegister");
    m_save->setAutoDefault(true);
    setLook(m_save, "primary");
    m_cancel->setObjectName("leaveRegister");
    m_lines->setSpacing(4);
    addLine(m_momentWord, m_moment);
    auto* ground = new QWidget;
    setLook(ground, "plain");
    auto* inside = new QVBoxLayout(ground);
    inside->setContentsMargins(0, 0, 4, 0);
    inside->setSpacing(10);
    inside->addLayout(m_lines);
    inside->addWidget(m_form, 1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(ground);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_form, &RecordForm::changed, this, &RegisterForm::markChanged);
    connect(m_form, &RecordForm::lastFieldLeft, m_save, qOverload<>(&QWidget::setFocus));
    connect(m_moment, &QDateTimeEdit::dateTimeChanged, this, &RegisterForm::markChanged);
    connect(m_save, &QPushButton::clicked, this, &RegisterForm::submit);
    connect(m_cancel, &QPushButton::clicked, this, &RegisterForm::leave);
    const auto bind = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_S, [this] { submit(); });
    bind(Qt::Key_Escape, [this] { leave(); });
    hide();
}

void RegisterForm::addLine(QLabel* label, QWidget* editor)
{
    label->setBuddy(editor);
    const int place = std::max(0, m_lines->count() - 2); // above the moment
    m_lines->insertWidget(place, label);
    m_lines->insertWidget(place + 1, editor);
}

void RegisterForm::begin(const Values& values)
{
    const QDateTime now = QDateTime::currentDateTime();
    m_form->setRecord(values);
    m_moment->setMaximumDateTime(now.addSecs(60));
    m_moment->setDateTime(now);
    m_problem->hide();
    m_changed = false;
    m_saving = false;
    show();
}

Instant RegisterForm::moment() const
{
    return std::min(m_moment->dateTime(), QDateTime::currentDateTime()).toMSecsSinceEpoch();
}

void RegisterForm::leave()
{
    whenFree([guard = QPointer(this)] {
        if (!guard) return;
        guard->m_changed = false;
        guard->hide();
        emit guard->left();
    });
}

void RegisterForm::whenFree(std::function<void()> then)
{
    if (isHidden() || !m_changed) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you typed?"),
         .text = tr("It has not been noted yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

std::optional<Draft> RegisterForm::draft() const
{
    if (isHidden() || !m_changed) return std::nullopt;
    QJsonObject content = typed();
    content[kindKey] = kind();
    return Draft{.page = QStringLiteral("privacy"), .title = m_title->text(), .content = content};
}

QJsonObject RegisterForm::typed() const
{
    return {{typedKey, m_form->typed()}, {momentKey, m_moment->dateTime().toString(Qt::ISODate)}};
}

void RegisterForm::resume(const QJsonObject& draft)
{
    m_form->retype(draft[typedKey].toObject());
    const auto moment = QDateTime::fromString(draft[momentKey].toString(), Qt::ISODate);
    if (moment.isValid()) m_moment->setDateTime(moment);
    m_changed = true;
}

void RegisterForm::submit()
{
    if (m_saving) return;
    const Result<Values> typed = m_form->record();
    if (!typed) {
        showProblem(typed.error());
        return;
    }
    m_saving = true;
    save(*typed);
}

void RegisterForm::finish(const Result<QString>& id)
{
    m_saving = false;
    if (!id) {
        showProblem(id.error());
        return;
    }
    emit noted(*id);
    m_changed = false;
    hide();
    emit left();
    m_context.announceChange();
}

void RegisterForm::showProblem(const Error& error)
{
    m_saving = false;
    Error told = error;
    told.issues = m_form->showIssues(error.issues);
    const ErrorWords said =
        words(told, [this](const std::string& column) { return m_form->fieldName(column); });
    m_problem->setText(inLines(said));
    // The faults stand below their fields; no need to say that there are some.
    m_problem->setVisible(error.issues.empty() || !told.issues.empty());
}

void RegisterForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void RegisterForm::say()
{
    m_moment->setAccessibleName(m_momentWord->text());
    m_save->setToolTip(tr("Note it (Ctrl+S)"));
    m_save->setText(tr("Note it"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Leave the form (Esc)"));
}

} // namespace edupro::ui
