// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/EraseStudent.h"

#include "core/accounts/User.h"
#include "core/Entities.h"
#include "core/people/PeopleActions.h"
#include "core/storage/audit/AuditVerify.h"
#include "core/storage/Drafts.h"
#include "tests/privacy/Figures.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QDir>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

struct Hit {
    QString file;
    QString canary;
};

/// Where the bytes of canaries stand in files below a folder; UTF-8 and UTF-16.
std::vector<Hit> hitsIn(const QString& folder, const QStringList& canaries)
{
    std::vector<Hit> hits;
    for (const QFileInfo& file :
         QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot)) {
        QFile opened(file.filePath());
        REQUIRE(opened.open(QIODevice::ReadOnly));
        const QByteArray bytes = opened.readAll();
        for (const QString& canary : canaries) {
            const QByteArray wide(reinterpret_cast<const char*>(canary.utf16()), canary.size() * 2);
            if (bytes.contains(canary.toUtf8()) || bytes.contains(wide))
                hits.push_back({file.fileName(), canary});
        }
    }
    return hits;
}

void checkNone(const std::vector<Hit>& hits)
{
    for (const Hit& hit : hits)
        FAIL_CHECK(hit.canary.toStdString() + " stands in " + hit.file.toStdString());
    SUCCEED();
}

std::unique_ptr<Store> fileStore(const QString& path, bool isNew)
{
    auto store =
        isNew ? Store::createFile(path, testOptions()) : Store::openFile(path, testOptions());
    if (!store) FAIL(store.error().key << ": " << store.error().detail);
    return std::move(store).value();
}

} // namespace

TEST_CASE("Every identifying field can be emptied, and so can what is searched", "[privacy]")
{
    for (const EntityInfo* entity : allEntities()) {
        INFO(entity->table.toStdString());
        if (!identifies(*entity)) continue;
        for (const FieldInfo& field : entity->fields) {
            INFO(field.column.toStdString());
            if (field.rules.identifying) CHECK((field.nullable || field.type == FieldType::Text));
            if (field.rules.searched > 0) CHECK(field.rules.identifying);
            if (field.rules.unique) CHECK(field.rules.identifying);
        }
    }
}

TEST_CASE("An erased student keeps rows and figures and loses who they are", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        const auto before = figures(store);
        const auto erased = eraseStudent(store, family.child.id, QStringLiteral("request"));
        if (!erased) FAIL(erased.error().detail);
        CHECK(figures(store) == before);
        const Student child = (*store.find<Student>(family.child.id))->record;
        CHECK(child.name == erasedText);
        CHECK(child.nis.startsWith(QStringLiteral("hapus-")));
        CHECK(child.gender == family.child.gender);
        CHECK(child.status == QStringLiteral("left"));
        for (const bool has :
             {child.nisn.has_value(),
              child.birthDate.has_value(),
              child.address.has_value(),
              child.nik.has_value(),
              child.familyCardNumber.has_value(),
              child.healthNotes.has_value()})
            CHECK_FALSE(has);
        CHECK((*store.find<Student>(family.sibling.id))->record == family.sibling);
        CHECK(store.list<Student>(QStringLiteral("nik"), *family.child.nik)->empty());
        CHECK(people::listStudents(store, {.text = QStringLiteral("qwzxana")}, 0, 9)->empty());
        CHECK(erasureRegister(store.connection()).value() == QStringList{family.child.id.text()});
    });
}

TEST_CASE(
    "A guardian with another child here keeps the name until that child "
    "is erased too",
    "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        REQUIRE(eraseStudent(store, family.child.id, QStringLiteral("request")).has_value());
        CHECK_FALSE((*store.find<Guardian>(family.father.id))->record.name.has_value());
        CHECK((*store.find<Guardian>(family.mother.id))->record.name == family.mother.name);
        REQUIRE(eraseStudent(store, family.sibling.id, QStringLiteral("request")).has_value());
        CHECK_FALSE((*store.find<Guardian>(family.mother.id))->record.name.has_value());
    });
}

TEST_CASE("An erasure drops what was typed about the student and nothing else", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        const User user = stored(store, User{.login = "dewi", .name = "Dewi", .roles = "admin"});
        const auto form = [](const char* field, const QString& text) {
            return QJsonObject{{"typed", QJsonObject{{field, text}}}};
        };
        QJsonObject edited = form("address", "Jalan Baru 1");
        edited.insert("student", family.child.id.text());
        REQUIRE(
            keepDrafts(
                store,
                user.id.value,
                {{.page = "students", .title = "x", .content = edited},
                 // Typed anew: told by what stands in it only.
                 {.page = "students", .title = "New", .content = form("nis", family.child.nis)},
                 {.page = "students", .title = "New", .content = form("nisn", *family.child.nisn)},
                 {.page = "privacy",
                  .title = "New request",
                  .content = form("wish", "Mohon data " + family.child.name.toUpper() + ".")},
                 {.page = "privacy", .title = family.child.name, .content = {}},
                 {.page = "students",
                  .title = "kept",
                  .content = form("name", "Qwzxana Canariani")},
                 {.page = "students",
                  .title = "kept",
                  .content = form("nis", "1" + family.child.nis)}})
                .has_value());
        REQUIRE(eraseStudent(store, family.child.id, QStringLiteral("request")).has_value());
        QStringList titles;
        REQUIRE(store.connection()
                    .read(
                        QStringLiteral("SELECT title FROM drafts"),
                        {},
                        [&titles](const auto& row) {
                            titles << row.value(0).toString();
                            return true;
                        })
                    .has_value());
        CHECK(titles == QStringList{"kept", "kept"});
    });
}

