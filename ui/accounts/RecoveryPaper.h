// SPDX-License-Identifier: GPL-3.0-or-later
// A recovery code that is shown once: to be printed or written down, and typed from the paper.
#pragma once

#include "ui/common/CopiedSecret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;

/// Wipes the code when it was typed, and when it goes; takes it off the clipboard then.
class RecoveryPaper : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryPaper(Context& context, QWidget* parent = nullptr);
    ~RecoveryPaper() override;

    /// `code`: wiped from the caller's string. `school`: its name, for the page.
    void show(QString& code, const QString& school);
    /// The typed code is compared; compared() or refused() follows.
    void compare();
    /// What is typed and shown, and what was copied, goes.
    void forget();
    QLineEdit* line() const { return m_typed; }

signals:
    void compared();                      ///< the same code was typed
    void refused(const QString& problem); ///< another one, a typing mistake, a page not written

protected:
    void changeEvent(QEvent* event) override;

private:
    void print();
    void say();

    Context& m_context;
    QString m_text; ///< wiped
    QString m_school;
    CopiedSecret m_copied;
    QLabel* m_code;
    QPushButton* m_print;
    QPushButton* m_copy;
    QLabel* m_typedWord;
    QLineEdit* m_typed;
};

/// The font of codes and passwords that are to be copied by hand.
QFont codeFont(int pixels);

} // namespace edupro::ui
