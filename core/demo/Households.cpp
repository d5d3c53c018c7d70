// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Households.h"

#include "core/demo/Names.h"

#include <cmath>
#include <utility>

namespace edupro::demo {

namespace {

const QString noIncomeBand = QStringLiteral("99");

std::optional<GuardianIncome> incomeOf(Random& random, const Guardian& guardian, qint64 rupiah)
{
    if (random.chance(0.12)) return std::nullopt;
    GuardianIncome income;
    income.guardian = guardian.id;
    if (rupiah == 0) {
        income.band = noIncomeBand;
    } else if (random.chance(0.45)) {
        income.band = incomeBandOf(rupiah);
    } else {
        income.amount = rupiah;
    }
    return income;
}

qint64 roundedTo50Thousand(double rupiah)
{
    return static_cast<qint64>(std::round(rupiah / 50'000.0)) * 50'000;
}

struct Person {
    QString relation;
    Sex sex;
    double rupiah; ///< per month
};

// Most pupils have both parents; some live with one, a few with another guardian.
std::vector<Person> earnersOf(Random& random, double total)
{
    const Person alone{QStringLiteral("mother"), Sex::Female, 0.7 * total};
    if (random.chance(0.02)) return {{QStringLiteral("guardian"), Sex::Female, 0.7 * total}};
    if (random.chance(0.05)) return {alone};
    const double motherShare = random.chance(0.45) ? 0.0 : random.uniform(0.15, 0.5);
    const Person father{QStringLiteral("father"), Sex::Male, total * (1.0 - motherShare)};
    if (random.chance(0.03)) return {father};
    return {father, {QStringLiteral("mother"), Sex::Female, total * motherShare}};
}

} // namespace

Household makeHousehold(Random& random, QDate since, const IdSource& newId)
{
    Household home;
    home.familyName = familyName(random);
    home.incomeScore = random.normal();
    const double total = 3'300'000.0 * std::exp(0.6 * home.incomeScore);
    for (const Person& person : earnersOf(random, total)) {
        const qint64 rupiah = roundedTo50Thousand(person.rupiah);
        Parent parent;
        parent.relation = person.relation;
        parent.guardian.id = GuardianId{newId()};
        // Husband and wife often bear different family names; telephone numbers stay empty, because
        // an invented one may be somebody's.
        const bool bearsTheName = person.sex == Sex::Male || random.chance(0.3);
        parent.guardian.name =
            fullName(random, person.sex, bearsTheName ? home.familyName : QString());
        parent.guardian.occupation =
            rupiah == 0 ? QStringLiteral("Ibu rumah tangga") : occupationEarning(random, rupiah);
        parent.income = incomeOf(random, parent.guardian, rupiah);
        if (parent.income) parent.income->since = since;
        home.parents.push_back(std::move(parent));
    }
    return home;
}

QString incomeBandOf(qint64 rupiah)
{
    if (rupiah < 500'000) return QStringLiteral("11");
    if (rupiah < 1'000'000) return QStringLiteral("12");
    if (rupiah < 2'000'000) return QStringLiteral("13");
    if (rupiah < 5'000'000) return QStringLiteral("14");
    if (rupiah <= 20'000'000) return QStringLiteral("15");
    return QStringLiteral("16");
}

} // namespace edupro::demo
