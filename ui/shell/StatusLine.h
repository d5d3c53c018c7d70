// SPDX-License-Identifier: GPL-3.0-or-later
// Where the data is, whether it is saved, and which model speaks.
#pragma once

#include <QWidget>

class QLabel;

namespace edupro::ui {

class Context;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    Context& m_context;
    QLabel* m_sign;
    QLabel* m_file;
    QLabel* m_secrecy;
    QLabel* m_model;
};

} // namespace edupro::ui
