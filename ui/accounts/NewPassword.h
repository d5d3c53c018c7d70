// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a password: typed twice, with the rules it has to keep shown in place.
#pragma once

#include "core/security/PasswordRules.h"
#include "core/security/SecretBytes.h"

#include <QWidget>

#include <array>

class QLabel;

namespace edupro::ui {

class PasswordField;
class Theme;

class NewPassword : public QWidget {
    Q_OBJECT
public:
    explicit NewPassword(const Theme& theme, QWidget* parent = nullptr);

    /// Whose it will be: it must not contain the login or the name of the school.
    void setOwner(const security::PasswordOwner& owner);
    /// Every rule is kept and both are the same.
    bool isGood() const { return m_good; }
    /// What was typed; both fields are empty afterwards.
    security::SecretBytes take();
    void clear();

signals:
    void changed();
    void entered(); ///< Enter in the second field

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Rule { Length, Guess, Names, Same, rules };
    enum class Held { NotYet, Yes, No };

    void check();
    void show(Rule rule, Held held);
    void say();

    const Theme& m_theme;
    security::PasswordOwner m_owner;
    QLabel* m_firstWord;
    QLabel* m_secondWord;
    PasswordField* m_first;
    PasswordField* m_second;
    std::array<QLabel*, rules> m_signs{};
    std::array<QLabel*, rules> m_words{};
    std::array<Held, rules> m_held{};
    bool m_good = false;
};

} // namespace edupro::ui
