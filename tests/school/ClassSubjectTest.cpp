// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/ClassSubjectActions.h"
#include "core/school/DatedRules.h"
#include "core/school/SchoolActions.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::school;
using namespace edupro::tests;
using storage::Store;

namespace {

struct Lesson {
    Term term;
    ClassGroup group;
    Subject subject;

    explicit Lesson(Store& store)
        : term(ensureTerm(store, QStringLiteral("20252")).value())
        , group(ensureClassGroup(store, term.academicYear, QStringLiteral("7A")).value())
        , subject(ensureSubject(store, QStringLiteral("Matematika")).value())
    {
    }
    ClassSubject learned() const
    {
        return {.classGroup = group.id, .subject = subject.id, .term = term.id};
    }
    Marking marking(Store& store) const
    {
        return markingOf(store, group.id, subject.id, term.id).value();
    }
};

} // namespace

TEST_CASE("Marks count by the class, else by the subject and the school's rules", "[school]")
{
    onEveryDialect([](Store& store) {
        Lesson lesson(store);
        CHECK(lesson.marking(store).passingMark == 75.0);
        CHECK(lesson.marking(store).materialWeight == 1.0);
        CHECK(lesson.marking(store).finalWeight == 1.0);
        CHECK(lesson.marking(store).curriculum == QStringLiteral("merdeka"));

        DatedSetting weight{
            .name = QString::fromLatin1(rules::materialWeight),
            .since = lesson.term.startsOn,
            .value = 3};
        REQUIRE(saveRule(store, weight).has_value());
        CHECK(lesson.marking(store).materialWeight == 3.0);

        ClassSubject learned = lesson.learned();
        REQUIRE(store.save(learned).has_value());
        CHECK(lesson.marking(store).passingMark == 75.0);
        learned.passingMark = 68.0;
        learned.materialWeight = 60.0;
        learned.finalWeight = 40.0;
        REQUIRE(store.save(learned).has_value());
        lesson.group.curriculum = QStringLiteral("k13");
        REQUIRE(store.save(lesson.group).has_value());
        const Marking own = lesson.marking(store);
        CHECK(own.passingMark == 68.0);
        CHECK(own.materialWeight == 60.0);
        CHECK(own.finalWeight == 40.0);
        CHECK(own.curriculum == QStringLiteral("k13"));
        CHECK(
            markingOf(store, ClassGroupId{store.newId()}, lesson.subject.id, lesson.term.id)
                .error()
                .key == "class.unknown");
        CHECK(
            markingOf(store, lesson.group.id, SubjectId{store.newId()}, lesson.term.id)
                .error()
                .key == "subject.unknown");
        CHECK(
            markingOf(store, lesson.group.id, lesson.subject.id, TermId{store.newId()})
                .error()
                .key == "term.unknown");
    });
}

TEST_CASE("Weights come in pairs and are not both nothing", "[school]")
{
    const auto store = memoryStore();
    ClassSubject learned = Lesson(*store).learned();
    const auto refusal = [&](std::optional<double> material, std::optional<double> last) {
        learned.materialWeight = material;
        learned.finalWeight = last;
        const auto saved = store->save(learned);
        return saved ? std::string() : saved.error().issues.front().rule;
    };
    CHECK(refusal(0, 0) == "weights");
    CHECK(refusal(1, std::nullopt) == "pair");
    CHECK(refusal(std::nullopt, 1) == "pair");
    CHECK(refusal(-1, 1) == "range");
    CHECK(refusal(0, 1).empty());
    CHECK(refusal(std::nullopt, std::nullopt).empty());
}

TEST_CASE("The subjects of a class come in the school's order", "[school]")
{
    onEveryDialect([](Store& store) {
        const Lesson lesson(store);
        const auto add = [&](const char* name, std::optional<int> position) {
            Subject subject{.name = QString::fromLatin1(name), .position = position};
            REQUIRE(store.save(subject).has_value());
            ClassSubject learned{
                .classGroup = lesson.group.id, .subject = subject.id, .term = lesson.term.id};
            REQUIRE(store.save(learned).has_value());
        };
        add("Zoologi", 1);
        add("Batik", std::nullopt);
        add("Akhlak", 2);
        QStringList names;
        for (const ClassSubjectRow& row :
             listClassSubjects(store, lesson.group.id, lesson.term.id).value())
            names.append(row.name);
        CHECK(names.join(u' ') == QStringLiteral("Zoologi Akhlak Batik"));
    });
}
