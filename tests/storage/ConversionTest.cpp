// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Conversion.h"

#include "core/base/Random.h"
#include "core/people/Student.h"
#include "core/security/KeyFile.h"
#include "core/storage/Store.h"
#include "tests/support/Builders.h"
#include "tests/support/Catch.h"
#include "tests/support/SchoolKeyFile.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <iostream>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;
using edupro::security::KeyFile;
using edupro::security::SchoolKeys;
using Keys = SchoolFile::Keys;

namespace {

// No name of a person: a word to look for in files.
const QByteArray canary = "Canary-Vireo-7731";
constexpr int pupils = 120;

Keys newKeys()
{
    return std::make_shared<const SchoolKeys>(SchoolKeys::random());
}

/// A state that a school's files can be in: plain, or encrypted with these keys and password.
struct State {
    Keys keys; ///< null: plain
    QString password;
};

struct School {
    School() { QStandardPaths::setTestModeEnabled(true); }
    QString path() const { return folder.filePath("school.edupro"); }
    QString keyFile() const { return security::keyFileOf(path()); }

    void create(const State& state) const
    {
        StoreOptions options = testOptions();
        options.keys = state.keys;
        auto store = Store::createFile(path(), options);
        if (!store) FAIL(store.error().detail);
        auto transaction = Transaction::begin(**store);
        for (int i = 0; i < pupils; ++i) {
            Student student = aStudent()
                                  .withNis(QByteArray::number(10000 + i).constData())
                                  .named((canary + ' ' + QByteArray::number(i)).constData());
            REQUIRE((*store)->save(student).has_value());
        }
        REQUIRE(transaction->commit().has_value());
        if (state.keys) REQUIRE(writeKeys(state)(keyFile()).has_value());
    }

    std::function<Done(const QString&)> writeKeys(const State& state) const
    {
        return [state](const QString& target) {
            KeyFile file{QUuid::createUuid()};
            const security::SlotOwner owner{
                .user = QUuid::createUuid(), .login = "kepala", .readsSealed = true};
            Done set = file.setPassword(owner, password(state.password), *state.keys, cheapest);
            return set ? file.save(target, state.keys->file) : set;
        };
    }

    Done convert(const State& from, const State& to, SwapStep step = {}) const
    {
        Conversion conversion{.from = from.keys, .to = to.keys, .step = std::move(step)};
        if (to.keys) conversion.writeKeys = writeKeys(to);
        return convertSchool(path(), conversion);
    }

    /// How many pupils are in the file, or the key of the refusal.
    std::string open(const Keys& keys) const
    {
        StoreOptions options = testOptions();
        options.keys = keys;
        auto store = Store::openFile(path(), options);
        if (!store) return store.error().key;
        const auto students = (*store)->list<Student>();
        if (!students) return students.error().key;
        for (const Student& student : *students)
            CHECK(student.name.toUtf8().startsWith(canary));
        return std::to_string(students->size());
    }

    /// As a person would: the key file, when there is one, must give keys that open the file.
    bool opensAs(const State& state) const
    {
        REQUIRE(endInterruptedSwap(path()).has_value());
        if (!state.keys) return open(nullptr) == std::to_string(pupils);
        const auto unlocked =
            security::unlockKeyFile(keyFile(), "kepala", password(state.password), testNow);
        if (!unlocked) return false;
        return open(std::make_shared<const SchoolKeys>(unlocked->unlocked.keys.copy())) ==
               std::to_string(pupils);
    }

