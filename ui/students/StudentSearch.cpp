// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentSearch.h"

#include "core/jobs/OnFinished.h"
#include "core/people/PeopleActions.h"
#include "ui/shell/Context.h"

namespace edupro::ui {

namespace {

constexpr qint64 hitsShown = 8;

std::vector<SearchHit> hitsOf(Context& context, const std::vector<people::StudentRow>& rows)
{
    std::vector<SearchHit> hits;
    for (const people::StudentRow& row : rows) {
        const QString className = row.className.value_or(QString());
        hits.push_back(
            {.text = row.name,
             .detail = className.isEmpty() ? row.nis : className + " · " + row.nis,
             .icon = "students",
             .open = [&context, id = row.id.text()] {
                 context.openPage("students", {{"student", id}});
             }});
    }
    return hits;
}

} // namespace

void addStudentSearch(Context& context)
{
    context.addSearchSource([&context](const QString& text, const SearchAnswer& answer) {
        const auto work = [text](storage::Store& store, const Progress&) {
            return people::listStudents(store, {.text = text, .className = {}}, 0, hitsShown);
        };
        using Rows = std::vector<people::StudentRow>;
        jobs::onFinished(
            context.store.submit(work), &context, [&context, answer](const Result<Rows>& rows) {
                answer(rows ? hitsOf(context, *rows) : std::vector<SearchHit>());
            });
    });
}

} // namespace edupro::ui
