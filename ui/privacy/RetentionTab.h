// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept longer than its purpose: a list to decide on; looking deletes nothing.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/privacy/Retention.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class ListPane;

/// Above the rules with their counts, below the students of the chosen rule.
class RetentionTab : public QWidget {
    Q_OBJECT
public:
    explicit RetentionTab(Context& context, QWidget* parent = nullptr);

    void exportCsv();

protected:
    void changeEvent(QEvent* event) override;

private:
    using Overdue = std::vector<privacy::OverdueData>;

    void load();
    void show(Overdue overdue);
    void showStudents();
    const privacy::OverdueData* chosenRule() const;
    const privacy::OverdueRow* chosenStudent() const;
    void openStudent();
    void erase();
    void sayButtons();
    void say();

    Context& m_context;
    QLabel* m_note;
    ListPane* m_rules;
    QLabel* m_studentsWord;
    ListPane* m_students;
    QPushButton* m_open;
    QPushButton* m_erase;
    Overdue m_overdue;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
