// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the persons concerned, overdue ones first, each with what is left of its 72 hours.
#pragma once

#include "core/privacy/PrivacyActions.h"
#include "ui/privacy/RegisterTab.h"

#include <QJsonObject>

namespace edupro::ui {

class RequestForm;
class RequestPanel;

class RequestsTab final : public RegisterTab {
    Q_OBJECT
public:
    explicit RequestsTab(Context& context, QWidget* parent = nullptr);

    /// Opens the form of a new request; of this student, when there is one.
    void add(const StudentId& student = {}, const QString& words = {});
    /// Takes up a draft of a new request or of a decision.
    void resume(const QJsonObject& draft);

private:
    void load() override;
    void showChosen() override;
    void offerForm() override { add(); }
    void show(Listed<privacy::RequestRow> listed);

    RequestForm* m_form;
    RequestPanel* m_panel;
    Listed<privacy::RequestRow> m_listed;
    QJsonObject m_decision; ///< to be written when its request is shown
};

} // namespace edupro::ui
