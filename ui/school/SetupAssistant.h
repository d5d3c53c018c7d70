// SPDX-License-Identifier: GPL-3.0-or-later
// Three short steps from an empty school to classes, subjects, week and holidays.
#pragma once

#include "core/school/SetupActions.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace edupro::ui {

class Context;

/// Enter goes on with what is shown, Esc leaves; nothing is stored before the last step.
class SetupAssistant : public QFrame {
    Q_OBJECT
public:
    explicit SetupAssistant(Context& context, QWidget* parent = nullptr);

    void begin();

signals:
    void done(const edupro::school::AppliedSetup& applied);
    void left();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Step { Kind, Size, Summary };

    QWidget* makeStep(const std::vector<std::pair<QLabel*, QWidget*>>& fields);
    void connectParts();
    school::SetupPlan plan() const;
    void go(int step);
    void forward();
    void apply();
    void finish(const Result<school::AppliedSetup>& applied);
    QString summary() const;
    void say();

    Context& m_context;
    QLabel* m_title;
    QLabel* m_progress;
    QStackedWidget* m_steps;
    QLabel* m_levelWord;
    QComboBox* m_level;
    QLabel* m_curriculumWord;
    QComboBox* m_curriculum;
    QLabel* m_parallelWord;
    QSpinBox* m_parallel;
    QLabel* m_weekWord;
    QComboBox* m_week;
    QLabel* m_passingWord;
    QSpinBox* m_passing;
    QLabel* m_summary;
    QLabel* m_problem;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_cancel;
    bool m_busy = false;
};

} // namespace edupro::ui
