// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Validate.h"

#include "core/Entities.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::tests;

namespace {

const QDate today(2026, 11, 21);

std::string rulesBroken(const FieldInfo& field, const QVariant& value)
{
    std::string rules;
    for (const Issue& issue : issuesOfField(field, value, today))
        rules += (rules.empty() ? "" : ",") + issue.rule;
    return rules;
}

const FieldInfo& fieldOf(const EntityInfo& entity, const char* column)
{
    const int index = entity.indexOf(QString::fromUtf8(column));
    REQUIRE(index >= 0);
    return entity.fields[static_cast<std::size_t>(index)];
}

} // namespace

TEST_CASE("A field's rules are checked on good, edge and bad values", "[record]")
{
    const EntityInfo& student = entityInfo<Student>();
    const EntityInfo& mark = entityInfo<FinalMark>();
    using Row = std::tuple<const EntityInfo*, const char*, QVariant, std::string>;
    const std::vector<Row> table{
        {&student, "nis", QStringLiteral("00123"), ""},
        {&student, "nis", QStringLiteral("0.12/3"), ""},
        {&student, "nis", QStringLiteral("1234"), "length"},
        {&student, "nis", QString(20, u'1'), ""},
        {&student, "nis", QString(21, u'1'), "length"},
        {&student, "nis", QString(), "required"},
        {&student, "name", QStringLiteral("Lê"), ""},
        {&student, "name", QString::fromUtf8("𝒜𝒷"), ""}, // two characters outside the basic plane
        {&student, "name", QString::fromUtf8("𝒜"), "length"},
        {&student, "nisn", QStringLiteral("0123456789"), ""},
        {&student, "nisn", QStringLiteral("012345678"), "pattern"},
        {&student, "nisn", QStringLiteral("0123456789\n"), "pattern"},
        {&student, "nisn", QVariant(), ""},
        {&student, "gender", QStringLiteral("P"), ""},
        {&student, "gender", QStringLiteral("p"), "choice"},
        {&student, "birth_date", today.addDays(-1), ""},
        {&student, "birth_date", today, "past"},
        {&student, "birth_date", today.addDays(1), "past"},
        {&mark, "mark", 0.0, ""},
        {&mark, "mark", 100.0, ""},
        {&mark, "mark", 100.0001, "range"},
        {&mark, "mark", -0.5, "range"},
        {&mark, "mark", std::nan(""), "number"},
        {&mark, "mark", QVariant(), "required"},
    };
    for (const auto& [entity, column, value, expected] : table) {
        INFO(column << " = " << value.toString().toStdString());
        CHECK(rulesBroken(fieldOf(*entity, column), value) == expected);
    }
}

TEST_CASE("Texts become values of the field's type, or a reason why not", "[record]")
{
    const FieldInfo& mark = fieldOf(entityInfo<FinalMark>(), "mark");
    CHECK(valueFromText(mark, QStringLiteral(" 85,5 "))->toDouble() == 85.5);
    CHECK(valueFromText(mark, QStringLiteral("85.5"))->toDouble() == 85.5);
    CHECK_FALSE(valueFromText(mark, QString())->isValid());
    for (const char* wrong : {"1e3", "nan", "inf", "8 5", "85,5,5", "abc", "0x10"}) {
        INFO(wrong);
        CHECK_FALSE(valueFromText(mark, QString::fromUtf8(wrong)).has_value());
    }
    const FieldInfo& born = fieldOf(entityInfo<Student>(), "birth_date");
    CHECK(valueFromText(born, QStringLiteral("2012-02-29"))->toDate() == QDate(2012, 2, 29));
    CHECK_FALSE(valueFromText(born, QStringLiteral("2013-02-29")).has_value());
    const FieldInfo& name = fieldOf(entityInfo<Student>(), "name");
    CHECK(
        valueFromText(name, QString::fromUtf8("A\u0308mi"))->toString() ==
        QString::fromUtf8("Ämi"));
    for (const QChar hidden : {QChar(0x202E), QChar(0x200B), QChar(0x0007)})
        CHECK_FALSE(
            valueFromText(name, QStringLiteral("An") + hidden + QStringLiteral("i")).has_value());
}

TEST_CASE("Every value of every entity survives its way through text", "[record]")
{
    for (const EntityInfo* entity : allEntities()) {
        for (const FieldInfo& field : entity->fields) {
            INFO(entity->table.toStdString() << "." << field.column.toStdString());
            QVariant value;
            switch (field.type) {
            case FieldType::Text:
                value = QStringLiteral("Ä text, with; marks");
                break;
            case FieldType::Json:
                value = QStringLiteral("{\"a\":1}");
                break;
            case FieldType::Integer:
            case FieldType::Moment:
                value = qlonglong{9'007'199'254'740'993};
                break;
            case FieldType::Real:
                value = 0.1 + 0.2;
                break;
            case FieldType::Flag:
                value = true;
                break;
            case FieldType::Date:
                value = QDate(2024, 2, 29);
                break;
            case FieldType::Uuid:
                value = QVariant::fromValue(QUuid::createUuid());
                break;
            }
            const auto back = valueFromText(field, textOf(field, value));
            REQUIRE(back.has_value());
            CHECK(*back == value);
        }
    }
}

TEST_CASE("A record and its values are the same thing", "[record]")
{
    Student student = aStudent().born(2012, 1, 2);
    student.id = {QUuid::createUuid()};
    CHECK(recordOf<Student>(valuesOf(student)) == student);
    student.birthDate.reset();
    CHECK(recordOf<Student>(valuesOf(student)) == student);
}

TEST_CASE("Record rules see the whole record", "[record]")
{
    AttendanceTotal total{.effectiveDays = 10, .sick = 5, .excused = 3, .absent = 3};
    CHECK(issuesOf(total).front().rule == "days_missed");
    total.absent = 2;
    CHECK(issuesOf(total).empty());
    CHECK(issuesOf(GuardianIncome{}).front().rule == "one_of");
    Student student = aStudent().born(2012, 1, 2);
    student.nisn = QStringLiteral("0991234567");
    REQUIRE(issuesOf(student).size() == 1);
    CHECK(issuesOf(student).front().warning);
    CHECK_FALSE(hasErrors(issuesOf(student)));
}

TEST_CASE(
    "Identities of version 7 are ordered and those of a natural key always the same", "[record]")
{
    IdSource next = randomIds([] { return Instant{1'700'000'000'000}; });
    QUuid last;
    for (int i = 0; i < 10'000; ++i) {
        const QUuid id = next();
        REQUIRE(id.toString(QUuid::WithoutBraces)[14] == u'7');
        REQUIRE(id.variant() == QUuid::DCE);
        REQUIRE(last.toRfc4122() < id.toRfc4122());
        last = id;
    }
    CHECK(naturalId(QStringLiteral("terms/20251")) == naturalId(QStringLiteral("terms/20251")));
    CHECK(naturalId(QStringLiteral("terms/20251")) != naturalId(QStringLiteral("terms/20252")));
    // Never to change: offline computers meet in these rows.
    CHECK(naturalId(QStringLiteral("terms/20251")).toString(QUuid::WithoutBraces).size() == 36);
}
