// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it starts, with its files in a folder of the test.
#pragma once

#include "app/gui/Desktop.h"
#include "tests/support/ProtectedSchool.h"
#include "tests/support/SchoolDesk.h"
#include "ui/accounts/SignInPage.h"
#include "ui/shell/MainWindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace edupro::tests {

struct Program {
    const QTemporaryDir& folder;
    Services services;
    gui::Desktop desktop;

    Program(const QTemporaryDir& files, const accounts::Computer& computer)
        : folder(files)
        , services(files.filePath("edupro.ini"))
        , desktop(
              services,
              {.schoolFolder = files.path(),
               .exampleFile = files.filePath("example.edupro"),
               .computer = computer})
    {
        services.language.setTongue(ui::Tongue::English);
    }
    explicit Program(const QTemporaryDir& files)
        : folder(files)
        , services(files.filePath("edupro.ini"))
        , desktop(
              services,
              {.schoolFolder = files.path(),
               .exampleFile = files.filePath("example.edupro"),
               .computer = {.store = services.storeOptions()}})
    {
        services.language.setTongue(ui::Tongue::English);
    }
    ui::MainWindow* school() const { return qobject_cast<ui::MainWindow*>(desktop.window()); }
    ui::SignInPage* door() const { return qobject_cast<ui::SignInPage*>(desktop.window()); }
    ui::WelcomePage* welcome() const { return qobject_cast<ui::WelcomePage*>(desktop.window()); }
    void type(const char* field, const QString& text)
    {
        typeInto(child<QLineEdit>(*desktop.window(), field), text);
    }
    void press(const char* button) { child<QPushButton>(*desktop.window(), button)->click(); }
    void signIn(const QString& password)
    {
        REQUIRE(door());
        if (child<QLineEdit>(*door(), "login")->text().isEmpty()) type("login", "dewi");
        type("password", password);
        press("signIn");
        REQUIRE(soon([&] { return school() != nullptr; }));
    }
    void start(const QString& file = {})
    {
        desktop.start(file);
        REQUIRE(soon([&] { return desktop.window() != nullptr; }));
    }
};

/// A plain school without people.
inline QString makeSchool(const QTemporaryDir& folder, const char* name)
{
    const QString path = folder.filePath(QString(name) + ".edupro");
    REQUIRE(school::createSchoolFile(
                path, {.name = name}, {.actor = "tester", .entities = allEntities()})
                .has_value());
    return path;
}

} // namespace edupro::tests
