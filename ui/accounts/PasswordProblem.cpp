// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PasswordProblem.h"

#include "ui/common/ErrorText.h"

#include <QCoreApplication>

namespace edupro::ui {

int secondsToWait(const Error& error)
{
    if (error.key != "key.wait" || error.issues.empty()) return 0;
    return QString::fromStdString(error.issues[0].limit).toInt();
}

QString passwordProblem(const Error& error, const QString& wrong)
{
    if (error.key == "key.wrong") return wrong;
    if (const int seconds = secondsToWait(error); seconds > 0)
        return QCoreApplication::translate(
            "PasswordProblem", "Too many attempts. Wait %n second(s).", nullptr, seconds);
    return inLines(words(error));
}

} // namespace edupro::ui
