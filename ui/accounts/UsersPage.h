// SPDX-License-Identifier: GPL-3.0-or-later
// Users and audit: who may sign in, and what everybody did.
#pragma once

#include "core/security/Scrypt.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace edupro::ui {

class AuditTab;
class Context;
class PageHeader;
class PeopleTab;

/// Opened with {"tab": "audit"} it shows the audit.
class UsersPage : public QWidget {
    Q_OBJECT
public:
    explicit UsersPage(
        Context& context,
        const security::ScryptCost& cost = security::affordableCost(),
        QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTab(int tab);
    void say();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_add;
    QPushButton* m_verify;
    QPushButton* m_export;
    QTabBar* m_tabs;
    QStackedWidget* m_area;
    PeopleTab* m_people;
    AuditTab* m_audit = nullptr; ///< made when it is first looked at
};

} // namespace edupro::ui
