// SPDX-License-Identifier: GPL-3.0-or-later
// A desk with a school on it, and ways to act and to wait like the person before it.
#pragma once

#include "tests/support/Catch.h"
#include "tests/support/Desk.h"
#include "tests/support/SampleSchool.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QWidget>

#include <optional>

namespace edupro::tests {

/// Runs `work` on the storage lane of a Desk or of Services and waits for its value; the test fails
/// with its error.
template<class Place, class Work>
auto inStore(Place& desk, Work work)
{
    auto future =
        desk.store.submit([&work](storage::Store& store, const Progress&) { return work(store); });
    REQUIRE(QTest::qWaitFor([&] { return future.isFinished(); }, 120'000));
    auto result = future.resultAt(0);
    if (!result) FAIL(result.error().detail);
    return std::move(result).value();
}

/// Opens a sample school in the storage lane.
inline void openSchool(Desk& desk, int students = 0)
{
    auto opened = desk.store.open([students] { return sampleSchool(students); });
    REQUIRE(QTest::qWaitFor([&] { return opened.isFinished(); }, 120'000));
    REQUIRE(opened.resultAt(0).has_value());
}

/// Waits until `held()` is true, as long as a person would.
template<class Held>
bool soon(Held held)
{
    return QTest::qWaitFor(held, 10'000);
}

/// Shows the window as the one that has the keyboard, also where no window manager gives it.
inline void showActive(QWidget& window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    REQUIRE(QTest::qWaitForWindowExposed(&window));
}

/// The child of that type and name; the test fails when there is none.
template<class Widget>
Widget* child(const QWidget& parent, const char* name)
{
    auto* found = parent.findChild<Widget*>(name);
    INFO(name);
    REQUIRE(found);
    return found;
}

/// Empties the field and types `text` into it.
inline void typeInto(QWidget* field, const QString& text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

} // namespace edupro::tests
