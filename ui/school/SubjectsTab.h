// SPDX-License-Identifier: GPL-3.0-or-later
// The school's subjects, and what one class learns in the selected term, with its passing marks and
// weights.
#pragma once

#include "core/accounts/ClassActions.h"
#include "core/school/ClassSubjectActions.h"
#include "ui/school/SetupTab.h"

class QComboBox;
class QLabel;

namespace edupro::ui {

class SubjectsTab : public SetupTab {
    Q_OBJECT
public:
    explicit SubjectsTab(Context& context, QWidget* parent = nullptr);

    void add() override;
    bool hasAdd() const override { return true; }

private:
    struct Listed {
        TermId term;
        std::vector<accounts::ClassRow> classes;
        std::vector<Subject> subjects;
        ClassGroupId chosen;                          ///< null: all subjects
        std::vector<school::ClassSubjectRow> learned; ///< of that class
    };
    static Result<Listed>
    read(storage::Store& store, const QString& term, const ClassGroupId& chosen);
    void load() override;
    void show();
    void offerClasses();
    TextRows::Table subjectRows() const;
    TextRows::Table learnedRows() const;
    void showChosen() override;
    void presentLearned(const QString& title, const ClassSubject& learned, bool isNew);
    void storeSubject(const Values& values);
    void storeLearned(const Values& values);
    void removeChosen();
    void say() override;

    QComboBox* m_scope;
    EntryPanel* m_subject;
    EntryPanel* m_learned;
    QLabel* m_whichWord;
    QComboBox* m_which; ///< the subject that a class is to learn
    Listed m_listed;
};

} // namespace edupro::ui
