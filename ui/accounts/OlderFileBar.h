// SPDX-License-Identifier: GPL-3.0-or-later
// "This file is older than the one used here last": a line above the page for as long as the school
// can only be read.
#pragma once

#include "core/accounts/OlderFile.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;

/// Asks the open store and shows itself when there is something to say: to who may decide, with
/// what to do; to everybody else, with whom to ask.
class OlderFileBar : public QFrame {
    Q_OBJECT
public:
    explicit OlderFileBar(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void decide();
    void say();

    Context& m_context;
    accounts::OlderFile m_older;
    QLabel* m_text;
    QPushButton* m_decide;
};

} // namespace edupro::ui
