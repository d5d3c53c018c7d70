// SPDX-License-Identifier: GPL-3.0-or-later
// Says exactly what erasing a student takes away and what stays, asks for the reason, and erases.
#pragma once

#include "core/privacy/EraseStudent.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;
class StateStack;

/// Cannot be undone, so the NIS has to be typed. Runs as a job after the dialog has closed.
class EraseDialog : public QDialog {
    Q_OBJECT
public:
    struct Wanted {
        StudentId student;
        QString name;
        QString nis;
        QString basis; ///< chosen at first; empty: the person chooses
    };

    EraseDialog(Context& context, Wanted wanted, QWidget* parent);

    void accept() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Plan {
        std::vector<privacy::ErasedTable> tables;
        std::vector<const EntityInfo*> entities;
        QStringList keptFiles; ///< which an erasure does not reach
    };

    QWidget* makePlan();
    void load();
    void show(const Plan& plan);
    void check();
    void say();

    Context& m_context;
    const Wanted m_wanted;
    Plan m_plan;
    QLabel* m_title;
    QLabel* m_warning;
    StateStack* m_states = nullptr;
    QLabel* m_goesWord = nullptr;
    QLabel* m_goes = nullptr;
    QLabel* m_staysWord = nullptr;
    QLabel* m_stays = nullptr;
    QLabel* m_keptWord = nullptr;
    QLabel* m_kept = nullptr;
    QLabel* m_basisWord;
    QComboBox* m_basis;
    QLabel* m_typeWord;
    QLineEdit* m_typed;
    QPushButton* m_erase;
    QPushButton* m_cancel;
};

/// The dialog, modal to the window of `parent`.
void askToErase(Context& context, const EraseDialog::Wanted& wanted, QWidget* parent);

} // namespace edupro::ui
