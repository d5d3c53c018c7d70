// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoSchool.h"

#include "core/demo/SchoolDays.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"

#include <QFile>

namespace edupro::demo {

namespace {

constexpr std::size_t rowsBetweenReports = 200; // well under 50 ms of saving

// Saves tables one after the other until one fails, and reports the share of all rows.
class Writer {
public:
    Writer(storage::Store& store, const Progress& progress, std::size_t rows)
        : m_store(store)
        , m_progress(progress)
        , m_rows(rows)
    {
    }

    template<class T>
    Writer& save(const std::vector<T>& records)
    {
        for (std::size_t i = 0; m_done && i < records.size(); ++i) {
            T record = records[i];
            const auto saved = m_store.save(record);
            if (!saved) m_done = saved.error();
            if (++m_saved % rowsBetweenReports == 0 && !m_progress(fraction()))
                m_done = cancelled();
        }
        return *this;
    }

    const Done& done() const { return m_done; }

private:
    double fraction() const { return static_cast<double>(m_saved) / static_cast<double>(m_rows); }

    storage::Store& m_store;
    const Progress& m_progress;
    std::size_t m_rows;
    std::size_t m_saved = 0;
    Done m_done = edupro::done();
};

std::size_t rowsOf(const DemoPlan& plan)
{
    return 1 + plan.frame.years.size() + plan.frame.terms.size() + plan.frame.subjects.size() +
           plan.classGroups.size() + plan.students.size() + plan.enrolments.size() +
           plan.guardians.size() + plan.studentGuardians.size() + plan.incomes.size() +
           plan.marks.size() + plan.totals.size() + plan.sessions.size() + plan.absences.size() +
           plan.achievements.size() + plan.provinces.indicators.size() +
           plan.provinces.values.size();
}

/// The usual rules, with the week of five days that the example school keeps.
std::vector<DatedSetting> settingsOf()
{
    std::vector<DatedSetting> settings = school::initialSettings();
    for (DatedSetting& setting : settings)
        if (setting.name == QLatin1String(school::rules::weekDays)) setting.value = 5;
    return settings;
}

std::vector<CalendarDay> calendarOf(const SchoolFrame& frame)
{
    std::vector<CalendarDay> calendar;
    for (const Term& term : frame.terms) {
        const std::vector<CalendarDay> days = daysOff(term);
        calendar.insert(calendar.end(), days.begin(), days.end());
    }
    return calendar;
}

} // namespace

Done writeDemoSchool(storage::Store& store, const DemoPlan& plan, const Progress& progress)
{
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    const std::vector<DatedSetting> settings = settingsOf();
    const std::vector<CalendarDay> calendar = calendarOf(plan.frame);
    Writer writer(store, progress, rowsOf(plan) + settings.size() + calendar.size());
    // Referenced tables before those that refer to them.
    writer.save(std::vector<School>{plan.frame.school})
        .save(settings)
        .save(plan.frame.years)
        .save(plan.frame.terms)
        .save(calendar)
        .save(plan.frame.subjects)
        .save(plan.classGroups)
        .save(plan.students)
        .save(plan.enrolments)
        .save(plan.guardians)
        .save(plan.studentGuardians)
        .save(plan.incomes)
        .save(plan.marks)
        .save(plan.totals)
        .save(plan.sessions)
        .save(plan.absences)
        .save(plan.achievements)
        .save(plan.provinces.indicators)
        .save(plan.provinces.values);
    if (!writer.done()) return writer.done();
    if (!progress(1.0)) return cancelled();
    return transaction->commit();
}

Result<std::unique_ptr<storage::Store>> createDemoFile(
    const QString& path,
    const DemoOptions& options,
    const storage::StoreOptions& storeOptions,
    const Progress& progress)
{
    const auto plan = planDemoSchool(options);
    if (!plan) return plan.error();
    auto store = storage::Store::createFile(path, storeOptions);
    if (!store) return store.error();
    if (const Done written = writeDemoSchool(**store, *plan, progress); !written) {
        store->reset(); // closes the file and gives its lock back
        QFile::remove(path);
        return written.error();
    }
    return store;
}

} // namespace edupro::demo
