// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs that answer from a script and remember what was asked.
#pragma once

#include "ui/common/Dialogs.h"

#include <QStringList>

namespace edupro::tests {

class ScriptedDialogs : public ui::Dialogs {
public:
    QString path;          ///< answer to both file questions; empty: dismissed
    bool accepts = true;   ///< answer to confirmations
    QStringList questions; ///< titles, in order

    void openFile(const ui::FileQuestion& question, WithPath then) override
    {
        answer(question, then);
    }
    void saveFile(const ui::FileQuestion& question, WithPath then) override
    {
        answer(question, then);
    }
    void chooseFolder(const ui::FileQuestion& question, WithPath then) override
    {
        answer(question, then);
    }
    void confirm(const ui::Confirmation& question, Accepted then) override
    {
        questions << question.title;
        if (accepts) then();
    }

private:
    void answer(const ui::FileQuestion& question, const WithPath& then)
    {
        questions << question.title;
        if (!path.isEmpty()) then(path);
    }
};

} // namespace edupro::tests
