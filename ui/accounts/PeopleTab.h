// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody with a login, and the panel that acts on one of them.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/security/Scrypt.h"
#include "ui/accounts/PeopleModel.h"

#include <QJsonObject>
#include <QWidget>

namespace edupro::ui {

class Context;
class PersonPanel;
class RecordTable;
class StateStack;

class PeopleTab : public QWidget {
    Q_OBJECT
public:
    PeopleTab(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

    void add();
    /// Takes up a draft of a new person.
    void resume(const QJsonObject& draft);
    void load();

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(Result<std::vector<accounts::PersonRow>> people);
    void showPerson(const QString& id);

    Context& m_context;
    PeopleModel* m_model;
    RecordTable* m_table;
    StateStack* m_states;
    PersonPanel* m_panel;
    UserId m_focus;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
