// SPDX-License-Identifier: GPL-3.0-or-later
// Why something was changed may say something about somebody.
#include "core/privacy/EraseStudent.h"
#include "core/storage/audit/AuditLog.h"
#include "core/storage/audit/AuditVerify.h"
#include "tests/privacy/Figures.h"
#include "tests/privacy/SampleFamily.h"
#include "tests/support/Stores.h"

#include <QJsonArray>

using namespace edupro;
using namespace edupro::storage;
using namespace edupro::tests;

namespace {

const QString why = QStringLiteral("Qwzxana sakit kanari");

qint64 eventsWith(Store& store, const char* column)
{
    return store.connection()
        .scalar(QStringLiteral("SELECT COUNT(*) FROM audit_event WHERE %1 LIKE '%kanari%'")
                    .arg(QLatin1String(column)))
        ->toLongLong();
}

/// Changes the mark of somebody for a reason.
FinalMark correctMark(Store& store, const StudentId& student)
{
    auto marks =
        store.list<FinalMark>(QStringLiteral("student_id"), QVariant::fromValue(student.value));
    REQUIRE(marks.has_value());
    REQUIRE_FALSE(marks->empty());
    FinalMark mark = marks->front();
    mark.mark = 91.0;
    store.setReason(why);
    REQUIRE(store.save(mark).has_value());
    return mark;
}

} // namespace

TEST_CASE("A typed reason is read with its event and stands where erasing reaches it", "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    const FinalMark mark = correctMark(*store, family.child.id);
    const auto page = auditPage(*store, {.row = mark.id.value}, {}, 1);
    REQUIRE(page.has_value());
    REQUIRE(page->size() == 1);
    CHECK(page->front().reason == why);
    CHECK(page->front().changes.keys() == QStringList{"mark"});
    CHECK(eventsWith(*store, "meta") == 0);
    CHECK(eventsWith(*store, "payload") > 0);
    const auto history = store->history(mark.id.value);
    REQUIRE(history.has_value());
    CHECK(history->back().after.keys() == QStringList{"mark"});

    const qint64 told = toldMarks(*store);
    REQUIRE(privacy::eraseStudent(*store, family.child.id, QStringLiteral("request")).has_value());
    CHECK(eventsWith(*store, "coalesce(payload, '')") == 0);
    CHECK(toldMarks(*store) == told - 1); // that of the reason alone
    CHECK_FALSE(verifyAudit(store->connection())->broken.has_value());
    const auto after = store->find<FinalMark>(mark.id);
    REQUIRE(after->has_value());
    CHECK((*after)->record.mark == 91.0); // the fact stays
}

TEST_CASE("Erasing somebody leaves the reasons about others", "[privacy]")
{
    const auto store = memoryStore();
    const Family family = aFamily(*store);
    const FinalMark mark = correctMark(*store, family.other.id);
    REQUIRE(privacy::eraseStudent(*store, family.child.id, QStringLiteral("request")).has_value());
    CHECK(auditPage(*store, {.row = mark.id.value}, {}, 1)->front().reason == why);
}

TEST_CASE("A reason is a sentence, not a story", "[privacy]")
{
    const auto store = memoryStore();
    Subject subject{.name = QStringLiteral("Matematika")};
    store->setReason(QString(longestReason + 1, u'x'));
    CHECK(store->save(subject).error().key == "audit.reason");
    store->setReason(QString(longestReason, u'x'));
    CHECK(store->save(subject).has_value());
}
