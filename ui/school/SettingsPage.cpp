// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/SettingsPage.h"

#include "core/jobs/OnFinished.h"
#include "core/school/ClassGroup.h"
#include "ui/common/ErrorText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/UndoBar.h"
#include "ui/school/CalendarTab.h"
#include "ui/school/ClassesTab.h"
#include "ui/school/RulesTab.h"
#include "ui/school/SchoolTab.h"
#include "ui/school/SetupAssistant.h"
#include "ui/school/SubjectsTab.h"
#include "ui/school/TermsTab.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace edupro::ui {

SettingsPage::SettingsPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_add(m_header->addAction("addSetting", "add"))
    , m_setUp(m_header->addAction("setUpSchool", "settings"))
    , m_tabs(new QTabBar(this))
    , m_area(new QStackedWidget(this))
    , m_assistantGround(new QWidget(this))
    , m_assistant(new SetupAssistant(context, m_assistantGround))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(60), this))
{
    m_tabs->setObjectName("settingsTabs");
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = 0; tab < SettingsTab::count; ++tab)
        m_tabs->addTab({});
    auto* ground = new QHBoxLayout(m_assistantGround);
    ground->setContentsMargins(0, 0, 0, 0);
    ground->addWidget(m_assistant);
    ground->addStretch(1);
    m_area->addWidget(m_assistantGround);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_tabs);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_undo);
    connect(m_tabs, &QTabBar::currentChanged, this, &SettingsPage::showTab);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab >= 0) showTab(tab); // also away from the assistant
    });
    connect(m_add, &QPushButton::clicked, this, &SettingsPage::add);
    connect(m_setUp, &QPushButton::clicked, this, &SettingsPage::openAssistant);
    connect(m_assistant, &SetupAssistant::left, this, &SettingsPage::leaveAssistant);
    connect(m_assistant, &SetupAssistant::done, this, &SettingsPage::tellApplied);
    auto* fresh = new QShortcut(Qt::CTRL | Qt::Key_N, this);
    connect(fresh, &QShortcut::activated, this, &SettingsPage::add);
    connect(&context, &Context::pageOpened, this, &SettingsPage::obey);
    m_setUp->setVisible(mayWrite());
    showTab(SettingsTab::School);
    lookWhetherEmpty();
}

bool SettingsPage::mayWrite() const
{
    return m_context.may(security::Action::Update, security::Object::Settings);
}

void SettingsPage::lookWhetherEmpty()
{
    if (!mayWrite()) return;
    const auto work = [](storage::Store& store, const Progress&) {
        return store.count(entityInfo<ClassGroup>());
    };
    m_looking.ask(m_context.store.submit(work), this, [this](Result<qint64> classes) {
        if (classes && *classes == 0) openAssistant();
    });
}

void SettingsPage::obey(const QString& page, const QVariantMap& filter)
{
    if (page != QStringLiteral("settings")) return;
    if (filter.contains("tab")) m_tabs->setCurrentIndex(filter.value("tab").toInt());
    if (!filter.contains("draft")) return;
    const QJsonObject draft = filter.value("draft").toJsonObject();
    const int tab = draft[QStringLiteral("tab")].toInt();
    m_tabs->setCurrentIndex(tab);
    showTab(tab);
    if (auto* list = qobject_cast<SetupTab*>(tabWidget(tab))) list->resume(draft);
    if (auto* school = qobject_cast<SchoolTab*>(tabWidget(tab))) school->resume(draft);
}

QWidget* SettingsPage::makeTab(int tab)
{
    switch (static_cast<SettingsTab::Number>(tab)) {
    case SettingsTab::School:
        return new SchoolTab(m_context, this);
    case SettingsTab::Terms:
        return new TermsTab(m_context, this);
    case SettingsTab::Calendar:
        return new CalendarTab(m_context, this);
    case SettingsTab::Classes:
        return new ClassesTab(m_context, this);
    case SettingsTab::Subjects:
        return new SubjectsTab(m_context, this);
    case SettingsTab::Rules:
    case SettingsTab::count:
        break;
    }
    return new RulesTab(m_context, this);
}

QWidget* SettingsPage::tabWidget(int tab)
{
    QWidget*& made = m_made.at(static_cast<std::size_t>(tab));
    if (!made) {
        made = makeTab(tab);
        m_area->addWidget(made);
        if (auto* list = qobject_cast<SetupTab*>(made))
            connect(list, &SetupTab::setupRequested, this, &SettingsPage::openAssistant);
    }
    return made;
}

void SettingsPage::showTab(int tab)
{
    QWidget* shown = tabWidget(tab);
    m_area->setCurrentWidget(shown);
    const auto* list = qobject_cast<SetupTab*>(shown);
    m_add->setVisible(mayWrite() && list && list->hasAdd());
    say();
}

void SettingsPage::add()
{
    if (!mayWrite() || m_area->currentWidget() == m_assistantGround) return;
    if (auto* list = qobject_cast<SetupTab*>(tabWidget(m_tabs->currentIndex()))) list->add();
}

void SettingsPage::openAssistant()
{
    m_add->hide();
    m_area->setCurrentWidget(m_assistantGround);
    m_assistant->begin();
}

void SettingsPage::leaveAssistant()
{
    showTab(m_tabs->currentIndex());
}

void SettingsPage::tellApplied(const school::AppliedSetup& applied)
{
    m_tabs->setCurrentIndex(SettingsTab::Classes);
    showTab(SettingsTab::Classes);
    m_context.announceChange();
    m_undo->offer(
        tr("Made: %1 classes, %2 subjects, %3 holidays.")
            .arg(applied.classes)
            .arg(applied.subjects)
            .arg(applied.holidays),
        [this, applied] { takeBack(applied); });
}

void SettingsPage::takeBack(const school::AppliedSetup& applied)
{
    const auto work = [applied](storage::Store& store, const Progress&) {
        return school::undoSetup(store, applied);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& undone) {
        m_header->setSubtitle(undone ? QString() : words(undone.error()).what);
        m_context.announceChange();
    });
}

void SettingsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void SettingsPage::say()
{
    const int tab = m_tabs->currentIndex();
    m_header->setTitle(tr("School"));
    m_add->setText(
        tab == SettingsTab::Terms      ? tr("Next school year")
        : tab == SettingsTab::Subjects ? tr("Add a subject")
                                       : tr("Add a class"));
    m_add->setToolTip(m_add->text() + QStringLiteral(" (Ctrl+N)"));
    m_setUp->setText(tr("Set up…"));
    m_tabs->setTabText(SettingsTab::School, tr("School"));
    m_tabs->setTabText(SettingsTab::Terms, tr("Years and terms"));
    m_tabs->setTabText(SettingsTab::Calendar, tr("Calendar"));
    m_tabs->setTabText(SettingsTab::Classes, tr("Classes"));
    m_tabs->setTabText(SettingsTab::Subjects, tr("Subjects"));
    m_tabs->setTabText(SettingsTab::Rules, tr("Rules"));
    m_tabs->setAccessibleName(tr("School"));
}

} // namespace edupro::ui
