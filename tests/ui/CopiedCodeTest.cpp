// SPDX-License-Identifier: GPL-3.0-or-later
// What is copied of a secret, and how long it stays on the clipboard.
#include "tests/support/BackedUpSchool.h"
#include "ui/accounts/NewCodeDialog.h"
#include "ui/common/CopiedSecret.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE("A copied recovery code does not stay on the clipboard", "[ui][data]")
{
    BackedUpSchool open;
    open.desk.context.setSchool({.name = "SMP Contoh"}, {});
    QClipboard* clipboard = QApplication::clipboard();
    auto* dialog = new NewCodeDialog(open.desk.context, open.at.computer.cost);
    const QPointer<NewCodeDialog> guard(dialog);
    bool renewed = false;
    QObject::connect(dialog, &NewCodeDialog::renewed, [&] { renewed = true; });
    showActive(*dialog);
    child<QPushButton>(*dialog, "makeCode")->click();
    auto* code = child<QLabel>(*dialog, "recoveryCodeText");
    REQUIRE(soon([&] { return !code->text().isEmpty(); }));
    QString text = code->text();
    text.detach(); // the dialog wipes its own
    child<QPushButton>(*dialog, "copyCode")->click();
    CHECK(clipboard->text() == text);
    const bool typesIt = GENERATE(true, false);
    if (typesIt) {
        typeInto(child<QLineEdit>(*dialog, "typedCode"), security::RecoveryCode::random().text());
        child<QPushButton>(*dialog, "makeCode")->click();
        CHECK(child<QLabel>(*dialog, "newCodeProblem")->text().contains("another code"));
        typeInto(child<QLineEdit>(*dialog, "typedCode"), text.toLower());
        child<QPushButton>(*dialog, "makeCode")->click();
        CHECK(renewed);
    } else {
        child<QPushButton>(*dialog, "leaveCode")->click(); // asks once
        CHECK(dialog->isVisible());
        child<QPushButton>(*dialog, "leaveCode")->click();
        CHECK_FALSE(renewed);
    }
    REQUIRE(soon([&] { return guard.isNull(); }));
    CHECK(clipboard->text().isEmpty());

    open.desk.store.close().waitForFinished();
    const auto parsed = security::RecoveryCode::parse(text);
    REQUIRE(parsed.has_value());
    CHECK(
        accounts::signInWithRecoveryCode(open.school.path, *parsed, open.at.computer).has_value());
    const auto old = security::RecoveryCode::parse(open.school.recoveryCode);
    CHECK_FALSE(
        accounts::signInWithRecoveryCode(open.school.path, *old, open.at.computer).has_value());
}

TEST_CASE("What somebody else put on the clipboard stays there", "[ui]")
{
    QClipboard* clipboard = QApplication::clipboard();
    {
        CopiedSecret secret;
        secret.copy("rahasia-77");
        CHECK(clipboard->text() == "rahasia-77");
        clipboard->setText("a note");
    }
    CHECK(clipboard->text() == "a note");
    {
        CopiedSecret secret;
        secret.copy("rahasia-78");
    }
    CHECK(clipboard->text().isEmpty());
}