    QStringList files() const
    {
        QStringList names = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        names.removeAll("school.edupro-lock");
        return names;
    }
    bool holdsCanary() const
    {
        for (const QString& name : files()) {
            QFile file(folder.filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            if (file.readAll().contains(canary)) return true;
        }
        return false;
    }

    QTemporaryDir folder;
};

QStringList filesOf(const State& state)
{
    if (!state.keys) return {"school.edupro"};
    return {"school.edupro", "school.edupro-keys"};
}

/// Encrypting, a new key, making plain.
std::pair<State, State> kindOfConversion(int kind)
{
    const State plain;
    const State first{newKeys(), "tanjung-42-biru"};
    const State second{newKeys(), "melati-putih-9"};
    if (kind == 0) return {plain, first};
    if (kind == 1) return {first, second};
    return {first, plain};
}

constexpr int manySteps = 100;

} // namespace

TEST_CASE("A school is encrypted, gets a new key and becomes plain again", "[storage]")
{
    const School school;
    const State plain;
    const State first{newKeys(), "tanjung-42-biru"};
    const State second{newKeys(), "melati-putih-9"};
    school.create(plain);
    CHECK(school.holdsCanary());

    const Done converted = school.convert(plain, first);
    if (!converted) FAIL(converted.error().key << ' ' << converted.error().detail);
    CHECK(school.files() == filesOf(first));
    CHECK_FALSE(school.holdsCanary());
    CHECK(school.opensAs(first));
    CHECK_FALSE(school.opensAs(plain));

    REQUIRE(school.convert(first, second).has_value());
    CHECK(school.files() == filesOf(second));
    CHECK_FALSE(school.holdsCanary());
    CHECK(school.opensAs(second));
    CHECK(school.open(first.keys) != std::to_string(pupils));

    REQUIRE(school.convert(second, plain).has_value());
    CHECK(school.files() == filesOf(plain));
    CHECK(school.opensAs(plain));
    CHECK(school.holdsCanary());
    // And once more: the plain file has reserved bytes now.
    REQUIRE(school.convert(plain, first).has_value());
    CHECK_FALSE(school.holdsCanary());
    CHECK(school.opensAs(first));
}

TEST_CASE("A conversion that stops after any step leaves one working pair", "[storage]")
{
    const int kind = GENERATE(0, 1, 2);
    const auto [from, to] = kindOfConversion(kind);
    int stops = 0;
    bool reachedNew = false;
    for (int last = 0; last < manySteps; ++last) {
        const School school;
        school.create(from);
        const Done converted = school.convert(from, to, [last](int step) { return step < last; });
        if (converted) break;
        ++stops;
        INFO("kind " << kind << ", stopped after step " << last);
        CHECK(converted.error().code == ErrorCode::Cancelled);
        const bool isOld = school.opensAs(from);
        const bool isNew = school.opensAs(to);
        CHECK(isOld != isNew);
        CHECK_FALSE((reachedNew && isOld)); // never back again
        reachedNew = reachedNew || isNew;
        CHECK(school.files() == filesOf(isNew ? to : from));
        CHECK(school.holdsCanary() == ((isNew ? to : from).keys == nullptr));
    }
    CHECK(stops >= 7);
    CHECK(stops < manySteps);
    CHECK(reachedNew);
}

TEST_CASE("An interrupted conversion can be made again at once", "[storage]")
{
    const State plain;
    const State wanted{newKeys(), "tanjung-42-biru"};
    const int last = GENERATE(0, 2, 3, 5);
    const School school;
    school.create(plain);
    REQUIRE_FALSE(school.convert(plain, wanted, [last](int step) { return step < last; }));
    if (school.opensAs(plain)) REQUIRE(school.convert(plain, wanted).has_value());
    CHECK(school.opensAs(wanted));
    CHECK(school.files() == filesOf(wanted));
    CHECK_FALSE(school.holdsCanary());
}

TEST_CASE("A conversion that cannot be done leaves the file as it was", "[storage]")
{
    const School school;
    const State before{newKeys(), "tanjung-42-biru"};
    const State after{newKeys(), "melati-putih-9"};
    school.create(before);
    const QStringList files = school.files();
    Conversion conversion{
        .from = before.keys, .to = after.keys, .writeKeys = school.writeKeys(after)};
    std::string key;
    SECTION("with the wrong key")
    {
        conversion.from = newKeys();
        key = "store.damaged";
    }
    SECTION("when the copy cannot be changed")
    {
        conversion.adapt = [](Connection&) {
            return Done(Error{.code = ErrorCode::Internal, .key = "test.adapt"});
        };
        key = "test.adapt";
    }
    SECTION("when the key file cannot be written")
    {
        conversion.writeKeys = [](const QString&) {
            return Done(Error{.code = ErrorCode::Io, .key = "test.keys"});
        };
        key = "test.keys";
    }
    SECTION("when somebody has it open")
    {
        StoreOptions options = testOptions();
        options.keys = before.keys;
        auto store = Store::openFile(school.path(), options);
        REQUIRE(store.has_value());
        const Done converted = convertSchool(school.path(), conversion);
        REQUIRE_FALSE(converted.has_value());
        CHECK(converted.error().key == "store.in_use");
        store->reset();
        CHECK(school.opensAs(before));
        return;
    }
    const Done converted = convertSchool(school.path(), conversion);
    REQUIRE_FALSE(converted.has_value());
    CHECK(converted.error().key == key);
    CHECK(school.files() == files);
    CHECK(school.opensAs(before));
}

TEST_CASE("A cancelled conversion removes what it had begun", "[storage]")
{
    const School school;
    const State wanted{newKeys(), "tanjung-42-biru"};
    school.create({});
    const double until = GENERATE(0.0, 0.5, 0.8, 0.9);
    Conversion conversion{.to = wanted.keys, .writeKeys = school.writeKeys(wanted)};
    const Done converted = convertSchool(
        school.path(), conversion, [until](double fraction) { return fraction < until; });
    REQUIRE_FALSE(converted.has_value());
    CHECK(converted.error().code == ErrorCode::Cancelled);
    CHECK(school.files() == filesOf({}));
    CHECK(school.opensAs({}));
}

TEST_CASE("The copy is changed before it takes the file's place, and compact", "[storage]")
{
    const School school;
    const State wanted{newKeys(), "tanjung-42-biru"};
    school.create({});
    Conversion conversion{.to = wanted.keys, .writeKeys = school.writeKeys(wanted)};
    conversion.adapt = [](Connection& copy) {
        const auto changed = copy.run("UPDATE students SET nis = '9' || nis", {});
        if (!changed) return Done(changed.error());
        CHECK(*changed == pupils);
        return done();
    };
    REQUIRE(convertSchool(school.path(), conversion).has_value());
    StoreOptions options = testOptions();
    options.keys = wanted.keys;
    auto store = Store::openFile(school.path(), options);
    REQUIRE(store.has_value());
    for (const Student& student : (*store)->list<Student>().value())
        CHECK(student.nis.startsWith("91"));
}

#ifdef Q_OS_LINUX
namespace {

/// Converts in a process of its own, which `killed` ends; answers whether it was killed.
bool convertInChild(
    const School& school,
    const State& from,
    const State& to,
    const std::function<void(pid_t)>& killed,
    int killAfterStep)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const Done converted = school.convert(from, to, [killAfterStep](int step) {
            if (step == killAfterStep) raise(SIGKILL);
            return true;
        });
        _exit(converted ? 0 : 1);
    }
    if (killed) killed(child);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    if (!WIFSIGNALED(status)) REQUIRE(WEXITSTATUS(status) == 0);
    return WIFSIGNALED(status);
}

