// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/SchoolTab.h"

#include "core/school/SchoolActions.h"
#include "ui/common/RecordForm.h"
#include "ui/school/EntryPanel.h"
#include "ui/school/SettingsTabs.h"

#include <QBoxLayout>

#include <utility>

namespace edupro::ui {

namespace {

constexpr int widestForm = 620;

} // namespace

SchoolTab::SchoolTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(new EntryPanel(
          context, entityInfo<School>(), QStringLiteral("school"), SettingsTab::School, this))
    , m_states(new StateStack(context.theme, m_panel, this))
{
    m_states->setObjectName("schoolStates");
    m_panel->setMayWrite(context.may(security::Action::Update, security::Object::Settings));
    setMaximumWidth(widestForm);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    connect(m_panel, &EntryPanel::saveRequested, this, &SchoolTab::save);
    connect(m_panel, &EntryPanel::left, this, &SchoolTab::load);
    connect(m_states, &StateStack::retryRequested, this, &SchoolTab::load);
    connect(&context, &Context::dataChanged, this, [this] {
        if (!m_panel->isChanged()) load();
    });
    load();
}

void SchoolTab::resume(const QJsonObject& draft)
{
    m_typed = draft[QStringLiteral("typed")].toObject();
    load();
}

void SchoolTab::load()
{
    const auto work = [](storage::Store& store, const Progress&) {
        return school::theSchool(store);
    };
    m_loading.ask(
        m_context.store.submit(work), this, [this](const Result<School>& school) { show(school); });
}

void SchoolTab::show(const Result<School>& school)
{
    if (!school) {
        m_states->showError(school.error());
        return;
    }
    m_panel->present(school->name, valuesOf(*school), EntryPanel::Entry::Permanent);
    m_states->showData();
    if (!m_typed.isEmpty()) m_panel->retype(std::exchange(m_typed, {}));
}

void SchoolTab::save(const Values& values)
{
    const auto work = [values](storage::Store& store, const Progress&) -> Done {
        School school = recordOf<School>(values);
        const auto saved = store.save(school);
        return saved ? done() : Done(saved.error());
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Done& saved) { m_panel->finish(saved); });
}

} // namespace edupro::ui
