// SPDX-License-Identifier: GPL-3.0-or-later
// The register of breaches, with the 72 hours in which people and authority must know.
#pragma once

#include "core/privacy/Breach.h"
#include "ui/privacy/RegisterTab.h"

#include <QJsonObject>

namespace edupro::ui {

class BreachForm;
class BreachPanel;

class BreachesTab final : public RegisterTab {
    Q_OBJECT
public:
    explicit BreachesTab(Context& context, QWidget* parent = nullptr);

    void add();
    void resume(const QJsonObject& draft);

private:
    void load() override;
    void showChosen() override;
    void offerForm() override { add(); }
    void show(Listed<Breach> listed);

    BreachForm* m_form;
    BreachPanel* m_panel;
    Listed<Breach> m_listed;
};

} // namespace edupro::ui
