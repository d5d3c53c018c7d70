// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/BreachForm.h"

#include "core/jobs/OnFinished.h"
#include "core/privacy/PrivacyActions.h"
#include "ui/common/RecordForm.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QLabel>

namespace edupro::ui {

BreachForm::BreachForm(Context& context, QWidget* parent)
    : RegisterForm(context, entityInfo<Breach>(), parent)
    , m_advice(new QLabel(this))
{
    setObjectName("breachForm");
    m_advice->setWordWrap(true);
    setLook(m_advice, "small");
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(1, m_advice);
    say();
}

void BreachForm::add()
{
    begin(valuesOf(Breach{}));
    m_form->focusFirst();
}

void BreachForm::resume(const QJsonObject& draft)
{
    add();
    RegisterForm::resume(draft);
}

void BreachForm::save(const Values& values)
{
    auto breach = recordOf<Breach>(values);
    breach.noticedAt = moment();
    const auto work = [breach](storage::Store& store, const Progress&) {
        return privacy::reportBreach(store, breach);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Breach>& stored) {
        finish(stored ? Result<QString>(stored->id.text()) : Result<QString>(stored.error()));
    });
}

void BreachForm::say()
{
    m_title->setText(tr("New breach"));
    m_advice->setText(
        tr("A stolen computer, a file sent to the wrong person, a lost stick. Name no "
           "student here: authorities read it."));
    m_momentWord->setText(tr("Noticed; the 72 hours count from here"));
    RegisterForm::say();
}

} // namespace edupro::ui
