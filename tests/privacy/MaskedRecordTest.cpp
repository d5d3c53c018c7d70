// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/Disclosure.h"
#include "core/privacy/Retention.h"
#include "core/storage/audit/AuditLog.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QFile>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const EntityInfo& students()
{
    return entityInfo<Student>();
}

const QString dots(8, QChar(0x2022));

} // namespace

TEST_CASE("A masked record has no sealed value, and a mask where there is one", "[privacy]")
{
    onEveryDialect([](Store& store) {
        Student ani{.nis = "10001", .name = "Ani", .nik = "3273015708130077"};
        ani = stored(store, ani);
        const auto row = store.find(students(), ani.id.value);
        const MaskedRecord masked = maskedRecord(students(), **row);
        const auto shown = recordOf<Student>(masked.values);
        CHECK_FALSE(shown.nik);
        CHECK(shown.name == ani.name);
        CHECK(masked.masks == QHash<QString, QString>{{"nik", dots + " 077"}});
    });
}

TEST_CASE("What could not be opened has a mask, too", "[privacy]")
{
    StoredValues locked{.values = valuesOf(Student{.nis = "10001", .name = "Ani"}), .stamp = {}};
    locked.cells.resize(locked.values.size());
    locked.cells[static_cast<std::size_t>(students().indexOf(u"health_notes"))] = "s1:abc";
    CHECK(
        maskedRecord(students(), locked).masks == QHash<QString, QString>{{"health_notes", dots}});
}

TEST_CASE("Saving a record that was edited masked keeps what stands below the masks", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        const auto row = store.find(students(), family.child.id.value);
        const MaskedRecord masked = maskedRecord(students(), **row);
        auto edited = recordOf<Student>(masked.values);
        edited.address = QStringLiteral("Jalan Baru 1");
        Values values = valuesOf(edited);
        REQUIRE(keepStored(store, students(), values, masked.masks.keys()).has_value());
        REQUIRE(store.save(students(), values).has_value());
        Student expected = family.child;
        expected.address = edited.address;
        CHECK((*store.find<Student>(family.child.id))->record == expected);

        // A field that was shown and emptied is emptied.
        edited = expected;
        edited.nik.reset();
        values = valuesOf(edited);
        REQUIRE(keepStored(store, students(), values, {"health_notes"}).has_value());
        REQUIRE(store.save(students(), values).has_value());
        CHECK((*store.find<Student>(family.child.id))->record == edited);

        REQUIRE(store.remove(students(), family.child.id.value).has_value());
        CHECK(keepStored(store, students(), values, {"nik"}).error().key == "store.no_row");
        CHECK(keepStored(store, students(), values, {}).has_value()); // asks for nothing
    });
}

TEST_CASE("The list of what is kept too long is exported, and that it was is noted", "[privacy]")
{
    constexpr Instant year = 365LL * 24 * 60 * 60 * 1000;
    const auto now = std::make_shared<Instant>(testNow);
    StoreOptions options = testOptions();
    options.clock = [now] {
        return *now;
    };
    const auto store = Store::openMemory(std::move(options)).value();
    const Family family = aFamily(*store);
    *now += 20 * year;
    const QTemporaryDir folder;
    const QString path = folder.filePath("retention.csv");
    const auto rows = store->count(students());
    const auto lines = exportOverdue(*store, path);
    REQUIRE(lines.has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    CHECK(text.contains("purpose,months,ended_before,nis,name,since,rows"));
    CHECK(*lines > 0);
    CHECK(text.count('\n') == *lines + 1);
    CHECK(text.contains(family.child.nis.toUtf8()));
    const auto exports =
        auditCount(*store, {.actions = {codeOf(AuditAction::Export)}, .table = "students"});
    CHECK(*exports == 1);
    CHECK(*store->count(students()) == *rows);
    CHECK(
        exportOverdue(*store, folder.filePath("none/retention.csv")).error().key ==
        "export.unwritable");
}
