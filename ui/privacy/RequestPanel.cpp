// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/RequestPanel.h"

#include "core/accounts/People.h"
#include "core/jobs/OnFinished.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/privacy/Deadline.h"
#include "ui/privacy/DossierJob.h"
#include "ui/privacy/EraseDialog.h"
#include "ui/privacy/FieldOf.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace edupro::ui {

using privacy::RequestRow;
using security::Action;
using security::Object;
using storage::Store;

namespace {

const QString requestKey = QStringLiteral("request");
const QString wordsKey = QStringLiteral("words");

QString momentText(Instant at)
{
    return format::dateTime(QDateTime::fromMSecsSinceEpoch(at));
}

QLabel* textLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

struct RequestPanel::Told {
    PrivacyRequest request;
    QString decidedBy; ///< a name
};

RequestPanel::RequestPanel(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_clock(new Badge(context.theme, this))
    , m_facts(textLabel("requestFacts", this))
    , m_decided(textLabel("requestDecided", this))
    , m_act(new QPushButton(this))
    , m_hint(textLabel("requestHint", this))
{
    setObjectName("requestPanel");
    setLook(this, "card");
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    m_act->setObjectName("requestAct");
    setLook(m_hint, "small");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_clock, 0, Qt::AlignLeft);
    layout->addWidget(m_facts);
    layout->addSpacing(4);
    layout->addWidget(m_act);
    layout->addWidget(m_hint);
    layout->addWidget(m_decided);
    layout->addWidget(makeDecision());
    layout->addStretch(1);
    connect(m_act, &QPushButton::clicked, this, &RequestPanel::act);
    hide();
    say();
}

QWidget* RequestPanel::makeDecision()
{
    m_decision = new QWidget(this);
    m_wordsWord = new QLabel(m_decision);
    m_words = new QPlainTextEdit(m_decision);
    m_words->setObjectName("requestDecision");
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(84);
    m_wordsWord->setBuddy(m_words);
    m_done = new QPushButton(m_decision);
    m_done->setObjectName("grantRequest");
    setLook(m_done, "primary");
    m_refuse = new QPushButton(m_decision);
    m_refuse->setObjectName("refuseRequest");
    m_withdrawn = new QPushButton(m_decision);
    m_withdrawn->setObjectName("withdrawRequest");
    m_problem = new QLabel(m_decision);
    m_problem->setObjectName("requestProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_done, m_refuse, m_withdrawn})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(m_decision);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_wordsWord);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    connect(m_done, &QPushButton::clicked, this, [this] { decide(QStringLiteral("done")); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { decide(QStringLiteral("refused")); });
    connect(
        m_withdrawn, &QPushButton::clicked, this, [this] { decide(QStringLiteral("withdrawn")); });
    return m_decision;
}

void RequestPanel::show(const RequestRow& row, Instant now)
{
    const bool other = row.id != m_row.id;
    if (other) m_begun[m_row.id.text()] = m_words->toPlainText();
    m_row = row;
    m_now = now;
    if (other) {
        m_request = {};
        m_decidedBy.clear();
        m_words->setPlainText(m_begun.take(m_row.id.text()));
        m_problem->hide();
    }
    say();
    QFrame::show();
    fetch();
}

void RequestPanel::fetch()
{
    const auto work = [id = m_row.id](Store& store, const Progress&) -> Result<Told> {
        auto found = store.find<PrivacyRequest>(id);
        if (!found) return found.error();
        if (!found->has_value()) return Told{};
        Told told{.request = (*found)->record, .decidedBy = {}};
        if (!told.request.decidedBy) return told;
        const auto names = accounts::personNames(store);
        if (!names) return names.error();
        told.decidedBy = names->value(*told.request.decidedBy, *told.request.decidedBy);
        return told;
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Told>& told) {
        if (!told) {
            m_problem->setText(words(told.error()).what);
            m_problem->show();
        } else if (told->request.id == m_row.id) {
            m_request = told->request;
            m_decidedBy = told->decidedBy;
            say();
        }
    });
}

std::optional<Draft> RequestPanel::draft() const
{
    const QString typed = m_words->toPlainText().trimmed();
    if (m_row.state != QStringLiteral("open") || typed.isEmpty()) return std::nullopt;
    return Draft{
        .page = QStringLiteral("privacy"),
        .title = m_title->text(),
        .content = {
            {QStringLiteral("kind"), QStringLiteral("decision")},
            {QStringLiteral("student"), m_row.student.text()},
            {requestKey, m_row.id.text()},
            {wordsKey, typed}}};
}

void RequestPanel::whenFree(std::function<void()> then)
{
    if (!draft()) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you typed?"),
         .text = tr("The request has not been decided yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

void RequestPanel::resume(const QJsonObject& draft)
{
    m_words->setPlainText(draft[wordsKey].toString());
    m_words->setFocus();
}

void RequestPanel::act()
{
    if (m_row.kind == QStringLiteral("access"))
        makeDossier(m_context, m_row.student, m_row.nis);
    else if (m_row.kind == QStringLiteral("erasure"))
        askToErase(
            m_context,
            {.student = m_row.student,
             .name = m_row.studentName,
             .nis = m_row.nis,
             .basis = QStringLiteral("request")},
            this);
    else
        m_context.openPage("students", {{"student", m_row.student.text()}});
}

void RequestPanel::decide(const QString& state)
{
    if (m_deciding) return;
    const QString typed = m_words->toPlainText().trimmed();
    m_problem->setVisible(typed.isEmpty());
    if (typed.isEmpty()) {
        m_problem->setText(
            state == QStringLiteral("done") ? tr("Write what was done.") : tr("Write why."));
        m_words->setFocus();
        return;
    }
    m_deciding = true;
    const auto work = [id = m_row.id, state, typed](Store& store, const Progress&) {
        return privacy::decideRequest(store, id, state, typed);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this](const Result<PrivacyRequest>& decided) {
            m_deciding = false;
            m_problem->setVisible(!decided);
            if (decided) {
                m_words->clear();
                m_context.announceChange();
                return;
            }
            m_problem->setText(inLines(words(decided.error())));
        });
}

void RequestPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

QString RequestPanel::factsText() const
{
    QStringList lines{
        tr("Student: %1 (NIS %2)").arg(m_row.studentName, m_row.nis),
        tr("Asked by: %1").arg(m_row.requester),
        tr("Received: %1").arg(momentText(m_row.receivedAt)),
        tr("To be answered by: %1").arg(momentText(m_row.dueAt))};
    if (m_request.wish && !m_request.wish->isEmpty())
        lines << QString() << tr("Wish: %1").arg(*m_request.wish);
    return lines.join('\n');
}

QString RequestPanel::decidedText() const
{
    if (!m_request.decidedAt) return {};
    QStringList lines{tr("%1 on %2%3")
                          .arg(
                              choiceWord(fieldOf<PrivacyRequest>(u"state"), m_row.state),
                              momentText(*m_request.decidedAt),
                              m_decidedBy.isEmpty() ? QString() : tr(", by %1").arg(m_decidedBy))};
    if (*m_request.decidedAt > m_request.dueAt) lines << tr("After its 72 hours.");
    if (m_request.decision) lines << *m_request.decision;
    return lines.join('\n');
}

void RequestPanel::sayAction(bool isOpen)
{
    const bool access = m_row.kind == QStringLiteral("access");
    const bool erasure = m_row.kind == QStringLiteral("erasure");
    const bool objection = m_row.kind == QStringLiteral("objection");
    const bool may = access    ? m_context.may(Action::Read, Object::Dossier)
                     : erasure ? m_context.may(Action::Update, Object::Requests)
                               : m_context.may(Action::Read, Object::Students);
    m_act->setVisible(isOpen && may);
    m_act->setText(
        access    ? tr("Everything about this student…")
        : erasure ? tr("Erase this student…")
                  : tr("Open the student"));
    m_hint->setVisible(isOpen && objection);
    m_hint->setText(
        tr("When it is granted, the student's predictions go and no new ones are made."));
    // It changes consents and predictions, which not everybody who decides may.
    m_done->setVisible(!objection || m_context.may(Action::Update, Object::Predictions));
}

void RequestPanel::say()
{
    const bool isOpen = m_row.state == QStringLiteral("open");
    m_title->setText(tr("%1: %2").arg(
        choiceWord(fieldOf<PrivacyRequest>(u"kind"), m_row.kind), m_row.studentName));
    m_clock->setVisible(isOpen);
    if (isOpen) m_clock->setChip(deadlineChip(m_row.dueAt, m_now));
    m_facts->setText(factsText());
    m_decided->setText(decidedText());
    m_decided->setVisible(!isOpen);
    m_decision->setVisible(isOpen && m_context.may(Action::Approve, Object::Requests));
    sayAction(isOpen);
    m_wordsWord->setText(tr("What was done, or why not"));
    m_words->setAccessibleName(m_wordsWord->text());
    m_done->setText(tr("It is done"));
    m_refuse->setText(tr("Refuse"));
    m_withdrawn->setText(tr("Taken back"));
    m_withdrawn->setToolTip(tr("Whoever asked does not want it any more"));
}

} // namespace edupro::ui
