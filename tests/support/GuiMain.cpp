// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "app/gui/GuardedApplication.h"
#include "tests/support/Catch.h"

int main(int argc, char** argv)
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const edupro::gui::GuardedApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
