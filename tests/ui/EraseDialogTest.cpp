// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/EraseDialog.h"

#include "tests/ui/OpenPrivacyPage.h"

#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

TEST_CASE("Erasing says what goes and what stays and waits for reason and NIS", "[ui][privacy]")
{
    OpenPrivacyPage open;
    open.receive("erasure", 80);
    open.show();
    REQUIRE(open.hasRows("requestsTable", 2));
    open.press("requestAct");
    EraseDialog* dialog = open.eraseDialog();
    const QString goes = child<QLabel>(*dialog, "eraseGoes")->text();
    CHECK(goes.contains("Student (1): NIS, Name, NISN"));
    CHECK(goes.contains("Privacy request"));
    CHECK(child<QLabel>(*dialog, "eraseStays")->text().contains("Final mark (1)"));
    CHECK_FALSE(child<QLabel>(*dialog, "eraseKept")->isVisible());
    auto* erase = child<QPushButton>(*dialog, "eraseNow");
    auto* basis = child<QComboBox>(*dialog, "eraseBasis");
    CHECK(basis->currentData().toString() == "request");
    CHECK_FALSE(erase->isEnabled());
    auto* typed = child<QLineEdit>(*dialog, "eraseTyped");
    typeInto(typed, "10002"); // the sibling's
    CHECK_FALSE(erase->isEnabled());
    dialog->accept(); // as Enter would
    CHECK(dialog->isVisible());
    typeInto(typed, "10003");
    choose(basis, QString());
    CHECK_FALSE(erase->isEnabled());
    choose(basis, "error");
    REQUIRE(erase->isEnabled());
    erase->click();
    REQUIRE(open.told("Erased"));
    REQUIRE(soon([&] { return open.cell("requestsTable", 0, 2) == privacy::erasedText; }));

    open.openTab(Erasures);
    REQUIRE(open.hasRows("erasuresTable", 1));
    CHECK(open.cell("erasuresTable", 0, 2) == "Recorded by mistake");
    CHECK(open.cell("erasuresTable", 0, 3) == open.family.other.id.text());
}

TEST_CASE("Erasing names the files that restores have kept beside the school", "[ui][privacy]")
{
    const QTemporaryDir folder;
    for (const char* name :
         {"sd_before-restore_2026-01-31_120000.edupro", "sd2_before-restore_2026-01-31.edupro"}) {
        QFile kept(folder.filePath(name));
        REQUIRE(kept.open(QIODevice::WriteOnly));
    }
    OpenPrivacyPage open(folder.filePath("sd.edupro"));
    open.receive("erasure", 80);
    open.show();
    REQUIRE(open.hasRows("requestsTable", 2));
    open.press("requestAct");
    const auto* kept = child<QLabel>(*open.eraseDialog(), "eraseKept");
    CHECK(kept->isVisible());
    CHECK(kept->text().contains("sd_before-restore_2026-01-31_120000.edupro"));
    CHECK_FALSE(kept->text().contains("sd2_")); // another school's
}
