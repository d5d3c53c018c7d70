// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/EntryCard.h"

#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int cardWidth = 440;
constexpr int signSize = 28;

} // namespace

EntryCard::EntryCard(Context& context, const char* icon, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_sign(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_steps(new QVBoxLayout)
    , m_problem(new QLabel(this))
    , m_language(new QToolButton(this))
{
    const auto dress = [this, icon] {
        m_sign->setPixmap(m_context.theme.icon(icon, Token::Accent).pixmap(signSize));
        m_language->setIcon(m_context.theme.icon("language"));
    };
    connect(&context.theme, &Theme::changed, this, dress);
    dress();
    setLook(m_title, "title");
    setLook(m_text, "soft");
    setLook(m_problem, "risk");
    m_text->setWordWrap(true);
    m_problem->setObjectName("entryProblem");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_language->setObjectName("entryLanguage");
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_language->setFocusPolicy(Qt::TabFocus);
    setLook(m_language, "quiet");
    connect(m_language, &QToolButton::clicked, this, [this] {
        const bool indonesian = m_context.language.tongue() == Tongue::Indonesian;
        m_context.language.setTongue(indonesian ? Tongue::English : Tongue::Indonesian);
    });
    auto* card = new QFrame(this);
    setLook(card, "card");
    card->setFixedWidth(cardWidth);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(24, 20, 24, 20);
    inside->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_sign, m_title, m_text})
        inside->addWidget(part);
    inside->addSpacing(4);
    inside->addLayout(m_steps);
    inside->addWidget(m_problem);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->addWidget(m_language, 0, Qt::AlignRight);
    layout->addStretch(2);
    // A row of its own: an aligned item would be as high as its words need in the window's width.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
    setWindowTitle(QStringLiteral("EduPro"));
}

QVBoxLayout* EntryCard::addStep()
{
    auto* step = new QWidget(this);
    auto* layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_steps->addWidget(step);
    step->setVisible(m_steps->count() == 1);
    return layout;
}

void EntryCard::showStep(int step)
{
    // Not a stack of pages: the card is as high as the step that is shown.
    m_step = step;
    for (int i = 0; i < m_steps->count(); ++i)
        m_steps->itemAt(i)->widget()->setVisible(i == step);
}

int EntryCard::step() const
{
    return m_step;
}

void EntryCard::setWords(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    const bool indonesian = m_context.language.tongue() == Tongue::Indonesian;
    m_language->setText(indonesian ? "English" : "Bahasa Indonesia"); // in its own language
    m_language->setAccessibleName(m_language->text());
}

void EntryCard::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString EntryCard::problem() const
{
    return m_problem->text();
}

void EntryCard::closeAtSecond(QCloseEvent& event, const QString& why)
{
    if (std::exchange(m_warned, true)) return;
    event.ignore();
    setProblem(why);
}

QPushButton* EntryCard::primaryButton(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(true);
    setLook(button, "primary");
    return button;
}

QPushButton* EntryCard::linkButton(const QString& name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    setLook(button, "link");
    return button;
}

} // namespace edupro::ui
