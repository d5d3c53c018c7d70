// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/PersonalDataPanel.h"

#include "core/jobs/OnFinished.h"
#include "core/privacy/PrivacyActions.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/DossierJob.h"
#include "ui/privacy/EraseDialog.h"
#include "ui/privacy/FieldOf.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::Store;

namespace {

constexpr int emptyHeight = 150; // pixels, of what is said where nothing was stated

QComboBox* choiceBox(const char* name, QStringView column, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    for (const QString& choice : choicesOf(fieldOf<Consent>(column)))
        box->addItem(QString(), choice);
    return box;
}

void setWords(QComboBox* box, QStringView column)
{
    const FieldInfo& field = fieldOf<Consent>(column);
    for (int i = 0; i < box->count(); ++i)
        box->setItemText(i, choiceWord(field, box->itemData(i).toString()));
    box->setAccessibleName(fieldWord(field));
}

/// "Predictions: Objected, 3 Feb 2026 (Ibu Sari)".
QString lineOf(const Consent& consent)
{
    QString line = PersonalDataPanel::tr("%1: %2, %3")
                       .arg(
                           choiceWord(fieldOf<Consent>(u"purpose"), consent.purpose),
                           choiceWord(fieldOf<Consent>(u"state"), consent.state),
                           format::date(consent.since));
    if (consent.statedBy && !consent.statedBy->isEmpty())
        line += QStringLiteral(" (") + *consent.statedBy + u')';
    return line;
}

} // namespace

struct PersonalDataPanel::Told {
    QString name;
    QString nis;
    std::vector<Consent> consents;
};

bool PersonalDataPanel::isFor(const Context& context)
{
    return context.may(Action::Update, Object::Students) ||
           context.may(Action::Read, Object::Dossier);
}

PersonalDataPanel::PersonalDataPanel(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_consentsWord(new QLabel(this))
    , m_lines(new QLabel)
    , m_states(nullptr)
    , m_close(new QPushButton(this))
{
    setObjectName("personalData");
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    setLook(m_consentsWord, "strong");
    m_lines->setObjectName("consentLines");
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    m_lines->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_states = new StateStack(context.theme, m_lines, this);
    m_states->setObjectName("consentStates");
    m_states->setFixedHeight(emptyHeight);
    m_close->setObjectName("leavePersonalData");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_consentsWord);
    layout->addWidget(m_states);
    layout->addWidget(makeStatement());
    layout->addSpacing(8);
    layout->addWidget(makeActions());
    layout->addStretch(1);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &PersonalDataPanel::left);
    connect(m_states, &StateStack::retryRequested, this, &PersonalDataPanel::load);
    connect(&context, &Context::dataChanged, this, [this] {
        if (!isHidden()) load(); // who is shown may have been erased
    });
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PersonalDataPanel::left);
    say();
    hide();
}

