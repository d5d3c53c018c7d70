// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/StateStack.h"

#include "tests/support/Catch.h"
#include "ui/common/Language.h"
#include "ui/common/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace edupro;
using namespace edupro::ui;

namespace {

QStringList visibleTexts(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty()) texts << label->text();
    }
    return texts;
}

} // namespace

TEST_CASE("A list begins loading and says so only when it takes a moment", "[ui]")
{
    const Theme theme(Scheme::Light);
    const Language language(Tongue::English);
    StateStack stack(theme, new QLabel("the list"));
    stack.show();
    CHECK(stack.state() == StateStack::State::Loading);
    CHECK(visibleTexts(stack).isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return visibleTexts(stack) == QStringList{"Loading…"}; }, 2000));
    stack.showData();
    CHECK(visibleTexts(stack) == QStringList{"the list"});
}

TEST_CASE("An empty list says why and offers the action", "[ui]")
{
    const Theme theme(Scheme::Light);
    const Language language(Tongue::English);
    StateStack stack(theme, new QWidget);
    stack.show();
    QSignalSpy wanted(&stack, &StateStack::actionRequested);
    stack.showEmpty([] {
        return EmptyWords{"No students yet", "Import a list to begin.", "Import"};
    });
    CHECK(visibleTexts(stack) == QStringList{"No students yet", "Import a list to begin."});
    auto* button = stack.findChild<QPushButton*>("emptyAction");
    REQUIRE(button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    CHECK(wanted.count() == 1);
    stack.showEmpty([] { return EmptyWords{"Nothing found", "", ""}; });
    CHECK(visibleTexts(stack) == QStringList{"Nothing found"});
    CHECK_FALSE(button->isVisible());
}

TEST_CASE("An error says what, why and what to do, and can be tried again", "[ui]")
{
    const Theme theme(Scheme::Light);
    Language language(Tongue::English);
    StateStack stack(theme, new QWidget);
    stack.show();
    QSignalSpy retried(&stack, &StateStack::retryRequested);
    stack.showError(
        {.code = ErrorCode::Io, .key = "store.missing", .detail = "/tmp/school.edupro"},
        [](const std::string&) { return QString(); });
    const QStringList said = visibleTexts(stack);
    CHECK(said.contains("The school file was not found."));
    CHECK(said.contains("/tmp/school.edupro"));
    auto* button = stack.findChild<QPushButton*>("problemAction");
    CHECK(button->text() == "Try again");
    button->click();
    CHECK(retried.count() == 1);
#ifdef EDUPRO_LUPDATE
    language.setTongue(Tongue::Indonesian);
    QApplication::processEvents();
    CHECK(button->text() == "Coba lagi");
    CHECK(visibleTexts(stack).contains("Berkas sekolah tidak ditemukan."));
#endif
}
