// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlText.h"

#include "core/base/Random.h"
#include "core/storage/SqlFiles.h"
#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::storage;

TEST_CASE("Statements are split at semicolons outside quotes and comments", "[storage]")
{
    const QStringList split = splitStatements(QStringLiteral(
        "CREATE TABLE a (x TEXT DEFAULT ';''');\n"
        "-- a comment; with one\n"
        "INSERT INTO \"odd;name\" VALUES ('it''s; fine'); /* outer /* inner; */ ; */ ;\n"
        "CREATE FUNCTION f() AS $body$ BEGIN; END; $body$; SELECT $1, $$;$$"));
    REQUIRE(split.size() == 4);
    CHECK(split[0] == QStringLiteral("CREATE TABLE a (x TEXT DEFAULT ';''')"));
    CHECK(split[1].endsWith(QStringLiteral("VALUES ('it''s; fine')")));
    CHECK(split[2].contains(QStringLiteral("BEGIN; END;")));
    CHECK(split[3] == QStringLiteral("SELECT $1, $$;$$"));
}

TEST_CASE("Named placeholders become positional ones, outside quotes and comments", "[storage]")
{
    const PositionalSql sql =
        positional(QStringLiteral("SELECT ':no', a::text -- it's :no\n FROM/* :no */t WHERE b = "
                                  ":first AND c > :second OR d = :first"));
    CHECK(
        sql.text ==
        QStringLiteral("SELECT ':no', a::text  \n FROM t WHERE b = ? AND c > ? OR d = ?"));
    CHECK(
        sql.names ==
        QStringList{QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("first")});
}

TEST_CASE("Any text is split without losing anything but separators", "[storage]")
{
    const QString alphabet = QStringLiteral("a;'\"-$/* \n:1");
    Random random(5);
    for (int round = 0; round < 5000; ++round) {
        QString text;
        const auto length = static_cast<int>(random.below(40));
        for (int i = 0; i < length; ++i)
            text.append(alphabet[static_cast<qsizetype>(
                random.below(static_cast<std::uint64_t>(alphabet.size())))]);
        qsizetype from = 0;
        for (const QString& statement : splitStatements(text)) { // in order, and each as it stood
            const qsizetype at = text.indexOf(statement, from);
            REQUIRE(at >= from);
            from = at + statement.size();
        }
        REQUIRE(positional(text).text.size() <= text.size());
    }
}

TEST_CASE(
    "Migrations are numbered from one without gaps and equal in number on both databases",
    "[storage]")
{
    for (const Dialect dialect : {Dialect::Sqlite, Dialect::Postgres}) {
        const auto all = migrations(dialect);
        REQUIRE_FALSE(all.empty());
        for (std::size_t i = 0; i < all.size(); ++i)
            CHECK(all[i].number == static_cast<int>(i) + 1);
    }
    CHECK(migrations(Dialect::Sqlite).size() == migrations(Dialect::Postgres).size());
}
