// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the persons concerned, overdue ones first, each with what is left of its 72 hours.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/privacy/PrivacyActions.h"

#include <QJsonObject>
#include <QWidget>

namespace edupro::ui {

class Context;
class ListPane;
class RequestForm;
class RequestPanel;

class RequestsTab : public QWidget {
    Q_OBJECT
public:
    explicit RequestsTab(Context& context, QWidget* parent = nullptr);

    /// Opens the form of a new request; of this student, when there is one.
    void add(const StudentId& student = {}, const QString& words = {});
    /// Takes up a draft of a new request or of a decision.
    void resume(const QJsonObject& draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Listed {
        std::vector<privacy::RequestRow> rows;
        Instant now = 0;
    };

    void load();
    void show(Listed listed);
    void choose();

    Context& m_context;
    ListPane* m_list;
    RequestForm* m_form;
    RequestPanel* m_panel;
    Listed m_listed;
    QString m_focus;        ///< to be chosen when the list comes back
    QJsonObject m_decision; ///< to be written when its request is shown
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
