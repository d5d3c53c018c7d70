// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/TermsTab.h"

#include "core/school/SchoolCalendar.h"
#include "core/school/SchoolRecords.h"
#include "core/school/TermActions.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/RecordForm.h"
#include "ui/school/EntryPanel.h"
#include "ui/school/SettingsTabs.h"

#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

namespace {

const FieldInfo& stateField()
{
    const EntityInfo& entity = entityInfo<Term>();
    return entity.fields[static_cast<std::size_t>(entity.indexOf(u"state"))];
}

Chip chipOf(const QString& state)
{
    return {
        .tone = state == u"open" ? Tone::Fine : Tone::Neutral,
        .word = choiceWord(stateField(), state)};
}

QString nameOf(const Term& term)
{
    return QStringLiteral("%1 %2").arg(yearOfTerm(term.code), semesterOfTerm(term.code));
}

} // namespace

TermsTab::TermsTab(Context& context, QWidget* parent)
    : SetupTab(context, QStringLiteral("termsTable"), {130, 0, 130, 130, 110}, parent)
    , m_panel(new EntryPanel(
          context, entityInfo<Term>(), QStringLiteral("term"), SettingsTab::Terms, this))
    , m_reasonWord(new QLabel(this))
    , m_reason(new QLineEdit(this))
{
    m_panel->form().leaveOut(QStringLiteral("code"));
    m_reason->setObjectName("termReason");
    m_reason->setMaxLength(500);
    m_panel->addLine(m_reasonWord, m_reason);
    m_reasonWord->setVisible(mayWrite());
    m_reason->setVisible(mayWrite());
    connect(m_panel, &EntryPanel::saveRequested, this, &TermsTab::store);
    begin({m_panel});
}

void TermsTab::add()
{
    const auto work = [](storage::Store& store, const Progress&) -> Result<QString> {
        const auto year = school::addNextYear(store);
        if (!year) return year.error();
        return QString::number(year->startYear);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<QString>& year) {
        if (!year) {
            m_list->states().showError(year.error());
            return;
        }
        m_context.announceChange();
    });
}

Result<std::vector<TermsTab::Listed>> TermsTab::read(storage::Store& store)
{
    auto terms = store.list<Term>();
    if (!terms) return terms.error();
    std::vector<Listed> listed;
    for (const Term& term : *terms) {
        const auto days = school::countSchoolDays(store, term.startsOn, term.endsOn);
        if (!days) return days.error();
        listed.push_back({.term = term, .schoolDays = *days});
    }
    std::sort(listed.begin(), listed.end(), [](const Listed& a, const Listed& b) {
        return a.term.code > b.term.code; // newest first
    });
    return listed;
}

void TermsTab::load()
{
    ask<std::vector<Listed>>(
        [](storage::Store& store) { return read(store); },
        [this](std::vector<Listed> terms) {
            m_terms = std::move(terms);
            show();
        });
}

void TermsTab::show()
{
    const auto rows = [this] {
        TextRows::Table table{
            .headings =
                {tr("State"), tr("Term"), tr("First day"), tr("Last day"), tr("School days")},
            .rows = {},
            .numbers = {4}};
        for (const Listed& row : m_terms)
            table.rows.push_back(
                {.id = row.term.id.text(),
                 .cells =
                     {QString(),
                      nameOf(row.term),
                      format::date(row.term.startsOn),
                      format::date(row.term.endsOn),
                      format::count(row.schoolDays)},
                 .chip = chipOf(row.term.state)});
        return table;
    };
    showRows(rows, m_terms.empty(), [] {
        return EmptyWords{
            .title = tr("No school year yet"),
            .why = tr("Terms come with the set-up of the school or with imported marks."),
            .action = {}};
    });
}

void TermsTab::showChosen()
{
    const QString id = m_list->chosen();
    for (const Listed& row : m_terms) {
        if (row.term.id.text() != id) continue;
        m_reason->clear();
        m_panel->present(nameOf(row.term), valuesOf(row.term), EntryPanel::Entry::Permanent);
        return;
    }
    m_panel->hide();
}

void TermsTab::store(const Values& values)
{
    const QString reason = m_reason->text().trimmed();
    save(m_panel, [values, reason](storage::Store& store) -> Result<QString> {
        Term term = recordOf<Term>(values);
        store.setReason(reason);
        const auto saved = school::saveTerm(store, term);
        store.setReason({}); // it belongs to this write alone
        return saved ? Result<QString>(term.id.text()) : Result<QString>(saved.error());
    });
}

void TermsTab::say()
{
    m_reasonWord->setText(tr("Reason (needed to open a closed term again)"));
    m_reason->setAccessibleName(m_reasonWord->text());
}

} // namespace edupro::ui
