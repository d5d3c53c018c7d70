// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/KeyActions.h"

#include "core/people/Student.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/SchoolKeyFile.h"
#include "tests/support/Stores.h"

using namespace edupro;
using namespace edupro::accounts;
using namespace edupro::security;
using namespace edupro::tests;

namespace {

const QString adminPassword = QStringLiteral("tanjung-42-biru");
const QString identityNumber = QStringLiteral("3273010101100001");

struct Office {
    Office()
    {
        computer.store = testOptions();
        computer.store.newId = nullptr; // a file is opened more than once
        computer.cost = cheapest;
    }
    QString path() const { return folder.filePath("a.edupro"); }

    /// With an administrator, a clerk who has not signed in yet, and one student.
    void create(bool encrypted)
    {
        const MakeSchoolFile make = [this](const storage::StoreOptions& options) {
            return school::createSchoolFile(path(), {.name = "SMP Uji"}, options);
        };
        Opened opened;
        if (encrypted) {
            auto made = createProtectedSchool(path(), make, {}, password(adminPassword), computer);
            if (!made) FAIL(made.error().detail);
            opened = std::move(made->opened);
        } else {
            auto made = createPlainSchool(path(), make, {}, password(adminPassword), computer);
            if (!made) FAIL(made.error().detail);
            opened = std::move(made).value();
        }
        const auto clerk = addUser(
            *opened.store, {.login = "tu1", .name = "Petugas", .roles = Role::Staff}, cheapest);
        if (!clerk) FAIL(clerk.error().detail);
        clerkPassword = clerk->password;
        saveStudent(*opened.store);
        REQUIRE(signOut(opened).has_value());
    }

    static void saveStudent(storage::Store& store)
    {
        Student student = aStudent();
        student.nik = identityNumber;
        const auto saved = store.save(student);
        if (!saved) FAIL(saved.error().detail);
    }

    Opened enter(const QString& login, const QString& text)
    {
        auto opened = signIn(path(), login, password(text), computer);
        if (!opened) FAIL(opened.error().key << ' ' << opened.error().detail);
        return std::move(opened).value();
    }
    std::string refusal(const QString& login, const QString& text)
    {
        const auto opened = signIn(path(), login, password(text), computer);
        return opened ? "opened" : opened.error().key;
    }

    /// What the administrator reads, and what stands in the table.
    std::pair<QString, QString> identity(Opened& opened) const
    {
        const auto found = opened.store->list<Student>();
        REQUIRE(found.has_value());
        REQUIRE(found->size() == 1);
        const auto cell = opened.store->connection().scalar("SELECT nik FROM main.students");
        return {found->front().nik.value_or(QString()), cell->toString()};
    }

    QTemporaryDir folder;
    Computer computer;
    QString clerkPassword;
};

} // namespace

TEST_CASE("A plain school is encrypted with its people and its sealed values", "[accounts]")
{
    Office office;
    office.create(false);
    auto made = encryptSchool(
        office.enter("admin", adminPassword), {}, password(adminPassword), office.computer);
    if (!made) FAIL(made.error().key << ' ' << made.error().detail);
    CHECK(isEncrypted(office.path()));
    REQUIRE(made->invitations.size() == 1);
    CHECK(made->invitations[0].user.login == "tu1");
    CHECK(office.refusal("tu1", office.clerkPassword) == "key.wrong");
    CHECK(office.enter("tu1", made->invitations[0].password).mustChangePassword);
    {
        Opened opened = office.enter("admin", adminPassword);
        const auto [value, cell] = office.identity(opened);
        CHECK(value == identityNumber);
        CHECK(cell.startsWith("s1:"));
        const auto hashes = opened.store->connection().scalar("SELECT COUNT(*) FROM passwords");
        CHECK(hashes->toInt() == 0);
        const auto found = opened.store->connection().scalar(
            "SELECT COUNT(*) FROM audit_event WHERE json_extract(meta, '$.act') = 'change_keys'");
        CHECK(found->toInt() == 1);
    }
    const auto recovered =
        signInWithRecoveryCode(office.path(), *made->recoveryCode, office.computer);
    CHECK(recovered.has_value());
}