QWidget* PersonalDataPanel::makeStatement()
{
    m_statement = new QWidget(this);
    m_statementWord = new QLabel(m_statement);
    setLook(m_statementWord, "small");
    m_purpose = choiceBox("consentPurpose", u"purpose", m_statement);
    m_state = choiceBox("consentState", u"state", m_statement);
    m_statedBy = new QLineEdit(m_statement);
    m_statedBy->setObjectName("consentStatedBy");
    m_statedBy->setMaxLength(100);
    m_save = new QPushButton(m_statement);
    m_save->setObjectName("saveConsent");
    m_hint = new QLabel(m_statement);
    m_hint->setObjectName("consentHint");
    m_hint->setWordWrap(true);
    setLook(m_hint, "small");
    m_problem = new QLabel(m_statement);
    m_problem->setObjectName("consentProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    auto* layout = new QVBoxLayout(m_statement);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_statementWord, m_purpose, m_state, m_statedBy})
        layout->addWidget(part);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(m_hint);
    layout->addWidget(m_problem);
    for (QComboBox* box : {m_purpose, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &PersonalDataPanel::allow);
    connect(m_save, &QPushButton::clicked, this, &PersonalDataPanel::state);
    connect(m_statedBy, &QLineEdit::returnPressed, this, &PersonalDataPanel::state);
    m_statement->setVisible(m_context.may(Action::Update, Object::Students));
    return m_statement;
}

QWidget* PersonalDataPanel::makeActions()
{
    auto* actions = new QWidget(this);
    m_everything = new QPushButton(actions);
    m_everything->setObjectName("everything");
    m_everything->setVisible(m_context.may(Action::Read, Object::Dossier));
    m_request = new QPushButton(actions);
    m_request->setObjectName("noteRequest");
    m_request->setVisible(m_context.may(Action::Create, Object::Requests));
    m_erase = new QPushButton(actions);
    m_erase->setObjectName("eraseStudent");
    m_erase->setVisible(m_context.may(Action::Update, Object::Requests));
    auto* layout = new QVBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QPushButton* button : {m_everything, m_request, m_erase})
        layout->addWidget(button);
    connect(m_everything, &QPushButton::clicked, this, [this] {
        makeDossier(m_context, m_student, m_nis);
    });
    connect(m_request, &QPushButton::clicked, this, [this] {
        m_context.openPage(
            "privacy",
            {{"student", m_student.text()}, {"name", m_name + QStringLiteral(" · NIS ") + m_nis}});
    });
    connect(m_erase, &QPushButton::clicked, this, [this] {
        askToErase(
            m_context, {.student = m_student, .name = m_name, .nis = m_nis, .basis = {}}, this);
    });
    return actions;
}

void PersonalDataPanel::show(const StudentId& student, const QString& name, const QString& nis)
{
    m_student = student;
    m_name = name;
    m_nis = nis;
    m_statedBy->clear();
    m_problem->hide();
    say();
    QFrame::show();
    m_close->setFocus(); // Esc and Enter leave at once
    load();
}

void PersonalDataPanel::load()
{
    m_states->showLoading();
    const auto work = [told = Told{.name = m_name, .nis = m_nis, .consents = {}},
                       id = m_student](Store& store, const Progress&) mutable -> Result<Told> {
        const auto student = store.find<Student>(id);
        if (!student) return student.error();
        if (student->has_value()) {
            told.name = (*student)->record.name;
            told.nis = (*student)->record.nis;
        }
        auto consents =
            store.list<Consent>(QStringLiteral("student_id"), QVariant::fromValue(id.value));
        if (!consents) return consents.error();
        told.consents = std::move(consents).value();
        return told;
    };
    m_loading.ask(m_context.store.submit(work), this, [this](const Result<Told>& told) {
        if (told)
            take(*told);
        else
            m_states->showError(told.error());
    });
}

void PersonalDataPanel::take(const Told& told)
{
    m_name = told.name;
    m_nis = told.nis;
    m_consents = told.consents;
    say();
    const int width = m_states->width();
    m_states->setFixedHeight(m_consents.empty() ? emptyHeight : m_lines->heightForWidth(width));
    if (!m_consents.empty()) {
        m_states->showData();
        return;
    }
    m_states->showEmpty([] {
        return EmptyWords{
            .title = tr("Nothing has been stated"),
            .why = tr("What the family agrees or objects to will stand here."),
            .action = {}};
    });
}

void PersonalDataPanel::state()
{
    if (m_saving || !m_save->isEnabled()) return;
    m_saving = true;
    const QString by = m_statedBy->text().trimmed();
    Consent consent{
        .student = m_student,
        .purpose = m_purpose->currentData().toString(),
        .state = m_state->currentData().toString(),
        .statedBy = by.isEmpty() ? std::nullopt : std::optional(by)};
    const auto work = [consent](Store& store, const Progress&) mutable {
        consent.since = store.today();
        return privacy::stateConsent(store, consent);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& stated) {
        m_saving = false;
        m_problem->setVisible(!stated);
        if (stated) {
            m_statedBy->clear();
            m_context.announceChange();
            return;
        }
        const ErrorWords said = words(
            stated.error(), [this](const std::string&) { return m_statedBy->placeholderText(); });
        m_problem->setText(inLines(said));
    });
}

void PersonalDataPanel::allow()
{
    const Consent chosen{
        .purpose = m_purpose->currentData().toString(), .state = m_state->currentData().toString()};
    const bool may =
        !privacy::endsPredictions(chosen) || m_context.may(Action::Update, Object::Predictions);
    m_save->setEnabled(may);
    m_hint->setVisible(!may);
}

void PersonalDataPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void PersonalDataPanel::say()
{
    m_title->setText(tr("Personal data of %1").arg(m_name));
    m_consentsWord->setText(tr("What the family has stated"));
    QStringList lines;
    for (const Consent& consent : m_consents)
        lines << lineOf(consent);
    m_lines->setText(lines.join('\n'));
    m_statementWord->setText(tr("A new statement takes the place of the one before."));
    setWords(m_purpose, u"purpose");
    setWords(m_state, u"state");
    m_statedBy->setPlaceholderText(tr("Stated by"));
    m_statedBy->setAccessibleName(tr("Stated by"));
    m_save->setText(tr("Note the statement"));
    m_hint->setText(tr("Whoever does not agree to predictions has none: an administrator notes "
                       "it, as it removes those that were made."));
    allow();
    m_everything->setText(tr("Everything about this student…"));
    m_request->setText(tr("New request…"));
    m_erase->setText(tr("Erase this student…"));
    m_close->setText(tr("Close"));
}

} // namespace edupro::ui
