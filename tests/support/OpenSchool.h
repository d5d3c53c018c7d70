// SPDX-License-Identifier: GPL-3.0-or-later
// A desk with a school open in memory, for tests of pages.
#pragma once

#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Desk.h"
#include "tests/support/Stores.h"

#include <QTest>

#include <functional>

namespace edupro::tests {

/// Opens an empty store on the desk's lane, fills it and shows its school and newest term with
/// marks. Fails the test when any of it fails.
inline void openSchool(Desk& desk, const std::function<void(storage::Store&)>& fill)
{
    auto opened = desk.store.open([] { return storage::Store::openMemory(testOptions()); });
    opened.waitForFinished();
    REQUIRE(opened.result().has_value());
    struct Shown {
        ui::OpenSchool school;
        QString term;
    };
    auto filled =
        desk.store.submit([&fill](storage::Store& store, const Progress&) -> Result<Shown> {
            fill(store);
            Shown shown;
            if (auto school = school::theSchool(store)) shown.school.name = school->name;
            auto terms = school::listTerms(store);
            if (!terms) return terms.error();
            for (const school::TermRow& term : *terms)
                shown.school.terms << term.code;
            if (auto current = school::currentTerm(store)) shown.term = current->code;
            return shown;
        });
    filled.waitForFinished();
    const Result<Shown> shown = filled.result();
    REQUIRE(shown.has_value());
    desk.context.setSchool(shown->school, shown->term);
}

/// Asks the store on its lane; fails the test when it cannot answer.
template<class Work>
auto ask(Desk& desk, Work work)
{
    auto future =
        desk.store.submit([&work](storage::Store& store, const Progress&) { return work(store); });
    future.waitForFinished();
    auto answer = future.result();
    if (!answer) FAIL(answer.error().key + ": " + answer.error().detail);
    return std::move(answer).value();
}

constexpr int patience = 20'000; // ms; a page answers in far less

} // namespace edupro::tests
