// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/PrivacyPage.h"

#include "ui/common/PageHeader.h"
#include "ui/privacy/BreachesTab.h"
#include "ui/privacy/ErasuresTab.h"
#include "ui/privacy/RequestsTab.h"
#include "ui/privacy/RetentionTab.h"
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

PrivacyPage::PrivacyPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_add(m_header->addAction("addPrivacy", "add"))
    , m_export(m_header->addAction("exportRetention", "export"))
    , m_tabs(new QTabBar(this))
    , m_area(new QStackedWidget(this))
{
    m_tabs->setObjectName("privacyTabs");
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = Requests; tab <= Erasures; ++tab)
        m_tabs->addTab({});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs);
    layout->addWidget(m_area, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PrivacyPage::showTab);
    connect(m_add, &QPushButton::clicked, this, &PrivacyPage::add);
    connect(m_export, &QPushButton::clicked, this, [this] { m_retention->exportCsv(); });
    auto* fresh = new QShortcut(Qt::CTRL | Qt::Key_N, this);
    connect(fresh, &QShortcut::activated, this, &PrivacyPage::add);
    connect(&context, &Context::pageOpened, this, &PrivacyPage::obey);
    showTab(Requests);
}

void PrivacyPage::obey(const QString& page, const QVariantMap& filter)
{
    if (page != QStringLiteral("privacy")) return;
    if (filter.contains("draft")) {
        const QJsonObject draft = filter.value("draft").toJsonObject();
        const bool breach = draft[QStringLiteral("kind")].toString() == QStringLiteral("breach");
        open(breach ? Breaches : Requests);
        if (breach)
            m_breaches->resume(draft);
        else
            m_requests->resume(draft);
    } else if (filter.contains("student")) {
        open(Requests);
        m_requests->add(
            {QUuid::fromString(filter.value("student").toString())},
            filter.value("name").toString());
    }
}

void PrivacyPage::open(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PrivacyPage::showTab(int tab)
{
    const auto take = [this](auto*& widget) {
        if (!widget) {
            widget = new std::remove_reference_t<decltype(*widget)>(m_context, this);
            m_area->addWidget(widget);
        }
        m_area->setCurrentWidget(widget);
    };
    switch (static_cast<Tab>(tab)) {
    case Requests:
        take(m_requests);
        break;
    case Retention:
        take(m_retention);
        break;
    case Breaches:
        take(m_breaches);
        break;
    case Erasures:
        take(m_erasures);
        break;
    }
    m_add->setVisible(
        (tab == Requests || tab == Breaches) && m_context.may(Action::Create, Object::Requests));
    m_export->setVisible(tab == Retention);
    say();
}

void PrivacyPage::add()
{
    if (m_tabs->currentIndex() == Requests) m_requests->add();
    if (m_tabs->currentIndex() == Breaches) m_breaches->add();
}

void PrivacyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void PrivacyPage::say()
{
    m_header->setTitle(tr("Personal data"));
    m_add->setText(m_tabs->currentIndex() == Breaches ? tr("Note a breach") : tr("New request"));
    m_add->setToolTip(m_add->text() + QStringLiteral(" (Ctrl+N)"));
    m_export->setText(tr("Export…"));
    m_tabs->setTabText(Requests, tr("Requests"));
    m_tabs->setTabText(Retention, tr("Kept too long"));
    m_tabs->setTabText(Breaches, tr("Breaches"));
    m_tabs->setTabText(Erasures, tr("Erasures"));
    m_tabs->setAccessibleName(tr("Personal data"));
}

} // namespace edupro::ui
