// SPDX-License-Identifier: GPL-3.0-or-later
// The audit: filtered, looked into, checked link by link and exported.
#pragma once

#include "core/record/Schema.h"
#include "core/storage/audit/AuditVerify.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;

namespace edupro::ui {

class AuditModel;
class Context;
class RecordTable;
class StateStack;

class AuditTab : public QWidget {
    Q_OBJECT
public:
    explicit AuditTab(Context& context, QWidget* parent = nullptr);

    /// Checks the whole chain on the storage lane and says what came of it.
    void verify();
    void exportCsv();
    void load();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Period { Always, Today, Week, Month };
    struct Known;

    QWidget* makeFilters();
    QWidget* makeDetails();
    void take(const Known& known);
    void filter();
    void showLoaded();
    void showDetails();
    void showVerified(const storage::AuditReport& report);
    void say();

    Context& m_context;
    AuditModel* m_model;
    QHash<QString, const EntityInfo*> m_entities;
    QComboBox* m_person = nullptr;
    QComboBox* m_act = nullptr;
    QComboBox* m_table = nullptr;
    QComboBox* m_period = nullptr;
    QLabel* m_verified = nullptr;
    RecordTable* m_list;
    StateStack* m_states = nullptr;
    QLabel* m_what = nullptr;
    QLabel* m_when = nullptr;
    QLabel* m_lines = nullptr;
    std::optional<storage::AuditReport> m_report;
    bool m_verifying = false;
};

} // namespace edupro::ui
