// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/grades/MarkActions.h"

#include "core/school/ClassSubject.h"
#include "tests/grades/MarkedClass.h"

using namespace edupro;
using namespace edupro::grades;
using namespace edupro::tests;

namespace {

using Part = MarkEntry::Part;

std::string ruleOf(const QString& text)
{
    const auto mark = readMark(text);
    return mark ? std::string() : mark.error().issues.front().rule;
}

} // namespace

TEST_CASE("A mark is read with a decimal comma or point and two decimals at most", "[grades]")
{
    CHECK(readMark("80").value() == 80.0);
    CHECK(readMark(" 80,5 ").value() == 80.5);
    CHECK(readMark("80.25").value() == 80.25);
    CHECK(readMark("0").value() == 0.0);
    CHECK(readMark("100").value() == 100.0);
    CHECK(readMark("100,00").value() == 100.0);
    CHECK(readMark("").value() == std::nullopt);
    CHECK(readMark("  ").value() == std::nullopt);
    CHECK(ruleOf("100,5") == "range");
    CHECK(ruleOf("-1") == "range");
    CHECK(ruleOf("delapan") == "number");
    CHECK(ruleOf("80,123") == "decimals");
    CHECK(ruleOf("8O") == "number");
    CHECK(ruleOf("1e2x") == "number");
    CHECK(ruleOf("nan") == "number");
}

TEST_CASE("Good marks of a step are stored, bad ones are told one by one", "[grades][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        MarkedClass school(store);
        const auto answer = saveFinalMarks(
            store,
            school.of,
            {{school.students[0].id, school.maths.id, 81.5},
             {school.students[1].id, school.maths.id, 100.5},
             {school.students[2].id, school.maths.id, 70.123},
             {school.stranger.id, school.maths.id, 70},
             {school.students[1].id, school.art.id, 77}});
        REQUIRE(answer);
        const auto rule = [&](std::size_t i) {
            const auto& refused = answer->at(i);
            return refused ? refused->issues.front().rule : std::string();
        };
        CHECK(rule(0).empty());
        CHECK(rule(1) == "range");
        CHECK(rule(2) == "decimals");
        CHECK(rule(3) == "not_enrolled");
        CHECK(rule(4).empty());
        const ClassSheet sheet = classSheet(store, school.of).value();
        CHECK(sheet.marks.size() == 2);
        REQUIRE(sheet.students.size() == 3);
        CHECK(sheet.students[0].name == "Adi"); // by name
        REQUIRE(sheet.subjects.size() == 2);
        CHECK(sheet.subjects[0].shortName == "Mtk");
        CHECK(sheet.subjects[1].shortName == "Seni");
        CHECK(school.stored(0)->mark == 81.5);
        CHECK(school.finalMark(0, {}).empty());
        CHECK_FALSE(school.stored(0));
        CHECK(school.finalMark(0, {}).empty()); // there is none to take away
    });
}

TEST_CASE("The final mark follows from the assessments", "[grades][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        MarkedClass school(store);
        const Assessment first = school.assessment("SLM 1");
        const Assessment second = school.assessment("SLM 2");
        const Assessment last = school.assessment("SAS", "end_of_term");
        CHECK(first.position < second.position);
        CHECK(school.mark(0, first, 80).empty());
        CHECK_FALSE(school.stored(0)); // the end of the term is not known yet
        CHECK(school.mark(0, second, 60).empty());
        CHECK(school.mark(0, last, 76).empty());
        REQUIRE(school.stored(0));
        CHECK(school.stored(0)->mark == 73); // (70 + 76) / 2
        CHECK(school.mark(0, second, 95, Part::Remedial).empty());
        CHECK(school.stored(0)->mark == 77); // (77.5 + 76) / 2 = 76.75; capped at 75
        const auto both = store.list<Mark>().value();
        CHECK(std::any_of(both.begin(), both.end(), [](const Mark& mark) {
            return mark.value == 60 && mark.remedial == 95.0;
        }));
        CHECK(school.mark(0, last, {}).empty());
        CHECK_FALSE(school.stored(0));
        CHECK(school.mark(0, second, {}) == "remedial_alone");
        CHECK(school.mark(1, second, 80, Part::Remedial) == "remedial_alone");
        CHECK(store.count(entityInfo<Mark>()).value() == 2);
    });
}

