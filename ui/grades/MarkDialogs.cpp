// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/MarkDialogs.h"

#include "core/grades/AssessmentActions.h"
#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace edupro::ui {

namespace {

constexpr int longestTitle = 60;
constexpr int longestObjective = 300;
constexpr int shortestReason = 3;
constexpr int longestReason = 300;

} // namespace

AssessmentDialog::AssessmentDialog(
    Context& context, const grades::AssessmentSheet& sheet, const QString& reason, QWidget* parent)
    : AskDialog(
          {"assessmentDialog", "assessmentProblem", "addAssessmentNow", "leaveAssessment"}, parent)
    , m_context(context)
    , m_sheet(sheet)
    , m_why(reason)
    , m_meaning(new QLabel(this))
    , m_kindWord(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_titleWord(new QLabel(this))
    , m_title(new QLineEdit(this))
    , m_objectiveWord(new QLabel(this))
    , m_objective(new QComboBox(this))
{
    m_kind->setObjectName("assessmentKind");
    m_kind->addItem(QString(), "material");
    m_kind->addItem(QString(), "end_of_term");
    m_title->setObjectName("assessmentTitle");
    m_title->setMaxLength(longestTitle);
    m_objective->setObjectName("assessmentObjective");
    m_objective->setEditable(true);
    m_objective->lineEdit()->setMaxLength(longestObjective);
    m_objective->addItem(QString());
    for (const LearningObjective& objective : sheet.objectives)
        m_objective->addItem(objective.text, QVariant::fromValue(objective.id.value));
    m_kindWord->setBuddy(m_kind);
    m_titleWord->setBuddy(m_title);
    m_objectiveWord->setBuddy(m_objective);
    m_meaning->setWordWrap(true);
    add(m_meaning);
    addField(m_kindWord, m_kind);
    addField(m_titleWord, m_title);
    addField(m_objectiveWord, m_objective);
    connect(m_title, &QLineEdit::textChanged, this, &AssessmentDialog::say);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AssessmentDialog::proposeTitle);
    say();
    proposeTitle();
    m_title->setFocus();
}

void AssessmentDialog::proposeTitle()
{
    if (m_title->text() != m_proposed) return; // somebody has typed
    const QString kind = m_kind->currentData().toString();
    const auto number = 1 + std::count_if(
                                m_sheet.assessments.begin(),
                                m_sheet.assessments.end(),
                                [&kind](const auto& test) { return test.kind == kind; });
    const bool first = number == 1;
    m_proposed = kind == u"material" ? tr("Test %1").arg(number)
                 : first             ? tr("Final test")
                                     : tr("Final test %1").arg(number);
    m_title->setText(m_proposed);
    m_title->selectAll();
}

void AssessmentDialog::go()
{
    setBusy(true);
    const Assessment wanted{
        .subject = m_sheet.subject,
        .kind = m_kind->currentData().toString(),
        .title = m_title->text().trimmed()};
    const auto work =
        [of = m_sheet.of, wanted, why = m_why, objective = m_objective->currentText()](
            storage::Store& store, const Progress&) {
            return grades::addAssessment(store, of, wanted, objective.trimmed(), why);
        };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Assessment>& saved) {
        setBusy(false);
        if (!saved) return refuse(inLines(words(saved.error())));
        emit added();
        accept();
    });
}

bool AssessmentDialog::isReady() const
{
    return !m_title->text().trimmed().isEmpty();
}

AssessmentDialog::Words AssessmentDialog::frameWords() const
{
    return {.title = tr("Add an assessment"), .go = tr("Add"), .cancel = tr("Cancel")};
}

void AssessmentDialog::sayParts()
{
    m_meaning->setText(tr("Its marks count for the final mark as soon as each part has one."));
    m_kindWord->setText(tr("Kind"));
    m_kind->setItemText(0, tr("Material"));
    m_kind->setItemText(1, tr("End of term"));
    m_kind->setAccessibleName(tr("Kind"));
    m_titleWord->setText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_objectiveWord->setText(tr("Learning objective (may stay empty)"));
    m_objective->setAccessibleName(tr("Learning objective"));
}

OverrideDialog::OverrideDialog(const QString& what, QWidget* parent)
    : AskDialog({"overrideDialog", "overrideProblem", "overrideNow", "leaveOverride"}, parent)
    , m_what(new QLabel(what, this))
    , m_reasonWord(new QLabel(this))
    , m_reason(new QLineEdit(this))
{
    m_what->setObjectName("overrideWhat");
    m_what->setWordWrap(true);
    m_reason->setObjectName("overrideReason");
    m_reason->setMaxLength(longestReason);
    m_reasonWord->setBuddy(m_reason);
    add(m_what);
    addField(m_reasonWord, m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &OverrideDialog::say);
    say();
    m_reason->setFocus();
}

void OverrideDialog::go()
{
    emit given(m_reason->text().trimmed());
    accept();
}

bool OverrideDialog::isReady() const
{
    return m_reason->text().trimmed().size() >= shortestReason;
}

OverrideDialog::Words OverrideDialog::frameWords() const
{
    return {
        .title = tr("Set the final mark by hand?"),
        .go = tr("Set this mark"),
        .cancel = tr("Cancel")};
}

void OverrideDialog::sayParts()
{
    m_reasonWord->setText(tr("Why this mark and not the calculated one"));
    m_reason->setAccessibleName(m_reasonWord->text());
}

} // namespace edupro::ui
