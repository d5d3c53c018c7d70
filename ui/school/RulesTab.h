// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that change by decree: what counts today, since when, and what comes.
#pragma once

#include "core/school/DatedRules.h"
#include "ui/school/SetupTab.h"

class QLabel;

namespace edupro::ui {

class RulesTab : public SetupTab {
    Q_OBJECT
public:
    explicit RulesTab(Context& context, QWidget* parent = nullptr);

private:
    struct Listed {
        std::vector<school::RuleState> states;
        std::vector<std::vector<DatedSetting>> histories; ///< of each rule, oldest first
        QDate today;
    };
    static Result<Listed> read(storage::Store& store);
    void load() override;
    void show();
    void showChosen() override;

    EntryPanel* m_panel;
    QLabel* m_pastWord;
    QLabel* m_past;
    Listed m_listed;
};

} // namespace edupro::ui