TEST_CASE("Both marks of a test are emptied in one step", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const Assessment test = school.assessment("SLM 1");
    CHECK(school.mark(0, test, 60).empty());
    CHECK(school.mark(0, test, 80, Part::Remedial).empty());
    const StudentId student = school.students[0].id;
    const auto answer = saveMarks(
        *store,
        school.of,
        school.maths.id,
        {{student, test.id, Part::First, {}}, {student, test.id, Part::Remedial, {}}});
    REQUIRE(answer);
    CHECK_FALSE(answer->at(0));
    CHECK_FALSE(answer->at(1));
    CHECK(store->count(entityInfo<Mark>()).value() == 0);
}

TEST_CASE("A mark in another's assessment is refused", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const Assessment test = school.assessment("SLM 1", "material", &school.art);
    const auto answer = saveMarks(
        *store, school.of, school.maths.id, {{school.students[0].id, test.id, Part::First, 80}});
    CHECK(MarkedClass::first(answer) == "reference");
    const auto stranger = saveMarks(
        *store, school.of, school.art.id, {{school.stranger.id, test.id, Part::First, 80}});
    CHECK(MarkedClass::first(stranger) == "not_enrolled");
    CHECK(store->count(entityInfo<Mark>()).value() == 0);
}

TEST_CASE("Another mark than the formula's needs a reason and outlives it", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const Assessment material = school.assessment("SLM 1");
    const Assessment last = school.assessment("SAS", "end_of_term");
    REQUIRE(school.mark(0, material, 70).empty());
    REQUIRE(school.mark(0, last, 80).empty());
    CHECK(school.finalMark(0, 78) == "calculated");
    CHECK(school.stored(0)->mark == 75);
    CHECK(school.finalMark(0, 78, "  ") == "calculated");
    CHECK(school.finalMark(0, 78, "Lomba tingkat provinsi").empty());
    CHECK(school.stored(0)->mark == 78);
    CHECK(school.stored(0)->calculated == 75.0);
    CHECK(school.mark(0, last, 90).empty());
    CHECK(school.stored(0)->mark == 78); // what a person has set stays
    CHECK(school.stored(0)->calculated == 80.0);
    CHECK(school.mark(0, last, {}).empty());
    CHECK(school.stored(0)->mark == 78);
    CHECK_FALSE(school.stored(0)->calculated);
    CHECK(school.mark(0, last, 90).empty());
    CHECK(school.stored(0)->mark == 78);
    CHECK(school.finalMark(0, {}).empty()); // back to the formula
    CHECK(school.stored(0)->mark == 80);
    CHECK_FALSE(school.stored(0)->overrideReason);
}

TEST_CASE("The weights and the remedial rule of the term's first day count", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const auto rule = [&](const char* name, QDate since, double value) {
        school.saved(DatedSetting{.name = name, .since = since, .value = value});
    };
    rule("mark.weight.material", QDate(2020, 1, 1), 3);
    rule("mark.remedial.capped", QDate(2020, 1, 1), 0);
    rule("mark.final.decimals", QDate(2020, 1, 1), 1);
    rule("mark.weight.material", QDate(2026, 2, 1), 9); // the term has begun
    const SubjectRules rules = rulesOf(*store, school.of, school.art.id).value();
    CHECK(rules.materialWeight == 3);
    CHECK(rules.finalWeight == 1);
    CHECK_FALSE(rules.remedialCapped);
    CHECK(rules.passingMark == 70);
    const Assessment material = school.assessment("SLM 1");
    const Assessment last = school.assessment("SAS", "end_of_term");
    CHECK(school.mark(0, material, 50).empty());
    CHECK(school.mark(0, material, 90, Part::Remedial).empty());
    CHECK(school.mark(0, last, 75).empty());
    CHECK(school.stored(0)->mark == 86.3); // (3 x 90 + 75) / 4 = 86.25
}

