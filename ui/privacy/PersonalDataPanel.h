// SPDX-License-Identifier: GPL-3.0-or-later
// The panel beside the list of students with what a family may ask: what it agreed to, everything
// about the student as files, a request, an erasure.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/privacy/Consent.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;
class StateStack;

/// Offers what the person may do. Esc leaves.
class PersonalDataPanel : public QFrame {
    Q_OBJECT
public:
    explicit PersonalDataPanel(Context& context, QWidget* parent = nullptr);

    void show(const StudentId& student, const QString& name, const QString& nis);
    const StudentId& student() const { return m_student; }
    /// Whether there is anything in it for the person of the window.
    static bool isFor(const Context& context);

signals:
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Told;

    QWidget* makeStatement();
    QWidget* makeActions();
    void load();
    void take(const Told& told);
    void state();
    /// An objection to predictions removes them, which not everybody may.
    void allow();
    void say();

    Context& m_context;
    StudentId m_student;
    QString m_name;
    QString m_nis;
    std::vector<Consent> m_consents;
    bool m_saving = false;
    QLabel* m_title;
    QLabel* m_consentsWord;
    QLabel* m_lines;
    StateStack* m_states;
    QWidget* m_statement = nullptr;
    QLabel* m_statementWord = nullptr;
    QComboBox* m_purpose = nullptr;
    QComboBox* m_state = nullptr;
    QLineEdit* m_statedBy = nullptr;
    QPushButton* m_save = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_everything = nullptr;
    QPushButton* m_request = nullptr;
    QPushButton* m_erase = nullptr;
    QPushButton* m_close;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
