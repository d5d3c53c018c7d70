// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RegisterTab.h"

#include "ui/common/RecordTable.h"
#include "ui/privacy/RegisterForm.h"

#include <QBoxLayout>
#include <QEvent>
#include <QTimer>

#include <utility>

namespace edupro::ui {

namespace {

constexpr int panelWidth = 380;
constexpr int clockStep = 60'000; // ms

} // namespace

RegisterTab::RegisterTab(
    Context& context, const QString& table, const std::vector<int>& widths, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new ListPane(context.theme, table, this))
{
    m_list->setWidths(widths);
}

void RegisterTab::begin(RegisterForm& form, QWidget& panel)
{
    m_form = &form;
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_list, 1);
    for (QWidget* beside : {static_cast<QWidget*>(&form), &panel}) {
        beside->setFixedWidth(panelWidth);
        layout->addWidget(beside);
    }
    connect(&m_list->table(), &RecordTable::currentMoved, this, &RegisterTab::choose);
    connect(&m_list->states(), &StateStack::retryRequested, this, [this] { load(); });
    connect(&m_list->states(), &StateStack::actionRequested, this, [this] { offerForm(); });
    connect(&form, &RegisterForm::noted, this, [this](const QString& id) { m_focus = id; });
    connect(&form, &RegisterForm::left, this, [this] {
        choose();
        m_list->table().setFocus();
    });
    connect(&m_context, &Context::dataChanged, this, [this] { load(); });
    auto* clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] {
        if (isVisible()) load();
    });
    clock->start(clockStep);
    load();
}

void RegisterTab::showRows(TextRows::Say rows, bool isEmpty, std::function<EmptyWords()> words)
{
    m_list->show(std::move(rows));
    if (const QString id = std::exchange(m_focus, {}); !id.isEmpty()) m_list->choose(id);
    if (isEmpty) m_list->states().showEmpty(std::move(words));
    choose();
}

void RegisterTab::choose()
{
    if (m_form->isHidden()) showChosen(); // otherwise somebody is typing
}

void RegisterTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_list->rows().retranslate();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
