// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of making a school: its administrator, then the recovery code on paper.
#pragma once

#include "ui/accounts/Entry.h"
#include "ui/accounts/EntryCard.h"

#include <memory>

namespace edupro::ui {

class FirstAdministratorForm;
class RecoveryPaper;

/// The school is made on the storage lane when the administrator is known; it opens when the
/// recovery code has been typed from the paper.
class NewSchoolPage : public EntryCard {
    Q_OBJECT
public:
    struct Wanted {
        QString path;
        school::NewSchool school;
    };
    NewSchoolPage(
        Context& context,
        const accounts::Computer& computer,
        const Wanted& wanted,
        QWidget* parent = nullptr);
    ~NewSchoolPage() override;

    bool isBusy() const { return m_busy; }

signals:
    void made(const edupro::ui::Entry& entry); ///< the lane holds the store
    void givenUp();                            ///< back; no file was made

protected:
    void changeEvent(QEvent* event) override;
    /// The code cannot be shown again: closing before it was typed has to be asked for twice.
    void closeEvent(QCloseEvent* event) override;

private:
    enum Step { Administrator, Paper };

    void makeAdministratorStep();
    void makePaperStep();
    void create();
    void showCode();
    void refuse(const Error& error);
    void setBusy(bool busy);
    void say();

    Context& m_context;
    const accounts::Computer m_computer;
    const Wanted m_wanted;
    bool m_busy = false;
    std::shared_ptr<Entry> m_entry;
    std::shared_ptr<QString> m_codeText; ///< shown once; wiped
    FirstAdministratorForm* m_administrator = nullptr;
    QPushButton* m_create = nullptr;
    QPushButton* m_back = nullptr;
    RecoveryPaper* m_paper = nullptr;
    QPushButton* m_finish = nullptr;
};

} // namespace edupro::ui