TEST_CASE("A locked term takes marks with a reason only, an archived one none", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const Assessment test = school.assessment("SLM 1");
    school.setTerm("locked");
    CHECK(school.finalMark(0, 80) == "access.locked_term");
    CHECK(school.mark(0, test, 80) == "access.locked_term");
    CHECK(saveAssessment(*store, school.of, test).error().key == "access.locked_term");
    CHECK(removeAssessment(*store, school.of, test.id).error().key == "access.locked_term");
    CHECK(store->count(entityInfo<Mark>()).value() == 0);
    const auto corrected = saveFinalMarks(
        *store, school.of, {{school.students[0].id, school.maths.id, 80}}, "Salah ketik");
    CHECK(MarkedClass::first(corrected).empty());
    CHECK(school.stored(0)->mark == 80);
    school.setTerm("archived");
    CHECK(
        MarkedClass::first(saveFinalMarks(
            *store, school.of, {{school.students[0].id, school.maths.id, 90}}, "Salah ketik")) ==
        "access.locked_term");
    CHECK(school.stored(0)->mark == 80);
}

TEST_CASE("An assessment goes with its marks, and final marks follow", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const Assessment low = school.assessment("SLM 1");
    const Assessment high = school.assessment("SLM 2");
    const Assessment last = school.assessment("SAS", "end_of_term");
    REQUIRE(school.mark(0, low, 60).empty());
    REQUIRE(school.mark(0, high, 80).empty());
    REQUIRE(school.mark(0, last, 90).empty());
    CHECK(school.stored(0)->mark == 80);
    REQUIRE(removeAssessment(*store, school.of, low.id));
    CHECK(school.stored(0)->mark == 85);
    CHECK(store->count(entityInfo<Mark>()).value() == 2);
    CHECK(removeAssessment(*store, school.of, low.id).error().key == "assessment.unknown");
    Assessment moved = high;
    moved.kind = "end_of_term";
    REQUIRE(saveAssessment(*store, school.of, moved));
    CHECK_FALSE(school.stored(0)); // no material is left
}

TEST_CASE("Who has not finished is told class by class", "[grades][postgres]")
{
    onEveryDialect([](storage::Store& store) {
        MarkedClass school(store);
        CHECK(listMissingMarks(store, school.of.term).value().empty()); // nothing is learned yet
        CHECK(school.finalMark(0, 80).empty());
        auto missing = listMissingMarks(store, school.of.term).value();
        REQUIRE(missing.size() == 1);
        CHECK(missing[0].className == "8B");
        CHECK(missing[0].subjectName == "Matematika");
        CHECK(missing[0].students == 3);
        CHECK(missing[0].missing == 2);
        (void)school.assessment("SLM 1", "material", &school.art);
        CHECK(listMissingMarks(store, school.of.term).value().size() == 2);
        CHECK(school.finalMark(1, 80).empty());
        CHECK(school.finalMark(2, 80).empty());
        missing = listMissingMarks(store, school.of.term).value();
        REQUIRE(missing.size() == 1);
        CHECK(missing[0].subjectName == "Seni");
    });
}

TEST_CASE("What a class says of a subject goes before the subject and the school", "[grades]")
{
    const auto store = memoryStore();
    MarkedClass school(*store);
    const auto rules = [&] {
        return rulesOf(*store, school.of, school.art.id).value();
    };
    CHECK(rules().passingMark == 70);
    CHECK(rules().curriculum == "merdeka");
    CHECK(rules().remedialCapped);
    CHECK(rules().decimals == 0);
    school.saved(ClassSubject{
        .classGroup = school.of.classGroup,
        .subject = school.art.id,
        .term = school.of.term.id,
        .passingMark = 64,
        .materialWeight = 60,
        .finalWeight = 40});
    CHECK(rules().passingMark == 64);
    CHECK(rules().materialWeight == 60);
    CHECK(rules().finalWeight == 40);
    // What a class is said to learn is what its sheet shows and what may be missing.
    const ClassSheet sheet = classSheet(*store, school.of).value();
    REQUIRE(sheet.subjects.size() == 1);
    CHECK(sheet.subjects.front().id == school.art.id);
    CHECK(sheet.subjects.front().passingMark == 64);
    const auto missing = listMissingMarks(*store, school.of.term).value();
    REQUIRE(missing.size() == 1);
    CHECK(missing.front().subject == school.art.id);
}
