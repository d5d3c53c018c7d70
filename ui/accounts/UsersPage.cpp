// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/UsersPage.h"

#include "ui/accounts/AuditTab.h"
#include "ui/accounts/PeopleTab.h"
#include "ui/common/PageHeader.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace edupro::ui {

using security::Action;
using security::Object;

UsersPage::UsersPage(Context& context, const security::ScryptCost& cost, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_add(m_header->addAction("addPerson", "add"))
    , m_verify(m_header->addAction("verifyAudit", "shield"))
    , m_export(m_header->addAction("exportAudit", "export"))
    , m_tabs(new QTabBar(this))
    , m_area(new QStackedWidget(this))
    , m_people(new PeopleTab(context, cost, this))
{
    m_tabs->setObjectName("usersTabs");
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_area->addWidget(m_people);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs);
    layout->addWidget(m_area, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &UsersPage::showTab);
    connect(m_add, &QPushButton::clicked, m_people, &PeopleTab::add);
    connect(m_verify, &QPushButton::clicked, this, [this] { m_audit->verify(); });
    connect(m_export, &QPushButton::clicked, this, [this] { m_audit->exportCsv(); });
    auto* fresh = new QShortcut(Qt::CTRL | Qt::Key_N, this);
    connect(fresh, &QShortcut::activated, this, [this] {
        if (m_add->isVisible()) m_people->add();
    });
    connect(
        &context,
        &Context::pageOpened,
        this,
        [this](const QString& page, const PageFilter& filter) {
            if (page != QStringLiteral("users")) return;
            if (filter.value("tab") == "audit")
                m_tabs->setCurrentIndex(1);
            else if (m_area->currentWidget() == m_audit)
                m_audit->load();
            if (!filter.contains("draft")) return;
            m_tabs->setCurrentIndex(0);
            m_people->resume(filter.value("draft").toJsonObject());
        });
    showTab(0);
    say();
}

void UsersPage::showTab(int tab)
{
    if (tab == 1 && !m_audit) {
        m_audit = new AuditTab(m_context, this);
        m_area->addWidget(m_audit);
    } else if (tab == 1) {
        m_audit->load(); // what happened meanwhile
    }
    m_area->setCurrentIndex(tab);
    const Person& person = m_context.person();
    m_add->setVisible(tab == 0 && person.isSignedIn() && person.may(Action::Create, Object::Users));
    m_verify->setVisible(tab == 1 && person.may(Action::Verify, Object::Audit));
    m_export->setVisible(tab == 1);
}

void UsersPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void UsersPage::say()
{
    m_header->setTitle(tr("Users and audit"));
    m_add->setText(tr("Add person"));
    m_add->setToolTip(tr("Add a person (Ctrl+N)"));
    m_verify->setText(tr("Check the audit"));
    m_export->setText(tr("Export…"));
    m_tabs->setTabText(0, tr("People"));
    m_tabs->setTabText(1, tr("Audit"));
    m_tabs->setAccessibleName(tr("Users and audit"));
}

} // namespace edupro::ui