void checkOnePair(const School& school, const State& from, const State& to)
{
    const bool isOld = school.opensAs(from);
    const bool isNew = school.opensAs(to);
    CHECK(isOld != isNew);
    CHECK(school.files() == filesOf(isNew ? to : from));
    CHECK(school.holdsCanary() == ((isNew ? to : from).keys == nullptr));
}

void killAtRandomTimes(int kills, unsigned seed)
{
    Random random(seed);
    int died = 0;
    for (int i = 0; i < kills; ++i) {
        const auto [from, to] = kindOfConversion(i % 3);
        const School school;
        school.create(from);
        const auto patience = static_cast<useconds_t>(random.below(400'000));
        const auto killed = [patience](pid_t child) {
            usleep(patience);
            kill(child, SIGKILL);
        };
        if (convertInChild(school, from, to, killed, -1)) ++died;
        INFO("seed " << seed << ", kill " << i);
        checkOnePair(school, from, to);
    }
    std::cout << "conversions killed at a random time: " << died << " of " << kills
              << ", all left one working pair" << std::endl;
}

} // namespace

TEST_CASE("kill -9 after any step of a conversion leaves one working pair", "[storage]")
{
    const int kind = GENERATE(0, 1, 2);
    const auto [from, to] = kindOfConversion(kind);
    for (int step = 0; step < manySteps; ++step) {
        const School school;
        school.create(from);
        const bool died = convertInChild(school, from, to, {}, step);
        INFO("kind " << kind << ", killed after step " << step);
        checkOnePair(school, from, to);
        if (!died) break;
    }
}

TEST_CASE("kill -9 at any moment of a conversion leaves one working pair", "[storage]")
{
    killAtRandomTimes(12, 1);
}

TEST_CASE("A thousand kills of conversions leave a thousand working pairs", "[.nightly]")
{
    killAtRandomTimes(1000, 2);
}
#endif
