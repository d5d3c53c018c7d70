// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RequestForm.h"

#include "core/jobs/OnFinished.h"
#include "core/privacy/PrivacyActions.h"
#include "ui/common/RecordForm.h"
#include "ui/privacy/StudentPicker.h"
#include "ui/shell/Context.h"

#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

namespace {

const QString studentKey = QStringLiteral("student");
const QString nameKey = QStringLiteral("name");

} // namespace

RequestForm::RequestForm(Context& context, QWidget* parent)
    : RegisterForm(context, entityInfo<PrivacyRequest>(), parent)
    , m_studentWord(new QLabel(this))
    , m_student(new StudentPicker(context, this))
{
    setObjectName("requestForm");
    m_student->setObjectName("requestStudent");
    for (const char* column : {"state", "decision"})
        m_form->leaveOut(QString::fromLatin1(column));
    addLine(m_studentWord, m_student);
    connect(m_student, &StudentPicker::changed, this, &RequestForm::markChanged);
    connect(m_student, &StudentPicker::chosen, m_form, &RecordForm::focusFirst);
    say();
}

void RequestForm::add(const StudentId& student, const QString& words)
{
    PrivacyRequest request;
    request.kind = QStringLiteral("access");
    begin(valuesOf(request));
    m_student->choose(student, words);
    if (student.isNull())
        m_student->setFocus();
    else
        m_form->focusFirst();
}

QJsonObject RequestForm::typed() const
{
    QJsonObject typed = RegisterForm::typed();
    typed[nameKey] = m_student->text();
    if (!m_student->student().isNull()) typed[studentKey] = m_student->student().text();
    return typed;
}

void RequestForm::resume(const QJsonObject& draft)
{
    add({QUuid::fromString(draft[studentKey].toString())}, draft[nameKey].toString());
    RegisterForm::resume(draft);
}

void RequestForm::save(const Values& values)
{
    auto request = recordOf<PrivacyRequest>(values);
    request.student = m_student->student();
    request.receivedAt = moment();
    if (request.student.isNull()) {
        showProblem({.code = ErrorCode::NotFound, .key = "student.unknown"});
        m_student->setFocus();
        return;
    }
    const auto work = [request](storage::Store& store, const Progress&) {
        return privacy::receiveRequest(store, request);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Result<PrivacyRequest>& stored) {
            finish(stored ? Result<QString>(stored->id.text()) : Result<QString>(stored.error()));
        });
}

void RequestForm::say()
{
    m_title->setText(tr("New request"));
    m_studentWord->setText(tr("Student *"));
    m_momentWord->setText(tr("Received; the 72 hours count from here"));
    RegisterForm::say();
}

} // namespace edupro::ui
