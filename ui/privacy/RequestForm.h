// SPDX-License-Identifier: GPL-3.0-or-later
// Notes what somebody asks of the school about a student's data.
#pragma once

#include "core/people/Student.h"
#include "ui/privacy/RegisterForm.h"

namespace edupro::ui {

class StudentPicker;

class RequestForm : public RegisterForm {
    Q_OBJECT
public:
    explicit RequestForm(Context& context, QWidget* parent = nullptr);

    /// An empty form; of this student, when there is one.
    void add(const StudentId& student = {}, const QString& words = {});
    void resume(const QJsonObject& draft) override;

protected:
    QJsonObject typed() const override;
    void save(const Values& values) override;
    QString kind() const override { return QStringLiteral("request"); }
    void say() override;

private:
    QLabel* m_studentWord;
    StudentPicker* m_student;
};

} // namespace edupro::ui
