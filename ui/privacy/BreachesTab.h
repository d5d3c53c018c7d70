// SPDX-License-Identifier: GPL-3.0-or-later
// The register of breaches, with the 72 hours in which people and authority must know.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/privacy/Breach.h"

#include <QJsonObject>
#include <QWidget>

namespace edupro::ui {

class BreachForm;
class BreachPanel;
class Context;
class ListPane;

class BreachesTab : public QWidget {
    Q_OBJECT
public:
    explicit BreachesTab(Context& context, QWidget* parent = nullptr);

    void add();
    void resume(const QJsonObject& draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Listed {
        std::vector<Breach> rows;
        Instant now = 0;
    };

    void load();
    void show(Listed listed);
    void choose();

    Context& m_context;
    ListPane* m_list;
    BreachForm* m_form;
    BreachPanel* m_panel;
    Listed m_listed;
    QString m_focus; ///< to be chosen when the list comes back
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
