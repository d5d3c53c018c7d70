// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/Dossier.h"

#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace edupro;
using namespace edupro::privacy;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

QStringList tablesOf(const std::vector<DossierTable>& tables)
{
    QStringList names;
    for (const DossierTable& table : tables)
        names.append(table.entity->table);
    return names;
}

} // namespace

TEST_CASE(
    "A dossier holds every value about the student and nothing of other "
    "students",
    "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        const auto dossier = dossierOf(store, family.child.id);
        if (!dossier) FAIL(dossier.error().detail);
        const QString text = QString::fromUtf8(QJsonDocument(toJson(*dossier)).toJson());
        const FamilyCanaries canary;
        for (const QString& value : canary.only + canary.shared) {
            INFO(value.toStdString());
            CHECK(text.contains(value));
        }
        CHECK(text.contains(QStringLiteral("2500000")));
        CHECK(text.contains(QStringLiteral("IPA")));   // what a mark is of
        CHECK(text.contains(QStringLiteral("20251"))); // and when
        for (const QString& other :
             {family.sibling.name,
              family.sibling.id.text(),
              family.other.name,
              family.other.id.text()})
            CHECK_FALSE(text.contains(other));
        CHECK(
            tablesOf(dossier->tables) == QStringList{
                                             "students",
                                             "enrolments",
                                             "guardians",
                                             "student_guardians",
                                             "final_marks",
                                             "attendance_days",
                                             "guardian_incomes",
                                             "achievements",
                                             "privacy_requests",
                                             "consents"});
    });
}

TEST_CASE("A dossier tells the history, deleted rows and who looked before", "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    const auto marks = store->list<FinalMark>(
        QStringLiteral("student_id"), QVariant::fromValue(family.child.id.value));
    REQUIRE(store->remove(entityInfo<FinalMark>(), marks->front().id.value).has_value());
    REQUIRE(dossierOf(*store, family.child.id).has_value());
    const auto dossier = dossierOf(*store, family.child.id);
    REQUIRE(dossier.has_value());
    const QJsonObject json = toJson(*dossier);
    const QJsonArray deleted = json["records"].toObject()["final_marks"].toArray();
    REQUIRE(deleted.size() == 1);
    CHECK(deleted[0].toObject()["stamp"].toObject()["deleted"].toBool());
    CHECK(QJsonDocument(json["history"].toArray()).toJson().contains("Qwzxana Canaria Lama"));
    int reads = 0;
    for (const QJsonValue& access : json["access_log"].toArray())
        if (access.toObject()["action"] == "dossier") ++reads;
    CHECK(reads == 2); // the one before, and this one
}

TEST_CASE("A student is found by NIS, NISN, NIK or id", "[privacy]")
{
    onEveryDialect([](Store& store) {
        const Family family = aFamily(store);
        for (const QString& number :
             {family.child.nis, *family.child.nisn, *family.child.nik, family.child.id.text()}) {
            INFO(number.toStdString());
            CHECK(studentOfNumber(store, number).value() == family.child.id);
        }
        const auto nobody = studentOfNumber(store, QStringLiteral("3273015708139999"));
        REQUIRE_FALSE(nobody.has_value());
        CHECK(nobody.error().key == "student.unknown");
        CHECK(nobody.error().detail.find("3273") == std::string::npos);
    });
}
