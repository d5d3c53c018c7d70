// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/BreachPanel.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/privacy/Deadline.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

using privacy::BreachStep;
using security::Action;
using security::Object;
using storage::Store;

namespace {

constexpr std::array steps = {
    BreachStep::PeopleTold, BreachStep::AuthorityTold, BreachStep::Closed};

QString momentText(Instant at)
{
    return format::dateTime(QDateTime::fromMSecsSinceEpoch(at));
}

const std::optional<Instant>& doneAt(const Breach& breach, std::size_t step)
{
    return step == 0 ? breach.peopleToldAt : step == 1 ? breach.authorityToldAt : breach.closedAt;
}

} // namespace

bool runsClock(const Breach& breach)
{
    return !breach.closedAt && !(breach.peopleToldAt && breach.authorityToldAt);
}

BreachPanel::BreachPanel(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_clock(new Badge(context.theme, this))
    , m_facts(new QLabel(this))
    , m_problem(new QLabel(this))
{
    setObjectName("breachPanel");
    setLook(this, "card");
    setLook(m_title, "title");
    m_facts->setObjectName("breachFacts");
    m_problem->setObjectName("breachProblem");
    setLook(m_problem, "risk");
    m_problem->hide();
    for (QLabel* label : {m_title, m_facts, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_clock, 0, Qt::AlignLeft);
    layout->addWidget(m_facts);
    layout->addSpacing(4);
    constexpr std::array names = {"peopleTold", "authorityTold", "closeBreach"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_told[i] = new QLabel(this);
        m_told[i]->setWordWrap(true);
        m_steps[i] = new QPushButton(this);
        m_steps[i]->setObjectName(QString::fromLatin1(names[i]));
        layout->addWidget(m_told[i]);
        layout->addWidget(m_steps[i]);
        connect(m_steps[i], &QPushButton::clicked, this, [this, i] { step(steps[i]); });
    }
    layout->addWidget(m_problem);
    layout->addStretch(1);
    hide();
    say();
}

void BreachPanel::show(const Breach& breach, Instant now)
{
    if (breach.id != m_breach.id) m_problem->hide();
    m_breach = breach;
    m_now = now;
    say();
    QFrame::show();
}

void BreachPanel::step(BreachStep step)
{
    if (m_busy) return;
    m_busy = true;
    const auto work = [id = m_breach.id, step](Store& store, const Progress&) {
        return privacy::stepBreach(store, id, step);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Breach>& stored) {
        m_busy = false;
        m_problem->setVisible(!stored);
        if (stored) {
            m_context.announceChange();
            return;
        }
        m_problem->setText(inLines(words(stored.error())));
    });
}

void BreachPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void BreachPanel::say()
{
    m_title->setText(m_breach.what);
    m_clock->setVisible(runsClock(m_breach));
    if (runsClock(m_breach)) m_clock->setChip(deadlineChip(m_breach.dueAt, m_now));
    QStringList facts{
        tr("Noticed: %1").arg(momentText(m_breach.noticedAt)),
        tr("To be told by: %1").arg(momentText(m_breach.dueAt)),
        tr("Kinds of data: %1").arg(m_breach.data),
        m_breach.affected ? tr("People affected: %1").arg(format::count(*m_breach.affected))
                          : tr("People affected: not known yet")};
    if (m_breach.measures) facts << QString() << tr("Measures: %1").arg(*m_breach.measures);
    m_facts->setText(facts.join('\n'));
    const QString done[] = {
        tr("The people were told: %1"), tr("The authority was told: %1"), tr("Closed: %1")};
    const QString act[] = {
        tr("The people have been told"), tr("The authority has been told"), tr("Close it")};
    const bool may = m_context.may(Action::Update, Object::Requests);
    const bool told = m_breach.peopleToldAt && m_breach.authorityToldAt;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::optional<Instant>& at = doneAt(m_breach, i);
        m_told[i]->setVisible(at.has_value());
        if (at) m_told[i]->setText(done[i].arg(momentText(*at)));
        m_steps[i]->setText(act[i]);
        m_steps[i]->setVisible(may && !at && (steps[i] != BreachStep::Closed || told));
    }
}

} // namespace edupro::ui
