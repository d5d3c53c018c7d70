// SPDX-License-Identifier: GPL-3.0-or-later
// A new recovery code for the open school: asked for, shown once, typed from the paper.
#pragma once

#include "core/security/Scrypt.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace edupro::ui {

class Context;
class RecoveryPaper;

class NewCodeDialog : public QDialog {
    Q_OBJECT
public:
    NewCodeDialog(Context& context, const security::ScryptCost& cost, QWidget* parent = nullptr);

    /// Once a code is made, closing without having typed it has to be asked for twice.
    void reject() override;

signals:
    void renewed(); ///< the new code was typed from the paper

protected:
    void changeEvent(QEvent* event) override;

private:
    void make();
    void refuse(const QString& problem);
    void say();

    Context& m_context;
    const security::ScryptCost m_cost;
    bool m_busy = false;
    bool m_made = false;
    bool m_warned = false;
    QLabel* m_text;
    RecoveryPaper* m_paper;
    QLabel* m_problem;
    QPushButton* m_go;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
