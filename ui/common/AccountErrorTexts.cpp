// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ErrorTexts.h"

#include <QCoreApplication>

namespace edupro::ui {

namespace {

// clang-format off
constexpr KeyWords keyWords[] = {
    {"key.missing",
     QT_TRANSLATE_NOOP("ErrorText", "The key file of the school was not found."),
     QT_TRANSLATE_NOOP("ErrorText", "Put it back beside the school file, or restore both from a backup.")},
    {"key.damaged",
     QT_TRANSLATE_NOOP("ErrorText", "The key file is damaged."),
     QT_TRANSLATE_NOOP("ErrorText", "Restore the key file from a backup or use the recovery code.")},
    {"key.missing",
     QT_TRANSLATE_NOOP("ErrorText", "The key file of this school was not found."),
     QT_TRANSLATE_NOOP("ErrorText", "It belongs beside the school file and ends in .edupro-keys; copy it there, or restore a backup.")},
    {"key.code",
     QT_TRANSLATE_NOOP("ErrorText", "The recovery code is mistyped."),
     QT_TRANSLATE_NOOP("ErrorText", "Compare each group of four with the printed code.")},
    {"key.memory",
     QT_TRANSLATE_NOOP("ErrorText", "There is not enough free memory to check the password."),
     QT_TRANSLATE_NOOP("ErrorText", "Close other programs and try again.")},
    {"key.needed",
     QT_TRANSLATE_NOOP("ErrorText", "The school file is encrypted."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in with your user name and password to open it.")},
    {"key.unneeded",
     QT_TRANSLATE_NOOP("ErrorText", "The school file is not encrypted, but a key file lies beside it."),
     QT_TRANSLATE_NOOP("ErrorText", "Check whether the file was replaced, or move the key file away.")},
    {"key.mismatch",
     QT_TRANSLATE_NOOP("ErrorText", "The key file does not belong to this school file."),
     QT_TRANSLATE_NOOP("ErrorText", "Put back the school file and key file that belong together, or restore a backup.")},
    {"key.wrong",
     QT_TRANSLATE_NOOP("ErrorText", "User name or password is wrong."),
     QT_TRANSLATE_NOOP("ErrorText", "Type both again; mind the Caps Lock key.")},
    {"key.wait",
     QT_TRANSLATE_NOOP("ErrorText", "Too many attempts."),
     QT_TRANSLATE_NOOP("ErrorText", "Wait a moment before the next attempt.")},
    {"key.expired",
     QT_TRANSLATE_NOOP("ErrorText", "This sign-in has expired on this computer."),
     QT_TRANSLATE_NOOP("ErrorText", "Connect to the server once and sign in there.")},
    {"session.expired",
     QT_TRANSLATE_NOOP("ErrorText", "Your session has ended."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in again. What you typed is still here.")},
    {"access.sealed",
     QT_TRANSLATE_NOOP("ErrorText", "These data are sealed, and your account does not hold their key."),
     QT_TRANSLATE_NOOP("ErrorText", "Leave the field as it is, or ask the administrator.")},
    {"privacy.no_request",
     QT_TRANSLATE_NOOP("ErrorText", "This request was not found."),
     QT_TRANSLATE_NOOP("ErrorText", "Load the list again.")},
    {"privacy.no_breach",
     QT_TRANSLATE_NOOP("ErrorText", "This incident was not found."),
     QT_TRANSLATE_NOOP("ErrorText", "Load the list again.")},
    {"privacy.decided",
     QT_TRANSLATE_NOOP("ErrorText", "This was decided before."),
     QT_TRANSLATE_NOOP("ErrorText", "Read what stands there; a new wish needs a new request.")},
    {"access.password",
     QT_TRANSLATE_NOOP("ErrorText", "The one-time password has to be replaced first."),
     QT_TRANSLATE_NOOP("ErrorText", "Choose a password of your own.")},
    {"access.reason",
     QT_TRANSLATE_NOOP("ErrorText", "A correction needs a reason."),
     QT_TRANSLATE_NOOP("ErrorText", "Say why it is changed, then save again.")},
    {"access.locked_term",
     QT_TRANSLATE_NOOP("ErrorText", "The term is closed."),
     QT_TRANSLATE_NOOP("ErrorText", "An administrator can correct a locked term with a reason; an archived one takes no changes.")},
    {"user.exists",
     QT_TRANSLATE_NOOP("ErrorText", "The school has an administrator already."),
     QT_TRANSLATE_NOOP("ErrorText", "Sign in, or ask the administrator for an account.")},
    {"user.unknown",
     QT_TRANSLATE_NOOP("ErrorText", "There is no such user."),
     QT_TRANSLATE_NOOP("ErrorText", "Look at the list of users; it may have been changed meanwhile.")},
    {"user.last_admin",
     QT_TRANSLATE_NOOP("ErrorText", "The school needs an administrator."),
     QT_TRANSLATE_NOOP("ErrorText", "Give another person that role first.")},
    {"session.none",
     QT_TRANSLATE_NOOP("ErrorText", "Nobody is signed in, or that session has ended."),
     QT_TRANSLATE_NOOP("ErrorText", "Load the list again, or sign in.")},
    {"key.encrypted",
     QT_TRANSLATE_NOOP("ErrorText", "The school file is encrypted already."),
     QT_TRANSLATE_NOOP("ErrorText", "Nothing is to be done. To lock out old passwords, change the file key.")},
    {"key.plain",
     QT_TRANSLATE_NOOP("ErrorText", "The file is not encrypted."),
     QT_TRANSLATE_NOOP("ErrorText", "It has no recovery code; an administrator can reset passwords.")},
    {"key.exists",
     QT_TRANSLATE_NOOP("ErrorText", "A key file of that name is there already."),
     QT_TRANSLATE_NOOP("ErrorText", "It may open a copy of another school: move it away or choose another name.")},
    {"password.weak",
     QT_TRANSLATE_NOOP("ErrorText", "The new password is too easy to guess."),
     QT_TRANSLATE_NOOP("ErrorText", "Take at least ten characters that are not a common word, your login or the school's name.")},
    {"access.denied",
     QT_TRANSLATE_NOOP("ErrorText", "You do not have the right to do this."),
     QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator of the school for it.")},
};
// clang-format on

} // namespace

std::span<const KeyWords> accountErrorTexts()
{
    return keyWords;
}

} // namespace edupro::ui