TEST_CASE("A new file key ends all old passwords but the administrator's", "[accounts]")
{
    Office office;
    office.create(true);
    const auto before = KeyFile::load(keyFileOf(office.path()));
    auto made = changeFileKey(
        office.enter("admin", adminPassword), password(adminPassword), office.computer);
    if (!made) FAIL(made.error().key << ' ' << made.error().detail);
    CHECK(office.refusal("tu1", office.clerkPassword) == "key.wrong");
    CHECK(office.enter("tu1", made->invitations.at(0).password).mustChangePassword);
    Opened opened = office.enter("admin", adminPassword);
    CHECK(office.identity(opened).first == identityNumber);
    // The old key file, kept by somebody, gives a key that does not open the file.
    const auto old = before->unlock("admin", password(adminPassword), testNow);
    REQUIRE(old.has_value());
    CHECK_FALSE(old->keys.file.equals(opened.store->keys()->file));
    CHECK(opened.store->keyFile()->file() == before->file());
}

TEST_CASE("An encrypted school is made plain with its people and its values", "[accounts]")
{
    Office office;
    office.create(true);
    auto made = decryptSchool(
        office.enter("admin", adminPassword), password(adminPassword), office.computer);
    if (!made) FAIL(made.error().key << ' ' << made.error().detail);
    CHECK_FALSE(isEncrypted(office.path()));
    CHECK_FALSE(QFile::exists(keyFileOf(office.path())));
    CHECK_FALSE(made->recoveryCode.has_value());
    {
        Opened opened = office.enter("admin", adminPassword);
        const auto [value, cell] = office.identity(opened);
        CHECK(value == identityNumber);
        CHECK(cell == identityNumber);
    }
    CHECK(office.refusal("tu1", office.clerkPassword) == "key.wrong");
    CHECK(office.enter("tu1", made->invitations.at(0).password).mustChangePassword);
}

TEST_CASE("A laboratory file gets its first administrator when it is encrypted", "[accounts]")
{
    Office office;
    {
        auto made =
            school::createSchoolFile(office.path(), {.name = "SMP Uji"}, office.computer.store);
        REQUIRE(made.has_value());
        Office::saveStudent(**made);
    }
    const auto encrypt = [&office](const QString& text) {
        auto opened = openWithoutSignIn(office.path(), office.computer);
        REQUIRE(opened.has_value());
        return encryptSchool(
            std::move(opened).value(), {.login = "kepala"}, password(text), office.computer);
    };
    const auto weak = encrypt("kepala");
    REQUIRE_FALSE(weak.has_value());
    CHECK(weak.error().key == "password.weak");
    CHECK_FALSE(isEncrypted(office.path()));
    const auto made = encrypt(adminPassword);
    if (!made) FAIL(made.error().key << ' ' << made.error().detail);
    CHECK(made->invitations.empty());
    Opened opened = office.enter("kepala", adminPassword);
    CHECK(office.identity(opened).first == identityNumber);
}

TEST_CASE("Only an administrator with the right password changes keys", "[accounts]")
{
    Office office;
    office.create(true);
    auto wrong = changeFileKey(
        office.enter("admin", adminPassword), password("melati-putih-9"), office.computer);
    REQUIRE_FALSE(wrong.has_value());
    CHECK(wrong.error().key == "key.wrong");
    {
        Opened clerk = office.enter("tu1", office.clerkPassword);
        REQUIRE(changeOwnPassword(
            *clerk.store, password(office.clerkPassword), password("melati-putih-9"), cheapest));
        REQUIRE(signOut(clerk).has_value());
    }
    auto denied = decryptSchool(
        office.enter("tu1", "melati-putih-9"), password("melati-putih-9"), office.computer);
    REQUIRE_FALSE(denied.has_value());
    CHECK(denied.error().key == "access.denied");
    auto twice = encryptSchool(
        office.enter("admin", adminPassword), {}, password(adminPassword), office.computer);
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().key == "key.encrypted");
    CHECK(isEncrypted(office.path()));
}
