// SPDX-License-Identifier: GPL-3.0-or-later
// What restoring a backup would change, what has to be known and confirmed before, and the button.
#pragma once

#include "ui/common/ErrorText.h"
#include "ui/data/BackupTasks.h"

#include <QFrame>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;
class PasswordField;

class RestoreCard : public QFrame {
    Q_OBJECT
public:
    explicit RestoreCard(Context& context, QWidget* parent = nullptr);

    /// Says that the backup is being compared.
    void begin(const QString& backup);
    void show(const ComparedBackup& compared);
    /// Asks for what opens the backup when that is missing or was wrong; else says what is wrong.
    void refuse(const Error& error);
    /// The path of the backup that is shown.
    const QString& backup() const { return m_compared.path; }

signals:
    void secretGiven(const edupro::ui::BackupSecret& secret);
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Step { Comparing, Locked, Compared, Refused };

    QWidget* makeLock();
    QWidget* makeChanges();
    void submitSecret();
    void restore();
    void showStep(Step step);
    void fillChanges();
    void allow();
    bool hasOtherProtection() const;
    /// What has to be read and wanted nevertheless; empty: nothing.
    QStringList cautions() const;
    void say();
    void sayCompared();

    Context& m_context;
    Step m_step = Step::Comparing;
    ComparedBackup m_compared;
    std::optional<Error> m_error;
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_lock = nullptr;
    QLabel* m_loginWord = nullptr;
    QLineEdit* m_login = nullptr;
    QLabel* m_passwordWord = nullptr;
    PasswordField* m_password = nullptr;
    QLabel* m_codeWord = nullptr;
    QLineEdit* m_code = nullptr;
    QPushButton* m_open = nullptr;
    QLabel* m_problem;
    QWidget* m_changes = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_after;
    QCheckBox* m_sure;
    QPushButton* m_restore;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
