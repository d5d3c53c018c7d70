// SPDX-License-Identifier: GPL-3.0-or-later
// The school's profile: its name, number and address.
#pragma once

#include "core/school/School.h"
#include "ui/school/SetupTab.h"

namespace edupro::ui {

class SchoolTab : public QWidget {
    Q_OBJECT
public:
    explicit SchoolTab(Context& context, QWidget* parent = nullptr);

    void resume(const QJsonObject& draft);

private:
    void load();
    void show(const Result<School>& school);
    void save(const Values& values);

    Context& m_context;
    EntryPanel* m_panel;
    StateStack* m_states;
    QJsonObject m_typed; ///< of a draft, until the school is there
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
