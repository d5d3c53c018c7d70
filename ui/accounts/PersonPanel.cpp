// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PersonPanel.h"

#include "core/jobs/OnFinished.h"
#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/ErrorText.h"
#include "ui/common/ReadOnly.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace edupro::ui {

using accounts::Invitation;
using storage::Store;

PersonPanel::PersonPanel(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_cost(cost)
    , m_title(new QLabel(this))
    , m_form(new QWidget(this))
    , m_nameWord(new QLabel(m_form))
    , m_name(new QLineEdit(m_form))
    , m_loginWord(new QLabel(m_form))
    , m_login(new QLineEdit(m_form))
    , m_rolesWord(new QLabel(m_form))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(m_form))
    , m_reset(new QPushButton(m_form))
    , m_disable(new QPushButton(m_form))
    , m_end(new QPushButton(m_form))
    , m_cancel(new QPushButton(this))
{
    setObjectName("personPanel");
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    m_problem->setObjectName("personProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    m_cancel->setObjectName("leavePerson");
    makeForm();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_form);
    layout->addWidget(makePassword());
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_cancel, 0, Qt::AlignRight);
    connect(m_cancel, &QPushButton::clicked, this, &PersonPanel::leave);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PersonPanel::leave);
    auto* store = new QShortcut(Qt::CTRL | Qt::Key_S, this);
    store->setContext(Qt::WidgetWithChildrenShortcut);
    connect(store, &QShortcut::activated, this, &PersonPanel::save);
    say();
}

void PersonPanel::makeForm()
{
    m_name->setObjectName("personName");
    m_name->setMaxLength(100);
    m_login->setObjectName("personLogin");
    m_login->setMaxLength(40);
    m_save->setObjectName("savePerson");
    m_save->setAutoDefault(true);
    setLook(m_save, "primary");
    m_reset->setObjectName("resetPassword");
    m_disable->setObjectName("disablePerson");
    m_end->setObjectName("endSessions");
    auto* layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_nameWord, m_name, m_loginWord, m_login, m_rolesWord})
        layout->addWidget(part);
    for (std::size_t i = 0; i < m_roles.size(); ++i) {
        m_roles[i] = new QCheckBox(m_form);
        m_roles[i]->setObjectName(QStringLiteral("role_") + nameOf(security::allRoles[i]));
        layout->addWidget(m_roles[i]);
    }
    layout->addSpacing(6);
    for (QWidget* part : {m_save, m_reset, m_disable, m_end})
        layout->addWidget(part);
    connect(m_name, &QLineEdit::returnPressed, m_login, qOverload<>(&QWidget::setFocus));
    connect(m_login, &QLineEdit::returnPressed, m_roles[0], qOverload<>(&QWidget::setFocus));
    connect(m_save, &QPushButton::clicked, this, &PersonPanel::save);
    connect(m_reset, &QPushButton::clicked, this, &PersonPanel::resetPassword);
    connect(m_disable, &QPushButton::clicked, this, &PersonPanel::disable);
    connect(m_end, &QPushButton::clicked, this, &PersonPanel::endSessions);
}

QWidget* PersonPanel::makePassword()
{
    m_once = new QFrame(this);
    setLook(m_once, "notice");
    m_onceText = new QLabel(m_once);
    m_onceText->setWordWrap(true);
    m_password = new QLabel(m_once);
    m_password->setObjectName("oneTimePassword");
    m_password->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_password->setAlignment(Qt::AlignCenter);
    m_password->setFont(codeFont(18));
    m_copy = new QPushButton(m_once);
    m_copy->setObjectName("copyPassword");
    m_copy->setIcon(m_context.theme.icon("copy", Token::Ink));
    auto* layout = new QVBoxLayout(m_once);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_onceText);
    layout->addWidget(m_password);
    layout->addWidget(m_copy, 0, Qt::AlignHCenter);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_copied.copy(m_password->text()); });
    m_once->hide();
    return m_once;
}

