// SPDX-License-Identifier: GPL-3.0-or-later
// Asks in place why a submitted list is corrected.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

/// Hidden until somebody asks. Enter says it, Escape takes the correction back.
class CorrectionBar : public QFrame {
    Q_OBJECT
public:
    explicit CorrectionBar(QWidget* parent = nullptr);
    /// Shows the question with the keyboard on the line; as it stands when it is shown already.
    void ask();
    /// Below the line: why the reason will not do.
    void refuse(const QString& why);

signals:
    void answered(const QString& reason);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void say();

    QLabel* m_question;
    QLineEdit* m_reason;
    QPushButton* m_go;
    QPushButton* m_leave;
    QLabel* m_problem;
};

} // namespace edupro::ui
