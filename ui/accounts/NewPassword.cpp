// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/NewPassword.h"

#include "ui/common/PasswordField.h"
#include "ui/common/Theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

namespace {

constexpr int signSize = 14;

bool has(const std::vector<Issue>& issues, const char* rule)
{
    return std::any_of(
        issues.begin(), issues.end(), [rule](const Issue& issue) { return issue.rule == rule; });
}

} // namespace

NewPassword::NewPassword(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_firstWord(new QLabel(this))
    , m_secondWord(new QLabel(this))
    , m_first(new PasswordField(theme, QStringLiteral("newPassword"), this))
    , m_second(new PasswordField(theme, QStringLiteral("newPasswordAgain"), this))
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_firstWord, 0, 0, 1, 2);
    layout->addWidget(m_first, 1, 0, 1, 2);
    layout->setRowMinimumHeight(2, 1); // with the spacing around it, the gap between two fields
    layout->addWidget(m_secondWord, 3, 0, 1, 2);
    layout->addWidget(m_second, 4, 0, 1, 2);
    layout->setRowMinimumHeight(5, 4);
    for (std::size_t rule = 0; rule < rules; ++rule) {
        m_signs[rule] = new QLabel(this);
        m_words[rule] = new QLabel(this);
        m_words[rule]->setObjectName(QStringLiteral("passwordRule%1").arg(rule));
        m_words[rule]->setWordWrap(true);
        layout->addWidget(m_signs[rule], static_cast<int>(rule) + 6, 0, Qt::AlignTop);
        layout->addWidget(m_words[rule], static_cast<int>(rule) + 6, 1);
    }
    connect(m_first, &PasswordField::edited, this, &NewPassword::check);
    connect(m_second, &PasswordField::edited, this, &NewPassword::check);
    connect(m_first, &PasswordField::entered, m_second->line(), qOverload<>(&QWidget::setFocus));
    connect(m_second, &PasswordField::entered, this, &NewPassword::entered);
    connect(&theme, &Theme::changed, this, &NewPassword::check);
    setFocusProxy(m_first);
    say();
    check();
}

void NewPassword::setOwner(const security::PasswordOwner& owner)
{
    m_owner = owner;
    check();
}

security::SecretBytes NewPassword::take()
{
    QString typed = m_first->take();
    QString again = m_second->take();
    security::SecretBytes secret = security::SecretBytes::ofPassword(typed);
    security::wipe(typed);
    security::wipe(again);
    return secret;
}

void NewPassword::clear()
{
    take();
}

void NewPassword::check()
{
    QString typed = m_first->text();
    QString again = m_second->text();
    if (typed.isEmpty()) {
        for (int rule = Length; rule < rules; ++rule)
            show(static_cast<Rule>(rule), Held::NotYet);
        m_good = false;
    } else {
        const std::vector<Issue> issues = security::passwordIssues(typed, m_owner);
        const auto held = [&issues](const char* rule) {
            return has(issues, rule) ? Held::No : Held::Yes;
        };
        const bool named = has(issues, "password_login") || has(issues, "password_school");
        show(Length, held("password_short"));
        show(Guess, held("password_common"));
        show(Names, named ? Held::No : Held::Yes);
        show(Same, again.isEmpty() ? Held::NotYet : again == typed ? Held::Yes : Held::No);
        m_good = issues.empty() && again == typed;
    }
    security::wipe(typed);
    security::wipe(again);
    emit changed();
}

void NewPassword::show(Rule rule, Held held)
{
    m_held[rule] = held;
    struct Sign {
        const char* icon;
        Token tint;
        const char* look;
    };
    static constexpr Sign signs[] = {
        {"dot", Token::InkFaint, "small"},
        {"check", Token::Fine, "small"},
        {"close", Token::Risk, "riskNote"}};
    const Sign& sign = signs[static_cast<int>(held)];
    m_signs[rule]->setPixmap(m_theme.icon(sign.icon, sign.tint).pixmap(signSize));
    setLook(m_words[rule], sign.look);
}

void NewPassword::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void NewPassword::say()
{
    m_firstWord->setText(tr("New password"));
    m_secondWord->setText(tr("The same again"));
    m_first->setAccessibleWords(m_firstWord->text());
    m_second->setAccessibleWords(m_secondWord->text());
    m_words[Length]->setText(tr("At least %Ln character(s)", nullptr, security::shortestPassword));
    m_words[Guess]->setText(tr("Not easy to guess: no single word, date or row of keys"));
    m_words[Names]->setText(tr("Without the user name and the name of the school"));
    m_words[Same]->setText(tr("Typed the same twice"));
}

} // namespace edupro::ui
