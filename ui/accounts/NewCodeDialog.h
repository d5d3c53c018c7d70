// SPDX-License-Identifier: GPL-3.0-or-later
// A new recovery code for the open school: asked for, shown once, typed from the paper.
#pragma once

#include "core/security/Scrypt.h"
#include "ui/common/AskDialog.h"

namespace edupro::ui {

class Context;
class RecoveryPaper;

class NewCodeDialog : public AskDialog {
    Q_OBJECT
public:
    NewCodeDialog(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

    /// Once a code is made, closing without having typed it has to be asked for twice.
    void reject() override;

signals:
    void renewed(); ///< the new code was typed from the paper

protected:
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override { return true; }
    void go() override;

private:
    void make();

    Context& m_context;
    const security::ScryptCost m_cost;
    bool m_made = false;
    bool m_warned = false;
    QLabel* m_text;
    RecoveryPaper* m_paper;
};

} // namespace edupro::ui
