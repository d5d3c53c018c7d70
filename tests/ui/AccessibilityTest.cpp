// SPDX-License-Identifier: GPL-3.0-or-later
// Walks what a screen reader and a person without a mouse meet on every page.
#include "app/gui/Pages.h"
#include "tests/support/SampleSchool.h"
#include "tests/support/SchoolDesk.h"
#include "tests/support/Stores.h"
#include "ui/common/StateStack.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>

using namespace edupro;
using namespace edupro::tests;
using namespace edupro::ui;

namespace {

constexpr int longestWalk = 20'000; ///< objects; what tables hold is named by its model

bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::RadioButton:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::Tree:
        return true;
    default:
        return false;
    }
}

bool holdsCells(QAccessible::Role role)
{
    return role == QAccessible::Table || role == QAccessible::Tree || role == QAccessible::List;
}

QString placeOf(const QAccessibleInterface& item)
{
    QStringList place;
    for (const QObject* object = item.object(); object; object = object->parent())
        place.prepend(
            object->objectName().isEmpty() ? QString::fromLatin1(object->metaObject()->className())
                                           : object->objectName());
    return place.isEmpty()
               ? QStringLiteral("role %1").arg(item.role())
               : QStringList(place.mid(std::max<qsizetype>(0, place.size() - 3))).join(u'/');
}

/// Parts of a control that carries the name itself: the line of a box, the list that it opens.
bool isPartOfBox(const QAccessibleInterface& item)
{
    for (const QObject* above = item.object() ? item.object()->parent() : nullptr; above;
         above = above->parent())
        if (qobject_cast<const QComboBox*>(above)) return true;
    return false;
}

/// What a screen reader would call "button" or "table" and nothing more.
void collectNameless(QAccessibleInterface* item, QStringList& nameless, int& walked)
{
    if (!item || !item->isValid() || item->state().invisible || ++walked > longestWalk) return;
    if (isInteractive(item->role()) && !isPartOfBox(*item) &&
        item->text(QAccessible::Name).trimmed().isEmpty())
        nameless.append(placeOf(*item));
    if (holdsCells(item->role())) return;
    for (int i = 0; i < item->childCount(); ++i)
        collectNameless(item->child(i), nameless, walked);
}

/// Buttons that only a mouse can press.
QStringList beyondTheKeyboard(const QWidget& page)
{
    QStringList buttons;
    for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        const bool reached = (button->focusPolicy() & Qt::TabFocus) != 0;
        if (!button->isVisible() || !button->isEnabled() || reached ||
            !button->shortcut().isEmpty())
            continue;
        // The corner of a table selects everything, as Ctrl+A does; tabs are changed by arrows.
        const QByteArray owner =
            button->parent() ? button->parent()->metaObject()->className() : "";
        if (button->inherits("QTableCornerButton") || owner == "QTabBar" || owner == "QLineEdit")
            continue;
        buttons.append(
            button->objectName().isEmpty() ? QString::fromLatin1(button->metaObject()->className())
                                           : button->objectName());
    }
    return buttons;
}

/// A page before an administrator, with a few students or none.
struct ShownPage {
    Desk desk;
    std::unique_ptr<QWidget> page;

    ShownPage(const PageRow& row, Tongue tongue, int students)
        : desk(tongue)
    {
        openSchool(desk, students);
        desk.context.setPerson(
            {.id = QUuid::createUuid(),
             .login = "made",
             .name = "Made",
             .roles = security::Role::Admin});
        page.reset(row.make(desk.context));
        page->resize(1140, 640);
        showActive(*page);
        REQUIRE(soon([&] {
            const auto stacks = page->findChildren<StateStack*>();
            return std::none_of(stacks.begin(), stacks.end(), [](const StateStack* stack) {
                return stack->isVisible() && stack->state() == StateStack::State::Loading;
            });
        }));
    }
};

} // namespace

TEST_CASE("Every control of every page has a name for those who hear it", "[ui][accessibility]")
{
    const int students = GENERATE(0, 12);
    const Tongue tongue = GENERATE(Tongue::Indonesian, Tongue::English);
    for (const PageRow& row : gui::pages()) {
        const ShownPage shown(row, tongue, students);
        for (QLineEdit* line : shown.page->findChildren<QLineEdit*>()) // the button that empties it
            if (line->isClearButtonEnabled()) line->setText(QStringLiteral("a"));
        QStringList nameless;
        int walked = 0;
        collectNameless(QAccessible::queryAccessibleInterface(shown.page.get()), nameless, walked);
        INFO(row.id << ": " << nameless.join(QStringLiteral(", ")).toStdString());
        CHECK(nameless.isEmpty());
        CHECK(walked > 5);
        CHECK(walked <= longestWalk);
    }
}

TEST_CASE("Every button of every page is reached by the keyboard", "[ui][accessibility]")
{
    const int students = GENERATE(0, 12);
    for (const PageRow& row : gui::pages()) {
        const ShownPage shown(row, Tongue::English, students);
        const QStringList buttons = beyondTheKeyboard(*shown.page);
        INFO(row.id << ": " << buttons.join(QStringLiteral(", ")).toStdString());
        CHECK(buttons.isEmpty());
    }
}