TEST_CASE("Erasing somebody who is not there changes nothing", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        const StudentId nobody{store.newId()};
        CHECK(
            eraseStudent(store, nobody, QStringLiteral("request")).error().key ==
            "student.unknown");
        CHECK(erasureRegister(store.connection())->isEmpty());
        CHECK((*store.find<Student>(family.child.id))->record == family.child);
        CHECK(planErasure(store, nobody).error().key == "student.unknown");
    });
}

TEST_CASE("The plan of an erasure names tables and columns and changes nothing", "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    const auto plan = planErasure(*store, family.child.id);
    REQUIRE(plan.has_value());
    std::map<QString, std::pair<qint64, qint64>> counts;
    for (const ErasedTable& table : *plan)
        counts[table.table] = {table.rows, table.keptRows};
    CHECK(counts["students"] == std::pair<qint64, qint64>(1, 0));
    CHECK(counts["guardians"] == std::pair<qint64, qint64>(1, 1));
    CHECK(counts["final_marks"] == std::pair<qint64, qint64>(0, 1));
    CHECK(counts["guardian_incomes"] == std::pair<qint64, qint64>(0, 1));
    CHECK((*store->find<Student>(family.child.id))->record == family.child);
}

TEST_CASE(
    "After an erasure no byte of who it was stands in any file of the "
    "school, and the chain verifies",
    "[privacy]")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath("school.edupro");
    const FamilyCanaries canary;
    {
        auto store = fileStore(path, true);
        const Family family = aFamily(*store);
        REQUIRE_FALSE(hitsIn(dir.path(), canary.only).empty()); // the look finds what is there
        const auto before = figures(*store);
        const auto erased = eraseStudent(*store, family.child.id, QStringLiteral("request"));
        REQUIRE(erased.has_value());
        CHECK(erased->events >= 6);
        checkNone(hitsIn(dir.path(), canary.only)); // while it is open, its log included
        CHECK(hitsIn(dir.path(), canary.shared).size() >= 1);
        CHECK(figures(*store) == before);
        const auto report = verifyAudit(store->connection());
        REQUIRE(report.has_value());
        CHECK_FALSE(report->broken.has_value());
        CHECK(report->erased >= 6);
    }
    checkNone(hitsIn(dir.path(), canary.only));
    auto store = fileStore(path, false);
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
}

TEST_CASE(
    "A student erased yesterday is unreadable in last week's copy once "
    "the register was applied",
    "[privacy]")
{
    const QTemporaryDir dir;
    const QTemporaryDir copies;
    const QString copy = copies.filePath("lastweek.edupro");
    const FamilyCanaries canary;
    QStringList erasures;
    std::vector<qint64> before;
    {
        auto store = fileStore(dir.filePath("school.edupro"), true);
        const Family family = aFamily(*store);
        before = figures(*store);
        REQUIRE(
            store->connection().execute(QStringLiteral("VACUUM INTO '%1'").arg(copy)).has_value());
        REQUIRE(eraseStudent(*store, family.child.id, QStringLiteral("request")).has_value());
        erasures = *erasureRegister(store->connection());
    }
    REQUIRE_FALSE(hitsIn(copies.path(), canary.only).empty());
    {
        auto store = fileStore(copy, false);
        REQUIRE(store->acceptOlderFile(QStringLiteral("last week's copy")).has_value());
        // Somebody else who was erased long ago, and whom this copy never knew.
        erasures.append(QUuid::createUuid().toString(QUuid::WithoutBraces));
        const auto applied = applyErasures(store->connection(), allEntities(), erasures, testNow);
        if (!applied) FAIL(applied.error().detail);
        CHECK(*applied == 1);
        CHECK(figures(*store) == before);
        CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
        CHECK(erasureRegister(store->connection())->size() == 2);
        checkNone(hitsIn(copies.path(), canary.only));
        // Twice is as good as once.
        CHECK(applyErasures(store->connection(), allEntities(), erasures, testNow).has_value());
        CHECK(figures(*store) == before);
    }
    checkNone(hitsIn(copies.path(), canary.only));
}
