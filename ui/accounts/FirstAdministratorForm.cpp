// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/FirstAdministratorForm.h"

#include "core/record/Validate.h"
#include "ui/accounts/NewPassword.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Labelled.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

FirstAdministratorForm::FirstAdministratorForm(
    const Theme& theme, const QString& school, QWidget* parent)
    : QWidget(parent)
    , m_school(school)
    , m_nameWord(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_loginWord(new QLabel(this))
    , m_login(new QLineEdit(QStringLiteral("admin"), this))
    , m_password(new NewPassword(theme, this))
{
    m_name->setObjectName("administratorName");
    m_name->setMaxLength(100);
    m_login->setObjectName("administratorLogin");
    m_login->setMaxLength(40);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    addLabelled(*layout, m_nameWord, m_name);
    addLabelled(*layout, m_loginWord, m_login);
    layout->addWidget(m_password);
    const auto own = [this] {
        m_password->setOwner({.login = m_login->text(), .school = m_school});
    };
    connect(m_name, &QLineEdit::returnPressed, m_login, qOverload<>(&QWidget::setFocus));
    connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_login, &QLineEdit::textChanged, this, own);
    connect(m_password, &NewPassword::changed, this, &FirstAdministratorForm::changed);
    connect(m_password, &NewPassword::entered, this, &FirstAdministratorForm::entered);
    setFocusProxy(m_name);
    own();
    say();
}

accounts::FirstAdministrator FirstAdministratorForm::administrator() const
{
    return {.login = m_login->text().trimmed().toLower(), .name = m_name->text().trimmed()};
}

bool FirstAdministratorForm::isGood() const
{
    return m_password->isGood();
}

QString FirstAdministratorForm::problem() const
{
    const EntityInfo& users = entityInfo<User>();
    const accounts::FirstAdministrator first = administrator();
    Error wrong{.code = ErrorCode::Validation};
    for (const auto& [column, value] :
         {std::pair(u"name", first.name), std::pair(u"login", first.login)}) {
        const FieldInfo& field = users.fields[static_cast<std::size_t>(users.indexOf(column))];
        for (const Issue& issue : issuesOfField(field, value, QDate::currentDate()))
            wrong.issues.push_back(issue);
    }
    if (wrong.issues.empty()) return {};
    const ErrorWords said = words(wrong, [this](const std::string& column) {
        return column == "name" ? m_nameWord->text()
                                : tr("User name (small letters and figures, also . _ -)");
    });
    return said.what + '\n' + said.why;
}

security::SecretBytes FirstAdministratorForm::take()
{
    return m_password->take();
}

void FirstAdministratorForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void FirstAdministratorForm::say()
{
    m_nameWord->setText(tr("Your name"));
    m_name->setAccessibleName(m_nameWord->text());
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
}

} // namespace edupro::ui
