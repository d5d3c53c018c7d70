// SPDX-License-Identifier: GPL-3.0-or-later
// What people type or paste into a form by mistake or on purpose.
#include "tests/ui/OpenPage.h"

#include <QClipboard>

using namespace edupro;
using namespace edupro::tests;

TEST_CASE("A megabyte pasted into a field is refused and the form goes on", "[ui][students]")
{
    OpenPage open(3);
    open.openForm();
    typeInto(open.field("nis"), "77001");
    auto* name = qobject_cast<QLineEdit*>(open.field("name"));
    REQUIRE(name);
    QApplication::clipboard()->setText(QString(1 << 20, 'x'));
    name->setFocus();
    name->paste();
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return open.note("name") == "Must have 2 to 100 characters"; }));
    CHECK(open.stored("77001").empty());
    typeInto(name, "Made Wiryawan");
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return !open.formIsOpen(); }));
    CHECK(open.stored("77001").size() == 1);
}

TEST_CASE("Signs of SQL and of other directions of writing are text", "[ui][students]")
{
    OpenPage open(3);
    const QString name =
        QString::fromUtf8("O'Neil \"; DROP TABLE students; -- \u0633\u0639\u064a\u062f");
    open.openForm();
    typeInto(open.field("nis"), "77001");
    qobject_cast<QLineEdit*>(open.field("name"))->setText(name);
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return !open.formIsOpen(); }));
    const auto stored = open.stored("77001");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].name == name);
    REQUIRE(soon([&] { return open.rows() == 4; }));

    // Signs part words, as in the names themselves; none of them stands for anything else.
    CHECK(open.stored("DROP TABLE").size() == 1);
    CHECK(open.stored("DROP%TABLE").size() == 1);
    CHECK(open.stored("%").size() == open.stored("").size());
    for (const char* text : {"DROP%TABLEX", "XD_OP", "' OR '1'='1"}) {
        INFO(text);
        CHECK(open.stored(text).empty());
    }
    CHECK(open.stored("O'Neil \";").size() == 1);
}

TEST_CASE("Saving twice at once stores one student", "[ui][students]")
{
    OpenPage open(3);
    open.openForm();
    typeInto(open.field("nis"), "77001");
    typeInto(open.field("name"), "Made Wiryawan");
    QTest::mouseDClick(open.field("saveStudent"), Qt::LeftButton);
    open.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(soon([&] { return !open.formIsOpen(); }));
    REQUIRE(soon([&] { return open.rows() == 4; }));
    CHECK(open.stored("77001").size() == 1);
}
