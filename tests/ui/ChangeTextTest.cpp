// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ChangeText.h"

#include "core/Entities.h"
#include "core/storage/audit/AuditEvent.h"
#include "core/storage/SealedCells.h"
#include "tests/support/Catch.h"
#include "ui/common/Format.h"
#include "ui/common/Language.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::ui;

TEST_CASE("Every act of the audit and every table has a word", "[ui]")
{
    const Language language(Tongue::English);
    for (const QString& code : storage::auditActionCodes()) {
        INFO(code.toStdString());
        CHECK(knownActs().contains(code));
        CHECK(actWord(code) != code);
    }
    for (const EntityInfo* entity : allEntities()) {
        INFO(entity->table.toStdString());
        CHECK(knownTables().contains(entity->table));
    }
}

TEST_CASE("A change is told by fields in words, from old to new", "[ui]")
{
    const Language language(Tongue::English);
    const QJsonObject before{
        {"name", "Ani"}, {"birth_date", "2012-03-17"}, {"gender", "P"}, {"nik", "s1:abc"}};
    const QJsonObject after{
        {"name", "Ani Wijaya"}, {"birth_date", "2012-03-18"}, {"gender", "P"}, {"nik", "s1:def"}};
    const auto lines = changeLines(&entityInfo<Student>(), before, after);
    REQUIRE(lines.size() == 3);
    CHECK(textOf(lines[0]) == QString::fromUtf8("Name: Ani → Ani Wijaya"));
    CHECK(lines[1].before == format::date(QDate(2012, 3, 17)));
    CHECK(lines[1].after == format::date(QDate(2012, 3, 18)));
    CHECK(lines[2].field == "NIK");
    CHECK(lines[2].after == QString(3, QChar(0x2022))); // that it changed, not to what
}

TEST_CASE("A sealed value is masked in a plain file too, and without a description", "[ui]")
{
    const Language language(Tongue::English);
    const QJsonObject changes{{"nik", QJsonArray{QJsonValue(), "3173051703120001"}}};
    const auto lines = changeLines(&entityInfo<Student>(), changes);
    REQUIRE(lines.size() == 1);
    CHECK_FALSE(textOf(lines[0]).contains("3173"));
    const auto unknown =
        changeLines(nullptr, QJsonObject{{"x", QJsonArray{QJsonValue(), "s1:abc"}}});
    CHECK(unknown[0].after == QString(3, QChar(0x2022)));
}

TEST_CASE("A sealed value that the store masked on both sides is told as changed", "[ui]")
{
    const Language language(Tongue::English);
    const QJsonObject side{{"nik", storage::sealedMask}, {"gender", "P"}};
    const auto lines = changeLines(&entityInfo<Student>(), side, side);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].field == "NIK");
}

TEST_CASE("The row's own identity is no news", "[ui]")
{
    const QJsonObject changes{{"id", QJsonArray{QJsonValue(), "0190"}}};
    CHECK(changeLines(&entityInfo<Student>(), changes).empty());
}
