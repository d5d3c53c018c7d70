// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/PasswordRules.h"

#include "tests/support/Catch.h"

using namespace edupro;
using namespace edupro::security;

namespace {

const PasswordOwner clerk{.login = "sari", .school = "SMA Negeri 1 Sukamaju"};

std::string rulesBrokenBy(const QString& password, const PasswordOwner& owner = clerk)
{
    std::string rules;
    for (const Issue& issue : passwordIssues(password, owner)) {
        CHECK(issue.field == "password");
        CHECK(issue.value.empty()); // a refused password is still a secret
        rules += rules.empty() ? issue.rule : ' ' + issue.rule;
    }
    return rules;
}

} // namespace

TEST_CASE("A long password that nobody else has may be chosen", "[security]")
{
    for (const char* good :
         {"tanjung-42-biru",
          "correct horse battery staple",
          "kucing makan rujak pedas",
          "x7!Kq92mZp",
          "ÄÖÜ-éèê-ñ-2b"}) {
        INFO(good);
        CHECK(rulesBrokenBy(good) == "");
    }
    CHECK(rulesBrokenBy(QString(5000, 'x') + "tanjung-42-biru") != "password_short");
}

TEST_CASE("A short password is refused, counted in characters", "[security]")
{
    CHECK(rulesBrokenBy("") == "password_short");
    CHECK(rulesBrokenBy("x7!Kq92mZ") == "password_short");
    // Nine characters, in 18 bytes and, decomposed, 18 code points.
    CHECK(rulesBrokenBy(QString::fromUtf8("éüñêéüñê7")) == "password_short");
    CHECK(
        rulesBrokenBy(QString::fromUtf8("éüñêéüñê7").normalized(QString::NormalizationForm_D)) ==
        "password_short");
    CHECK(passwordIssues("x", clerk).at(0).limit == "10");
}

TEST_CASE("Common and easily guessed passwords are refused", "[security]")
{
    for (const char* bad :
         {"1234567890",
          "0987654321",
          "qwertyuiop",
          "aaaaaaaaaa",
          "password123",
          "Password123",
          "p4ssw0rd123",
          "passwordpassword",
          "iloveyou123",
          "administrator",
          "abcdefghij",
          "1q2w3e4r5t",
          "01-01-1990",
          "17-08-1945",
          "qwerty123456",
          "abcabcabcabc"}) {
        INFO(bad);
        CHECK(rulesBrokenBy(bad) == "password_common");
    }
}

TEST_CASE("A password may not contain the login or the school's name", "[security]")
{
    CHECK(rulesBrokenBy("x7-SARI-Kq92m") == "password_login");
    CHECK(rulesBrokenBy("x7-s a r i-Kq92m") == "password_login");
    CHECK(rulesBrokenBy("smanegeri1sukamaju#7Kq") == "password_school");
    CHECK(rulesBrokenBy("SMA-Negeri-1-Sukamaju!x7K") == "password_school");
    // Little else than words of it.
    CHECK(rulesBrokenBy("sukamaju2024") == "password_common");
    CHECK(rulesBrokenBy("yogyakarta", {.school = "SMP Negeri 3 Yogyakarta"}) == "password_common");
    // Too short a login to be recognised in anything.
    CHECK(rulesBrokenBy("tanjung-42-biru", {.login = "tu"}) == "");
}
