// SPDX-License-Identifier: GPL-3.0-or-later
// School years and their terms: dates and states.
#pragma once

#include "core/school/Term.h"
#include "ui/school/SetupTab.h"

class QLabel;
class QLineEdit;

namespace edupro::ui {

class TermsTab : public SetupTab {
    Q_OBJECT
public:
    explicit TermsTab(Context& context, QWidget* parent = nullptr);

    /// The next school year, at once.
    void add() override;
    bool hasAdd() const override { return true; }

private:
    struct Listed {
        Term term;
        int schoolDays = 0;
    };
    static Result<std::vector<Listed>> read(storage::Store& store);
    void load() override;
    void show();
    void showChosen() override;
    void store(const Values& values);
    void say() override;

    EntryPanel* m_panel;
    QLabel* m_reasonWord;
    QLineEdit* m_reason;
    std::vector<Listed> m_terms;
};

} // namespace edupro::ui
