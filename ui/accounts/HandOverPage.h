// SPDX-License-Identifier: GPL-3.0-or-later
// After a change of keys: the new recovery code and the one-time passwords, shown once.
#pragma once

#include "core/accounts/KeyActions.h"
#include "ui/accounts/EntryCard.h"
#include "ui/common/CopiedSecret.h"

namespace edupro::ui {

class RecoveryPaper;

/// Wipes what it shows when it goes.
class HandOverPage : public EntryCard {
    Q_OBJECT
public:
    HandOverPage(
        Context& context,
        const QString& school,
        accounts::NewPasswords passwords,
        QWidget* parent = nullptr);
    ~HandOverPage() override;

signals:
    void handedOver();

protected:
    void changeEvent(QEvent* event) override;
    /// What is shown cannot be shown again: closing has to be asked for twice.
    void closeEvent(QCloseEvent* event) override;

private:
    enum Step { Paper, Passwords };

    void makePaperStep();
    void makePasswordStep();
    QWidget* makeRow(const accounts::Invitation& invitation, QWidget* parent);
    void print();
    void goOn();
    void say();

    Context& m_context;
    const QString m_school;
    accounts::NewPasswords m_passwords;
    CopiedSecret m_copied;
    RecoveryPaper* m_paper = nullptr;
    QPushButton* m_compare = nullptr;
    std::vector<QLabel*> m_shown; ///< the passwords
    QPushButton* m_print = nullptr;
    QPushButton* m_done = nullptr;
};

} // namespace edupro::ui