void PersonPanel::add()
{
    show({});
    m_name->setFocus();
}

void PersonPanel::show(const accounts::PersonRow& person)
{
    m_person = person;
    const bool isNew = person.id.isNull();
    m_name->setText(person.name);
    m_login->setText(person.login);
    setReadOnly(m_name, !isNew);
    setReadOnly(m_login, !isNew);
    const security::Roles roles = security::rolesOf(person.roles);
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        m_roles[i]->setChecked(roles.testFlag(security::allRoles[i]));
    m_problem->hide();
    m_once->hide();
    m_password->clear();
    m_form->show();
    setBusy(false);
}

std::optional<Draft> PersonPanel::draft() const
{
    const bool typed = !m_name->text().isEmpty() || !m_login->text().isEmpty();
    if (isHidden() || !m_person.id.isNull() || !typed) return std::nullopt;
    return Draft{
        .page = QStringLiteral("users"),
        .title = m_title->text(),
        .content = {
            {QStringLiteral("name"), m_name->text()},
            {QStringLiteral("login"), m_login->text()},
            {QStringLiteral("roles"), security::textOf(chosen())}}};
}

void PersonPanel::whenFree(std::function<void()> then)
{
    if (!draft()) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you typed?"),
         .text = tr("The person has not been added yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

void PersonPanel::resume(const QJsonObject& draft)
{
    show(
        {.id = {},
         .login = draft[QStringLiteral("login")].toString(),
         .name = draft[QStringLiteral("name")].toString(),
         .roles = draft[QStringLiteral("roles")].toString()});
    m_name->setFocus();
}

bool PersonPanel::showsPassword() const
{
    return !m_once->isHidden();
}

security::Roles PersonPanel::chosen() const
{
    security::Roles roles;
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        roles.setFlag(security::allRoles[i], m_roles[i]->isChecked());
    return roles;
}

void PersonPanel::save()
{
    if (m_busy || showsPassword()) return;
    const security::Roles roles = chosen();
    if (roles == security::Roles()) {
        m_problem->setText(tr("Choose at least one role."));
        m_problem->show();
        return;
    }
    if (!m_person.id.isNull()) {
        act([roles, cost = m_cost](Store& store, const User& user) -> Answer {
            Result<QString> password = accounts::changeRoles(store, user, roles, cost);
            if (!password) return password.error();
            return Invitation{.user = user, .password = std::move(password).value()};
        });
        return;
    }
    setBusy(true);
    const auto work = [person =
                           accounts::NewUser{
                               .login = m_login->text().trimmed().toLower(),
                               .name = m_name->text().trimmed(),
                               .roles = roles},
                       cost = m_cost](Store& store, const Progress&) {
        return accounts::addUser(store, person, cost);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Answer& added) { take(added); });
}

void PersonPanel::act(Work work)
{
    setBusy(true);
    const auto found = [id = m_person.id,
                        work = std::move(work)](Store& store, const Progress&) -> Answer {
        const auto user = store.find<User>(id);
        if (!user) return user.error();
        if (!user->has_value())
            return Error{
                .code = ErrorCode::NotFound,
                .key = "user.unknown",
                .detail = "user " + id.text().toStdString()};
        return work(store, (*user)->record);
    };
    jobs::onFinished(
        m_context.store.submit(found), this, [this](const Answer& answer) { take(answer); });
}

void PersonPanel::take(const Answer& answer)
{
    setBusy(false);
    m_problem->setVisible(!answer);
    if (!answer) {
        ErrorWords said = words(answer.error(), [this](const std::string& column) {
            return column == "login"  ? tr("User name (small letters and figures, also . _ -)")
                   : column == "name" ? m_nameWord->text()
                                      : m_rolesWord->text();
        });
        if (!answer.error().issues.empty()) said.advice.clear(); // the faults say it
        m_problem->setText(inLines(said));
        return;
    }
    m_person.id = answer->user.id;
    m_person.name = answer->user.name;
    if (!answer->password.isEmpty()) showPassword(answer->password);
    emit stored(answer->user.id);
    m_context.announceChange();
}

void PersonPanel::showPassword(const QString& password)
{
    m_password->setText(password);
    m_form->hide();
    m_once->show();
    say();
    m_copy->setFocus();
}

void PersonPanel::resetPassword()
{
    m_context.dialogs.confirm(
        {.title = tr("Give %1 a new password?").arg(m_person.name),
         .text = tr("The present one opens nothing any more, and the sessions of this person end."),
         .accept = tr("New password")},
        [guard = QPointer(this)] {
            if (!guard) return;
            guard->act([cost = guard->m_cost](Store& store, const User& user) {
                return accounts::resetPassword(store, user, cost);
            });
        });
}

void PersonPanel::disable()
{
    m_context.dialogs.confirm(
        {.title = tr("Disable %1?").arg(m_person.name),
         .text = tr("This person can no longer sign in. What they did stays in the audit, and a "
                    "new password lets them in again."),
         .accept = tr("Disable"),
         .dangerous = true},
        [guard = QPointer(this)] {
            if (!guard) return;
            guard->act([](Store& store, const User& user) -> Answer {
                if (Done off = accounts::disableUser(store, user); !off) return off.error();
                return Invitation{.user = user, .password = {}};
            });
        });
}

void PersonPanel::endSessions()
{
    act([](Store& store, const User& user) -> Answer {
        const auto sessions = accounts::listOpenSessions(store);
        if (!sessions) return sessions.error();
        for (const UserSession& session : *sessions) {
            if (session.user != user.id) continue;
            if (Done ended = accounts::revokeSession(store, session.id); !ended)
                return ended.error();
        }
        return Invitation{.user = user, .password = {}};
    });
}

void PersonPanel::leave()
{
    m_once->hide();
    m_password->clear();
    m_copied.forget();
    emit left();
}

void PersonPanel::setBusy(bool busy)
{
    m_busy = busy;
    const bool isNew = m_person.id.isNull();
    const bool isOwn = m_person.id.value == m_context.person().id && !isNew;
    const bool may = m_context.may(security::Action::Update, security::Object::Users);
    m_form->setEnabled(!busy && may);
    m_save->setVisible(may);
    m_reset->setVisible(may && !isNew && !isOwn); // one's own is changed with the old one
    m_disable->setVisible(may && !isNew && !isOwn && !m_person.disabled);
    m_end->setVisible(may && !isNew && !isOwn && m_person.running > 0);
    say();
}

void PersonPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void PersonPanel::say()
{
    const bool isNew = m_person.id.isNull();
    m_title->setText(isNew ? tr("New person") : m_person.name);
    m_nameWord->setText(tr("Name"));
    m_name->setAccessibleName(m_nameWord->text());
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
    m_rolesWord->setText(tr("Roles"));
    for (std::size_t i = 0; i < m_roles.size(); ++i)
        m_roles[i]->setText(roleWord(security::allRoles[i]));
    m_save->setText(m_busy ? tr("One moment…") : isNew ? tr("Add") : tr("Change the roles"));
    m_reset->setText(m_person.disabled ? tr("Let in again…") : tr("New password…"));
    m_disable->setText(tr("Disable…"));
    m_end->setText(tr("End %Ln session(s)", nullptr, static_cast<int>(m_person.running)));
    m_onceText->setText(tr("Give this password to %1 in person. It is shown only now, counts for "
                           "one sign-in within "
                           "seven days, and a password of their own is chosen then.")
                            .arg(m_person.name));
    m_copy->setText(tr("Copy"));
    m_cancel->setText(showsPassword() ? tr("I have handed it over") : tr("Close"));
}

} // namespace edupro::ui
