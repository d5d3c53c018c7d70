// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of the selected school year, and whose each is.
#pragma once

#include "core/accounts/ClassActions.h"
#include "core/accounts/People.h"
#include "ui/school/SetupTab.h"

class QComboBox;
class QLabel;

namespace edupro::ui {

class ClassesTab : public SetupTab {
    Q_OBJECT
public:
    explicit ClassesTab(Context& context, QWidget* parent = nullptr);

    void add() override;
    bool hasAdd() const override { return true; }

private:
    struct Listed {
        AcademicYearId year;
        std::vector<accounts::ClassRow> classes;
        std::vector<accounts::PersonRow> people;
    };
    static Result<Listed> read(storage::Store& store, const QString& term);
    void load() override;
    void show();
    void showChosen() override;
    void offerTeachers(const std::optional<UserId>& chosen);
    void store(const Values& values);
    void removeChosen();
    void say() override;

    EntryPanel* m_panel;
    QLabel* m_teacherWord;
    QComboBox* m_teacher;
    Listed m_listed;
};

} // namespace edupro::ui
