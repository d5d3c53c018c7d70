// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ErrorText.h"

#include "tests/support/Catch.h"
#include "tests/support/Paths.h"
#include "ui/common/ErrorTexts.h"
#include "ui/common/Language.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <set>

using namespace edupro;
using namespace edupro::ui;
using namespace edupro::tests;

TEST_CASE("An error speaks by its key, else by its code", "[ui]")
{
    const Language language(Tongue::English);
    const ErrorWords byKey = words(Error{.code = ErrorCode::Io, .key = "store.in_use"});
    CHECK(byKey.what == "The school file is in use by another program.");
    CHECK_FALSE(byKey.advice.isEmpty());
    const ErrorWords byCode = words(Error{.code = ErrorCode::Conflict, .key = "something.new"});
    CHECK(byCode.what == "Somebody else has changed this meanwhile.");
    CHECK(words(Error{.code = ErrorCode::Internal, .key = "some.mistake"}).why == "[some.mistake]");
}

TEST_CASE("Broken rules name the field, the value and the bound", "[ui]")
{
    const Language language(Tongue::English);
    const Error error{
        .code = ErrorCode::Validation,
        .issues = {
            {.field = "mark", .rule = "range", .value = "101", .limit = "0..100"},
            {.field = "gender", .rule = "choice", .value = "Q", .limit = "L|P"},
            {.field = "", .rule = "unheard-of"}}};
    const auto names = [](const std::string& column) {
        return column == "mark" ? QString("Mark") : QString("Gender");
    };
    CHECK(
        words(error, names).why ==
        "Mark “101”: must be 0 to 100\nGender “Q”: must be one of: L, P\nis not valid");
}

TEST_CASE("Every error code and key has words, in Indonesian too", "[ui]")
{
    std::set<QString> english;
    {
        const Language language(Tongue::English);
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const ErrorWords said = words(Error{.code = static_cast<ErrorCode>(code)});
            CHECK_FALSE(said.what.isEmpty());
            CHECK_FALSE(said.advice.isEmpty());
            english.insert(said.what);
        }
        CHECK(english.size() == 10);
    }
#ifdef EDUPRO_LUPDATE
    const Language language(Tongue::Indonesian);
    for (const KeyWords& row : errorTexts()) {
        INFO(row.key);
        CHECK(words(Error{.key = row.key}).what != row.what);
    }
#endif
}

TEST_CASE("Every error key that core can return has words, unless it is our own mistake", "[ui]")
{
    static const QRegularExpression key(R"re(ErrorCode::(\w+),\s*\.key = "([a-z]+\.[a-z_]+)")re");
    QStringList silent;
    QDirIterator files(
        sourceFile("/core"), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (auto match = key.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
            const auto found = match.next();
            if (found.captured(1) != "Internal" && !hasWords(found.captured(2).toStdString()))
                silent << found.captured(2);
        }
    }
    INFO("add a row to a table of ui/common/ErrorTexts.h");
    CHECK(silent.join(' ').toStdString() == "");
}
