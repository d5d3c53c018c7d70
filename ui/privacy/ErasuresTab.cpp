// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/ErasuresTab.h"

#include "core/accounts/People.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/ListPane.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/FieldOf.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>

namespace edupro::ui {

using storage::Store;

ErasuresTab::ErasuresTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new ListPane(context.theme, QStringLiteral("erasuresTable"), this))
{
    m_list->setWidths({170, 200, 220, 0});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    connect(&m_list->states(), &StateStack::retryRequested, this, &ErasuresTab::load);
    connect(&context, &Context::dataChanged, this, &ErasuresTab::load);
    load();
}

void ErasuresTab::load()
{
    const auto work = [](Store& store, const Progress&) -> Result<Listed> {
        auto rows = store.list<Erasure>();
        if (!rows) return rows.error();
        auto names = accounts::personNames(store);
        if (!names) return names.error();
        std::sort(rows->begin(), rows->end(), [](const Erasure& a, const Erasure& b) {
            return a.erasedAt > b.erasedAt;
        });
        return Listed{.rows = std::move(rows).value(), .names = std::move(names).value()};
    };
    m_loading.ask(m_context.store.submit(work), this, [this](Result<Listed> listed) {
        if (listed)
            show(std::move(listed).value());
        else
            m_list->states().showError(listed.error());
    });
}

void ErasuresTab::show(Listed listed)
{
    m_listed = std::move(listed);
    m_list->show([this] {
        TextRows::Table table{
            .headings = {tr("Erased"), tr("By"), tr("Why"), tr("Number of the erased student")},
            .rows = {},
            .numbers = {}};
        for (const Erasure& one : m_listed.rows)
            table.rows.push_back(
                {.id = one.id.text(),
                 .cells =
                     {format::dateTime(QDateTime::fromMSecsSinceEpoch(one.erasedAt)),
                      one.erasedBy == erasedByRestore
                          ? tr("repeated by a restore")
                          : m_listed.names.value(one.erasedBy, one.erasedBy),
                      choiceWord(fieldOf<Erasure>(u"basis"), one.basis),
                      one.id.text()},
                 .chip = {}});
        return table;
    });
    if (!m_listed.rows.empty()) return;
    m_list->states().showEmpty([] {
        return EmptyWords{
            .title = tr("Nobody has been erased"),
            .why = tr("Whoever is erased stays listed here by a number without a name, so that no "
                      "backup brings them back."),
            .action = {}};
    });
}

void ErasuresTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) m_list->rows().retranslate();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
