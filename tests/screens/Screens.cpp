// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/Screens.h"

#include "ui/common/StateStack.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QTest>
#include <QWidget>

#include <iostream>

using namespace edupro::tests;
using namespace edupro::ui;

namespace {

constexpr int longestWait = 20'000; // ms

bool hasSettled(const QWidget& widget)
{
    const auto stacks = widget.findChildren<StateStack*>();
    return std::none_of(stacks.begin(), stacks.end(), [](const StateStack* stack) {
        return stack->isVisible() && stack->state() == StateStack::State::Loading;
    });
}

bool render(const Screen& screen, const QDir& folder, Tongue tongue, Scheme scheme)
{
    Desk desk(tongue, scheme);
    const std::unique_ptr<QWidget> widget = screen.make(desk);
    if (!qobject_cast<QDialog*>(widget.get())) widget->resize(1366, 768);
    widget->show();
    QTest::qWait(50);
    const bool settled = QTest::qWaitFor([&] { return hasSettled(*widget); }, longestWait);
    QTest::qWait(50);
    const QString name =
        QString("%1-%2-%3.png")
            .arg(screen.name, Language::code(tongue), scheme == Scheme::Light ? "light" : "dark");
    if (!settled) std::cerr << name.toStdString() << ": a list is still loading" << std::endl;
    return widget->grab().save(folder.filePath(name)) && settled;
}

} // namespace

/// screens FOLDER [NAME...]: writes NAME-{id,en}-{light,dark}.png of every screen, or of those.
int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, "."));
    if (!folder.mkpath(".")) return 1;
    bool good = true;
    for (const Screen& screen : screens()) {
        if (arguments.size() > 2 && !arguments.mid(2).contains(screen.name)) continue;
        for (const Tongue tongue : {Tongue::Indonesian, Tongue::English}) {
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
                good = render(screen, folder, tongue, scheme) && good;
        }
    }
    return good ? 0 : 1;
}
