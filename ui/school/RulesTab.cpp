// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/RulesTab.h"

#include "ui/common/Format.h"
#include "ui/common/RecordForm.h"
#include "ui/school/EntryPanel.h"
#include "ui/school/SettingsTabs.h"

#include <QCoreApplication>
#include <QLabel>

namespace edupro::ui {

using school::RuleInfo;
using school::RuleState;
using school::RuleUnit;

namespace {

QString wordOf(const RuleInfo& rule)
{
    return QCoreApplication::translate(rule.text.context, rule.text.text);
}

QString valueWords(const RuleInfo& rule, double value)
{
    const bool isWhole = static_cast<double>(static_cast<qint64>(value)) == value;
    const int decimals = isWhole ? 0 : 2;
    switch (rule.unit) {
    case RuleUnit::Percent:
        return format::percent(value, decimals);
    case RuleUnit::Rupiah:
        return format::rupiah(static_cast<qint64>(value));
    case RuleUnit::Days:
        return RulesTab::tr("%n days", nullptr, static_cast<int>(value));
    case RuleUnit::YesNo:
        return value != 0.0 ? RulesTab::tr("1, yes") : RulesTab::tr("0, no");
    case RuleUnit::Points:
    case RuleUnit::Weight:
    case RuleUnit::Decimals:
        break;
    }
    return format::number(value, decimals);
}

QString nextWords(const RuleState& state)
{
    if (!state.next) return format::missing;
    return RulesTab::tr("%1 from %2")
        .arg(valueWords(*state.rule, *state.next), format::date(*state.nextOn));
}

} // namespace

RulesTab::RulesTab(Context& context, QWidget* parent)
    : SetupTab(context, QStringLiteral("rulesTable"), {0, 120, 120, 190}, parent)
    , m_panel(new EntryPanel(
          context, entityInfo<DatedSetting>(), QStringLiteral("rule"), SettingsTab::Rules, this))
    , m_pastWord(new QLabel(this))
    , m_past(new QLabel(this))
{
    m_panel->form().leaveOut(QStringLiteral("name"));
    m_past->setObjectName("rulePast");
    m_past->setWordWrap(true);
    m_panel->addLine(m_pastWord, m_past);
    connect(m_panel, &EntryPanel::saveRequested, this, [this](const Values& values) {
        save(m_panel, [values](storage::Store& store) -> Result<QString> {
            DatedSetting setting = recordOf<DatedSetting>(values);
            const auto saved = school::saveRule(store, setting);
            return saved ? Result<QString>(setting.name) : Result<QString>(saved.error());
        });
    });
    begin({m_panel});
}

Result<RulesTab::Listed> RulesTab::read(storage::Store& store)
{
    auto states = school::ruleStates(store, store.today());
    if (!states) return states.error();
    Listed listed{.states = std::move(states).value(), .histories = {}, .today = store.today()};
    for (const RuleState& state : listed.states) {
        auto history = school::ruleHistory(store, QString::fromLatin1(state.rule->name));
        if (!history) return history.error();
        listed.histories.push_back(std::move(history).value());
    }
    return listed;
}

void RulesTab::load()
{
    ask<Listed>(
        [](storage::Store& store) { return read(store); },
        [this](Listed listed) {
            m_listed = std::move(listed);
            show();
        });
}

void RulesTab::show()
{
    const auto rows = [this] {
        TextRows::Table table{
            .headings = {tr("Rule"), tr("Value"), tr("Since"), tr("Later")},
            .rows = {},
            .numbers = {1}};
        for (const RuleState& state : m_listed.states) {
            const bool isFirst = !state.since || state.since->year() <= 1950;
            table.rows.push_back(
                {.id = QString::fromLatin1(state.rule->name),
                 .cells =
                     {wordOf(*state.rule),
                      valueWords(*state.rule, state.value),
                      isFirst ? tr("Always") : format::date(*state.since),
                      nextWords(state)},
                 .chip = {}});
        }
        return table;
    };
    showRows(rows, false, {});
}

void RulesTab::showChosen()
{
    const QString name = m_list->chosen();
    for (std::size_t i = 0; i < m_listed.states.size(); ++i) {
        const RuleState& state = m_listed.states[i];
        if (name != QLatin1String(state.rule->name)) continue;
        QStringList past;
        for (const DatedSetting& setting : m_listed.histories[i]) {
            const QString value = valueWords(*state.rule, setting.value);
            past.append(
                setting.since.year() <= 1950
                    ? tr("%1 from the beginning").arg(value)
                    : tr("%1 from %2").arg(value, format::date(setting.since)));
        }
        m_pastWord->setText(tr("Values with their first day"));
        m_past->setText(past.isEmpty() ? QString(format::missing) : past.join(u'\n'));
        m_panel->present(
            wordOf(*state.rule),
            valuesOf(DatedSetting{.name = name, .since = m_listed.today, .value = state.value}),
            EntryPanel::Entry::Permanent);
        return;
    }
    m_panel->hide();
}

} // namespace edupro::ui
