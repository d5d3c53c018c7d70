// SPDX-License-Identifier: GPL-3.0-or-later
// Notes a failure of protection.
#pragma once

#include "ui/privacy/RegisterForm.h"

namespace edupro::ui {

class BreachForm : public RegisterForm {
    Q_OBJECT
public:
    explicit BreachForm(Context& context, QWidget* parent = nullptr);

    void add();
    void resume(const QJsonObject& draft) override;

protected:
    void save(const Values& values) override;
    QString kind() const override { return QStringLiteral("breach"); }
    void say() override;

private:
    QLabel* m_advice;
};

} // namespace edupro::ui
