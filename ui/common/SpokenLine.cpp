// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SpokenLine.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace edupro::ui {

void nameForHearing(QLineEdit& line, const QString& name)
{
    line.setAccessibleName(name);
    for (auto* button : line.findChildren<QToolButton*>()) {
        const QAction* action = button->defaultAction();
        const bool empties = action && !line.actions().contains(action);
        button->setAccessibleName(
            empties ? QCoreApplication::translate("SpokenLine", "Clear") : name);
    }
}

} // namespace edupro::ui
